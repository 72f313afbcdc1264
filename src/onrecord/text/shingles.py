"""Runs of words as numbers, to tell how much of one text stands in another.

A shingle is three neighbouring words, case and punctuation set aside. Its number comes
from CRC-32, so it is the same in every process and on every machine.
"""

import re
import zlib

WORDS = 3
"""Words in a shingle."""

_WORD = re.compile(r"\w+")
# Odd multipliers spread the three words over 64 bits (Knuth's golden-ratio constants).
_SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_MASK = (1 << 64) - 1


def make_shingles(text: str) -> frozenset[int]:
    """Return the numbers of all shingles of a text; of a shorter text, its words'."""
    numbers: dict[str, int] = {}
    words = []
    for word in _WORD.findall(text.casefold()):
        number = numbers.get(word)
        if number is None:
            number = zlib.crc32(word.encode("utf-8", "surrogatepass"))
            numbers[word] = number
        words.append(number)
    if len(words) < WORDS:
        return frozenset(words)
    first, second, third = _SPREAD
    return frozenset(
        (a * first + b * second + c * third) & _MASK
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def shared_share(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the larger set that both hold, from 0 to 1."""
    larger = max(len(one), len(other))
    return len(one & other) / larger if larger else 0.0
