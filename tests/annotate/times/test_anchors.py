import pytest

from onrecord.annotate.times.anchors import MAX_EVENT_TOKENS, add_anchors
from onrecord.annotate.times.context import Reading
from onrecord.annotate.times.found import Found
from onrecord.annotate.times.tokens import tokenize


def a_week(start: int, end: int) -> Found:
    return Found(start, end, Reading("DURATION", "P1W", count=(1, "W")))


def test_a_count_and_a_day_behind_it_are_one() -> None:
    tokens = tokenize("a week after March 2")
    day = Found(3, 5, Reading("DATE", "2031-03-02", "published"))
    (joined,) = add_anchors([a_week(0, 2), day], tokens)
    assert (joined.start, joined.end, joined.reading.value) == (0, 5, "2031-03-09")


def test_nothing_is_counted_from_a_coarser_time() -> None:
    tokens = tokenize("a week after 2030")
    year = Found(3, 4, Reading("DATE", "2030", "text"))
    assert len(add_anchors([a_week(0, 2), year], tokens)) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a week after the raid.", ["the", "raid"]),
        ("a week after the raid on the camp", ["the", "raid"]),
        ("a week after the death of her son", ["the", "death", "of", "her", "son"]),
        ("a week after he fled", ["he", "fled"]),
        ("a week after his release he spoke", ["his", "release"]),
        ("a week after " + "one " * 20, ["one"] * MAX_EVENT_TOKENS),
    ],
)
def test_the_words_of_an_event(text: str, words: list[str]) -> None:
    tokens = tokenize(text)
    (item,) = add_anchors([a_week(0, 2)], tokens)
    assert item.reading.basis == "event"
    assert item.reading.anchor is not None
    assert tokens.words[slice(*item.reading.anchor)] == words


@pytest.mark.parametrize("text", ["a week after.", "a week later", "a week from home"])
def test_no_event_where_none_is_named(text: str) -> None:
    (item,) = add_anchors([a_week(0, 2)], tokenize(text))
    assert item.reading.basis is None
