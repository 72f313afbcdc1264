"""Days and times as people give them, checked and put into the form that is stored."""

from datetime import UTC, date, datetime, time, timedelta

from onrecord.errors import InputError
from onrecord.pipeline import stamp

Day = str | date | None
"""A day, its ISO text, or none asked for."""

Moment = str | datetime | None
"""A time, its ISO text, or none asked for."""


def parse_day(text: Day, *, name: str) -> str | None:
    """Return a day as `YYYY-MM-DD`; None stays None.

    Args:
        text: A day, or its ISO text.
        name: What the day is for, for the message.

    Raises:
        InputError: it is no day of the calendar.
    """
    if text is None:
        return None
    if isinstance(text, date):
        return text.isoformat()[:10]
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputError(
            f"{name} {text!r} is not a day; write it as YYYY-MM-DD, such as 2031-03-14."
        ) from error


def parse_moment(text: Moment, *, name: str) -> str | None:
    """Return a time as it is stored: UTC, with microseconds; None stays None.

    A day alone means its last moment, a time without a zone is in UTC, and a time
    given to the second means that whole second.

    Raises:
        InputError: it is no time.
    """
    if text is None:
        return None
    if isinstance(text, datetime):
        return stamp(text if text.tzinfo else text.replace(tzinfo=UTC))
    try:
        moment = datetime.fromisoformat(text)
        if len(text) == len("2031-03-14"):
            moment = datetime.combine(moment.date(), time.max)
    except ValueError as error:
        raise InputError(
            f"{name} {text!r} is not a time; write it as YYYY-MM-DD or "
            "YYYY-MM-DDTHH:MM:SS, in UTC unless it says otherwise."
        ) from error
    if len(text) > len("2031-03-14") and not moment.microsecond and "." not in text:
        moment += timedelta(microseconds=999_999)
    return stamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
