"""The paragraphs behind the numbers of a page, each with the words that are cited.

A paragraph that several lines cite stands once. Its text is cut where marks begin and
end, and every piece names the places it belongs to, so that a page can mark the words
of the one place that a reader opened.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from onrecord.model.article import Article
from onrecord.report.lines import Cite

LONGEST = 1500
"""Characters of a paragraph that is shown whole; of a longer one what is near."""

AROUND = 400
"""Characters shown on each side of the words cited in a longer one."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")

Place = tuple[str, str, int, int]
"""Article, field, start and end, as a `Cite` has them."""


class Piece(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A stretch of a paragraph; `places` are the numbers of those it belongs to."""

    text: str
    places: tuple[int, ...] = ()


class Passage(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A paragraph of an article, or its title, in pieces.

    The pieces joined are the article's own characters. `is_cut` says on which sides
    text was left out of the paragraph.
    """

    article: str
    field: str
    places: tuple[int, ...]
    pieces: tuple[Piece, ...]
    is_cut: tuple[bool, bool] = (False, False)


def place_of(cite: Cite) -> Place:
    """Return what makes two citations one place."""
    return cite.article, cite.field, cite.start, cite.end


def find_passages(
    places: Mapping[Place, int], articles: Mapping[str, Article]
) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of each article in the order of its text, title first.

    Args:
        places: Every place cited, with its number on the page.
        articles: The articles with their texts, by id; a place in another is left out.
    """
    grouped: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for (article, field, start, end), number in places.items():
        if article in articles:
            grouped.setdefault((article, field), []).append((start, end, number))
    found: dict[str, list[Passage]] = {}
    for (article, field), marks in sorted(grouped.items(), key=_title_first):
        one = articles[article]
        text = one.text if field == "text" else one.title or ""
        found.setdefault(article, []).extend(_passages(article, field, text, marks))
    return {article: tuple(passages) for article, passages in found.items()}


def paragraph_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the paragraph, or paragraphs, of `text[start:end]`.

    Paragraphs stand apart by blank lines; in a text without any each line is one.
    """
    gap = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    left, right = 0, len(text)
    for match in gap.finditer(text):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def _title_first(
    group: tuple[tuple[str, str], list[tuple[int, int, int]]],
) -> tuple[str, bool]:
    """Return the key of the order: by article, the title before the text."""
    (article, field), _ = group
    return article, field == "text"


def _passages(
    article: str, field: str, text: str, marks: Sequence[tuple[int, int, int]]
) -> Iterator[Passage]:
    """Yield the passages that some places of one text need."""
    for start, end, inside in _stretches(text, sorted(marks)):
        left, right = paragraph_around(text, inside[0][0], inside[-1][1])
        yield Passage(
            article=article,
            field=field,
            places=tuple(number for _, _, number in inside),
            pieces=_pieces(text, start, end, inside),
            is_cut=(start > left, end < right),
        )


def _stretches(
    text: str, marks: Iterable[tuple[int, int, int]]
) -> list[tuple[int, int, list[tuple[int, int, int]]]]:
    """Return (start, end, places inside) of what is shown, overlaps joined."""
    found: list[tuple[int, int, list[tuple[int, int, int]]]] = []
    for mark in marks:
        start, end = _shown(text, mark[0], mark[1])
        if found and start < found[-1][1]:
            first, last, inside = found[-1]
            found[-1] = first, max(last, end), [*inside, mark]
        else:
            found.append((start, end, [mark]))
    return found


def _shown(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of what is shown around words: their paragraph, or near them.

    A cut stands at a space, where one is near.
    """
    left, right = paragraph_around(text, start, end)
    if right - left <= LONGEST:
        return left, right
    if start - left > AROUND:
        space = text.rfind(" ", left, start - AROUND)
        left = space + 1 if space > left else start - AROUND
    if right - end > AROUND:
        space = text.find(" ", end + AROUND, right)
        right = space if space > 0 else end + AROUND
    return left, right


def _pieces(
    text: str, start: int, end: int, marks: Sequence[tuple[int, int, int]]
) -> tuple[Piece, ...]:
    """Return `text[start:end]` cut where a mark begins or ends."""
    cuts = sorted({start, end, *(m[0] for m in marks), *(m[1] for m in marks)})
    pieces = []
    for left, right in pairwise(cuts):
        places = tuple(n for first, last, n in marks if first <= left and right <= last)
        pieces.append(Piece(text=text[left:right], places=places))
    return tuple(pieces)
