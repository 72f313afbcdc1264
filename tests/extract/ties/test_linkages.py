"""Linkages as an article tells them."""

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model


def test_an_answer_quotes_its_own_clause() -> None:
    text = "Deputies urged the government to lift the curfew. The government refused."
    context = golden.read(text.replace("refused", "rejected the demand"))
    (linkage,) = golden.FINDERS["linkages"](context)
    (answer,) = linkage.responses
    assert answer.evidence[0].exact.startswith("The government rejected")


def test_terms_stand_in_the_text() -> None:
    context = golden.read("The guerrillas offered to free the pilot if the army left.")
    (linkage,) = golden.FINDERS["linkages"](context)
    for term in (linkage.what, linkage.if_):
        assert term is not None
        assert " ".join(context.words(s) for s in term.spans) == term.text
