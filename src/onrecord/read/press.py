"""Exports of press databases: many articles in one file, split into articles.

Two families are known by how they end an article. Nexis writes "End of Document", or
"3 of 100 DOCUMENTS" before each; Factiva writes "Document" and the article's number.
Around each story stands a head of lines and a tail; which label says what is data
(`lexicons/press_labels.tsv`). Three layouts of a head are read:

    Headline / Outlet / Day / Copyright / "Length: 512 words" / "Body"        Nexis
    Headline / "By ..." / 512 words / Day / Outlet / Code / English / (c)     Factiva
    HD Headline, WC 512 words, PD Day, SN Outlet, LP and TD the story         its codes

The day has the basis `export`. The bytes received of an article are its piece of a
plain text, and the whole file otherwise (it is stored once). A file without such ends
is no export. The three layouts stand in one module because a piece is told to be one
only by what the others look for, and all read the same lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model.article import PublishedBasis
from onrecord.read.days import Day, parse_day
from onrecord.read.edges import trim_edges
from onrecord.read.names import clean_line, split_names
from onrecord.read.place import Item, Place
from onrecord.read.press_labels import Label, find_code, find_label
from onrecord.read.receive import Found, receive, reject

Block = tuple[str, ...]
"""Lines that stand together: a paragraph, or what is between two blank lines."""

MAX_HEAD_LINES = 60

_END = re.compile(
    r"\s*(?:End of Document|(?:AN\s+)?Document (?P<ref>[A-Za-z]\w{14,40}))\s*"
)
_START = re.compile(r"\s*\d{1,6} of \d{1,6} DOCUMENTS?\s*")
MAX_MARK = 200
_LENGTH = re.compile(r"[\d,. ]{1,9} words", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright\b|\(c\)|©)", re.IGNORECASE)
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}"
    r"|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8},? \d{4})\b"
)
_EDITION = re.compile(r"(?:.*\b(?:edition|final|update \d)\b.*|\d{1,2}:\d\d.*)", re.I)
# Between the day and the story Factiva writes these without a label.
_SMALL = re.compile(
    r"(?:\d{1,2}:\d\d.*|[A-Z0-9]{2,10}|\d+|(?:Page|pg?\.|Pages|Volume|Vol\.|Issue) .*"
    r"|.{0,30}\bEdition)"
)
_LANGUAGE = re.compile(r"[A-Z][a-z]{3,12}(?: \([A-Z][a-z]+\))?")
MAX_LINES_BEHIND_DAY = 12
# Lines of a text that a program broke are about this long.
_BROKEN_AT = range(45, 120)

_NO_BODY = (
    "This article of the export has only its head ({}); export it with its full text."
)


@dataclass(slots=True)
class _Piece:
    """One article of an export while it is taken apart."""

    lines: list[str]
    # For every line, the number of its block.
    blocks: list[int]
    ref: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: str | None = None
    published: str | None = None
    dateline: str | None = None
    url: str | None = None
    has_head: bool = False
    body: list[str] = field(default_factory=list)


def is_export(text: str) -> bool:
    """Whether a text has the marks that end or begin an article of an export."""
    # Line by line: over all of it a search for white space at a line's start would look
    # through thousands of blank lines again from each of them.
    return any(_is_mark(line) for line in text.splitlines())


def split_blocks(text: str) -> list[Block]:
    """Return the blocks of a plain text: blank lines part them."""
    blocks: list[Block] = []
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            blocks.append(tuple(lines))
            lines = []
    return [*blocks, tuple(lines)] if lines else blocks


def read_export(
    blocks: Sequence[Block],
    content: bytes,
    media_type: str,
    place: Place,
    *,
    is_text: bool = False,
) -> Iterator[Item] | None:
    """Read an export of a press database; None where this is none.

    Args:
        blocks: All of the file, in order.
        content: Its bytes.
        media_type: The kind of the file.
        place: Where it stands.
        is_text: Whether each article's own lines are its bytes.
    """
    if not any(_is_mark(line) for block in blocks for line in block):
        return None
    pieces = [_take_apart(piece) for piece in _cut(blocks)]
    pieces = [piece for piece in pieces if piece.has_head]
    if not pieces:
        return None
    return _receive_all(pieces, None if is_text else content, media_type, place)


def _is_mark(line: str) -> bool:
    return len(line) <= MAX_MARK and bool(
        _END.fullmatch(line) or _START.fullmatch(line)
    )


def _receive_all(
    pieces: list[_Piece], content: bytes | None, media_type: str, place: Place
) -> Iterator[Item]:
    """Make the articles."""
    for number, piece in enumerate(pieces, start=1):
        source = f"{place.source}#{number}"
        raw = "\n".join(piece.lines).encode("utf-8", "surrogatepass")
        received = raw if content is None else content
        found = _find(piece)
        if found is None:
            named = (clean_line(piece.title) or "without a headline")[:80]
            yield reject(source, _NO_BODY.format(named), received)
            continue
        yield receive(
            found,
            received,
            source=source,
            media_type=media_type,
            options=place.options,
        )


def _find(piece: _Piece) -> Found | None:
    """Gather the fields; None where there is no story."""
    authors = split_names(piece.authors) if piece.authors else ()
    titles = (piece.title,) if piece.title else ()
    edges = trim_edges(piece.body, titles=titles, authors=authors)
    if not edges.paragraphs:
        return None
    day = _read_day(piece.published) if piece.published else None
    basis = PublishedBasis.EXPORT
    dateline = edges.dateline
    if day is None and dateline is not None:
        day, basis = dateline.day, PublishedBasis.DATELINE
    return Found(
        text="\n\n".join(edges.paragraphs),
        title=clean_line(piece.title),
        url=piece.url if piece.url and piece.url.startswith("http") else None,
        ref=piece.ref,
        publisher=clean_line(piece.publisher),
        authors=authors or edges.authors,
        published=day,
        basis=basis if day else None,
        dateline=dateline.place if dateline else clean_line(piece.dateline),
    )


def _read_day(line: str) -> Day | None:
    """The day at the start of a line; a time and an edition may follow."""
    match = _DAY.match(line.strip())
    return parse_day(match["day"].replace(".", "")) if match else None


def _cut(blocks: Sequence[Block]) -> Iterator[_Piece]:
    """Cut the file where an article ends or the next one begins."""
    piece = _Piece([], [])
    for number, block in enumerate(blocks):
        for line in block:
            end = _END.fullmatch(line)
            if end or _START.fullmatch(line):
                piece.ref = end["ref"] if end else None
                yield piece
                piece = _Piece([], [])
            else:
                piece.lines.append(line)
                piece.blocks.append(number)
    yield piece


def _take_apart(piece: _Piece) -> _Piece:
    """Find head and body of one piece, in the layout that it has."""
    codes = [find_code(line) for line in piece.lines]
    fields = {code.field for code in codes if code is not None}
    if {"title", "text"} <= fields or {"title", "published", "publisher"} <= fields:
        _read_codes(piece)
        return piece
    lengths = [
        at
        for at, line in enumerate(piece.lines[:MAX_HEAD_LINES])
        if _LENGTH.fullmatch(line.strip())
    ]
    if lengths:
        _read_counted(piece, lengths[0])
    else:
        _read_labelled(piece)
    return piece


# Factiva with its field codes


def _read_codes(piece: _Piece) -> None:
    """Read lines that begin with a code of two or three letters."""
    values: dict[str, list[tuple[int, str]]] = {}
    now: Label | None = None
    for block, line in zip(piece.blocks, piece.lines, strict=True):
        code = find_code(line)
        if code is not None:
            now, line = code, code.value
        if now is not None and now.field and line.strip():
            values.setdefault(now.field, []).append((block, line.strip()))
    piece.has_head = True
    for name in ("title", "publisher", "authors", "published", "dateline"):
        if name in values:
            setattr(piece, name, " ".join(line for _, line in values[name]))
    piece.body = _join(values.get("text", []))


# Factiva without codes: the line that counts words is the fixed point


def _read_counted(piece: _Piece, at: int) -> None:
    """Read a head around the line "512 words", which is line `at`."""
    before = _last_lines(piece, at)
    if (before and before[-1].lower().startswith("by ")) or (
        len(before) > 1 and _is_name(before[-1]) and not _is_name(before[-2])
    ):
        piece.authors = before.pop()
    # The section stands above the headline.
    if len(before) > 1 and len(before[0].split()) <= 3 < len(before[1].split()):
        before.pop(0)
    piece.title = before[0] if before else None
    start = _read_behind_day(piece, at + 1)
    piece.has_head = piece.published is not None
    piece.body = _join_lines(piece, start, len(piece.lines))


def _read_behind_day(piece: _Piece, at: int) -> int:
    """Read day, outlet, language and copyright; return where the story starts."""
    has_language = False
    for number in range(at, min(at + MAX_LINES_BEHIND_DAY, len(piece.lines))):
        line = piece.lines[number].strip()
        if _COPYRIGHT.match(line):
            return _skip_block(piece, number)
        if has_language:
            return number
        if piece.published is None and _read_day(line) is not None:
            piece.published = line
        elif _SMALL.fullmatch(line):
            continue
        elif piece.publisher is None:
            piece.publisher = line
        elif _LANGUAGE.fullmatch(line):
            has_language = True
        else:
            return number
    return min(at + MAX_LINES_BEHIND_DAY, len(piece.lines))


def _last_lines(piece: _Piece, at: int) -> list[str]:
    """The few lines before line `at`; what a cover sheet says stands further off."""
    return [line.strip() for line in piece.lines[max(0, at - 4) : at]]


def _is_name(line: str) -> bool:
    """Whether a line may be a person's name: few words, most with capitals."""
    words = line.split()
    capitals = sum(word[:1].isupper() for word in words)
    return 2 <= len(words) <= 6 and capitals >= len(words) - 1


# Nexis: labels, and above them headline, outlet and day


def _read_labelled(piece: _Piece) -> None:
    """Read a head of labelled lines."""
    first, start = _find_head(piece)
    if first is None:
        return
    above = [
        (block, line.strip())
        for block, line in zip(piece.blocks[:first], piece.lines[:first], strict=True)
    ]
    piece.has_head = True
    _read_above(piece, above)
    piece.body = _join_lines(piece, start, _find_tail(piece, start))


def _find_head(piece: _Piece) -> tuple[int | None, int]:
    """The first line of the labelled head, and where the story starts."""
    first: int | None = None
    number = 0
    while number < len(piece.lines):
        line = piece.lines[number].strip()
        label = find_label(line)
        if label is not None and label.part == "body":
            return (first if first is not None else number), number + 1
        if first is None and number > MAX_HEAD_LINES:
            return None, 0
        if _COPYRIGHT.match(line):
            first = number if first is None else first
            number = _skip_block(piece, number)
        elif label is not None and label.part == "head":
            first = number if first is None else first
            number = _take_label(piece, label, number)
        elif first is None or re.match(r"all rights reserved", line, re.IGNORECASE):
            number += 1
        else:
            break
    # "Body" may still come: a label that is not known stands between.
    for ahead in range(number, min(number + 8, len(piece.lines))):
        label = find_label(piece.lines[ahead].strip())
        if label is not None and label.part == "body":
            return first, ahead + 1
    return first, number


def _take_label(piece: _Piece, label: Label, number: int) -> int:
    """Read one label's line with those that it was broken into."""
    end = number + 1
    while (
        end < len(piece.lines)
        and piece.blocks[end] == piece.blocks[number]
        and find_label(piece.lines[end].strip()) is None
        and len(piece.lines[end - 1]) in _BROKEN_AT
    ):
        end += 1
    value = " ".join(
        [label.value, *(line.strip() for line in piece.lines[number + 1 : end])]
    )
    if label.field and hasattr(piece, label.field) and not getattr(piece, label.field):
        setattr(piece, label.field, value.strip() or None)
    return end


def _read_above(piece: _Piece, above: list[tuple[int, str]]) -> None:
    """Read headline, outlet and day from the lines above the first label."""
    at = next(
        (n for n, (_, line) in enumerate(above) if _read_day(line) and len(line) < 90),
        None,
    )
    if at is None:
        if above and piece.title is None:
            piece.title = _join_block(above, above[-1][0])
        return
    piece.published = piece.published or above[at][1]
    if at and piece.publisher is None:
        piece.publisher = above[at - 1][1]
    if piece.title is None and at > 1:
        # Only the lines next to the outlet: a cover sheet may stand above.
        piece.title = _join_block(above[: at - 1], above[at - 2][0])
    behind = [pair for pair in above[at + 1 :] if not _EDITION.fullmatch(pair[1])]
    behind = [pair for pair in behind if pair[0] != above[at][0]]
    if piece.title is None and behind:
        piece.title = _join_block(behind, behind[0][0])


def _join_block(lines: list[tuple[int, str]], block: int) -> str:
    return " ".join(line for number, line in lines if number == block)


def _find_tail(piece: _Piece, start: int) -> int:
    """Where the labelled tail begins."""
    for number in range(start, len(piece.lines)):
        line = piece.lines[number].strip()
        label = find_label(line)
        is_first = piece.blocks[number] != piece.blocks[number - 1]
        if label is not None and label.part == "tail" and is_first:
            return number
    return len(piece.lines)


# Paragraphs


def _skip_block(piece: _Piece, number: int) -> int:
    """The first line behind the block of line `number`."""
    block = piece.blocks[number]
    while number < len(piece.lines) and piece.blocks[number] == block:
        # Without blank lines the story follows at once.
        is_last = not re.search(
            r"copyright|\(c\)|©|rights reserved", piece.lines[number], re.IGNORECASE
        )
        if is_last:
            return number
        number += 1
    return number


def _join_lines(piece: _Piece, start: int, end: int) -> list[str]:
    """The paragraphs of some lines."""
    pairs = zip(piece.blocks[start:end], piece.lines[start:end], strict=True)
    return _join([(block, line.strip()) for block, line in pairs])


def _join(lines: list[tuple[int, str]]) -> list[str]:
    """Paragraphs: a block whose lines a program broke is one, else every line is."""
    paragraphs: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end][0] == lines[at][0]:
            end += 1
        block = [line for _, line in lines[at:end] if line]
        if all(len(line) in _BROKEN_AT for line in block[:-1]):
            block = [" ".join(block)]
        paragraphs.extend(line for line in block if line)
        at = end
    return paragraphs
