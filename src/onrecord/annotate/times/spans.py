"""Rules for lengths of time, for what repeats, and for words that name no day.

A length counted from the publication day ("the past two months") has the interval it
covers as its EDTF; any other length has none.
"""

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.patterns import Match, read_number
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.values import shift
from onrecord.annotate.times.vocabulary import (
    AGE_NOUNS,
    LENGTH_SIGNS,
    MODALS,
    THEN_SIGNS,
)

_OF_HOURS = "hms"


# What half of a unit is in the next smaller one that has a whole number of it.
_HALVES = {"h": "30M", "m": "30S", "Y": "6M"}


def write_length(number: int | None, unit: str, *, has_half: bool = False) -> str:
    """Return a length as a TIMEX3 value: `P2W`, `PT4H`, `PXY`, `PT1H30M`."""
    digits = "X" if number is None else str(number)
    if has_half and number is not None:
        whole = f"{number}{unit.upper()}" if number else ""
        if unit in _HALVES:
            return f"P{'T' if unit in _OF_HOURS else ''}{whole}{_HALVES[unit]}"
        digits = f"{number}.5"
        return f"P{digits}{unit}" if unit in "DWM" else f"P{float(digits) * 10:.0f}Y"
    if unit in _OF_HOURS:
        return f"PT{digits}{unit.upper()}"
    if unit == "Q" and number is None:
        return "PXQ"
    times = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "Q": (3, "M")}
    factor, letter = times.get(unit, (1, unit))
    return f"P{'X' if number is None else number * factor}{letter}"


def read_length(match: Match, context: Context) -> Reading | None:
    """Read `two weeks`, `the past three months`, `a 10-year (term)`, `several days`."""
    number = read_number(match)
    unit = _unit(match)
    if unit is None or _is_age(match):
        return None
    if _is_fraction(match) or match.tokens.is_capitalised(match.end - 1):
        return None
    first, end = match.groups["n"]
    if end - first == 1 and match.tokens.is_a(first, "a"):
        return _read_single(match, unit)
    is_one_day = match.tokens.word(first) == "one" and unit == "D" and end - first == 1
    if is_one_day and match.tokens.word(first - 1) in MODALS:
        return Reading("DATE", "FUTURE_REF")  # "Peace will one day come."
    interval = _interval(match, context, number, unit)
    return Reading(
        "DURATION",
        write_length(number, unit, has_half=match.has("half")),
        "published" if interval else None,
        mark=match.value("about"),
        edtf=interval,
        skip=_count_articles(match),
        count=(number, unit),
    )


def _count_articles(match: Match) -> int:
    """Return 1 where an article belongs to the noun: `a five-year plan`."""
    tokens, end = match.tokens, match.end
    is_before_noun = tokens.is_a(end - 1, "unit") and tokens.is_a(end, "other")
    if not is_before_noun or not tokens.word(end)[:1].isalpha():
        return 0
    has_article = tokens.is_a(match.start, "a", "the")
    counts = tokens.values[match.start + 1] in ("100", "1000", "X", "2", "12")
    is_part = tokens.is_a(match.start + 1, "number_word", "vague") and counts
    is_more = tokens.is_a(match.start + 1, "relative", "most")
    is_hyphened = tokens.is_a(end - 2, "hyphen")
    return int(has_article and not is_more and (is_hyphened or not is_part))


def read_half(match: Match, context: Context) -> Reading | None:
    """Read `half an hour`, `a year and a half`."""
    unit = match.value("unit")
    value = write_length(int(match.has("whole")), unit, has_half=True)
    return Reading("DURATION", value, mark=match.value("about"))


def read_long(match: Match, context: Context) -> Reading | None:
    """Read `day-long`, `decades-long`, `8-month-old (truce)`; no one's age."""
    number = read_number(match) if match.has("n") else None
    if match.tokens.word(match.end) in AGE_NOUNS or match.value("unit") == "Y":
        return None
    if not match.has("n") and match.tokens.is_a(match.groups["unit"][0], "unit"):
        number = 1
    skip = int(match.has("n") and match.tokens.is_a(match.start, "a"))
    return Reading("DURATION", write_length(number, match.value("unit")), skip=skip)


def read_year_ended(match: Match, context: Context) -> Reading | None:
    """Read `the year` of "the year ended March 31": a year of a company's own."""
    if match.tokens.word(match.end) not in ("ended", "ending"):
        return None
    return Reading("DURATION", "P1Y")


def _unit(match: Match) -> str | None:
    """Return the letter of the unit."""
    return "Q" if match.has("quarter") else match.value("unit") or None


def _is_age(match: Match) -> bool:
    """Whether it is the age of somebody: `a 40-year-old`, `52 years old`."""
    tokens, end = match.tokens, match.end
    has_hyphen = tokens.is_a(end, "hyphen")
    return tokens.is_a(end + has_hyphen, "old")


def _is_fraction(match: Match) -> bool:
    """Whether it is a part of something: `a quarter`, `three-quarters`."""
    before = match.end - 2
    return match.has("quarter") and match.tokens.is_a(before, "hyphen", "a")


def _read_single(match: Match, unit: str) -> Reading | None:
    """Read `a week`; "a day" after a number or a noun of money says how often."""
    tokens = match.tokens
    before = match.groups["n"][0] - 1
    numbers = ("number_word", "opaque", "day_number", "number")
    counts_things = tokens.word(before).endswith("s") and tokens.is_a(before, "other")
    has_sum = tokens.is_a(before, *numbers) or (
        counts_things and tokens.is_a(before - 1, *numbers)
    )
    is_rate = has_sum or tokens.word(before) in ("times", "%", "once", "twice", "sold")
    value = write_length(1, unit)
    if is_rate:
        return Reading("SET", value)
    return Reading("DURATION", value, mark=match.value("about"), count=(1, unit))


def _interval(
    match: Match, context: Context, number: int | None, unit: str
) -> str | None:
    """Return the stretch before or after the publication day that is meant."""
    relative = match.value("relative")
    if context.published is None or number is None or match.has("ordinal"):
        return None
    step = {"last": -1, "past": -1, "next": 1}.get(relative)
    if step is None or unit in _OF_HOURS:
        return None
    other = shift(context.published, step * number, unit)
    if other is None:
        return None
    first, last = sorted((other, context.published))
    return f"{first}/{last}"


def read_one_past(match: Match, context: Context) -> Reading | None:
    """Read `the past year`, `past decade`, `the last century`."""
    unit = _unit(match)
    if match.value("relative") != "past" or unit is None:
        return None
    start = shift(context.published, -1, unit) if context.published else None
    interval = f"{start}/{context.published}" if start and unit != "h" else None
    basis = "published" if interval else None
    return Reading("DURATION", write_length(1, unit), basis, edtf=interval)


def read_bare_plural(match: Match, context: Context) -> Reading | None:
    """Read `weeks`, `recent months`, `the coming days`."""
    if _is_age(match):
        return None
    before = match.tokens.word(match.start - 1)
    if before == "of" and match.tokens.word(match.start - 2) == "matter":
        return None  # "a matter of days"
    is_told_from = match.tokens.is_a(match.end, "sequence")
    if match.has("relative") or match.has("recent") or before in LENGTH_SIGNS:
        is_told_from = True
    if is_told_from:
        unit = _unit(match) or "D"
        return Reading("DURATION", write_length(None, unit), count=(None, unit))
    return None


def read_every(match: Match, context: Context) -> Reading | None:
    """Read `every Friday`, `each year`, `each July`, `every two weeks`."""
    if match.has("weekday"):
        part = match.value("daypart")
        return Reading("SET", f"XXXX-WXX-{match.value('weekday')}" + _t(part))
    if match.has("month"):
        return Reading("SET", f"XXXX-{match.integer('month'):02}")
    if match.has("daypart"):
        return Reading("SET", f"XXXX-XX-XXT{match.value('daypart')}")
    if match.has("season"):
        return Reading("SET", f"XXXX-{match.value('season')}")
    number = read_number(match) if match.has("n") else 1
    return Reading("SET", write_length(number, _unit(match) or "D"))


def _t(part: str) -> str:
    """Return a part of the day as the end of a value."""
    return f"T{part}" if part else ""


def read_weekdays(match: Match, context: Context) -> Reading | None:
    """Read `Fridays`, `Friday nights`."""
    part = _t(match.value("daypart"))
    return Reading("SET", f"XXXX-WXX-{match.value('weekday')}{part}")


def read_frequency(match: Match, context: Context) -> Reading | None:
    """Read `daily`, `weekly`; not the name of a newspaper."""
    at = match.start
    if match.tokens.is_capitalised(at) and not match.tokens.opens_sentence(at):
        return None
    return Reading("SET", match.value("frequency"))


def read_now(match: Match, context: Context) -> Reading | None:
    """Read `now`, `currently`."""
    return Reading("DATE", "PRESENT_REF")


def read_these_days(match: Match, context: Context) -> Reading | None:
    """Read `these days`."""
    return Reading("DATE", "PRESENT_REF") if match.value("unit") == "D" else None


def read_current(match: Match, context: Context) -> Reading | None:
    """Read `current` before a noun: "the current plan"."""
    tokens, at = match.tokens, match.start
    is_adjective = tokens.word(at) == "current" and tokens.is_a(at + 1, "other")
    has_noun = tokens.word(at + 1)[:1].isalpha() and not tokens.is_capitalised(at + 1)
    return Reading("DATE", "PRESENT_REF") if is_adjective and has_noun else None


def read_then(match: Match, context: Context) -> Reading | None:
    """Read `then` of "until then": the day told before."""
    if match.tokens.word(match.start - 1) not in THEN_SIGNS:
        return None
    value = context.last_before(match.start)
    return Reading("DATE", value.partition("T")[0], "expression") if value else None


def read_bygone(match: Match, context: Context) -> Reading | None:
    """Read `recently`."""
    return Reading("DATE", "PAST_REF")


def read_ahead(match: Match, context: Context) -> Reading | None:
    """Read `the future`, `the near future`."""
    return Reading("DATE", "FUTURE_REF")


def read_the_past(match: Match, context: Context) -> Reading | None:
    """Read `the past`, where no noun follows."""
    tokens, end = match.tokens, match.end
    if match.value("relative") != "past" or tokens.is_a(
        end, "units", "unit", "number_word", "day_number", "hyphen", "vague"
    ):
        return None
    is_noun = not tokens.is_a(end, "other") or tokens.word(match.start - 1) == "in"
    return Reading("DATE", "PAST_REF") if is_noun else None


_UNIT = "(unit=<unit|units> | quarter=<quarter|quarters>)"


def read_term(match: Match, context: Context) -> Reading | None:
    """Read `his first term`: whose term began when is not known here."""
    return Reading("DATE", None, reason="no day is told for the term")


RULES = (
    rule("<possessive> <ordinal|relative> <term>", read_term),
    rule(
        "{ABOUT} (<the> <most>?)? relative=<relative>? ordinal=<ordinal>? {NUMBER}"
        f" <more>? (<hyphen> | <filler>)? {_UNIT}",
        read_length,
    ),
    rule(
        "{ABOUT} n=(<day_number|number|number_word>) (<and> <a>)? half=<half|fraction>"
        " (<hyphen> | <filler>)? unit=<unit|units>",
        read_length,
    ),
    rule("{ABOUT} <half> <a> <hyphen>? unit=<unit>", read_half),
    rule("{ABOUT} whole=<a> unit=<unit> <and> <a> <half>", read_half),
    rule("{NUMBER} <hyphen>? unit=<unit|units> <hyphen> <old>", read_long),
    rule("unit=<unit|units> <hyphen> <old>", read_long),
    rule("<the> <fiscal>? unit=<unit>", read_year_ended),
    rule(f"<the>? relative=<relative> {_UNIT}", read_one_past),
    rule(
        "<the>? (relative=<relative> | recent=<recent>)?"
        " (unit=<units> | quarter=<quarters>)",
        read_bare_plural,
    ),
    rule(f"<every> <ordinal|a>? {_UNIT}", read_every),
    rule(f"<every> {{NUMBER}} {_UNIT}", read_every),
    rule(
        "<every> (weekday=<weekday> daypart=<daypart>? | month=<month|maybe_month>"
        " | season=<season|fall>)",
        read_every,
    ),
    rule("<every> daypart=<daypart>", read_every),
    rule("weekday=<weekdays>", read_weekdays),
    rule("weekday=<weekday> daypart=<dayparts>", read_weekdays),
    rule("frequency=<frequency>", read_frequency),
    rule("<present>", read_now),
    rule("<more>? <bygone>", read_bygone),
    rule("<these> unit=<units>", read_these_days),
    rule("<relative>", read_current),
    rule("<then>", read_then),
    rule("<the> <near>? <future>", read_ahead),
    rule("<the> relative=<relative>", read_the_past),
)
