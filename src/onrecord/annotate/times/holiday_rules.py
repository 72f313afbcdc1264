"""Rules for holidays: `Christmas Eve`, `last Easter`, `Thanksgiving 2030`.

Without a year it is the last one up to and including the publication day, unless the
words around point ahead or the next one lies near.
"""

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.holidays import FIXED, holiday_in
from onrecord.annotate.times.patterns import Match
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.values import STEPS

# A holiday this near ahead is meant before one that is further back.
NEAR_AHEAD_DAYS = 60


def read_holiday(match: Match, context: Context) -> Reading | None:
    """Read a holiday with or without its year."""
    name = match.value("holiday")
    if match.has("year"):
        year = int(match.value("year"))
        return Reading("DATE", holiday_in(name, year).isoformat(), "text")
    published = context.published
    if published is None:
        month, day = FIXED.get(name, (None, None))
        return Reading("DATE", f"XXXX-{month:02}-{day:02}" if month else None)
    if match.has("unit"):
        step = STEPS.get(match.value("relative"), 0)
        day_then = holiday_in(name, published.year + step)
        return Reading("DATE", day_then.isoformat(), "published")
    years = range(max(published.year - 1, 1000), min(published.year + 1, 2999) + 1)
    days = [holiday_in(name, year) for year in years]
    before = max((day for day in days if day <= published), default=days[0])
    after = min((day for day in days if day > published), default=days[-1])
    relative = match.value("relative")
    direction = context.direction(match.start, match.end)
    is_near = (after - published).days < min(NEAR_AHEAD_DAYS, (published - before).days)
    is_ahead = direction == "future" or (is_near and direction != "past")
    is_ahead = (is_ahead or relative == "next") and relative not in ("last", "past")
    chosen, other = (after, before) if is_ahead else (before, after)
    said = relative in ("last", "past", "next")
    return Reading(
        "DATE", chosen.isoformat(), "published", None if said else other.isoformat()
    )


RULES = (
    rule("<the>? relative=<relative>? holiday=<holiday>", read_holiday),
    rule("holiday=<holiday> <comma>? year=<year>", read_holiday),
    rule("holiday=<holiday> <of>? relative=<relative> unit=<unit>", read_holiday),
)
