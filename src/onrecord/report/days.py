"""Days as a report needs them: compared, counted and put into words.

A value that is no EDTF (a person may have typed it) is shown as it is and compares as
unknown; a report never fails over one field.
"""

from datetime import date, timedelta

from onrecord.model import edtf
from onrecord.model.custody import Custody, CustodyStatus
from onrecord.model.view import CaseView
from onrecord.report.lines import Certainty, DaysHeld

Bounds = tuple[date | None, date | None]

_BY_PRECISION: dict[str, Certainty] = {
    "day": Certainty.DAY,
    "month": Certainty.MONTH,
    "season": Certainty.SEASON,
    "year": Certainty.YEAR,
    "decade": Certainty.YEARS,
    "century": Certainty.YEARS,
    "interval": Certainty.BETWEEN,
}


def day_bounds(value: str | None) -> Bounds:
    """Return the earliest and latest day of a value, both None if there is none."""
    try:
        return edtf.bounds(value) if value else (None, None)
    except ValueError:
        return None, None


def last_day(value: str | None) -> date | None:
    """Return the latest day that a value allows."""
    return day_bounds(value)[1]


def say_day(value: str | None) -> str:
    """Return a value in words; `on a day not told` without one."""
    if not value:
        return "on a day not told"
    try:
        return edtf.display(value)
    except ValueError:
        return value


def say_since(value: str) -> str:
    """Return `since` with a value: `since a day between 1 and 3 March 2031`."""
    words = say_day(value)
    return f"since {'a day ' if words.startswith('between') else ''}{words}"


def say_on(value: str) -> str:
    """Return a value with its preposition: `on 4 March`, `in March`, `before 2031`."""
    words, how = say_day(value), certainty_of(value)
    if how is Certainty.DAY:
        return f"on {words}"
    plain = (Certainty.MONTH, Certainty.SEASON, Certainty.YEAR, Certainty.YEARS)
    return f"in {words}" if how in plain and not words.startswith("a ") else words


def certainty_of(value: str | None) -> Certainty:
    """Return how surely and finely a value is known."""
    if not value or not edtf.is_valid(value):
        return Certainty.UNKNOWN
    mark = edtf.qualifier(value)
    if mark:
        return Certainty.PERHAPS if mark == "?" else Certainty.ABOUT
    earliest, latest = edtf.bounds(value)
    if earliest is None:
        return Certainty.BEFORE
    if latest is None:
        return Certainty.AFTER
    return _BY_PRECISION[edtf.precision(value)]


def are_apart(a: str, b: str) -> bool:
    """Whether two values cannot be the same day."""
    (a_first, a_last), (b_first, b_last) = day_bounds(a), day_bounds(b)
    return bool(
        (a_last and b_first and a_last < b_first)
        or (b_last and a_first and b_last < a_first)
    )


def may_lie_within(value: str | None, since: date | None, until: date | None) -> bool:
    """Whether a value may lie between two days, both inclusive and both optional."""
    earliest, latest = day_bounds(value)
    return not (
        (since and latest and latest < since)
        or (until and earliest and earliest > until)
    )


def report_day(view: CaseView) -> date | None:
    """Return the day a view is written for: its `as_of`, else its last article's."""
    if view.as_of:
        return last_day(view.as_of)
    return max(
        filter(None, {last_day(a.published) for a in view.articles}), default=None
    )


def days_before(day: date, days: int) -> date:
    """Return the day so many days earlier, or the first of the calendar."""
    return day - timedelta(days=min(days, day.toordinal() - 1))


def days_held(custody: Custody, day: date | None) -> DaysHeld | None:
    """Return how many days a spell has lasted.

    Args:
        custody: One spell; a spell that is past counts to its end.
        day: The day that a spell still going on counts to.

    Returns:
        None where the start is not known at all, or the end of a past spell is not.
    """
    first, last = day_bounds(custody.from_)
    is_past = custody.status is CustodyStatus.PAST or custody.end is not None
    end_first, end_last = day_bounds(custody.to) if is_past else (day, day)
    least = _days_between(last, end_first)
    most = _days_between(first, end_last)
    if least is None and most is None:
        return None
    as_of = None if is_past or day is None else day.isoformat()
    return DaysHeld(min=least, max=most, as_of=as_of)


def say_days_held(held: DaysHeld) -> str:
    """Return `212 days`, `between 31 and 61 days`, `at least 5 days`."""
    if held.max is None:
        return f"at least {count(held.min or 0, 'day')}"
    if held.min is None:
        return f"at most {count(held.max, 'day')}"
    if held.min == held.max:
        return count(held.max, "day")
    return f"between {held.min:,} and {count(held.max, 'day')}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return `1 day`, `2 days`, `1,204 stories`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _days_between(first: date | None, last: date | None) -> int | None:
    """Return the days from one day to another, never below zero."""
    if first is None or last is None:
        return None
    return max(0, (last - first).days)
