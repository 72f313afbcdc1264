"""Proposals: what the text's own constraints suggest and do not settle.

Where no document date is known, or an expression counts from an event, nothing is
resolved; what can be inferred is offered beside it with its reason:

1. A text that opens with a full date, as a dateline does, is read as of that day.
2. "On Thursday ... on March 9, the day before": each tells the other.
3. A day without its year takes the only year the text tells, or the one whose weekday
   fits.
4. A weekday is the first one on or after the day told before it.
5. "Two weeks after the raid" counts from the day that a sentence of the text gives to
   the same noun, where exactly one does.

A proposal is never a value: `edtf` stays absent. Today's date is never looked at.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.annotate.times.direction import ends_sentence
from onrecord.annotate.times.found import Found
from onrecord.annotate.times.shifts import count_from
from onrecord.annotate.times.tokens import Tokens
from onrecord.annotate.times.values import first_day, make_day, to_edtf
from onrecord.model import edtf

Resolve = Callable[[Tokens, date | None], list[Found]]

# A dateline stands within so many tokens of the text's start.
DATELINE_TOKENS = 12
# Among more years than these nothing is inferred.
MAX_YEARS = 12
# A sentence is looked through no further than this.
SENTENCE_TOKENS = 60
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?")
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_DATELINE_ENDS = frozenset({"(", "-", "\u2013", "\u2014", ":"})
_STEPS = {"before": -1, "earlier": -1, "after": 1, "later": 1, "following": 1}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggested value in EDTF and the reason for it."""

    edtf: str
    reason: str


def propose(
    found: list[Found], tokens: Tokens, published: date | None, resolve: Resolve
) -> dict[int, Proposal]:
    """Return proposals by the place of their expression in `found`."""
    proposals = _from_events(found, tokens)
    if published is not None:
        return proposals
    opening = _dateline(found, tokens)
    if opening is not None:
        _add_dateline(proposals, found, tokens, opening, resolve)
    years = _told_years(found)
    for i, item in enumerate(found):
        if i not in proposals and _is_open(item):
            made = _from_year(i, found, tokens, years)
            if made:
                proposals[i] = made
    _add_weekdays(proposals, found, tokens)
    return proposals


def _is_open(item: Found) -> bool:
    """Whether an expression is unresolved and might name a day."""
    reading = item.reading
    return (
        reading.timex_type in ("DATE", "TIME")
        and to_edtf(reading.value) is None
        and reading.reason is None
    )


def _dateline(found: list[Found], tokens: Tokens) -> date | None:
    """Return the full date that a text opens with: `ZELDAN, March 9, 2031 (Agency) -`.

    Only names stand before it, and a bracket, a dash or a new paragraph after it.
    """
    item = found[0] if found else None
    if item is None or item.start > DATELINE_TOKENS or item.reading.basis != "text":
        return None
    is_headed = all(
        tokens.is_capitalised(i) or not tokens.word(i)[:1].isalpha()
        for i in range(item.start)
    )
    follower = tokens.word(item.end)
    is_closed = tokens.is_a(item.end, "break") or follower in _DATELINE_ENDS
    value = item.reading.value or ""
    if not (is_headed and is_closed and len(value) == 10 and to_edtf(value)):
        return None
    return date.fromisoformat(value)


def _add_dateline(
    proposals: dict[int, Proposal],
    found: list[Found],
    tokens: Tokens,
    opening: date,
    resolve: Resolve,
) -> None:
    """Propose what the expressions mean as of the day the text opens with."""
    reason = f"the text opens with {edtf.display(opening.isoformat())}"
    read = {item.start: item.reading for item in resolve(tokens, opening)}
    for i, item in enumerate(found):
        reading = read.get(item.start)
        if i in proposals or reading is None or not _is_open(item):
            continue
        written = reading.edtf or to_edtf(reading.value)
        if written:
            proposals[i] = Proposal(written, reason)


def _told_years(found: list[Found]) -> set[int]:
    """Return the years that the text tells in full."""
    years: set[int] = set()
    for item in found:
        written = to_edtf(item.reading.value)
        if item.reading.basis == "text" and written and written[:4].isdigit():
            years.add(int(written[:4]))
    return years


def _from_year(
    i: int, found: list[Found], tokens: Tokens, years: set[int]
) -> Proposal | None:
    """Propose the year of a day or month without one."""
    item = found[i]
    match = _YEARLESS.fullmatch(item.reading.value or "")
    if match is None:
        return None
    if len(years) > MAX_YEARS:
        return None
    month, day = int(match[1]), int(match[2] or 1)
    days = [d for year in sorted(years) if (d := make_day(year, month, day))]
    weekday = _weekday_of(item, tokens)
    if weekday and match[2]:
        days = [d for d in days if d.isoweekday() == weekday]
        reason = "the only year told in the text in which it is that weekday"
    else:
        reason = "the only year told in the text"
    if len(days) != 1:
        return None
    written = days[0].isoformat()
    return Proposal(written if match[2] else written[:7], f"{days[0].year} is {reason}")


def _weekday_of(item: Found, tokens: Tokens) -> int | None:
    """Return the weekday said within an expression."""
    for i in range(item.start, item.end):
        if tokens.is_a(i, "weekday", "short_weekday"):
            return int(tokens.values[i])
    return None


def _add_weekdays(
    proposals: dict[int, Proposal], found: list[Found], tokens: Tokens
) -> None:
    """Propose the day of each bare weekday from the days told beside it."""
    last: date | None = None
    for i, item in enumerate(found):
        match = _WEEKDAY.fullmatch(item.reading.value or "")
        if i not in proposals and match and item.reading.timex_type != "SET":
            made = _from_apposition(i, proposals, found, tokens, int(match[1]))
            made = made or (_from_day_before(last, int(match[1])) if last else None)
            if made:
                proposals[i] = made
        last = _day_of(i, proposals, found) or last


def _from_apposition(
    i: int,
    proposals: dict[int, Proposal],
    found: list[Found],
    tokens: Tokens,
    weekday: int,
) -> Proposal | None:
    """Propose "Thursday" from "March 9, the day before" that comes after it."""
    if i + 1 >= len(found):
        return None
    told = found[i + 1]
    comma = tokens.words[told.end : told.end + 3]
    step = _STEPS.get(tokens.word(told.end + 3))
    day = _day_of(i + 1, proposals, found)
    if comma != [",", "the", "day"] or step is None or day is None:
        return None
    meant = day - timedelta(days=step)
    if meant.isoweekday() != weekday:
        return None
    words = "after" if step > 0 else "before"
    told_day = edtf.display(day.isoformat())
    return Proposal(meant.isoformat(), f"{told_day} is said to be the day {words} it")


def _from_day_before(day: date, weekday: int) -> Proposal:
    """Propose the first such weekday on or after the last day told before it."""
    meant = day + timedelta(days=(weekday - day.isoweekday()) % 7)
    told = edtf.display(day.isoformat())
    return Proposal(
        meant.isoformat(), f"the first such weekday from {told}, told before it"
    )


def _day_of(i: int, proposals: dict[int, Proposal], found: list[Found]) -> date | None:
    """Return the day of an expression or of the proposal for it."""
    written = proposals[i].edtf if i in proposals else to_edtf(found[i].reading.value)
    if written is None or len(written) != 10 or not edtf.is_valid(written):
        return None
    return edtf.bounds(written)[0]


def _from_events(found: list[Found], tokens: Tokens) -> dict[int, Proposal]:
    """Propose the day of what counts from an event that the text dates elsewhere."""
    proposals: dict[int, Proposal] = {}
    told: dict[str, set[str]] | None = None
    for i, item in enumerate(found):
        reading = item.reading
        if reading.basis != "event" or not reading.count or not reading.anchor:
            continue
        if told is None:
            told = _days_of_nouns(found, tokens)
        number, unit = reading.count
        noun = tokens.word(reading.anchor[1] - 1)
        days = told.get(noun, set())
        if len(days) != 1 or number is None:
            continue
        day = next(iter(days))
        step = -1 if tokens.word(item.end) == "before" else 1
        value = to_edtf(count_from(day, step * number, unit).value)
        if value:
            reason = f"the text gives {edtf.display(day)} as the day of the {noun}"
            proposals[i] = Proposal(value, reason)
    return proposals


def _days_of_nouns(found: list[Found], tokens: Tokens) -> dict[str, set[str]]:
    """Return the days that stand in one sentence with a word, one expression alone."""
    days: dict[str, set[str]] = {}
    inside = {k for item in found for k in range(item.start, item.end)}
    for i, item in enumerate(found):
        written = to_edtf(item.reading.value)
        day = first_day(written)
        if written is None or day is None or len(written) != 10:
            continue
        first, last = _sentence(item, tokens)
        beside = (found[j] for j in (i - 1, i + 1) if 0 <= j < len(found))
        if any(first <= other.start < last for other in beside):
            continue
        for k in range(first, last):
            word = tokens.words[k]
            if k not in inside and tokens.is_a(k, "other") and word.isalpha():
                days.setdefault(word, set()).add(written)
    return days


def _sentence(item: Found, tokens: Tokens) -> tuple[int, int]:
    """Return the tokens of the sentence around an expression."""
    first, last = item.start, item.end
    lowest = max(0, first - SENTENCE_TOKENS)
    highest = min(len(tokens.words), last + SENTENCE_TOKENS)
    while first > lowest and not ends_sentence(tokens, first - 1):
        first -= 1
    while last < highest and not ends_sentence(tokens, last):
        last += 1
    return first, last
