"""TIMEX3 values: from days, to days, moved by units, and as EDTF.

A value names a stretch of the calendar: `2031-03-09`, `2031-03`, `2031`, `2031-W10`,
`2031-W10-WE`, `2031-Q1`, `2031-H1`, `2031-SP`, `203`, `20`, each but the last five as
in EDTF; `2031-03-09T14:30` and `2031-03-09TNI` name a part of a day.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from onrecord.model import edtf

SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
# How many units away a word points.
STEPS = {"last": -1, "past": -1, "previous": -1, "latest": 0, "this": 0}
STEPS |= {"next": 1, "following": 1}
_DAYS = {"D": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_YEAR_PART = re.compile(r"([12]\d{3})-(W|Q|H)(\d{1,2})(-WE)?")

# How coarse a unit is, to keep the coarser of two.
COARSENESS = {"s": 0, "m": 0, "h": 0, "D": 1, "W": 2, "F": 2, "M": 3, "Q": 4, "Y": 5}
COARSENESS |= {"E": 6, "C": 7}


def write_shifted(day: date, count: int, unit: str) -> str | None:
    """Return the value of the `unit` that lies `count` units from a day's own."""
    moved = shift(day, count, unit)
    return write(moved, unit) if moved else None


def write(day: date, unit: str) -> str:
    """Return the value of the `unit` (as in `vocabulary.UNITS`, or Q) around a day."""
    if unit in ("W", "F"):
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if unit == "Q":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    length = {"M": 7, "Y": 4, "E": 3, "C": 2}.get(unit, 10)
    return day.isoformat()[:length]


def shift(day: date, count: int, unit: str) -> date | None:
    """Return the day `count` units away; None outside the years 1000 to 2999."""
    try:
        if unit in _DAYS:
            moved = day + timedelta(days=count * _DAYS[unit])
        elif unit in _MONTHS:
            moved = _add_months(day, count * _MONTHS[unit])
        else:
            return day
    except (ValueError, OverflowError):
        return None
    return moved if 1000 <= moved.year <= 2999 else None


def _add_months(day: date, months: int) -> date:
    """Return the same day of another month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def iso(day: date | None) -> str | None:
    """Return a day as a value, where there is one."""
    return day.isoformat() if day else None


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar; None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def to_edtf(value: str | None) -> str | None:
    """Return a value as EDTF; None where it names no stretch of the calendar."""
    if value is None:
        return None
    if not value.startswith(("XXXX", "P", "F")) and edtf.is_valid(value):
        return value.partition("T")[0]
    if value.isdigit() and value[0] in "12" and len(value) in (2, 3):
        return value.ljust(4, "X")
    whole_day, has_time, _ = value.partition("T")
    if has_time and edtf.is_valid(whole_day):
        return whole_day
    return _part_of_year(value)


def _part_of_year(value: str) -> str | None:
    """Return a week, weekend, quarter, half or season as EDTF."""
    if value[5:] in SEASON_CODES and value[:4].isdigit():
        return f"{value[:4]}-{SEASON_CODES[value[5:]]}"
    match = _YEAR_PART.fullmatch(value)
    if match is None:
        return None
    year, kind, number, weekend = match.groups()
    if kind == "W":
        return _week(int(year), int(number), is_weekend=weekend is not None)
    months = 3 if kind == "Q" else 6
    first = (int(number) - 1) * months + 1
    return f"{year}-{first:02}/{year}-{first + months - 1:02}"


def _week(year: int, week: int, *, is_weekend: bool) -> str | None:
    """Return the days of an ISO week or of its weekend."""
    try:
        first = date.fromisocalendar(year, week, 6 if is_weekend else 1)
        last = date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
    return f"{first}/{last}"


def first_day(value: str | None) -> date | None:
    """Return the first day of the stretch that a value names."""
    written = to_edtf(value)
    return edtf.bounds(written)[0] if written else None


def unit_of(value: str) -> str:
    """Return the unit that a value is as fine as: D, W, M, Q, Y or E."""
    if "T" in value or len(value) == 10:
        return "D"
    if "-W" in value and "-WI" not in value:
        return "W"
    if "-Q" in value:
        return "Q"
    return {2: "C", 3: "E", 4: "Y"}.get(len(value), "M")
