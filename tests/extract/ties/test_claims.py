"""Claims as an article tells them: golden cases, and what holds for all."""

from typing import Any

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model

CASES = golden.cases("claims")
FIND = golden.FINDERS["claims"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_golden_case(case: dict[str, Any]) -> None:
    found = golden.short("claims", case["text"], case["published"])
    assert found == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_evidence_stands_at_its_place_and_ids_differ(case: dict[str, Any]) -> None:
    context = golden.read(case["text"], case["published"])
    facts = FIND(context)
    assert golden.unsound(context, facts) == []
    assert all(fact.evidence for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)


def test_reading_twice_gives_the_same_facts() -> None:
    text = "Norland accuses Oskar Brun of fraud. Brun denied the allegations."
    first, second = (golden.read(text) for _ in range(2))
    assert FIND(first) == FIND(second)


def test_a_denier_has_the_statement_that_denies() -> None:
    text = "Foreign minister Ada Renz denied that the fishermen had been seized."
    context = golden.read(text)
    (claim,) = golden.FINDERS["claims"](context)
    assert [p.statement for p in claim.denied_by] == [context.statements[0].id]


def test_without_an_asserter_nothing_is_contested() -> None:
    (claim,) = golden.short("claims", "Jana Velt has denied any link to the fire.")
    assert "contested" not in claim
