"""Days, months, years and intervals as EDTF: parse, compare, put into words.

Level 1 of EDTF (ISO 8601-2:2019) for the years 1000 to 2999, without its negative and
`Y` years, and with the unspecified digits, seasons and open ends it has:

    2031  2031-03  2031-03-09  2031-03-09T14:30     a year, month, day, minute
    2031-21 .. 2031-24                              spring, summer, autumn, winter
    203X  20XX  2031-XX  2031-XX-XX  2031-03-XX     digits nobody said
    2031-03~  2031-03?  2031-03%                    about, perhaps, both
    2031-03-01/2031-04-15  2031-03/..  ../2031-03   intervals; `..` is open
    2031-03/  /2031-03                              an end that is not known

Rules that hold here: a value's bounds are those of its calendar words, so `~` and `?`
are shown and not computed with; both bounds are inclusive; seasons are northern and
meteorological, and a winter is named after the year it begins in; a time of day is
kept in the value and ignored in the bounds.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "year", "season", "decade", "century", "interval"]
Qualifier = Literal["", "~", "?", "%"]
OrderKey = tuple[int, bool, int, str]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
OPEN = ".."
UNKNOWN = ""

_POINT = re.compile(
    r"(?P<year>[12]\d\d\d|[12]\d\dX|[12]\dXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>T[0-9:+\-Z]+)?)?)?"
    r"(?P<mark>[~?%])?"
)
_TIME = re.compile(
    r"T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?"
)
_ABOUT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
# Later than any day of the years we read, for an end that is open.
_NEVER = date(3001, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Point:
    """One end of an interval, or a value that is none: `year` keeps its X digits."""

    year: str
    month: str | None
    day: str | None
    mark: Qualifier
    earliest: date
    latest: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed value. `first` and `last` are equal where it is no interval.

    An end is None where it is open or unknown.
    """

    value: str
    first: Point | None
    last: Point | None
    is_interval: bool


def parse(value: str) -> Parsed:
    """Return the parts of an EDTF value.

    Raises:
        ValueError: `value` is no EDTF of level 1, is no day of the calendar, lies
            outside the years 1000 to 2999, or ends before it starts.
    """
    return _parse(value)


def is_valid(value: str) -> bool:
    """Whether `value` is EDTF as this module reads it."""
    try:
        parse(value)
    except ValueError:
        return False
    return True


def bounds(value: str) -> tuple[date | None, date | None]:
    """Return the earliest and the latest day, both inclusive.

    None is an end that is open or unknown. Raises ValueError as `parse` does.
    """
    parsed = _parse(value)
    return (
        parsed.first.earliest if parsed.first else None,
        parsed.last.latest if parsed.last else None,
    )


def known_by(value: str) -> date | None:
    """Return the latest day that `value` allows; None when it has no end."""
    return bounds(value)[1]


def precision(value: str) -> Precision:
    """Return how fine a value is; an unspecified part counts as not said.

    `2031-XX` and `2031-XX-XX` are as fine as a year, `2031-03-XX` as a month.
    """
    parsed = _parse(value)
    if parsed.is_interval or parsed.first is None:
        return "interval"
    return parsed.first.precision


def qualifier(value: str) -> Qualifier:
    """Return `~` (about), `?` (perhaps), `%` (both) or nothing, of either end."""
    parsed = _parse(value)
    marks = {point.mark for point in (parsed.first, parsed.last) if point}
    if "%" in marks or {"~", "?"} <= marks:
        return "%"
    return "~" if "~" in marks else "?" if "?" in marks else ""


def order_key(value: str) -> OrderKey:
    """Return a key that sorts values as a timeline shows them.

    By the first day; a value without one stands right before its last day; what is
    known more finely comes first.
    """
    earliest, latest = bounds(value)
    anchor = earliest or latest
    return (
        anchor.toordinal() if anchor else _NEVER,
        earliest is not None,
        latest.toordinal() if latest else _NEVER,
        value,
    )


def overlaps(a: str, b: str) -> bool:
    """Whether a day exists that both values allow."""
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    return not _is_before(a_last, b_first) and not _is_before(b_last, a_first)


def same(a: str, b: str) -> bool:
    """Whether both values allow the same days, whatever their doubt or spelling."""
    return a == b or bounds(a) == bounds(b)


def display(value: str) -> str:
    """Return the value in words, such as `between 1 March and 15 April 2021`."""
    parsed = _parse(value)
    if parsed.first is None or parsed.last is None:
        return _display_half(parsed)
    if not parsed.is_interval:
        return _display_point(parsed.first)
    return f"between {_display_first(parsed)} and {_display_point(parsed.last)}"


@lru_cache(maxsize=8192)
def _parse(value: str) -> Parsed:
    """Parse, remembering what was parsed: a case repeats its days."""
    left, slash, right = value.partition("/")
    if not slash:
        point = _parse_point(value, value)
        return Parsed(value, point, point, is_interval=False)
    first, last = _parse_end(left, value), _parse_end(right, value)
    if first is None and last is None:
        raise ValueError(f"{value!r} is an interval with no end that is known")
    if first and last and first.earliest > last.latest:
        raise ValueError(f"{value!r} ends before it starts")
    return Parsed(value, first, last, is_interval=True)


def _parse_end(text: str, value: str) -> Point | None:
    """Parse one end of an interval; None when it is open or unknown."""
    return None if text in (OPEN, UNKNOWN) else _parse_point(text, value)


def _parse_point(text: str, value: str) -> Point:
    """Parse a year, month, season or day."""
    match = _POINT.fullmatch(text) if text.isascii() else None
    if match is None:
        raise ValueError(
            f"{value!r} is not EDTF of the years 1000 to 2999 (such as 2031-03-09, "
            "2031-03, 2031~, 2031-03-01/..)"
        )
    year, month, day, time, mark = match.groups()
    if time and not _TIME.fullmatch(time):
        raise ValueError(f"{value!r} has a time of day that no clock shows")
    earliest, latest, fineness = _days_of(year, month, day, value)
    return Point(year, month, day, _mark(mark), earliest, latest, fineness)


def _mark(mark: str | None) -> Qualifier:
    """Return the mark as a qualifier."""
    return "~" if mark == "~" else "?" if mark == "?" else "%" if mark else ""


def _days_of(
    year: str, month: str | None, day: str | None, value: str
) -> tuple[date, date, Precision]:
    """Return first day, last day and precision of a point's parts."""
    if "X" in year:
        if month is not None:
            raise ValueError(f"{value!r} has a month in a year that is not whole")
        fineness: Precision = "century" if year.endswith("XX") else "decade"
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return date(first, 1, 1), date(last, 12, 31), fineness
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError(f"{value!r} has a day in a month that is not known")
        return date(int(year), 1, 1), date(int(year), 12, 31), "year"
    return _days_of_month(int(year), int(month), day, value)


def _days_of_month(
    year: int, month: int, day: str | None, value: str
) -> tuple[date, date, Precision]:
    """Return first day, last day and precision of a month, season or day."""
    if month in SEASONS:
        if day is not None:
            raise ValueError(f"{value!r} has a day in a season")
        return *_days_of_season(year, month), "season"
    if not 1 <= month <= 12:
        raise ValueError(f"{value!r} has a month that is not 01 to 12 or 21 to 24")
    last = calendar.monthrange(year, month)[1]
    if day is None or day == "XX":
        return date(year, month, 1), date(year, month, last), "month"
    if not 1 <= int(day) <= last:
        raise ValueError(f"{value!r}: {MONTHS[month - 1]} {year} has {last} days")
    return date(year, month, int(day)), date(year, month, int(day)), "day"


def _days_of_season(year: int, season: int) -> tuple[date, date]:
    """Return the first and last day of a northern meteorological season."""
    start = 3 * (season - 20)
    end, end_year = (start + 2, year) if season < 24 else (2, year + 1)
    return (
        date(year, start, 1),
        date(end_year, end, calendar.monthrange(end_year, end)[1]),
    )


def _is_before(a: date | None, b: date | None) -> bool:
    """Whether day `a` is known to come before day `b`."""
    return a is not None and b is not None and a < b


def _display_half(parsed: Parsed) -> str:
    """Put an interval with one known end into words."""
    left, _, right = parsed.value.partition("/")
    if parsed.last:
        words = _display_point(parsed.last)
        return f"before {words}" if left == OPEN else f"until {words}, start unknown"
    words = _display_point(parsed.first) if parsed.first else ""
    return f"after {words}" if right == OPEN else f"from {words}, end unknown"


def _display_first(parsed: Parsed) -> str:
    """Put the first end into words, leaving out what the last one repeats."""
    first, last = parsed.first, parsed.last
    if first is None or last is None:
        return ""
    words = _display_point(first)
    if first.mark or last.mark or first.year != last.year or not first.month:
        return words
    if first.precision == last.precision == "day" and first.month == last.month:
        return str(int(first.day or 0))
    is_plain = first.precision in ("day", "month") and first.day != "XX"
    return words.removesuffix(f" {first.year}") if is_plain and last.month else words


def _display_point(point: Point) -> str:
    """Put a day, month, season, year or decade into words, with its doubt."""
    return _ABOUT[point.mark] + _display_plain(point)


def _display_plain(point: Point) -> str:
    """Put a point into words without its doubt."""
    year, month, day = point.year, point.month, point.day
    if point.precision == "decade":
        return f"the {year[:3]}0s"
    if point.precision == "century":
        return f"the years {year[:2]}00 to {year[:2]}99"
    if month is None:
        return year
    if month == "XX":
        return f"a {'day' if day else 'month'} in {year}"
    if point.precision == "season":
        return f"{SEASONS[int(month)]} {year}"
    words = f"{MONTHS[int(month) - 1]} {year}"
    if day == "XX":
        return f"a day in {words}"
    return f"{int(day)} {words}" if day else words
