"""Custody as an article tells it: golden cases, and what holds for all of them."""

from typing import Any

import pytest

import golden_legal as golden

CASES = golden.cases("custody")

pytestmark = pytest.mark.model


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_golden_case(case: dict[str, Any]) -> None:
    assert golden.custody_of(case["text"], case["published"]) == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_evidence_stands_at_its_place_and_ids_differ(case: dict[str, Any]) -> None:
    context = golden.read(case["text"], case["published"])
    facts = golden.find_custody(context)
    assert golden.unsound(context, facts) == []
    assert all(fact.evidence for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)


def test_reading_twice_gives_the_same_facts() -> None:
    text = "Police arrested Jana Velt and Oskar Brun in Brel on Tuesday."
    first, second = (golden.read(text, "2031-03-14") for _ in range(2))
    assert golden.find_custody(first) == golden.find_custody(second)


def test_a_text_without_a_day_leaves_days_open() -> None:
    (fact,) = golden.custody_of("Police arrested Jana Velt on Tuesday.", None)
    assert "from" not in fact


def test_who_says_that_they_were_wanted_is_not_wanted() -> None:
    text = "Soldiers arrested some miners in Brel, claiming that they were wanted men."
    found = golden.custody_of(text, "2031-03-14")
    assert "Soldiers" not in [one["person"] for one in found]
    assert found
