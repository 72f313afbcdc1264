"""Rules for times counted from another one: `two weeks ago`, `three days later`.

What is `ago` counts from the publication day, what is earlier or later from the last
expression before it; without one it stays unresolved. The result is as fine as the
unit that was counted in: "two weeks ago" is a week, not a day.
"""

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.patterns import Match, read_number
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.values import (
    COARSENESS,
    first_day,
    shift,
    unit_of,
    write,
)


def read_ago(match: Match, context: Context) -> Reading | None:
    """Read `two weeks ago`, `a year ago`, `several months ago`."""
    unit = match.value("unit")
    number = read_number(match) if match.has("n") else None
    if number is None:
        return Reading("DATE", "PAST_REF")
    mark = match.value("about")
    quarter = context.quarter_before(match.start)
    if unit == "Y" and number == 1 and quarter:
        return Reading("DATE", _year_before(quarter), "expression")
    if context.published is None:
        return Reading("DATE", None)
    day = shift(context.published, -number, unit)
    if day is None:
        return Reading("DATE", None)
    fineness = "Y" if unit in "EC" else unit
    value = write(day, fineness)
    return Reading("DATE", value, "published", mark=mark, count=(-number, unit))


def _year_before(quarter: str) -> str:
    """Return the same quarter of the year before."""
    return f"{int(quarter[:4]) - 1}{quarter[4:]}"


def read_later(match: Match, context: Context) -> Reading | None:
    """Read `three days later`, `a year earlier`, `the day before`."""
    word = match.tokens.word(match.end - 1)
    step = {"later": 1, "after": 1, "earlier": -1, "before": -1}.get(word)
    if step is None:
        return None
    unit = match.value("unit")
    number = read_number(match) if match.has("n") else 1
    quarter = context.quarter_before(match.start)
    if unit == "Y" and number == 1 and step < 0 and quarter:
        return Reading("DATE", _year_before(quarter), "expression")
    if number is None:
        return Reading("DATE", "FUTURE_REF" if step > 0 else "PAST_REF")
    return count_from(context.last_before(match.start), step * number, unit)


def count_from(anchor: str | None, count: int, unit: str) -> Reading:
    """Return a time counted from the value of an earlier expression."""
    start = first_day(anchor)
    day = shift(start, count, unit) if start else None
    if anchor is None or day is None:
        return Reading("DATE", None)
    if COARSENESS[unit] < COARSENESS[unit_of(anchor)]:
        return Reading("DATE", None)
    return Reading("DATE", write(day, _fineness(unit, unit_of(anchor))), "expression")


def _fineness(counted: str, anchor: str) -> str:
    """Return the coarser unit; a week after a day is a day again."""
    if (counted, anchor) == ("W", "D"):
        return anchor
    return max(counted, anchor, key=lambda unit: COARSENESS[unit])


def read_sequence(match: Match, context: Context) -> Reading | None:
    """Read `the day before`, `two days after`, where no event follows."""
    tokens, start = match.tokens, match.start
    if tokens.word(match.end)[:1].isalnum():
        return None
    told, value = context.last_span, context.last_before(start)
    is_apposed = told and tokens.is_a(start - 1, "comma") and told[1] == start - 1
    if (
        told
        and is_apposed
        and value
        and tokens.is_a(told[0], "month", "maybe_month", "day_number")
    ):
        return Reading("DATE", value, "expression")  # "March 9, the day before, ..."
    return read_later(match, context)


def read_before_event(match: Match, context: Context) -> Reading | None:
    """Read `the day` of "the day before the vote", `the night` of "the night after"."""
    tokens, end = match.tokens, match.end
    if not tokens.is_a(end, "sequence") or not tokens.word(end + 1)[:1].isalnum():
        return None
    if match.has("daypart"):
        return Reading("TIME", None, count=(1, "D"))
    unit = match.value("unit")
    return (
        Reading("DATE", None, count=(1, unit)) if unit in ("D", "W", "M", "Y") else None
    )


def read_night_before(match: Match, context: Context) -> Reading | None:
    """Read `the night before`, where no event follows."""
    if match.tokens.word(match.end)[:1].isalnum():
        return None
    step = 1 if match.tokens.word(match.end - 1) == "after" else -1
    day = count_from(context.last_before(match.start), step, "D")
    if day.value is None or len(day.value) != 10:
        return Reading("TIME", None)
    return Reading("TIME", f"{day.value}T{match.value('daypart')}", "expression")


def read_from_now(match: Match, context: Context) -> Reading | None:
    """Read `six months from now`, `three days hence`."""
    number = read_number(match)
    if number is None:
        return Reading("DATE", "FUTURE_REF")
    if context.published is None:
        return Reading("DATE", None)
    unit = match.value("unit")
    day = shift(context.published, number, unit)
    value = write(day, "Y" if unit in "EC" else unit) if day else None
    return Reading("DATE", value, "published", mark=match.value("about"))


RULES = (
    rule(
        "{ABOUT} {NUMBER} <filler>? unit=<unit|units> (<from> <present> | <hence>)",
        read_from_now,
    ),
    rule("{ABOUT} {NUMBER} <filler>? unit=<unit|units> <ago>", read_ago),
    rule("unit=<units> <ago>", read_ago),
    rule("{ABOUT} {NUMBER} <filler>? unit=<unit|units> <hyphen>? <edge>", read_later),
    rule("<the> unit=<unit> <sequence>", read_sequence),
    rule("{NUMBER} unit=<unit|units> <sequence>", read_sequence),
    rule("<the> (unit=<unit> | daypart=<daypart>)", read_before_event),
    rule("<the> daypart=<daypart> <sequence>", read_night_before),
)
