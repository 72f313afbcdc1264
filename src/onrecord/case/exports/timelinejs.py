"""The timeline as JSON for TimelineJS 3 (timeline.knightlab.com/docs/json-format.html).

One slide a row. The viewer shows `text` as HTML, so what articles say is escaped. A day
that is not exact keeps its words as `display_date`; an open end starts or ends at the
day that is known.
"""

import html
from collections.abc import Iterator
from datetime import date

import msgspec

from onrecord.case.exports.dated import dated_rows, is_exact, shown_day, tell
from onrecord.report.lines import Certainty, Row, Timeline

_OPEN = (Certainty.BEFORE, Certainty.AFTER)


def to_timelinejs(timeline: Timeline) -> Iterator[str]:
    """Give one JSON object. Undated rows have no slide."""
    events = [
        _slide(name, row, first, last, timeline)
        for name, row, first, last in dated_rows(timeline)
    ]
    headline = "Timeline"
    words = f"As known on {timeline.as_of}." if timeline.as_of else ""
    told: dict[str, object] = {
        "scale": "human",
        "title": {"text": {"headline": headline, "text": html.escape(words)}},
        "events": events,
    }
    yield msgspec.json.format(msgspec.json.encode(told), indent=1).decode() + "\n"


def _slide(
    name: str, row: Row, first: date, last: date, timeline: Timeline
) -> dict[str, object]:
    """Return the slide of a row."""
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in tell(row, timeline))
    slide: dict[str, object] = {
        "unique_id": name,
        "group": str(row.kind),
        "start_date": _date(first, row),
        "text": {"headline": html.escape(row.words), "text": lines},
    }
    if last != first and row.certainty not in _OPEN:
        slide["end_date"] = _date(last, row)
    if not is_exact(row):
        slide["display_date"] = html.escape(shown_day(row))
    return slide


def _date(day: date, row: Row) -> dict[str, int]:
    """Return a date as fine as the row's own."""
    found = {"year": day.year}
    if row.certainty not in (Certainty.YEAR, Certainty.YEARS):
        found["month"] = day.month
    if row.certainty not in (Certainty.YEAR, Certainty.YEARS, Certainty.MONTH):
        found["day"] = day.day
    return found
