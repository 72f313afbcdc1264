"""Which chains may be meant: by name, by initials, by head word, latest first.

A text names thousands of actors in the worst case; a mention must not be compared with
all of them.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

# No text has more rivals for one description; it bounds the work on a hostile one.
_MOST_RIVALS = 200
_SMALL = ("of", "the", "and", "for")


class Recall:
    """The chains of one article, found by what their mentions say."""

    __slots__ = ("_by_initials", "_by_name", "_by_word")

    def __init__(self) -> None:
        """Start with no chain."""
        self._by_name: dict[str, list[int]] = {}
        self._by_initials: dict[str, int] = {}
        self._by_word: dict[str, dict[int, None]] = {}

    def add_name(self, chain: int, name: str) -> None:
        """Remember that a chain has a name."""
        self._by_name.setdefault(name, []).append(chain)
        parts = [p for p in name.split() if p not in _SMALL]
        if len(parts) > 1:
            # "Ministry of Defence" is MD as well as MOD.
            for words in (parts, [p for p in name.split() if p == "of" or p in parts]):
                initials = "".join(p[0] for p in words)
                first = self._by_initials.get(initials, chain)
                self._by_initials[initials] = min(first, chain)

    def named(self, names: Iterable[str]) -> list[int]:
        """Return the chains that have any of these names, the oldest first."""
        return sorted({n for name in names for n in self._by_name.get(name, ())})

    def abbreviated(self, initials: str) -> int | None:
        """Return the oldest chain with a name of these initials."""
        return self._by_initials.get(initials)

    def touch(self, chain: int, words: Iterable[str]) -> None:
        """Remember that a chain was just mentioned and what describes it."""
        for word in words:
            chains = self._by_word.setdefault(word, {})
            chains.pop(chain, None)
            chains[chain] = None

    def recent(self, word: str) -> Iterator[int]:
        """Yield the chains that a word describes, the last mentioned first."""
        yield from islice(reversed(self._by_word.get(word, {})), _MOST_RIVALS)
