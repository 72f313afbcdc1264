"""Holidays by name, and the day each falls on in a year.

Sources: 5 U.S.C. 6103 (days of the United States), the Gregorian reckoning of Easter
(Meeus 1991, chapter 8), and days that many countries keep on one date. Holidays of the
moon, whose day is proclaimed, and days that each country keeps on its own date
("Independence Day") are left out: nothing in the words tells their day.
"""

import re
from datetime import date, timedelta

# Month and day.
FIXED = {
    "new year's day": (1, 1),
    "epiphany": (1, 6),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st. patrick's day": (3, 17),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
# Month, ISO weekday, and which of the month's; -1 is the last.
FLOATING = {
    "martin luther king day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "presidents' day": (2, 1, 3),
    "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4),
    "thanksgiving": (11, 4, 4),
}
# Days from Easter Sunday.
FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit monday": 50,
}
NAMES = sorted([*FIXED, *FLOATING, *FROM_EASTER], key=len, reverse=True)
FIRST_WORDS = frozenset(re.split(r"[^a-z]", name)[0] for name in NAMES)
# Either apostrophe, one space, and "St" with or without its stop.
_NAME = re.compile(
    "(?:"
    + "|".join(
        re.escape(name).replace("'", "['\u2019]").replace(r"st\.", r"st\.?")
        for name in NAMES
    )
    + r")(?!\w)",
    re.IGNORECASE,
)


def match_holiday(text: str, start: int) -> tuple[str, int] | None:
    """Return the name and the end of the holiday at `start`; every word capital."""
    found = _NAME.match(text, start)
    if found is None:
        return None
    words = [word for word in re.split(r"[\s']", found.group()) if len(word) > 2]
    if not all(word[0].isupper() for word in words):
        return None
    name = found.group().lower().replace("\u2019", "'")
    return name if name in NAMES else name.replace("st ", "st. "), found.end()


def holiday_in(name: str, year: int) -> date:
    """Return the day of a holiday in a year from 1000 to 2999."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in FLOATING:
        return _nth_weekday(year, *FLOATING[name])
    return easter(year) + timedelta(days=FROM_EASTER[name])


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the `nth` weekday of a month; -1 is the last."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
