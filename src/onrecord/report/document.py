"""A report as one document: sections of items, each with its sources.

What is printed, in which order and under which heading is decided here once; text,
Markdown and the page only put it into their form. Strings hold what articles say,
unescaped.
"""

from collections.abc import Iterable, Iterator

import msgspec

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
    lines_of,
    more_words,
    reason_words,
    recent_counts,
    recent_heading,
    recent_words,
    timeline_basis,
    timeline_title,
)
from onrecord.report.lines import (
    Brief,
    ChangeLine,
    Changes,
    Cite,
    Detail,
    Line,
    Row,
    Source,
    Timeline,
    TypeChanges,
)
from onrecord.report.words import capital, quoted


class Item(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One printed line.

    Attributes:
        words: The line.
        day: Its day in words, which a timeline shows before it.
        sources: The numbers of its sources.
        cites: Where they say it.
        fact: The id that `why` opens.
        notes: What is said of the line itself, after its id.
        strong: A warning.
        side: `asserted` or `denied`, for what stands side by side.
        under: The lines under it.
    """

    words: str
    day: str | None = None
    sources: tuple[int, ...] = ()
    cites: tuple[Cite, ...] = ()
    fact: str | None = None
    notes: tuple[str, ...] = ()
    strong: bool = False
    side: str | None = None
    under: tuple["Item", ...] = ()


class Section(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Items under a heading. `intro` stands before them; both may be empty."""

    key: str
    heading: str = ""
    intro: str = ""
    items: tuple[Item, ...] = ()


class Document(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A report to be printed. `basis` says what it rests on."""

    title: str
    basis: str
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()


def lay_out(report: Report) -> Document:
    """Return a report as a document."""
    if isinstance(report, Brief):
        return _brief(report)
    return _timeline(report) if isinstance(report, Timeline) else _changes(report)


def row_item(row: Row) -> Item:
    """Return a row of a timeline, the days in conflict under it."""
    quote = f": {quoted(row.quote)}" if row.quote else ""
    folded = f"{len(row.folded):,} more tell the same" if row.folded else ""
    return Item(
        words=f"{row.words}{quote}",
        day=say_day(row.when) if row.when else "day not told",
        sources=row.sources,
        cites=row.cites,
        fact=row.fact,
        notes=(*filter(None, [folded]), *_notes(row)),
        under=tuple(_conflict(row)),
    )


def _brief(brief: Brief) -> Document:
    """Return a brief as a document."""
    sections = [
        Section(
            key=part.key,
            heading=part.heading,
            intro="" if lines_of(brief, part) else part.empty,
            items=(
                *(_item(line, line.words) for line in lines_of(brief, part)),
                *_more(brief, part.key),
            ),
        )
        for part in PARTS
    ]
    sections.append(_recent(brief))
    if brief.gaps:
        gaps = tuple(Item(words=gap.words) for gap in brief.gaps)
        sections.append(Section(key="gaps", heading="Not known", items=gaps))
    return Document(
        title=brief_title(brief),
        basis=brief_basis(brief),
        sections=tuple(sections),
        sources=brief.sources,
    )


def _recent(brief: Brief) -> Section:
    """Return what changed as a section."""
    return Section(
        key="recent",
        heading=recent_heading(brief),
        intro=recent_counts(brief),
        items=(
            *(_item(line, recent_words(line)) for line in brief.recent),
            *_more(brief, "recent"),
        ),
    )


def _timeline(timeline: Timeline) -> Document:
    """Return a timeline as a document of one section."""
    rows = Section(key="rows", items=tuple(map(row_item, timeline.rows)))
    return Document(
        title=timeline_title(timeline),
        basis=timeline_basis(timeline),
        sections=(rows,),
        sources=timeline.sources,
    )


def _changes(changes: Changes) -> Document:
    """Return changes as a document, a section for each type."""
    return Document(
        title=changes_title(changes),
        basis=changes_basis(changes),
        sections=tuple(
            Section(
                key=group.type,
                heading=TYPE_HEADINGS[group.type],
                items=tuple(_type_items(group)),
            )
            for group in changes.types
        ),
        sources=changes.sources,
    )


def _type_items(group: TypeChanges) -> Iterator[Item]:
    """Yield what differs of one type."""
    for word, lines in change_groups(group):
        for line in lines:
            yield _item(line, f"{word}: {line.words}", tuple(_differences(line)))
    if group.more_sources:
        words = f"Told by more sources, else as before: {group.more_sources:,}"
        yield Item(words=words)


def _differences(line: Line) -> Iterator[Item]:
    """Yield the fields that differ and the reasons."""
    if not isinstance(line, ChangeLine):
        return
    for field in line.fields:
        old, new = field.old or "not told", field.new or "not told"
        yield Item(words=f"{capital(field.field)}: {old} → {new}")
    if reasons := reason_words(line):
        yield Item(words=f"Because: {reasons}")


def _item(line: Line, words: str, under: Iterable[Item] = ()) -> Item:
    """Return a line with what stands under it."""
    return Item(
        words=words,
        sources=line.sources,
        cites=line.cites,
        fact=line.fact,
        notes=_notes(line),
        under=(*map(_detail, line.details), *under),
    )


def _detail(detail: Detail) -> Item:
    """Return a line under a line."""
    return Item(
        words=detail.words,
        sources=detail.sources,
        cites=detail.cites,
        side=detail.side,
    )


def _notes(line: Line) -> tuple[str, ...]:
    """Return that a person has reviewed a line, or nothing."""
    return ("reviewed",) if line.corrected else ()


def _conflict(row: Row) -> Iterator[Item]:
    """Yield the days that cannot all be right, under a heading."""
    if not row.conflict:
        return
    days = tuple(
        Item(
            words=say_day(one.when) + (f" {quoted(one.quote)}" if one.quote else ""),
            sources=one.sources,
        )
        for one in row.conflict
    )
    yield Item(words="Reports differ on the day:", strong=True, under=days)


def _more(brief: Brief, key: str) -> Iterator[Item]:
    """Yield how many lines of a section were left out."""
    if number := brief.more.get(key):
        yield Item(words=more_words(number))
