"""Rules for days: calendar dates, weekdays, today and its like, times of day.

A day without a year takes the year that brings it nearest to the publication day,
unless the words around point one way; a weekday is the last one up to and including
that day, unless they point ahead. The reading not taken is kept as the other one.
"""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.direction import Direction
from onrecord.annotate.times.patterns import Match
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.values import iso, make_day, to_edtf
from onrecord.annotate.times.vocabulary import WEEKDAYS
from onrecord.model import edtf
from onrecord.model.edtf import MONTHS

# Has every day that a month can have.
LEAP_YEAR = 2000
# A month's day this far ahead is still read as ahead without a sign of future.
NEAR_AHEAD_DAYS = 150
# A year of two digits further ahead than this belongs to the century before.
YEARS_AHEAD = 20


def read_full_date(match: Match, context: Context) -> Reading | None:
    """Read `9 March 2031`, `March 9`, `Friday, March 9`."""
    month, day = match.integer("month"), match.integer("day")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    year = match.integer("year")
    mark = match.value("about")
    if year is not None:
        found = make_day(year, month, day)
        basis = "text" if found else None
        reason = _doubt(year, month, found, match.integer("weekday"))
        return Reading("DATE", iso(found), basis, mark=mark, reason=reason)
    if make_day(LEAP_YEAR, month, day) is None:
        reason = f"{MONTHS[month - 1]} has {monthrange(LEAP_YEAR, month)[1]} days"
        return Reading("DATE", None, reason=reason)
    return _read_yearless(match, context, month, day)


def _doubt(year: int, month: int, day: date | None, weekday: int | None) -> str | None:
    """Return what is wrong with a full date: no such day, or another weekday."""
    if day is None:
        last = monthrange(year, month)[1]
        return f"{MONTHS[month - 1]} {year} has {last} days"
    if weekday and day.isoweekday() != weekday:
        named = WEEKDAYS[day.isoweekday() - 1].title()
        return f"{edtf.display(day.isoformat())} is a {named}"
    return None


def _read_yearless(
    match: Match, context: Context, month: int, day: int
) -> Reading | None:
    """Read a day without its year."""
    published = context.published
    if published is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    years = range(published.year - 8, published.year + 9)
    days = [found for year in years if (found := make_day(year, month, day))]
    weekday = match.integer("weekday")
    if weekday:
        days = [found for found in days if found.isoweekday() == weekday] or days
    before = max((found for found in days if found <= published), default=None)
    after = min((found for found in days if found > published), default=None)
    direction = context.direction(match.start, match.end)
    chosen = _choose(published, before, after, direction)
    other = after if chosen == before else before
    return Reading(
        "DATE",
        iso(chosen),
        "published",
        None if weekday else iso(other),
        match.value("about"),
    )


def _choose(
    published: date, before: date | None, after: date | None, direction: Direction
) -> date | None:
    """Choose the nearer of two days; a sign outweighs nearness up to half a year."""
    if before is None or after is None:
        return before or after
    back, ahead = (published - before).days, (after - published).days
    if before == published:
        return before
    if direction == "past":
        return after if ahead * 8 < back else before
    if direction == "future":
        return before if back * 8 < ahead else after
    return after if ahead < min(back, NEAR_AHEAD_DAYS) else before


def read_day_range(match: Match, context: Context) -> Reading | None:
    """Read `3 to 5 March`, `March 3-5`, and `3 and 5 March` after "between"."""
    is_and = match.has("and_")
    if is_and and match.tokens.word(match.start - 1) != "between":
        return None
    first = read_full_date(match, context)
    month, last = match.integer("month") or 1, match.integer("last") or 1
    if first is None or to_edtf(first.value) is None:
        return first
    start = date.fromisoformat(str(first.value))
    end = make_day(start.year, month, last)
    if end is None or end < start:
        return None
    return replace(first, edtf=f"{start}/{end}", other=None)


def read_weekday(match: Match, context: Context) -> Reading | None:
    """Read `Friday`, `last Friday`, `late Friday`, `Friday night`."""
    weekday = match.integer("weekday") or 1
    daypart = f"T{match.value('daypart')}" if match.has("daypart") else ""
    timex_type = "TIME" if daypart else "DATE"
    published = context.published
    is_any = match.tokens.is_a(match.start - 1, "a")  # "born on a Monday"
    if published is None or is_any:
        return Reading(timex_type, f"XXXX-WXX-{weekday}{daypart}")
    back = (published.isoweekday() - weekday) % 7
    before, after = published - timedelta(back), published + timedelta(7 - back)
    chosen = _choose_weekday(match, context, before, after)
    other = after if chosen == before else before
    return Reading(
        timex_type, f"{chosen}{daypart}", "published", f"{other}{daypart}", ""
    )


def _choose_weekday(match: Match, context: Context, before: date, after: date) -> date:
    """Choose the weekday before or after, by the word before it, else by the tense."""
    relative = match.value("relative")
    if relative in ("last", "past", "previous"):
        is_today = before == context.published
        return before - timedelta(7) if is_today else before
    if relative in ("next", "following"):
        return after
    direction = context.direction(match.start, match.end)
    if before == context.published:
        return before
    is_ahead = direction == "future" or (relative == "this" and direction != "past")
    return after if is_ahead else before


def read_in_the_day(match: Match, context: Context) -> Reading | None:
    """Read `the day` of "later in the day": the one told before, else today."""
    unit = match.value("unit")
    if unit not in ("D", "M"):
        return None
    anchor = context.last_before(match.start)
    day = anchor[:10] if anchor and len(anchor.partition("T")[0]) == 10 else None
    if day is None and context.published is None:
        return Reading("DATE", None, skip=2)
    basis = "expression" if day else "published"
    value = day or str(context.published)
    return Reading("DATE", value if unit == "D" else value[:7], basis, skip=2)


def read_deictic(match: Match, context: Context) -> Reading | None:
    """Read `today`, `yesterday morning`, `late tonight`."""
    word = match.tokens.words[match.groups["deictic"][0]]
    daypart = match.value("daypart") or ("NI" if word == "tonight" else "")
    return _read_part(context, match.integer("deictic") or 0, daypart)


def read_this_part(match: Match, context: Context) -> Reading | None:
    """Read `this morning`, `last night`, `the next morning`."""
    relative, daypart = match.value("relative"), match.value("daypart")
    if relative in ("this", "last"):
        return _read_part(context, -1 if relative == "last" else 0, daypart)
    if relative not in ("next", "following", "that"):
        return None
    anchor = context.last_before(match.start)
    if anchor is None or len(anchor.partition("T")[0]) != 10:
        return Reading("TIME", None)
    day = date.fromisoformat(anchor[:10]) + timedelta(relative != "that")
    return Reading("TIME", f"{day}T{daypart}", "expression")


def _read_part(context: Context, days: int, daypart: str) -> Reading:
    """Return a day counted from the publication day, or a part of it."""
    timex_type = "TIME" if daypart else "DATE"
    if context.published is None:
        return Reading(timex_type, None)
    day = context.published + timedelta(days)
    return Reading(timex_type, f"{day}T{daypart}" if daypart else f"{day}", "published")


def read_iso(match: Match, context: Context) -> Reading | None:
    """Read `2031-03-09`."""
    year, month, day = map(int, match.value("iso").split("-"))
    found = make_day(year, month, day)
    if found is None or not 1000 <= year <= 2999:
        return Reading("DATE", None, reason="no day of the calendar")
    return Reading("DATE", found.isoformat(), "text")


def read_slashed(match: Match, context: Context) -> Reading | None:
    """Read `3/9/2031`: month first, the day first kept as the other reading."""
    a, b, year = map(int, match.value("slash").split("/"))
    if year < 100:
        if context.published is None:
            return None
        year += context.published.year // 100 * 100
        year -= 100 if year > context.published.year + YEARS_AHEAD else 0
    first, second = make_day(year, a, b), make_day(year, b, a)
    found = first or second
    if found is None or not 1000 <= year <= 2999:
        return None
    other = second.isoformat() if first and second and first != second else None
    return Reading("DATE", found.isoformat(), "text", other)


def read_clock(match: Match, context: Context) -> Reading | None:
    """Read `10:35 a.m.`, `7 p.m.`, `noon`, `4 in the morning`, `1430 GMT`."""
    clock = _clock(match)
    if clock is None or _is_name(match):
        return None
    zone = match.value("zone")
    anchor = context.last_before(match.start)
    if anchor and len(anchor.partition("T")[0]) == 10:
        value, basis = f"{anchor[:10]}T{clock}", "expression"
    elif context.published:
        value, basis = f"{context.published}T{clock}", "published"
    else:
        return Reading("TIME", f"T{clock}", is_clock=True, zone=zone)
    mark = match.value("about")
    return Reading("TIME", value, basis, mark=mark, is_clock=True, zone=zone)


def _is_name(match: Match) -> bool:
    """Whether `Noon` is part of a name: capital inside a sentence."""
    tokens, at = match.tokens, match.end - 1
    is_noon = match.has("noon") and match.end - match.start == 1
    return is_noon and tokens.is_capitalised(at) and not tokens.opens_sentence(at)


def _clock(match: Match) -> str | None:
    """Return the time of day as hh:mm, by 24 hours."""
    if match.has("noon"):
        return match.value("noon")
    digits = match.value("clock")
    if match.has("zone") and digits.isdigit() and len(digits) > 2:
        digits = f"{digits.zfill(4)[:2]}:{digits[-2:]}"  # 1430 GMT
    hour, _, minute = digits.partition(":")
    half = match.value("meridiem")[:1].lower() or {"MO": "a"}.get(
        match.value("daypart"), "p" if match.has("daypart") else ""
    )
    number = int(hour)
    if number > (12 if half else 23) or int(minute or 0) > 59:
        return None
    if half:
        number = number % 12 + (12 if half == "p" else 0)
    return f"{number:02}:{minute or '00'}"


RULES = (
    rule(
        "{ABOUT} {EDGE} (<relative>{0,2} weekday=<weekday|short_weekday> <comma>?"
        " <the>?)? {MONTH} {DAY} (<comma>? year=<year>)?",
        read_full_date,
    ),
    rule(
        "{ABOUT} (weekday=<weekday|short_weekday> <comma>? (<the>)?)? <the>?"
        " {DAY} <of>? {MONTH} (<comma>? year=<year>)?",
        read_full_date,
    ),
    rule(
        "{MONTH} {DAY} (<hyphen|to> | and_=<and>) last=<day_number|ordinal>"
        " (<comma>? year=<year>)?",
        read_day_range,
    ),
    rule(
        "{DAY} (<hyphen|to> | and_=<and>) last=<day_number|ordinal> <of>? {MONTH}"
        " (<comma>? year=<year>)?",
        read_day_range,
    ),
    rule("{EDGE} relative=<relative>? {WEEKDAY} daypart=<daypart>?", read_weekday),
    rule("<edge> <in> <the> unit=<unit>", read_in_the_day),
    rule("{EDGE} deictic=<deictic> daypart=<daypart>?", read_deictic),
    rule("{EDGE} <the>? relative=<relative> daypart=<daypart>", read_this_part),
    rule("iso=<iso>", read_iso),
    rule("slash=<slash_date>", read_slashed),
    rule("{ABOUT} clock=<clock|day_number> meridiem=<meridiem> {ZONE}", read_clock),
    rule("{ABOUT} clock=<clock> {ZONE}", read_clock),
    rule("{ABOUT} clock=<year|number> zone=<zone>", read_clock),
    rule("{EDGE} noon=<noon> {ZONE}", read_clock),
    rule(
        "{ABOUT} clock=<clock|day_number> <in> <the> daypart=<daypart> {ZONE}",
        read_clock,
    ),
    rule(
        "{ABOUT} clock=<day_number|number_word> <oclock>"
        " (<in> <the> daypart=<daypart>)? {ZONE}",
        read_clock,
    ),
)
