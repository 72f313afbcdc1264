"""The order and the fixed words of a report, the same in every printed form."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.report.days import count, say_day
from onrecord.report.lines import (
    Brief,
    ChangeLine,
    Changes,
    Line,
    ReasonKind,
    RecentLine,
    Source,
    Timeline,
    TypeChanges,
)
from onrecord.report.words import capital

Report = Brief | Timeline | Changes


class Part(NamedTuple):
    """One section of a brief: its key in `more`, its heading, what empty means."""

    key: str
    heading: str
    empty: str


PARTS = (
    Part("held", "Who is held", "Nobody is reported held."),
    Part("released", "Whose custody ended", "No end of custody is reported."),
    Part("proceedings", "Where proceedings stand", "No proceeding is reported."),
    Part("linkages", "Demanded, offered, tied", "No demand or offer is reported."),
    Part("claims", "Contested", "Nothing is reported to be contested."),
    Part("decisions", "Pending or put off", "No decision is reported pending."),
    Part("relations", "Relations", "Nothing is reported on relations."),
)
"""Sections of a brief before "what changed", in the order of printing."""

TYPE_HEADINGS = {
    "actor": "Actors",
    "statement": "Statements",
    "event": "Events",
    "custody": "Custody",
    "proceeding": "Proceedings",
    "linkage": "Demands, offers, ties",
    "claim": "Claims",
    "decision": "Decisions",
    "relation": "Relations",
}


def lines_of(brief: Brief, part: Part) -> Sequence[Line]:
    """Return the lines of a section."""
    lines: Sequence[Line] = getattr(brief, part.key)
    return lines


def brief_title(brief: Brief) -> str:
    """Return the heading of a brief."""
    if brief.day is None:
        return "Brief"
    return f"Brief {_as_of(brief.as_of) or f'to {say_day(brief.day)}'}"


def brief_basis(brief: Brief) -> str:
    """Return how much a brief rests on, with copies counted as one."""
    if not brief.articles:
        return "No articles."
    articles, stories = count(brief.articles, "article"), brief.stories
    if stories == brief.articles:
        return f"From {articles}."
    told = count(stories, "independent story", "independent stories")
    return f"From {articles}; copies counted as one, {told}."


def recent_heading(brief: Brief) -> str:
    """Return the heading of what changed."""
    return f"New since {say_day(brief.since)}" if brief.since else "New"


def recent_counts(brief: Brief) -> str:
    """Return how many statements and events are new, and what is told again."""
    statements = count(brief.recent_statements, "new statement")
    new = f"{statements}, {count(brief.recent_events, 'new event')}"
    again = count(brief.told_again, "older fact")
    return f"{new}; {again} told again." if brief.told_again else f"{new}."


def recent_words(line: RecentLine) -> str:
    """Return a line of what changed, headed by what is new about it."""
    return f"{capital(line.news.value)} ({say_day(line.day)}): {line.words}"


def more_words(number: int) -> str:
    """Return that lines were left out."""
    return f"and {number:,} more"


def timeline_title(timeline: Timeline) -> str:
    """Return the heading of a timeline."""
    return f"Timeline {_as_of(timeline.as_of)}".strip()


def timeline_basis(timeline: Timeline) -> str:
    """Return how many rows there are, and what stands in none."""
    shown = f"{count(len(timeline.rows), 'row')}{', cut' if timeline.is_cut else ''}"
    if len(timeline.rows) < timeline.entries:
        shown += f", of {count(timeline.entries, 'dated entry', 'dated entries')}"
    undated = [
        count(number, _ROW_NOUNS[kind][0], _ROW_NOUNS[kind][1])
        for kind, number in timeline.undated.items()
    ]
    if undated:
        shown += f"; no day is told for {', '.join(undated)}"
    if timeline.undated_articles:
        left_out = count(timeline.undated_articles, "article")
        shown += f"; {left_out} without a day left out"
    return f"{shown}."


def changes_title(changes: Changes) -> str:
    """Return the heading of changes."""
    before = say_day(changes.before) if changes.before else "all"
    after = say_day(changes.after) if changes.after else "all"
    return f"Changes from {before} to {after}"


def changes_basis(changes: Changes) -> str:
    """Return how many articles came and went."""
    parts = [f"{count(len(changes.articles_added), 'article')} more"]
    if changes.articles_gone:
        parts.append(f"{count(len(changes.articles_gone), 'article')} fewer")
    nothing = "" if changes.types else " Nothing differs."
    return f"{', '.join(parts)}.{nothing}"


def change_groups(changes: TypeChanges) -> Iterator[tuple[str, Sequence[Line]]]:
    """Yield the word for each sort of difference with its lines, empty ones not."""
    groups = (
        ("Added", changes.added),
        ("Changed", changes.changed),
        ("Gone", changes.gone),
    )
    for word, lines in groups:
        if lines:
            yield word, lines


def reason_words(line: ChangeLine) -> str:
    """Return why a fact differs; empty where its own new sources say so already."""
    new = {one.id for one in line.reasons if one.kind is ReasonKind.ARTICLE}
    if not line.fields and new and new == {cite.article for cite in line.cites}:
        return ""
    return "; ".join(reason.words for reason in line.reasons)


def source_words(source: Source) -> str:
    """Return a source as outlet, day and title."""
    parts = [
        source.outlet or "outlet not named",
        say_day(source.day) if source.day else "no day",
    ]
    title = f": {source.title}" if source.title else ""
    return f"{', '.join(parts)}{title}"


def copies_words(source: Source) -> str:
    """Return the copies of a source, and that they count as one with it."""
    told = [
        f"{copy.outlet or 'outlet not named'}"
        f" ({say_day(copy.day) if copy.day else 'no day'})"
        for copy in source.copies
    ]
    number = count(len(told), "copy", "copies")
    return f"{number} of the same story, counted as one source: {', '.join(told)}"


def numbers(sources: Sequence[int]) -> str:
    """Return `[1, 3]`, or nothing without sources."""
    return f"[{', '.join(map(str, sources))}]" if sources else ""


_ROW_NOUNS = {
    "custody": ("spell of custody", "spells of custody"),
    "stage": ("stage", None),
    "decision": ("decision", None),
    "statement": ("statement", None),
    "event": ("event", None),
}


def _as_of(value: str | None) -> str:
    """Return `as of DAY`, or nothing."""
    return f"as of {say_day(value)}" if value else ""
