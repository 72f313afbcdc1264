"""TIMEX3 modifiers: what the first words of an expression make of its value.

Source: TimeML 1.2.1, attribute `mod` of TIMEX3.
"""

from onrecord.annotate.times.tokens import Tokens

_WORDS = {
    "early": "START",
    "beginning": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "nearly": "APPROX",
    "almost": "APPROX",
}
_PAIRS = {
    ("more", "than"): "MORE_THAN",
    ("less", "than"): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
}
# How many words may stand before the value itself: "the beginning of the".
_FIRST = 2


def find_mod(tokens: Tokens, start: int, end: int) -> str | None:
    """Return the modifier of the expression over tokens `start` to `end`."""
    words = tokens.words[start : min(end, start + _FIRST)]
    if len(words) == _FIRST and (words[0], words[1]) in _PAIRS:
        return _PAIRS[words[0], words[1]]
    found = (_WORDS[word] for word in words if word in _WORDS)
    return next(found, "END" if tokens.words[end - 1] == "end" else None)
