"""The dateline before an article's first words: where it was filed, and when.

    QUELLMAR, March 7 (Corvane) - Tavaran police ...
    TOLMUND, Veshara, Oct 4 (Coastal Wire) - Gunmen ...
    Paris (AP) — ...

The place is recorded; the words stay in the text, in every format. Outlets print them
as the start of the first sentence, and the same story then has the same text from a
web page and from a wire file. A dateline without a year gives no publication day.
"""

import re
from dataclasses import dataclass

from onrecord.read.days import MONTHS, Day, parse_day

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_UPPER = (
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'\u2019\-]*(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'\u2019\-]*){0,4}"
)
_REGION = r"(?:,\s[A-ZÀ-Þ][\w.'\u2019\-]*(?:\s[A-ZÀ-Þ][\w.'\u2019\-]*){0,3})"
_MDAY = rf"(?i:{_MONTH})\.?\s\d{{1,2}}(?:,?\s\d{{4}})?"
_DMAY = rf"\d{{1,2}}\s(?i:{_MONTH})\.?(?:,?\s\d{{4}})?"
_DAY = rf"(?P<day>{_MDAY}|{_DMAY})"
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_DASH = r"(?:\s?--|\s[-\u2013\u2014]|\u2014|\u2013)\s?"
# Outlets' own labels stand where a place would ("WATCH: ...", "EXCLUSIVE - ...").
_LABEL = re.compile(
    r"(?:ANALYSIS|BREAKING|CORRECT(?:ED|ION)|EDITORIAL|EXCLUSIVE|EXPLAINER|FACTBOX|LIVE"
    r"|NEWS|NOTE|OPINION|PHOTOS?|PICTURES?|TIMELINE|UPDATED?|URGENT|VIDEO|WATCH)\b"
)
# The place is upper case; mixed case needs an agency behind it ("Paris (AP) —").
_DATELINE = re.compile(
    rf"(?:(?P<place>{_UPPER}{_REGION}?)(?:,?\s{_DAY})?(?:,?\s{_AGENCY})?"
    rf"(?:{_DASH}|:\s)"
    rf"|(?P<mixed>[A-ZÀ-Þ][\w.'\u2019\-]+(?:\s[A-ZÀ-Þ][\w.'\u2019\-]+){{0,2}}{_REGION}?)"
    rf"(?:,?\s{_DAY.replace('day', 'day2')})?,?\s{_AGENCY}{_DASH})(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and, if a whole day is printed, when an article was filed."""

    place: str
    day: Day | None


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline at the start of `text`, or None."""
    match = _DATELINE.match(text[:200].lstrip())
    if match is None:
        return None
    place = (match["place"] or match["mixed"]).strip(" ,")
    if len(place) < 3 or _LABEL.match(place):
        return None
    printed = match["day"] or match["day2"]
    day = parse_day(printed) if printed else None
    return Dateline(place, day if day and day.is_full else None)
