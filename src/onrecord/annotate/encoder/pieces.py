"""BERT's word pieces: what the encoder reads instead of characters.

Same cut as BERT's uncased tokenizer (Devlin et al. 2018): lower case, accents taken
off, marks apart, then the longest piece of the vocabulary from the left. Case, which
that loses, comes back as a word's shape.
"""

import unicodedata
from collections.abc import Iterable, Sequence

CLS, SEP, UNKNOWN, PAD = "[CLS]", "[SEP]", "[UNK]", "[PAD]"
# Longer words are one unknown piece, as in BERT; no word costs more than this squared.
_LONGEST = 100
SHAPES = ("none", "lower", "title", "upper", "mixed", "digit", "other")


class Pieces:
    """Cuts words into the numbers of a vocabulary. Words are remembered."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers."""
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self._unknown = self._ids[UNKNOWN]
        self.cls, self.sep = self._ids[CLS], self._ids[SEP]
        self._known: dict[str, tuple[int, ...]] = {}

    def __contains__(self, word: object) -> bool:
        """Whether a word, lower case, is one piece: the list of common words."""
        return word in self._ids

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces; at least one."""
        found = self._known.get(word)
        if found is None:
            parts = (self._longest(part) for part in _parts(_plain(word)))
            found = tuple(i for part in parts for i in part) or (self._unknown,)
            if len(self._known) < _REMEMBERED:
                self._known[word] = found
        return found

    def _longest(self, part: str) -> Iterable[int]:
        """Cut one part, the longest piece first."""
        if len(part) > _LONGEST:
            return (self._unknown,)
        out: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            mark = "##" if start else ""
            while end > start and mark + part[start:end] not in self._ids:
                end -= 1
            if end == start:
                return (self._unknown,)
            out.append(self._ids[mark + part[start:end]])
            start = end
        return out


def shape(word: str) -> int:
    """Return the number of a word's shape in `SHAPES`."""
    if any(c.isdigit() for c in word):
        return 5
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6
    if all(c.islower() for c in letters):
        return 1
    if not letters[0].isupper() or any(c.isupper() for c in letters[1:]):
        return 3 if all(c.isupper() for c in letters) else 4
    return 2


_REMEMBERED = 200_000
_QUOTES = str.maketrans("’‘“”", "''\"\"")


def _plain(word: str) -> str:
    """Return a word in lower case, accents, controls and curly marks taken off."""
    low = unicodedata.normalize("NFD", word.translate(_QUOTES).lower())
    return "".join(c for c in low if unicodedata.category(c) not in _DROPPED)


_DROPPED = frozenset({"Mn", "Cc", "Cf", "Cs", "Co", "Cn"})


def _parts(word: str) -> list[str]:
    """Return a word cut at every mark, as BERT's basic tokenizer does."""
    parts: list[str] = []
    run = ""
    for char in word:
        if char.isspace() or _is_mark(char):
            if run:
                parts.append(run)
            run = ""
            if not char.isspace():
                parts.append(char)
        else:
            run += char
    return [*parts, run] if run else parts


def _is_mark(char: str) -> bool:
    """Whether a character stands alone: ASCII signs, and Unicode punctuation."""
    ascii_sign = char.isascii() and not char.isalnum()
    return ascii_sign or unicodedata.category(char).startswith("P")
