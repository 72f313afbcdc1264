"""Words and places: what overlaps in a text, and what says about the same.

Two rules that hold here: offsets are code points, and words are compared without case,
stop words and the commonest endings, so that "released" and "release" agree.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

Place = tuple[str, int, int]
"""A field (`text` or `title`), a start and an end."""

_WORD = re.compile(r"\w+(?:\.\d+)?")
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Prof|[A-Z])\.$"
)
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e")
# One word a line, as a literal would have it, would fill a page.
_STOP = frozenset(
    """
    a an and are as at be been being but by can could did do does for from had has have
    he her hers him his i if in into is it its may me might more must my no not of on or
    our out over s shall she should so some t than that the their them then there these
    they this those to under until up us was we were what when where whether which while
    who whom whose will with would you your
    """.split()  # noqa: SIM905
)


def plain(words: str) -> str:
    """Return words with straight quotation marks, one case and single spaces."""
    words = unicodedata.normalize("NFKC", words).casefold()
    words = re.sub("[‘’\u02bc]", "'", words)
    words = re.sub("[“”„]", '"', words)
    return " ".join(words.split())


@lru_cache(maxsize=20_000)
def content_words(words: str) -> frozenset[str]:
    """Return the stems of content words; of all words where there are none other."""
    found = _WORD.findall(plain(words))
    content = [word for word in found if word not in _STOP]
    return frozenset(_stem(word) for word in content or found)


def dice(one: str, other: str) -> float:
    """Return Dice's coefficient of two texts' content words, 0 to 1."""
    ours, theirs = content_words(one), content_words(other)
    if not ours or not theirs:
        return 0.0
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def containment(one: str, other: str) -> float:
    """Return the share of the shorter text's content words that the other holds."""
    ours, theirs = content_words(one), content_words(other)
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / min(len(ours), len(theirs))


def alike(one: str, other: str) -> float:
    """Return how much two wordings agree, 0 where it is less than half.

    A wording that the other holds counts nearly as much as an equal one: one reader
    may write the whole clause where another writes its core.
    """
    whole, held = dice(one, other), containment(one, other)
    if whole >= 0.5:
        return whole
    return held / 2 if held >= 0.6 else 0.0


def any_alike(ones: Iterable[str], others: Iterable[str]) -> float:
    """Return the best agreement between two sets of wordings."""
    others = list(others)
    return max((alike(one, other) for one in ones for other in others), default=0.0)


def find_places(fields: dict[str, str], exact: str) -> list[Place]:
    """Return every place where words stand in an article, its text first."""
    return [
        (field, found.start(), found.end())
        for field in ("text", "title")
        for found in re.finditer(re.escape(exact), fields.get(field) or "")
    ]


def overlap(one: Place, other: Place) -> bool:
    """Whether two places share a character."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def any_overlap(ones: Iterable[Place], others: Iterable[Place]) -> bool:
    """Whether some place of one side shares a character with one of the other."""
    others = list(others)
    return any(overlap(one, other) for one in ones for other in others)


def sentence_of(fields: dict[str, str], place: Place) -> Place:
    """Return the sentence that a place begins in, by a rule of thumb of our own.

    The product's own sentences are not asked: a scorer that shared them would not see
    their mistakes.
    """
    field, at, _ = place
    start = 0
    text = fields.get(field) or ""
    for start_next, end in _sentences(text):
        if start_next > at:
            break
        start = start_next
        stop = end
    return field, start, stop


@lru_cache(maxsize=500)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a text as starts and ends that cover it."""
    starts = [0]
    for found in _END.finditer(text):
        if not _ABBREVIATED.search(text[max(0, found.start() - 6) : found.start()]):
            starts.append(found.end())
    return tuple(zip(starts, [*starts[1:], len(text) + 1], strict=True))


def _stem(word: str) -> str:
    """Cut the commonest endings, never below four letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
