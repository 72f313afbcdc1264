"""Linkages as an article tells them: golden cases, and what holds for all."""

from typing import Any

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model

CASES = golden.cases("linkages")
FIND = golden.FINDERS["linkages"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_golden_case(case: dict[str, Any]) -> None:
    found = golden.short("linkages", case["text"], case["published"])
    assert found == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_evidence_stands_at_its_place_and_ids_differ(case: dict[str, Any]) -> None:
    context = golden.read(case["text"], case["published"])
    facts = FIND(context)
    assert golden.unsound(context, facts) == []
    assert all(fact.evidence for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)


def test_reading_twice_gives_the_same_facts() -> None:
    text = "Osteria demanded that Norland reopen the border by Friday."
    first, second = (golden.read(text) for _ in range(2))
    assert FIND(first) == FIND(second)


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
