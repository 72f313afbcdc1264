"""What the formats of a timeline share: days of a row, its name, its text."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date

from onrecord.model import edtf
from onrecord.report.days import day_bounds, say_day
from onrecord.report.lines import Certainty, Row, Timeline

NAME_CHARS = 24


def dated_rows(timeline: Timeline) -> Iterator[tuple[str, Row, date, date]]:
    """Give (unique name, row, first day, last day) of each row that has a day.

    An open end is closed by the end that is known. The name is the same each time the
    case is exported: a hash of the fact's id, what of it the row tells, and its day.
    """
    seen: Counter[str] = Counter()
    for row in timeline.rows:
        first, last = day_bounds(row.when)
        first, last = first or last, last or first
        if first is None or last is None:
            continue
        told = f"{row.fact} {row.kind} {row.when}"
        seen[told] += 1
        named = hashlib.sha256(f"{told} {seen[told]}".encode()).hexdigest()
        yield named[:NAME_CHARS], row, first, last


def shown_day(row: Row) -> str:
    """Return the day in words: `before 3 March 2031`, `March 2031`."""
    return say_day(row.when)


def is_exact(row: Row) -> bool:
    """Whether the day itself is known."""
    return row.certainty is Certainty.DAY


def tell(row: Row, timeline: Timeline) -> Iterator[str]:
    """Give the lines under a row: voice, quote, day, contradictions, sources."""
    if row.according_to:
        yield f"According to {row.according_to}."
    if row.quote:
        yield f"\u201c{row.quote}\u201d"
    if not is_exact(row):
        yield f"Day as told: {shown_day(row)}."
    for variant in row.conflict:
        numbers = ", ".join(_names(variant.sources, timeline))
        told = f" ({numbers})" if numbers else ""
        yield f"Told otherwise \u2014 {say_day(variant.when)}: {variant.quote}{told}"
    names = list(_names(row.sources, timeline))
    if names:
        yield f"Sources: {'; '.join(names)}."


def _names(numbers: tuple[int, ...], timeline: Timeline) -> Iterator[str]:
    """Give the outlet and day of each source."""
    by_number = {source.number: source for source in timeline.sources}
    for number in numbers:
        source = by_number.get(number)
        if source is None:
            continue
        day = edtf.display(source.day) if source.day else None
        yield ", ".join(filter(None, (source.outlet or source.title, day)))
