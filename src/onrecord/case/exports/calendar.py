"""The timeline as a calendar: iCalendar, RFC 5545.

Each row is an all-day event over the days it may have happened on. Its UID is the same
in every export, so that a calendar that reads a later file replaces the event. The time
stamp that the standard asks for is the day from which the fact was known, never the
clock's: the same case gives the same file.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.case.exports.dated import dated_rows, is_exact, shown_day, tell
from onrecord.report.days import day_bounds
from onrecord.report.lines import Row, Timeline

# RFC 5545, 3.1: a line is no longer than 75 octets without its break.
MAX_OCTETS = 75
BREAK = "\r\n"


def to_ics(timeline: Timeline) -> Iterator[str]:
    """Give the calendar's lines, folded, each with its CRLF. Undated rows have none."""
    yield from _lines("BEGIN:VCALENDAR", "VERSION:2.0")
    yield from _lines("PRODID:-//onrecord//timeline//EN", "CALSCALE:GREGORIAN")
    yield from _lines("X-WR-CALNAME:onrecord timeline")
    for name, row, first, last in dated_rows(timeline):
        yield from _lines(*_event(name, row, first, last, timeline))
    yield from _lines("END:VCALENDAR")


def _event(
    name: str, row: Row, first: date, last: date, timeline: Timeline
) -> Iterator[str]:
    """Give the lines of one event; `DTEND` is the day after its last."""
    known = day_bounds(row.known_from)[0] or first
    prefix = "" if is_exact(row) else f"[{shown_day(row)}] "
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@onrecord"
    yield f"DTSTAMP:{_digits(known)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(first)}"
    yield f"DTEND;VALUE=DATE:{_digits(last + timedelta(days=1))}"
    yield f"SUMMARY:{escape(prefix + row.words)}"
    described = "\n".join(tell(row, timeline))
    if described:
        yield f"DESCRIPTION:{escape(described)}"
    yield f"CATEGORIES:{escape(row.kind)}"
    yield f"STATUS:{'CONFIRMED' if is_exact(row) else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield f"X-ONRECORD-EDTF:{escape(row.when or '')}"
    yield f"X-ONRECORD-FACT:{escape(row.fact)}"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    """Return a day as `20310309`."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escape(text: str) -> str:
    r"""Return a value of type TEXT: `\`, `;`, `,` and line breaks are escaped.

    Control characters, which the standard has no place for, are left out.
    """
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, escaped)
    text = "\\n".join(text.splitlines())
    return "".join(c for c in text if c == "\t" or (c >= " " and c != "\x7f"))


def _lines(*lines: str) -> Iterator[str]:
    """Give lines folded and ended."""
    for line in lines:
        yield fold(line) + BREAK


def fold(line: str) -> str:
    """Return a line in pieces of at most 75 octets; no character is cut in two."""
    pieces: list[str] = []
    piece, octets = "", 0
    for char in line:
        size = len(char.encode("utf-8", "surrogatepass"))
        if octets + size > MAX_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1  # The space that marks the fold counts.
        piece += char
        octets += size
    return BREAK.join([*pieces, piece])
