"""Rules for quarters, halves and seasons of a year.

A bare quarter is the last one begun by the publication day, unless the words around
point ahead. "The quarter" and "the year-ago period" count from the quarter that a
report is about. A winter is named after the year it begins in.
"""

from dataclasses import replace
from datetime import date

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.patterns import Match
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.values import (
    SEASON_CODES,
    STEPS,
    to_edtf,
    write_shifted,
)
from onrecord.model import edtf

# Until June "this winter" is the one before.
MID_YEAR = 6


def read_quarter(match: Match, context: Context) -> Reading | None:
    """Read `the third quarter`, `the 2031 third quarter`, `the first half of 2031`."""
    letter = "H" if match.has("half") else "Q"
    parts = 2 if letter == "H" else 4
    number = parts if match.has("final") else match.integer("ordinal")
    if number is None or not 1 <= number <= parts:
        return None
    reading = _place_quarter(match, context, letter, number)
    return replace(reading, skip=_count_articles(match))


def _count_articles(match: Match) -> int:
    """Return 1 where an article belongs to the noun: `a third-quarter loss`."""
    tokens, end = match.tokens, match.end
    is_attribute = tokens.is_a(end - 2, "hyphen") and tokens.is_a(end, "other")
    has_noun = is_attribute and tokens.word(end)[:1].isalpha()
    return int(has_noun and tokens.is_a(match.start, "a", "the"))


def _place_quarter(match: Match, context: Context, letter: str, number: int) -> Reading:
    """Return the quarter or half with that number in the year that is meant."""
    parts = 2 if letter == "H" else 4
    if match.has("year"):
        return Reading("DATE", f"{match.value('year')}-{letter}{number}", "text")
    if context.published is None:
        return Reading("DATE", f"XXXX-{letter}{number}")
    year = context.published.year
    if match.has("ago"):
        year = _report_year(context, match.start, number) - 1
    elif match.has("relative"):
        year += STEPS.get(match.value("relative"), 0)
    elif (context.published.month - 1) // (12 // parts) + 1 < number:
        direction = context.direction(match.start, match.end)
        year -= direction != "future"
    return Reading("DATE", f"{year}-{letter}{number}", "published")


def _report_year(context: Context, at: int, number: int) -> int:
    """Return the year of the quarter that a report is about."""
    quarter = context.quarter_before(at)
    if quarter:
        return int(quarter[:4])
    published = context.published or date.min
    return published.year - ((published.month + 2) // 3 < number)


def read_that_quarter(match: Match, context: Context) -> Reading | None:
    """Read `the quarter`, `the latest period`, `the year-ago period`."""
    quarter = context.quarter_before(match.start)
    if match.has("fiscal"):
        return None
    if quarter is None and context.published and match.has("quarter"):
        quarter = write_shifted(context.published, -1, "Q")
    if quarter is None and match.has("ago") and context.published:
        return Reading("DATE", f"{context.published.year - 1}", "published")
    if quarter is None:
        return None
    year, _, part = quarter.partition("-")
    if match.has("year"):
        return Reading("DATE", f"{match.value('year')}-{part}", "expression")
    back = 1 if match.has("ago") else 0
    if match.has("then"):
        back = -STEPS.get(match.value("then"), 0)
    return Reading("DATE", f"{int(year) - back}-{part}", "expression")


def read_year_ago(match: Match, context: Context) -> Reading | None:
    """Read `year-earlier` of "the year-earlier loss": the quarter, else the year."""
    if match.value("unit") != "Y" or match.tokens.word(match.end - 1) not in (
        "ago",
        "earlier",
    ):
        return None
    quarter = context.quarter_before(match.start)
    if quarter:
        year, _, part = quarter.partition("-")
        return Reading("DATE", f"{int(year) - 1}-{part}", "expression")
    if context.published is None:
        return Reading("DATE", None)
    return Reading("DATE", f"{context.published.year - 1}", "published")


def read_season(match: Match, context: Context) -> Reading | None:
    """Read `last summer`, `in the spring`, `fall 2031`, `the winter of 1994`."""
    season = match.value("season")
    if match.has("year"):
        year = int(match.value("year"))
        other = f"{year - 1}-WI" if season == "WI" else None
        return Reading("DATE", f"{year}-{season}", "text", other)
    if not (match.has("relative") or match.has("the")):
        return None
    if not match.has("relative") and match.tokens.word(match.start - 1) not in (
        *("in", "over", "during", "by", "until", "since", "before", "through"),
    ):
        return None
    if context.published is None:
        return Reading("DATE", f"XXXX-{season}")
    return Reading("DATE", _choose_season(match, context, season), "published")


def _choose_season(match: Match, context: Context, season: str) -> str:
    """Choose the year of a season by the word before it, else by the tense."""
    published = context.published or date.min
    begun = published.year - (published.month < 3 * (SEASON_CODES[season] - 20))
    end = edtf.known_by(str(to_edtf(f"{begun}-{season}")))
    is_running = end is not None and published <= end
    relative = match.value("relative")
    if relative in ("last", "past", "previous"):
        year = begun - is_running
    elif relative == "this":
        is_winter_gone = season == "WI" and published.month < MID_YEAR
        year = published.year - is_winter_gone
    elif relative == "next":
        year = begun + 1
    else:
        is_ahead = context.direction(match.start, match.end) == "future"
        year = begun + (is_ahead and not is_running)
    return f"{year}-{season}"


RULES = (
    rule("unit=<unit> <hyphen> <ago|edge>", read_year_ago),
    rule(
        "{EDGE} <the> final=<relative> (<quarter> | half=<half>)"
        " <of> <the>? <fiscal>? year=<year>",
        read_quarter,
    ),
    rule(
        "<the>? <comparable|relative> (<quarter> | <period>) <of>? then=<relative>"
        " <unit>",
        read_that_quarter,
    ),
    rule("then=<relative> <unit> <genitive> (<quarter> | <period>)", read_that_quarter),
    rule(
        "{EDGE} (<the> | <a> | relative=<relative>)? <fiscal>? ordinal=<ordinal>"
        " <hyphen>? (<fiscal>? <quarter> | half=<half>)"
        " (<of>? <the>? <fiscal>? year=<year>)?",
        read_quarter,
    ),
    rule(
        "<the>? year=<year> ordinal=<ordinal> (<quarter> | half=<half>)", read_quarter
    ),
    rule(
        "relative=<relative> <unit> <genitive> ordinal=<ordinal> <quarter>",
        read_quarter,
    ),
    rule(
        "(<the> | <a>) <comparable|relative>? <unit> <hyphen> ago=<ago|edge>"
        " ordinal=<ordinal> <quarter>",
        read_quarter,
    ),
    rule(
        "<the> (<relative> | year=<year>)? (quarter=<quarter> | <period>)",
        read_that_quarter,
    ),
    rule(
        "(<the> | <a>) <comparable|relative>? <unit> <hyphen> ago=<ago|edge>"
        " (quarter=<quarter> | <period>)",
        read_that_quarter,
    ),
    rule(
        "{EDGE} the=<the>? relative=<relative>? <relative>? season=<season|fall>"
        " (<of>? year=<year>)?",
        read_season,
    ),
)
