"""The shape of a dateline: the words before an agency story's first sentence.

    QUELLMAR, March 7 (Corvane) - Tavaran police ...
    Paris (AP) — ...

`read` takes place and day from it; `annotate` begins the first sentence after it.
"""

import re

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|"
    "December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
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


def match_dateline(text: str) -> re.Match[str] | None:
    """Return the match of a dateline at the very start of `text`, or None.

    Groups: `place` or `mixed` (the place), `day` or `day2` (the day as printed). The
    match ends where the first sentence begins.
    """
    match = _DATELINE.match(text[:200])
    if match is None:
        return None
    place = (match["place"] or match["mixed"]).strip(" ,")
    if len(place) < 3 or _LABEL.match(place):
        return None
    return match
