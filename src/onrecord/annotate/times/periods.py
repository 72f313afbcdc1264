"""Rules for weeks, weekends, months and what is counted in units: `next year`.

A bare month is the last one begun by the publication day, unless the words around
point ahead. Names and verbs spelled as months ("Theresa May", "march") are none.
"""

from datetime import date, timedelta

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.days import read_full_date
from onrecord.annotate.times.direction import Direction
from onrecord.annotate.times.patterns import Match
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.values import STEPS, first_day, write_shifted
from onrecord.annotate.times.vocabulary import (
    MARCH_SIGNS,
    MONTH_SIGNS,
    PLAIN_SIGNS,
    STRONG_SIGNS,
    THAT_SIGNS,
    TITLES,
)


def read_month_year(match: Match, context: Context) -> Reading | None:
    """Read `March 2031`, `early March 2031`, `March of last year`."""
    month = match.integer("month")
    if match.has("year"):
        value = f"{match.integer('year')}-{month:02}"
        return Reading("DATE", value, "text", mark=match.value("about"))
    if context.published is None:
        return Reading("DATE", f"XXXX-{month:02}")
    step = STEPS.get(match.value("relative"))
    if step is None:
        return None
    return Reading("DATE", f"{context.published.year + step}-{month:02}", "published")


def read_month(match: Match, context: Context) -> Reading | None:
    """Read a bare month: `March`, `last March`, `in early March`."""
    at = match.groups["month"][0]
    if not _is_month(match, at):
        return None
    month = match.integer("month") or 1
    if context.published is None:
        return Reading("DATE", f"XXXX-{month:02}")
    before, after = _around(context.published, month)
    relative = match.value("relative")
    direction = context.direction(match.start, match.end)
    year = _choose_year(context.published, month, relative, direction)
    other = after if year == before else before
    mark = match.value("about")
    return Reading(
        "DATE", f"{year}-{month:02}", "published", f"{other}-{month:02}", mark
    )


def _around(published: date, month: int) -> tuple[int, int]:
    """Return the years of the last such month begun and of the next one to come."""
    before = published.year - (month > published.month)
    return before, before + 1


def _choose_year(
    published: date, month: int, relative: str, direction: Direction
) -> int:
    """Choose the year of a month, by the word before it, else by the tense."""
    before, after = _around(published, month)
    is_now = month == published.month
    if relative in ("last", "past", "previous"):
        return before - is_now
    if relative in ("next", "following"):
        return after
    if relative == "this":
        return published.year
    return after if direction == "future" and not is_now else before


def _is_month(match: Match, at: int) -> bool:
    """Whether the word is a month and no name or verb."""
    tokens = match.tokens
    if match.has("relative") or match.has("edge"):
        return True
    before = tokens.word(at - 1)
    if tokens.is_a(at, "maybe_month") and tokens.word(at + 1) in MARCH_SIGNS:
        return before in PLAIN_SIGNS
    if before == "." and tokens.word(at - 2) in TITLES:
        return False
    if before not in STRONG_SIGNS and _is_surname(match, at + 1):
        return False
    if before in MONTH_SIGNS:
        return before != "to" or not tokens.is_a(at, "maybe_month")
    if tokens.is_a(at, "maybe_month"):
        return False
    has_name_before = (
        at > 0 and tokens.is_capitalised(at - 1) and not tokens.opens_sentence(at - 1)
    )
    return not (has_name_before or tokens.is_capitalised(at + 1))


def _is_surname(match: Match, at: int) -> bool:
    """Whether the word after a month is a name: "and June Petrov"."""
    tokens = match.tokens
    return tokens.is_capitalised(at) and tokens.is_a(at, "other")


def read_relative_unit(match: Match, context: Context) -> Reading | None:
    """Read `last week`, `early this month`, `the following year`, `the same day`."""
    relative, unit = match.value("relative"), match.value("unit")
    unit = "Q" if match.has("quarter") else unit
    counts_from_text = relative in ("that", "following") or (
        match.has("the") and relative in ("previous", "next")
    )
    if unit in ("s", "m", "h", "F") or (relative in ("past", "latest") and unit != "Q"):
        return None
    if counts_from_text:
        return _from_expression(match, context, relative, unit)
    if context.published is None:
        return Reading("DATE", None)
    return _from_published(context.published, relative, unit)


def _from_published(published: date, relative: str, unit: str) -> Reading | None:
    """Return a unit counted from the publication day."""
    step = STEPS.get(relative, 0)
    if unit == "Q" and relative == "latest":
        step = -1
    return Reading("DATE", write_shifted(published, step, unit), "published")


def _from_expression(
    match: Match, context: Context, relative: str, unit: str
) -> Reading | None:
    """Return a unit counted from an earlier expression."""
    anchor = first_day(context.last_before(match.start))
    if anchor is None:
        return Reading("DATE", None)
    step = 0 if relative == "that" else STEPS[relative]
    return Reading("DATE", write_shifted(anchor, step, unit), "expression")


def read_this_year(match: Match, context: Context) -> Reading | None:
    """Read `the year` of "for the year": the one that is spoken of."""
    tokens = match.tokens
    is_told = tokens.word(match.start - 1) in ("for", "of", "in", "during", "through")
    after = tokens.word(match.end)
    if not is_told or tokens.is_a(match.end, "hyphen", "sequence", "edge"):
        return None
    if after in THAT_SIGNS or match.value("unit") not in ("Y", "W"):
        return None
    if context.published is None:
        return Reading("DATE", None)
    value = write_shifted(context.published, 0, match.value("unit"))
    return Reading("DATE", value, "published")


def read_year_end(match: Match, context: Context) -> Reading | None:
    """Read `year-end`, `the end of the year`; `the latest fiscal year`."""
    if match.value("unit") not in ("Y", "M") or context.published is None:
        return None
    step = STEPS.get(match.value("relative"), 0)
    if match.has("fiscal"):
        step = {"latest": -1}.get(match.value("relative"), step)
    value = write_shifted(context.published, step, match.value("unit"))
    return Reading("DATE", value, "published")


def read_year_end_bare(match: Match, context: Context) -> Reading | None:
    """Read `year-end` and `year end`."""
    if match.tokens.word(match.end - 1) != "end":
        return None
    return read_year_end(match, context)


def read_week_of(match: Match, context: Context) -> Reading | None:
    """Read `the week of March 6`, `the week ending 9 May 2031`."""
    if match.value("unit") != "W":
        return None
    day = read_full_date(match, context)
    first = first_day(day.value) if day else None
    if day is None or first is None:
        return day
    word = match.tokens.word(match.groups["sign"][0])
    value = write_shifted(first, 0, "W")
    other = first_day(day.other)
    days = None
    if word in ("ending", "ended"):
        days = f"{first - timedelta(6)}/{first}"
    elif word in ("beginning", "starting"):
        days = f"{first}/{first + timedelta(6)}"
    return Reading(
        "DATE",
        value,
        day.basis,
        write_shifted(other, 0, "W") if other and days is None else None,
        edtf=days,
    )


def read_weekend(match: Match, context: Context) -> Reading | None:
    """Read `the weekend`, `last weekend`, `this weekend`."""
    if context.published is None:
        return Reading("DATE", None)
    relative = match.value("relative")
    direction = context.direction(match.start, match.end)
    step = STEPS.get(relative, 0)
    is_begun = context.published.isoweekday() > 5
    if not relative and not is_begun and direction != "future":
        step = -1
    week = write_shifted(context.published, step, "W")
    return Reading("DATE", f"{week}-WE" if week else None, "published")


RULES = (
    rule("<the> unit=<unit>", read_this_year),
    rule(
        "(<the> <edge> <of>)? <the> relative=<relative> fiscal=<fiscal> unit=<unit>",
        read_year_end,
    ),
    rule("<the> <edge> <of> (<the> | relative=<relative>) unit=<unit>", read_year_end),
    rule("{ABOUT} <the>? unit=<unit> <hyphen>? <edge>", read_year_end_bare),
    rule(
        "<the> unit=<unit> sign=<of|beginning|ended> {MONTH} {DAY}"
        " (<comma>? year=<year>)?",
        read_week_of,
    ),
    rule(
        "<the> unit=<unit> sign=<of|beginning|ended> {DAY} <of>? {MONTH}"
        " (<comma>? year=<year>)?",
        read_week_of,
    ),
    rule(
        "{ABOUT} {EDGE} {MONTH} (<comma> | <of>)? year=<year>",
        read_month_year,
    ),
    rule("{EDGE} {MONTH} <of>? relative=<relative> <unit>", read_month_year),
    rule("{ABOUT} {EDGE} relative=<relative>? {MONTH}", read_month),
    rule(
        "{EDGE} the=<the>? relative=<relative> <fiscal>? (unit=<unit>"
        " | quarter=<quarter>)",
        read_relative_unit,
    ),
    rule("{EDGE} (<the> | relative=<relative>) <relative>? <weekend>", read_weekend),
)
