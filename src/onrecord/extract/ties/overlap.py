"""How far two stretches of text say the same: shared content words, nothing more."""

import re
from functools import lru_cache

# Words that say nothing of what a proposition is about.
_EMPTY_WORDS = (
    "a an the of to in on at by for with from and or but that this these those it its "
    "is are was were be been being has have had having do does did will would shall "
    "should can could may might must as he she they him her them his their hers i we "
    "us you my our your me not no nor who whom whose which what when where how why if "
    "than then so such some any all both each other also just only about into over "
    "under after before during against between said says say told tell there here very "
    "more most one two up out off own same more until while because though although "
    "s t mr mrs ms dr"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:ations?|(?<=\w{4})ions?|ing|ment|ed|es|s|e|al)$")


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Return the content words of a text, each cut down to its stem."""
    words = _WORD.findall(text.lower().replace("’", "'").replace("'s", ""))
    return frozenset(_stem(w) for w in words if w not in _EMPTY)


def _stem(word: str) -> str:
    """Return a word without its ending, so that "freed" meets "freeing"."""
    if len(word) < 5 or word.isdigit():
        return word
    return _ENDING.sub("", word).rstrip("e")


def share(one: str, other: str, *, least: int = 2) -> float:
    """Return the share of the shorter text's content words that the other has.

    Args:
        one: A text.
        other: Another.
        least: Fewer words in common than this count as none, unless one text has
            only a single word.
    """
    a, b = content_words(one), content_words(other)
    smaller = min(len(a), len(b))
    common = len(a & b)
    if not smaller or common < min(least, smaller):
        return 0.0
    return common / smaller


def dice(one: str, other: str) -> float:
    """Return the Dice overlap of two texts' content words."""
    a, b = content_words(one), content_words(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
