import pytest

from onrecord.annotate.times.direction import ends_sentence, find_direction
from onrecord.annotate.times.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("He will go Friday.", "future"),
        ("He went Friday.", "past"),
        ("He said Friday he will go.", "past"),
        ("Friday the court will rule.", "future"),
        ("He won't go Friday.", "future"),
        ("He will go. It is Friday.", None),
        ("Will he go? It is Friday.", None),
        ("He will leave the U.S. on Friday.", "future"),
        ("He will meet Dr. Petrov on Friday.", "future"),
        ("The United Front on Friday.", None),
        ("The alleged plan on Friday.", None),
        ("It had been due to expire Friday.", "past"),
        ("It is due to expire Friday.", "future"),
        ("They set Friday as the deadline.", "past"),
        ("It is set for Friday.", "future"),
        ("They announced the plan Friday.", "past"),
        ("They plan to meet Friday.", "future"),
        ("On Friday, they planned to meet.", "past"),
        ("He will succeed her Friday.", "future"),
        ("It could come as early as Friday.", "future"),
        ("It is a week from Friday.", "future"),
        ("He was held until Friday.", "past"),
        ("The talks were extended until Friday.", "future"),
        ("Until Friday they had not met.", "past"),
        ("Stopped by police near the old bridge on Friday.", "past"),
    ],
)
def test_direction_is_that_of_the_nearest_sign(
    text: str, direction: str | None
) -> None:
    tokens = tokenize(text)
    at = tokens.words.index("friday")
    assert find_direction(tokens, at, at + 1) == direction


@pytest.mark.parametrize(
    ("text", "ends"),
    [("It ended. He", True), ("Mr. Petrov", False), ("U.S. envoy", False)],
)
def test_a_stop_of_a_title_or_initial_ends_no_sentence(text: str, ends: bool) -> None:
    tokens = tokenize(text)
    assert ends_sentence(tokens, tokens.words.index(".")) == ends
