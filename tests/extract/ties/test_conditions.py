import pytest

import golden_ties as golden
from onrecord.extract.ties.conditions import find_conditions

pytestmark = pytest.mark.model


def _drafts(text: str) -> list[tuple[str, str, str]]:
    outline = golden.outline(text)
    words = outline.context.words
    return [
        (d.kind.value, words(d.terms["if_"]), words(d.terms["then"]))
        for d in find_conditions(outline)
    ]


def test_harm_makes_a_threat() -> None:
    text = "We will attack if they cross the river, commander Tarek Olm said."
    assert [d[0] for d in _drafts(text)] == ["threat"]


def test_without_harm_it_is_a_condition() -> None:
    text = "We will come home if the ministry signs the treaty, Jana Velt said."
    assert [d[0] for d in _drafts(text)] == ["condition"]


def test_the_article_itself_sets_no_condition() -> None:
    assert _drafts("The crops will fail if the ministry signs the treaty.") == []


def test_a_condition_of_a_demand_is_left_to_the_demand() -> None:
    assert _drafts("The rebels offered to free him if the army left.") == []


def test_what_must_come_first_is_the_condition() -> None:
    text = "The ban must be lifted before talks could begin, delegate Ada Renz said."
    assert _drafts(text) == [
        ("condition", "The ban must be lifted", "before talks could begin")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Will he come home if the ministry signs, Jana Velt asked?",
        "He would see it if he would look in the mirror, Jana Velt said.",
        "We will go even if the ministry signs the treaty, Jana Velt said.",
    ],
)
def test_thinking_aloud_is_no_condition(text: str) -> None:
    assert _drafts(text) == []
