"""Linkages, claims, decisions and relations: golden cases, and what holds for all."""

from typing import Any

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model

CASES = [
    pytest.param(name, case, id=f"{name}: {case['id']}")
    for name in golden.FINDERS
    for case in golden.cases(name)
]
TEXTS = {
    "linkages": "Osteria demanded that Norland reopen the border by Friday.",
    "claims": "Norland accuses Oskar Brun of fraud. Brun denied the allegations.",
    "decisions": "The government has yet to decide whether to pardon the fishermen.",
    "relations": "Relations between Tavara and Osteria have worsened since the arrest.",
}


@pytest.mark.parametrize(("name", "case"), CASES)
def test_golden_case(name: str, case: dict[str, Any]) -> None:
    found = golden.short(name, case["text"], case["published"])
    assert found == case["expected"]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_evidence_stands_at_its_place_and_ids_differ(
    name: str, case: dict[str, Any]
) -> None:
    context = golden.read(case["text"], case["published"])
    facts = golden.FINDERS[name](context)
    assert golden.unsound(context, facts) == []
    assert all(fact.evidence for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)


@pytest.mark.parametrize("name", golden.FINDERS)
def test_reading_twice_gives_the_same_facts(name: str) -> None:
    first, second = (golden.read(TEXTS[name]) for _ in range(2))
    find = golden.FINDERS[name]
    assert find(first)
    assert find(first) == find(second)
