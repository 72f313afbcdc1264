"""Reports as plain text for a terminal or a file, wrapped to a width.

Whatever came from an article passes through `printable` before it is laid out, so no
title or name can steer the terminal.
"""

import textwrap
from collections.abc import Iterator, Sequence

from onrecord.report.document import Item, Section, lay_out
from onrecord.report.layout import Report, copies_words, numbers, source_words
from onrecord.report.lines import Source
from onrecord.text.safe import printable

DAY_COLUMN = 22
"""Columns for the day in a timeline; a longer one gets a line of its own."""

MIN_WIDTH = 40
HASH_SHOWN = 12


def to_text(report: Report, *, width: int = 80) -> str:
    """Return a report as plain text.

    Args:
        report: A brief, a timeline or changes.
        width: Columns, at least `MIN_WIDTH`; a link longer than that is not broken.

    Returns:
        Lines without trailing spaces, with a line feed at the end. Ids and links stay
        in one piece.
    """
    width = max(width, MIN_WIDTH)
    document = lay_out(report)
    title = _wrap(document.title, width)
    lines = [*title, "=" * max(map(len, title), default=0)]
    lines += _wrap(document.basis, width)
    for section in document.sections:
        lines += _section(section, width)
    lines += _sources(document.sources, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _section(section: Section, width: int) -> Iterator[str]:
    """Yield a heading underlined, with a line free before it, then the items."""
    yield ""
    if section.heading:
        yield from _heading(section.heading)
    yield from _wrap(section.intro, width)
    for item in section.items:
        if item.day:
            yield from _dated(item, item.day, width)
        else:
            yield from _item(item, width)


def _item(item: Item, width: int, indent: str = "") -> Iterator[str]:
    """Yield an item with its sources and its id, then what stands under it."""
    mark = "!" if item.strong else "-"
    yield from _wrap(f"{mark} {_words(item)}", width, indent, hanging=2)
    for one in item.under:
        yield from _item(one, width, indent + "  ")


def _dated(item: Item, day: str, width: int) -> Iterator[str]:
    """Yield an item with its day in a column before it."""
    indent = " " * DAY_COLUMN
    lines = _wrap(_words(item), width, indent)
    day = printable(day)
    if len(day) < DAY_COLUMN and lines:
        lines[0] = day.ljust(DAY_COLUMN) + lines[0][DAY_COLUMN:]
    else:
        yield day
    yield from lines
    for one in item.under:
        yield from _item(one, width, indent)


def _words(item: Item) -> str:
    """Return an item's words with its sources, its id and its notes."""
    notes = (f"({note})" for note in item.notes)
    parts = (item.words, numbers(item.sources), item.fact, *notes)
    return " ".join(part for part in parts if part)


def _sources(sources: Sequence[Source], width: int) -> Iterator[str]:
    """Yield the numbered sources with link, article and hash, and their copies."""
    if sources:
        yield ""
        yield from _heading("Sources")
    for source in sources:
        number = f"[{source.number}] "
        hanging = len(number)
        yield from _wrap(number + source_words(source), width, hanging=hanging)
        if source.url:
            yield " " * hanging + printable(source.url)
        origin = f"{source.article}, sha256 {source.sha256[:HASH_SHOWN]}"
        yield from _wrap(origin, width, " " * hanging)
        if source.copies:
            yield from _wrap(copies_words(source), width, " " * hanging)


def _heading(words: str) -> Iterator[str]:
    """Yield a heading underlined."""
    yield words
    yield "-" * len(words)


def _wrap(words: str, width: int, indent: str = "", *, hanging: int = 0) -> list[str]:
    """Return words made safe and wrapped; what follows the first line hangs in."""
    return textwrap.wrap(
        printable(words),
        width,
        initial_indent=indent,
        subsequent_indent=indent + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
