import pytest

from onrecord.annotate.times.modifiers import find_mod
from onrecord.annotate.times.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("early March", "START"),
        ("the beginning of May", "START"),
        ("mid-March", "MID"),
        ("late 2030", "END"),
        ("year-end", "END"),
        ("about two weeks", "APPROX"),
        ("more than two weeks", "MORE_THAN"),
        ("fewer than two weeks", "LESS_THAN"),
        ("at least two weeks", "EQUAL_OR_MORE"),
        ("up to two weeks", "EQUAL_OR_LESS"),
        ("two weeks", None),
        ("earlier this week", None),
    ],
)
def test_modifiers(text: str, mod: str | None) -> None:
    tokens = tokenize(text)
    assert find_mod(tokens, 0, len(tokens.words)) == mod
