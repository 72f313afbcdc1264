"""Decisions as an article tells them: golden cases, and what holds for all."""

from typing import Any

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model

CASES = golden.cases("decisions")
FIND = golden.FINDERS["decisions"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_golden_case(case: dict[str, Any]) -> None:
    found = golden.short("decisions", case["text"], case["published"])
    assert found == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_evidence_stands_at_its_place_and_ids_differ(case: dict[str, Any]) -> None:
    context = golden.read(case["text"], case["published"])
    facts = FIND(context)
    assert golden.unsound(context, facts) == []
    assert all(fact.evidence for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)


def test_reading_twice_gives_the_same_facts() -> None:
    text = "The government has yet to decide whether to pardon the fishermen."
    first, second = (golden.read(text) for _ in range(2))
    assert FIND(first) == FIND(second)


def test_without_a_publication_day_the_day_stays_open() -> None:
    text = "Osteria suspended imports of barley on Thursday."
    (decision,) = golden.short("decisions", text, None)
    assert "when" not in decision
