"""Proceedings as an article tells them: golden cases, and what holds for all."""

from typing import Any

import pytest

import golden_legal as golden

CASES = golden.cases("proceedings")

pytestmark = pytest.mark.model


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_golden_case(case: dict[str, Any]) -> None:
    assert golden.proceedings_of(case["text"], case["published"]) == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_evidence_stands_at_its_place_and_ids_differ(case: dict[str, Any]) -> None:
    context = golden.read(case["text"], case["published"])
    facts = golden.find_proceedings(context)
    assert golden.unsound(context, facts) == []
    assert all(fact.evidence for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)


def test_reading_twice_gives_the_same_facts() -> None:
    text = "Prosecutors charged Jana Velt and Oskar Brun with fraud on Tuesday."
    first, second = (golden.read(text, "2031-03-14") for _ in range(2))
    assert golden.find_proceedings(first) == golden.find_proceedings(second)


def test_a_text_without_a_day_leaves_days_open() -> None:
    (fact,) = golden.proceedings_of(
        "A court in Brel convicted Jana Velt of fraud on Tuesday.", None
    )
    assert fact["stages"] == [["verdict", None, "convicted"]]
