"""Words as `resolve` compares them: what is left of a text without its small words."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from functools import lru_cache

Words = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = """
    a about after all also an and any are as at be been before being between both but by
    can could did do does for from had has have he her him his how i if in into is it
    its may me might more mr mrs ms must my no nor not now of on one or other our out
    over own s said say says shall she should so some such t than that the their them
    then there these they this those to told under until up was we were what when where
    whether which while who whom whose why will with would you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())
# Endings that tell forms of one word apart, the longest first: "releases", "released"
# and "releasing" count as one word. Crude on purpose; both sides go through it.
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ed"),
    *("es", "s", "e", "y"),
)
_LEAST_STEM = 4


def content_words(text: str) -> Words:
    """Return the stems of a text's words that carry content, numbers included."""
    return _content_words(text)


@lru_cache(maxsize=65536)
def _content_words(text: str) -> Words:
    """Return content words, remembered: reports repeat each other's words."""
    words = _WORD.findall(text.casefold())
    return frozenset(_stem(word) for word in words if word not in _SMALL)


def dice(one: Words, other: Words) -> float:
    """Return Dice's overlap of two sets of words, from 0 to 1."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def containment(one: Words, other: Words) -> float:
    """Return the share of the smaller set that the larger one holds."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _stem(word: str) -> str:
    """Cut the first of the common endings that leaves enough of a word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


class WordIndex:
    """Finds earlier texts that may overlap with a new one without comparing all.

    Texts whose Dice overlap is at least `least` share one of their rarest words: with
    `n` words, one of the first `n - ceil(n * d / (2 - d)) + 1` in order of rarity
    (prefix filter, Chaudhuri et al. 2006), so only these are looked up. Texts of
    different `block`s never meet.
    """

    def __init__(self, texts: Iterable[Words], *, least: float) -> None:
        """Count the words of all texts that will be asked about."""
        self._counts: Counter[str] = Counter()
        for words in texts:
            self._counts.update(words)
        self._share = least / (2 - least)
        self._holders: dict[tuple[Hashable, str], list[int]] = defaultdict(list)

    def add(self, number: int, words: Words, *, block: Hashable = None) -> None:
        """Let later texts find `number` by these words."""
        for word in self._rarest(words):
            self._holders[block, word].append(number)

    def find(self, words: Words, *, block: Hashable = None) -> list[int]:
        """Return the numbers of texts that may overlap, smallest first."""
        found: set[int] = set()
        for word in self._rarest(words):
            found.update(self._holders.get((block, word), ()))
        return sorted(found)

    def _rarest(self, words: Words) -> list[str]:
        """Return the words by which a text is filed and looked up."""
        ordered = sorted(words, key=lambda word: (self._counts[word], word))
        needed = -int(-len(ordered) * self._share // 1)
        return ordered[: len(ordered) - max(needed, 1) + 1]
