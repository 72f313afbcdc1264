"""Publication days as printed, turned into EDTF with their precision.

The day is the local day that was printed: `2031-09-24T23:15:00+01:00` is 24 September,
never moved to another time zone. `published` is always a day, a month or a year; the
precision `minute` only says that a time of day stood beside the day. Midnight is what
programs write when they know no time, so it counts as a day. An ambiguous day such as
`03/04/2021` is not understood rather than guessed.
"""

import re
from dataclasses import dataclass
from datetime import date

# The first newspapers were printed in 1605; lesser years are broken defaults.
FIRST_YEAR = 1605
LAST_YEAR = 2999

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february febr",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_CLOCK = r"(?P<clock>\d{1,2}:?\d\d(?::?\d\d)?(?:[.,]\d+)?)"
_ZONE = r"(?:\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d|[A-Z]{2,5}|\([A-Z]{2,5}\)))?"
_AMPM = r"(?:\s*(?:[ap]\.?m\.?))?"
_TIME = rf"(?:(?:\s*[T,]\s*|\s+(?:at\s+)?){_CLOCK}{_AMPM}{_ZONE})?"
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
)

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d){_TIME}",
        rf"(?P<y>\d{{4}})(?P<m>\d\d)(?P<d>\d\d){_TIME}",
        rf"(?P<y>\d{{4}})[/.](?P<m>\d\d?)[/.](?P<d>\d\d?){_TIME}",
        rf"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{{4}}){_TIME}",
        rf"(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>\d{{4}}){_TIME}",
        rf"{_WEEKDAY}(?P<d>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{_MONTH})\.?,?"
        rf"\s+(?P<y>\d{{4}}){_TIME}",
        rf"{_WEEKDAY}(?P<name>{_MONTH})\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?"
        rf"\s+(?P<y>\d{{4}}){_TIME}",
        # The form of the C library's asctime: "Fri Dec  1 10:00:00 2006".
        rf"{_WEEKDAY}(?P<name>{_MONTH})\s+(?P<d>\d\d?)\s+{_CLOCK}{_ZONE}\s+(?P<y>\d{{4}})",
        rf"(?P<name>{_MONTH})\.?,?\s+(?P<y>\d{{4}})",
        r"(?P<y>\d{4})-(?P<m>\d\d)",
        r"(?P<y>\d{4})",
    )
)


@dataclass(frozen=True, slots=True)
class Day:
    """A publication day.

    `edtf` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `precision` is `year`, `month`, `day`
    or `minute` (a day that was printed with its time).
    """

    edtf: str
    precision: str

    @property
    def is_full(self) -> bool:
        """Whether the day of the month is known."""
        return self.precision in ("day", "minute")


def parse_day(value: str) -> Day | None:
    """Read one day that stands alone in `value`; None when it is not understood.

    Takes ISO 8601 dates and times, `20061201`, RFC 822, and English dates in both
    orders; a numeric day with slashes only where one of the two must be the day.
    """
    value = " ".join(value.split())
    # A zone's name in square brackets (java.time) says nothing about the local day.
    value = re.sub(r"\[[\w/+-]+\]$", "", value)
    if len(value) > 80:
        return None
    for form in _FORMS:
        match = form.fullmatch(value)
        if match is not None:
            return _make_day(match.groupdict())
    return None


def _make_day(parts: dict[str, str | None]) -> Day | None:
    """Build the day from the named groups of one form; None if no such day exists."""
    year = int(parts["y"] or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    month, day = _month_and_day(parts)
    if month is None:
        wants_month = parts.get("a") is not None
        return None if wants_month else Day(f"{year:04}", "year")
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    if day is None:
        return Day(f"{year:04}-{month:02}", "month")
    precision = "minute" if _has_time(parts.get("clock")) else "day"
    return Day(f"{year:04}-{month:02}-{day:02}", precision)


def _month_and_day(parts: dict[str, str | None]) -> tuple[int | None, int | None]:
    """Month and day as numbers; both None where their order cannot be told."""
    if parts.get("a") is not None:
        first, second = int(parts["a"] or 0), int(parts["b"] or 0)
        if first == second or first > 12:
            return second, first
        return (first, second) if second > 12 else (None, None)
    name, number, day = parts.get("name"), parts.get("m"), parts.get("d")
    month = MONTHS[name.lower()] if name else int(number) if number else None
    return month, int(day) if day else None


def _has_time(clock: str | None) -> bool:
    """Whether a clock time other than midnight was printed."""
    return clock is not None and any(char in "123456789" for char in clock)
