"""Rules for lengths of time, for what repeats, and for words that name no day.

A length counted from the publication day ("the past two months") has the interval it
covers as its EDTF; any other length has none.
"""

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.patterns import Match, read_number
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.values import shift
from onrecord.annotate.times.vocabulary import LENGTH_SIGNS

_OF_HOURS = "hms"


def write_length(number: int | None, unit: str) -> str:
    """Return a length as a TIMEX3 value: `P2W`, `PT4H`, `PXY`."""
    digits = "X" if number is None else str(number)
    if unit in _OF_HOURS:
        return f"PT{digits}{unit.upper()}"
    times = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "Q": (3, "M")}
    factor, letter = times.get(unit, (1, unit))
    return f"P{'X' if number is None else number * factor}{letter}"


def read_length(match: Match, context: Context) -> Reading | None:
    """Read `two weeks`, `the past three months`, `a 10-year (term)`, `several days`."""
    number = read_number(match)
    unit = _unit(match)
    if match.tokens.is_a(match.end, "old") or _is_age(match) or unit is None:
        return None
    if _is_fraction(match) or match.tokens.is_capitalised(match.end - 1):
        return None
    first, end = match.groups["n"]
    if end - first == 1 and match.tokens.is_a(first, "a"):
        return _read_single(match, unit)
    interval = _interval(match, context, number, unit)
    return Reading(
        "DURATION",
        write_length(number, unit),
        "published" if interval else None,
        mark=match.value("about"),
        edtf=interval,
    )


def _unit(match: Match) -> str | None:
    """Return the letter of the unit."""
    return "Q" if match.has("quarter") else match.value("unit") or None


def _is_age(match: Match) -> bool:
    """Whether it is the age of somebody: `a 40-year-old`."""
    tokens, end = match.tokens, match.end
    return tokens.is_a(end, "hyphen") and tokens.is_a(end + 1, "old")


def _is_fraction(match: Match) -> bool:
    """Whether it is a part of something: `a quarter`, `three-quarters`."""
    before = match.end - 2
    return match.has("quarter") and match.tokens.is_a(before, "hyphen", "a")


def _read_single(match: Match, unit: str) -> Reading | None:
    """Read `a week`; "a day" after a number or a noun of money says how often."""
    tokens = match.tokens
    before = match.groups["n"][0] - 1
    has_sum = tokens.is_a(before, "number_word", "opaque", "day_number", "number")
    is_rate = has_sum or tokens.word(before) in ("times", "%", "once", "twice", "sold")
    return Reading("SET" if is_rate else "DURATION", write_length(1, unit))


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
    if match.tokens.is_a(match.end, "old") or _is_age(match):
        return None
    before = match.tokens.word(match.start - 1)
    if match.has("relative") or match.has("recent") or before in LENGTH_SIGNS:
        return Reading("DURATION", write_length(None, _unit(match) or "D"))
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
    return Reading("SET", f"XXXX-WXX-{match.value('weekday')}")


def read_frequency(match: Match, context: Context) -> Reading | None:
    """Read `daily`, `weekly`; not the name of a newspaper."""
    at = match.start
    if match.tokens.is_capitalised(at) and not match.tokens.opens_sentence(at):
        return None
    return Reading("SET", match.value("frequency"))


def read_now(match: Match, context: Context) -> Reading | None:
    """Read `now`, `currently`."""
    return Reading("DATE", "PRESENT_REF")


def read_bygone(match: Match, context: Context) -> Reading | None:
    """Read `recently`."""
    return Reading("DATE", "PAST_REF")


def read_ahead(match: Match, context: Context) -> Reading | None:
    """Read `the future`, `the near future`."""
    return Reading("DATE", "FUTURE_REF")


def read_the_past(match: Match, context: Context) -> Reading | None:
    """Read `the past`, where no noun follows."""
    is_noun = match.value("relative") == "past" and not match.tokens.is_a(
        match.end, "other", "units", "unit", "number_word", "day_number", "hyphen"
    )
    return Reading("DATE", "PAST_REF") if is_noun else None


_UNIT = "(unit=<unit|units> | quarter=<quarter|quarters>)"

RULES = (
    rule(
        "{ABOUT} (<the> <most>?)? relative=<relative>? ordinal=<ordinal>? {NUMBER}"
        f" <more>? (<hyphen> | <filler>)? {_UNIT}",
        read_length,
    ),
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
    rule("frequency=<frequency>", read_frequency),
    rule("<present>", read_now),
    rule("<bygone>", read_bygone),
    rule("<the> <near>? <future>", read_ahead),
    rule("<the> relative=<relative>", read_the_past),
)
