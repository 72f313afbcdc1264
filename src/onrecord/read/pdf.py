"""PDF, where the extra `pdf` is installed: its text in reading order.

pypdfium2 takes the characters with their places from the pages; `layout.py` drops
running heads and page numbers, orders lines and joins them to paragraphs, with words
broken at line ends made whole. The headline is the largest type at the top of the first
page, else the title in the document's information. Its dates say when the file was
made, which for a printed page is years after, and are not used; a day printed at the
head of the text is. A file that is an export of a press database is split (`press.py`).
"""

import re
from collections.abc import Iterator
from typing import Any

from onrecord.model.article import PublishedBasis
from onrecord.read.edges import trim_edges
from onrecord.read.kinds import Kind
from onrecord.read.layout import (
    GUTTER,
    Line,
    Page,
    drop_running,
    find_headline,
    group_lines,
)
from onrecord.read.names import clean_line
from onrecord.read.place import Item, Place
from onrecord.read.press import read_export
from onrecord.read.receive import Found, receive, reject

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

MAX_PAGES = 5000
MAX_CHARS_ON_PAGE = 100_000

_MISSING = (
    "This is a PDF, and what reads PDF is not installed; run "
    "`pip install 'onrecord[pdf]'` and read it again."
)
_LOCKED = "This PDF is locked with a password; save it without one and read that."
_BROKEN = "This PDF cannot be read ({}); print it to a new PDF, or save its text."
_NO_TEXT = (
    "This PDF has no text in it, only pictures of pages; run text recognition (OCR) "
    "over it and read the result."
)
_TOO_LONG = f"This PDF has more than {MAX_PAGES:,} pages; split it."
# What pdfium gives in place of a hyphen that breaks a word at a line's end.
_HYPHENS = (0x2, 0xFFFE, 0xAD)
_LINE_ENDS = (0xA, 0xD)
_LIGATURES = str.maketrans(
    {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
)
_NO_TITLE = re.compile(
    r"(?:Microsoft Word - .*|untitled.*|Document\s?\d*|.{0,3}|https?:.*"
    r"|\S*\.(?:docx?|pdf|rtf|indd|odt|qxd|html?))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}")


def read_pdf(content: bytes, place: Place) -> Iterator[Item]:
    """Read one PDF."""
    try:
        # Imported here because it is an extra.
        import pypdfium2
    except ImportError:
        yield reject(place.source, _MISSING, content)
        return
    # Files are damaged in many ways, and the exceptions are as many.
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if len(document) > MAX_PAGES:
                yield reject(place.source, _TOO_LONG, content)
                return
            named = clean_line(document.get_metadata_value("Title"))
            pages = [_read_page(document, number) for number in range(len(document))]
        finally:
            document.close()
    except Exception as err:
        is_locked = "password" in str(err).lower()
        why = clean_line(str(err)) or type(err).__name__
        reason = _LOCKED if is_locked else _BROKEN.format(why.rstrip("."))
        yield reject(place.source, reason, content)
        return
    if not any(page.lines for page in pages):
        yield reject(place.source, _NO_TEXT, content)
        return
    yield from _read_pages(pages, named, content, place)


def _read_pages(
    pages: list[Page], named: str | None, content: bytes, place: Place
) -> Iterator[Item]:
    """Make the article or articles of the pages."""
    dropped = drop_running(pages)
    export = read_export(group_lines(pages), content, str(Kind.PDF), place)
    if export is not None:
        yield from export
        return
    title = find_headline(pages)
    if title is None and named and not _NO_TITLE.fullmatch(named):
        title = named
    blocks = group_lines(pages)
    edges = trim_edges(
        [" ".join(block) for block in blocks], titles=(title,) if title else ()
    )
    addresses = [_ADDRESS.search(line) for line in dropped]
    dateline = edges.dateline
    day = edges.published or (dateline.day if dateline else None)
    found = Found(
        text="\n\n".join(edges.paragraphs),
        title=title,
        url=next((match[0] for match in addresses if match), None),
        authors=edges.authors,
        published=day,
        basis=PublishedBasis.DATELINE if day else None,
        dateline=dateline.place if dateline else None,
    )
    yield receive(
        found,
        content,
        source=place.source,
        media_type=Kind.PDF,
        options=place.options,
    )


def _read_page(document: Any, number: int) -> Page:
    """The lines of one page, in the order in which the file writes them."""
    page = document[number]
    text = page.get_textpage()
    try:
        return Page(page.get_height(), list(_cut_lines(text, number)))
    finally:
        text.close()
        page.close()


def _cut_lines(text: Any, page: int) -> Iterator[Line]:
    """Cut a page's characters into lines with their places."""
    from pypdfium2 import raw

    start = 0
    kept: list[int] = []
    count = min(text.count_chars(), MAX_CHARS_ON_PAGE)
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        if code not in _LINE_ENDS and code not in _HYPHENS:
            if not kept:
                start = at
            kept.append(code)
            continue
        if kept:
            yield from _make_lines(text, page, start, kept, is_broken=code in _HYPHENS)
        kept = []
    if kept:
        yield from _make_lines(text, page, start, kept, is_broken=False)


def _make_lines(
    text: Any, page: int, start: int, codes: list[int], *, is_broken: bool
) -> Iterator[Line]:
    """One row of characters as lines: where it runs over a gutter, it is several."""
    words: list[tuple[str, Box, Box]] = []
    at = 0
    while at < len(codes):
        end = at
        while end < len(codes) and codes[end] > 0x20:
            end += 1
        if end > at:
            word = "".join(map(chr, codes[at:end])).translate(_LIGATURES)
            first = text.get_charbox(start + at, loose=True)
            words.append((word, first, text.get_charbox(start + end - 1, loose=True)))
        at = end + 1
    run: list[tuple[str, Box, Box]] = []
    for placed in words:
        _, first, _ = placed
        if run and first[0] - run[-1][2][2] > GUTTER * (first[3] - first[1]):
            yield _make_line(run, page, is_broken=False)
            run = []
        run.append(placed)
    if run:
        yield _make_line(run, page, is_broken=is_broken)


def _make_line(
    words: list[tuple[str, Box, Box]], page: int, *, is_broken: bool
) -> Line:
    """Words that stand in one row, each with the boxes of its first and last letter."""
    left, bottom, _, top = words[0][1]
    return Line(
        page=page,
        left=left,
        right=max(words[0][1][2], words[-1][2][2]),
        bottom=bottom,
        size=max(top - bottom, 0.1),
        text=" ".join(word for word, _, _ in words),
        is_broken=is_broken,
    )
