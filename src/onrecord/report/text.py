"""Reports as plain text for a terminal or a file, wrapped to a width.

Whatever came from an article passes through `printable` before it is laid out, so no
title or name can steer the terminal.
"""

import textwrap
from collections.abc import Iterator, Sequence

from onrecord.report.days import say_day
from onrecord.report.layout import (
    PARTS,
    TYPE_HEADINGS,
    Report,
    brief_basis,
    brief_title,
    change_groups,
    changes_basis,
    changes_title,
    copies_words,
    lines_of,
    mark,
    more_words,
    numbers,
    reason_words,
    recent_counts,
    recent_heading,
    recent_words,
    source_words,
    timeline_basis,
    timeline_title,
)
from onrecord.report.lines import (
    Brief,
    ChangeLine,
    Changes,
    Line,
    Row,
    Source,
    Timeline,
)
from onrecord.report.words import capital, quoted
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
    if isinstance(report, Brief):
        lines = _brief(report, width)
    elif isinstance(report, Timeline):
        lines = _timeline(report, width)
    else:
        lines = _changes(report, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _brief(brief: Brief, width: int) -> Iterator[str]:
    """Yield the lines of a brief."""
    yield from _title(brief_title(brief), width)
    yield from _wrap(brief_basis(brief), width)
    for part in PARTS:
        yield from _heading(part.heading)
        lines = lines_of(brief, part)
        if not lines:
            yield from _wrap(part.empty, width)
        for line in lines:
            yield from _line(line, line.words, width)
        yield from _more(brief, part.key)
    yield from _recent(brief, width)
    if brief.gaps:
        yield from _heading("Not known")
        for gap in brief.gaps:
            yield from _item(gap.words, width)
    yield from _sources(brief.sources, width)


def _recent(brief: Brief, width: int) -> Iterator[str]:
    """Yield what changed."""
    yield from _heading(recent_heading(brief))
    yield from _wrap(recent_counts(brief), width)
    for line in brief.recent:
        yield from _line(line, recent_words(line), width)
    yield from _more(brief, "recent")


def _more(brief: Brief, key: str) -> Iterator[str]:
    """Yield how many lines of a section were left out."""
    if number := brief.more.get(key):
        yield f"- {more_words(number)}"


def _line(line: Line, words: str, width: int) -> Iterator[str]:
    """Yield a line with its sources and its id, then its details."""
    yield from _item(f"{words} {numbers(line.sources)} {line.fact}{mark(line)}", width)
    for detail in line.details:
        yield from _item(f"{detail.words} {numbers(detail.sources)}", width, 2)


def _timeline(timeline: Timeline, width: int) -> Iterator[str]:
    """Yield the lines of a timeline."""
    yield from _title(timeline_title(timeline), width)
    yield from _wrap(timeline_basis(timeline), width)
    yield ""
    for row in timeline.rows:
        yield from _row(row, width)
    yield from _sources(timeline.sources, width)


def _row(row: Row, width: int) -> Iterator[str]:
    """Yield a row: its day in a column, its words, the days in conflict under it."""
    quote = f": {quoted(row.quote)}" if row.quote else ""
    told = f" ({len(row.folded):,} more tell the same)" if row.folded else ""
    words = f"{row.words}{quote} {numbers(row.sources)} {row.fact}{told}{mark(row)}"
    indent = " " * DAY_COLUMN
    lines = _wrap(words, width, indent)
    day = printable(say_day(row.when) if row.when else "day not told")
    if len(day) < DAY_COLUMN and lines:
        lines[0] = day.ljust(DAY_COLUMN) + lines[0][DAY_COLUMN:]
    else:
        yield day
    yield from lines
    if row.conflict:
        yield from _wrap("! Reports differ on the day:", width, indent)
    for variant in row.conflict:
        told_by = f"{say_day(variant.when)} {numbers(variant.sources)}"
        said = f" {quoted(variant.quote)}" if variant.quote else ""
        yield from _wrap(f"- {told_by}{said}", width, f"{indent}  ", hanging=2)


def _changes(changes: Changes, width: int) -> Iterator[str]:
    """Yield the lines of changes."""
    yield from _title(changes_title(changes), width)
    yield from _wrap(changes_basis(changes), width)
    for group in changes.types:
        yield from _heading(TYPE_HEADINGS[group.type])
        for word, lines in change_groups(group):
            for line in lines:
                yield from _line(line, f"{word}: {line.words}", width)
                if isinstance(line, ChangeLine):
                    yield from _fields(line, width)
        if group.more_sources:
            yield f"- Told by more sources, else as before: {group.more_sources:,}"
    yield from _sources(changes.sources, width)


def _fields(line: ChangeLine, width: int) -> Iterator[str]:
    """Yield the fields that differ and the reasons."""
    for field in line.fields:
        old, new = field.old or "not told", field.new or "not told"
        yield from _item(f"{capital(field.field)}: {old} → {new}", width, 2)
    if reasons := reason_words(line):
        yield from _item(f"Because: {reasons}", width, 2)


def _sources(sources: Sequence[Source], width: int) -> Iterator[str]:
    """Yield the numbered sources with link, article and hash, and their copies."""
    if sources:
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


def _title(words: str, width: int) -> Iterator[str]:
    """Yield a title underlined."""
    lines = _wrap(words, width)
    yield from lines
    yield "=" * max(map(len, lines), default=0)


def _heading(words: str) -> Iterator[str]:
    """Yield a heading underlined, with a line free before it."""
    yield ""
    yield words
    yield "-" * len(words)


def _item(words: str, width: int, indent: int = 0) -> list[str]:
    """Return an item of a list, wrapped."""
    return _wrap(f"- {words}", width, " " * indent, hanging=2)


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
