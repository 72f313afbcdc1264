"""Claims as an article tells them."""

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model


def test_a_denier_has_the_statement_that_denies() -> None:
    text = "Foreign minister Ada Renz denied that the fishermen had been seized."
    context = golden.read(text)
    (claim,) = golden.FINDERS["claims"](context)
    assert [p.statement for p in claim.denied_by] == [context.statements[0].id]


def test_without_an_asserter_nothing_is_contested() -> None:
    (claim,) = golden.short("claims", "Jana Velt has denied any link to the fire.")
    assert "contested" not in claim
