"""Lines on pages made to paragraphs: running heads out, order, joins.

    drop_running(pages)   heads, feet and page numbers, which repeat at one place
    find_headline(pages)  the largest type at the top of the first page
    group_lines(pages)    blocks, each of one line a paragraph or of short lines

Distances are in points (1/72 inch), from the lower left corner of a page. Nothing here
knows PDF; a page is lines with places.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

EDGE = 0.12
"""Share of a page's height, at top and bottom, where heads and feet stand."""
EDGE_LINES = 4
SAME_PLACE = 8.0
HEADLINE = 1.2
"""A headline's type is this many times as large as the story's."""
GAP = 1.3
"""Lines this many times as far apart as others part paragraphs."""
GUTTER = 1.5
"""White space of this many sizes of type parts columns, and not words."""
MAX_CUT = 1500
"""Lines of a page beyond which it is no page of text and is not cut."""
MIN_COLUMN = 12
"""Characters of the usual line of a column; fewer are labels before values."""

_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\s*[-\u2013\u2014|]?\s*\d{1,4}\s*[-\u2013\u2014|]?"
    r"(?:\s*(?:of|/|von|sur)\s*\d{1,4})?",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?:https?://|file:///)\S+(?:\s+\d{1,4}/\d{1,4})?")
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*$")
# Before these a hyphen at a line's end belongs to the word.
_COMPOUND = re.compile(
    r"\b(?:self|ex|non|half|all|vice|mid|cross|well|co|post|pre|anti|pro|so)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `is_broken` where it ends in a word that goes on in the next."""

    page: int
    left: float
    right: float
    bottom: float
    size: float
    text: str
    is_broken: bool = False


@dataclass(slots=True)
class Page:
    """A page's height and lines."""

    height: float
    lines: list[Line]


def drop_running(pages: list[Page]) -> list[str]:
    """Take heads, feet and page numbers off the pages; return what they said."""
    edges = {id(line): line for page in pages for line in _find_edges(page)}
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in edges.values():
        places[_spell(line.text), _level(line)].add(line.page)
    dropped = []
    for page in pages:
        kept = []
        for line in page.lines:
            if id(line) in edges and _is_running(line, places, len(pages)):
                dropped.append(line.text)
            else:
                kept.append(line)
        page.lines = kept
    return dropped


def _find_edges(page: Page) -> Iterator[Line]:
    """The outermost lines at the top and bottom of a page."""
    lines = sorted(page.lines, key=lambda line: line.bottom)
    for line in lines[:EDGE_LINES]:
        if line.bottom < EDGE * page.height:
            yield line
    for line in lines[EDGE_LINES:][-EDGE_LINES:] or lines[-1:]:
        if line.bottom > (1 - EDGE) * page.height:
            yield line


def _spell(text: str) -> str:
    """A line with its numbers made one, so that page numbers do not matter."""
    return re.sub(r"\d+", "#", text).lower()


def _level(line: Line) -> int:
    return round(line.bottom / SAME_PLACE)


def _is_running(
    line: Line, places: dict[tuple[str, int], set[int]], pages: int
) -> bool:
    """Whether a line at a page's edge is no part of the story."""
    if _PAGE_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text):
        return True
    text, level = _spell(line.text), _level(line)
    same = sum(len(places.get((text, level + by), ())) for by in (-1, 0, 1))
    # Left and right pages may have heads of their own.
    return same >= max(2, 0.3 * pages)


def find_headline(pages: list[Page]) -> str | None:
    """Take the headline off the first page and return it; None where there is none."""
    lines = pages[0].lines if pages else []
    body = _find_body_size(pages)
    upper = [line for line in lines if line.bottom > 0.4 * pages[0].height]
    if body is None or not upper:
        return None
    largest = max(line.size for line in upper)
    if largest < HEADLINE * body:
        return None
    found: list[Line] = []
    for line in upper:
        if line.size > 0.93 * largest:
            found.append(line)
        elif found:
            break
    taken = {id(line) for line in found}
    if len(found) > 6 or len(taken) == len(lines):
        return None
    pages[0].lines = [line for line in lines if id(line) not in taken]
    return join_lines(found, words=frozenset()) or None


def _find_body_size(pages: list[Page]) -> float | None:
    """The size of type in which most characters are set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None


def group_lines(pages: list[Page]) -> list[tuple[str, ...]]:
    """Return the blocks of all pages in reading order.

    A paragraph is a block of one line, its lines joined; lines that are short and stand
    together, as in the head of a form, are a block of several.
    """
    lines = [line for page in pages for line in order_lines(page.lines) if line.text]
    words = frozenset(word for line in lines for word in line.text.lower().split())
    pitch, columns = _find_pitch(lines), _find_columns(lines)
    blocks: list[list[list[Line]]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None or _parts(before, line, pitch, columns):
            blocks.append([[line]])
        elif before.is_broken or _is_full(before, line, columns):
            blocks[-1][-1].append(line)
        else:
            blocks[-1].append([line])
    return [
        tuple(join_lines(run, words=words) for run in block if run) for block in blocks
    ]


def join_lines(lines: Sequence[Line], *, words: frozenset[str]) -> str:
    """Join lines to one, with words that a line's end broke made whole.

    Args:
        lines: In order.
        words: All words of the file, lower case: a broken word that stands in it with
            its hyphen keeps it.
    """
    joined = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None:
            joined = line.text
        elif not before.is_broken:
            joined += " " + line.text
        else:
            joined += _choose_hyphen(joined, line.text, words) + line.text
    return joined


def _choose_hyphen(before: str, after: str, words: frozenset[str]) -> str:
    """A hyphen, or nothing, between the two parts of a broken word."""
    start, end = (before.split() or [""])[-1], (after.split() or [""])[0]
    bare = end.rstrip(".,;:!?)\"'\u201d\u2019")
    if f"{start}-{bare}".lower() in words:
        return "-"
    if f"{start}{bare}".lower() in words:
        return ""
    return "-" if _COMPOUND.search(start) or not bare[:1].islower() else ""


def order_lines(lines: list[Line]) -> list[Line]:
    """Return the lines of a page in reading order.

    Programs write a story in its order, column by column. Where they write it row by
    row, or lines of one column go up the page again and again, the order is made from
    the places of the lines; else what stands in one row becomes one line again.
    """
    rows = sum(_same_row(before, after) for before, after in pairwise(lines))
    ups = sum(
        after.bottom > before.bottom + before.size and _overlap(before, after)
        for before, after in pairwise(lines)
    )
    limit = max(1, 0.08 * len(lines))
    if len(lines) <= MAX_CUT and (rows > 2 * limit or ups > limit):
        return _merge_rows(_cut_page(lines))
    return _merge_rows(lines)


def _same_row(one: Line, other: Line) -> bool:
    """Whether two lines stand side by side."""
    is_level = abs(one.bottom - other.bottom) < 0.4 * one.size
    return is_level and one.page == other.page and not _overlap(one, other)


def _overlap(one: Line, other: Line) -> bool:
    """Whether two lines stand one above the other."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > 0.3 * min(one.right - one.left, other.right - other.left)


def _merge_rows(lines: list[Line]) -> list[Line]:
    """Lines that follow one another in one row made one."""
    merged: list[Line] = []
    for line in lines:
        before = merged[-1] if merged else None
        if before is None or not _same_row(before, line) or line.left < before.left:
            merged.append(line)
            continue
        text = f"{before.text} {line.text}"
        merged[-1] = replace(
            before, right=line.right, text=text, is_broken=line.is_broken
        )
    return merged


def _cut_page(lines: list[Line]) -> list[Line]:
    """Order by cuts: columns where a white gap parts all lines, else from the top."""
    done: list[Line] = []
    waiting = [sorted(lines, key=lambda line: (-line.bottom, line.left))]
    while waiting:
        rest = waiting.pop()
        gap = _find_column_gap(rest)
        if gap is not None:
            waiting.append([line for line in rest if line.left >= gap])
            waiting.append([line for line in rest if line.left < gap])
        elif rest:
            done.append(rest[0])
            waiting.append(rest[1:])
    return done


def _find_column_gap(lines: list[Line]) -> float | None:
    """Where a column begins that no line crosses into; None for one column."""
    ordered = sorted(lines, key=lambda line: line.left)
    end = ordered[0].right if ordered else 0.0
    for number, line in enumerate(ordered):
        if line.left > end + 0.8 * line.size:
            sides = ordered[:number], ordered[number:]
            if all(_is_column(side) for side in sides):
                return line.left
        end = max(end, line.right)
    return None


def _is_column(lines: list[Line]) -> bool:
    """Whether lines are a column of text: more than one, and no mere labels."""
    length = median(len(line.text) for line in lines)
    return len(lines) > 1 and length >= MIN_COLUMN


def _find_pitch(lines: list[Line]) -> float:
    """The usual distance from one line to the next, in sizes of type.

    It is the least of the common ones: in short paragraphs gaps are as common.
    """
    steps = Counter(
        round((before.bottom - after.bottom) / before.size, 1)
        for before, after in pairwise(lines)
        if before.page == after.page and before.bottom > after.bottom
    )
    near = {step: count for step, count in steps.items() if 0.8 <= step < 3}
    common = [step for step, count in near.items() if count >= 0.1 * sum(near.values())]
    return min(common, default=1.2)


_Columns = dict[tuple[int, int], float]


def _find_columns(lines: list[Line]) -> _Columns:
    """How far right the lines reach that begin at about one place on a page."""
    reach: _Columns = {}
    for line in lines:
        key = _column(line)
        reach[key] = max(reach.get(key, 0.0), line.right)
    return reach


def _column(line: Line) -> tuple[int, int]:
    # Indented lines belong to the column that they stand in.
    return line.page, round(line.left / 40)


def _is_full(before: Line, line: Line, columns: _Columns) -> bool:
    """Whether a line ends because the first word of the next had no room in it."""
    width = (before.right - before.left) / max(1, len(before.text))
    word = line.text.split(" ", 1)[0]
    needed = before.right + width * (len(word) + 1)
    # Letters differ in width, so a little less is enough.
    return needed > columns[_column(before)] - 2 * width


def _parts(before: Line, line: Line, pitch: float, columns: _Columns) -> bool:
    """Whether a paragraph ends between two lines."""
    if before.is_broken:
        return False
    if not 0.87 < line.size / before.size < 1.15:
        return True
    has_ended = bool(_SENTENCE_END.search(before.text))
    is_full = _is_full(before, line, columns)
    down = before.bottom - line.bottom
    if before.page != line.page or down <= 0 or not _overlap(before, line):
        # Into the next column or page only an unfinished sentence goes on.
        return not line.text[:1].islower() and (has_ended or not is_full)
    if down / before.size > GAP * pitch:
        return True
    if line.left > before.left + 0.8 * before.size:
        return True
    return has_ended and not is_full
