"""The dateline before an article's first words: where it was filed, and when.

    QUELLMAR, March 7 (Corvane) - Tavaran police ...
    TOLMUND, Veshara, Oct 4 (Coastal Wire) - Gunmen ...
    Paris (AP) — ...

The place is recorded; the words stay in the text, in every format. Outlets print them
as the start of the first sentence, and the same story then has the same text from a
web page and from a wire file. A dateline without a year gives no publication day.
"""

from dataclasses import dataclass

from onrecord.read.days import Day, parse_day
from onrecord.text.dateline import match_dateline


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and, if a whole day is printed, when an article was filed."""

    place: str
    day: Day | None


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline at the start of `text`, or None."""
    match = match_dateline(text.lstrip())
    if match is None:
        return None
    printed = match["day"] or match["day2"]
    day = parse_day(printed) if printed else None
    place = (match["place"] or match["mixed"]).strip(" ,")
    return Dateline(place, day if day and day.is_full else None)
