"""What an expression counts from when that stands behind it.

    the day before Christmas       one expression, a day
    two weeks after March 9        one expression, a day
    a year ago Thursday            one expression, a day
    two weeks after the raid       a length; the words of its event are kept

A length whose number nobody said ("in the days before March 9") keeps its vagueness: it
is bounded by the day that it leads up to or follows.
"""

from dataclasses import replace

from onrecord.annotate.times.context import Reading
from onrecord.annotate.times.found import Found
from onrecord.annotate.times.shifts import count_from
from onrecord.annotate.times.tokens import Tokens
from onrecord.annotate.times.values import first_day, shift, to_edtf
from onrecord.annotate.times.vocabulary import EVENT_ENDS
from onrecord.model import edtf

_STEPS = {"after": 1, "following": 1, "from": 1, "since": 1, "before": -1}
# An event's words are no more than these.
MAX_EVENT_TOKENS = 7


def add_anchors(found: list[Found], tokens: Tokens) -> list[Found]:
    """Join what counts from the expression behind it; note the event otherwise."""
    out: list[Found] = []
    i = 0
    while i < len(found):
        item = found[i]
        follower = found[i + 1] if i + 1 < len(found) else None
        joined = _join(item, follower, tokens) if item.reading.count else None
        out.append(joined or _note_event(item, follower, tokens))
        i += 2 if joined else 1
    return out


def _join(item: Found, follower: Found | None, tokens: Tokens) -> Found | None:
    """Return one expression of a count and the day behind it."""
    if follower is None or item.reading.count is None:
        return None
    number, unit = item.reading.count
    if follower.start == item.end and item.reading.timex_type == "DATE":
        return _join_ago(item, follower, number, unit)
    step = _STEPS.get(tokens.word(item.end))
    if follower.start != item.end + 1 or step is None or number is None:
        return None
    value = _moved(follower.reading, step * number, unit)
    if value is None:
        return None
    daypart = tokens.values[item.end - 1] if item.reading.timex_type == "TIME" else ""
    other = _moved(replace(follower.reading, value=follower.reading.other), step, unit)
    reading = Reading(
        "TIME" if daypart else "DATE",
        f"{value}T{daypart}" if daypart else value,
        follower.reading.basis,
        other if number == 1 and not daypart else None,
        item.reading.mark,
        anchor=follower.reading.anchor,
    )
    return Found(item.start, follower.end, reading)


def _moved(reading: Reading, count: int, unit: str) -> str | None:
    """Return the value that lies `count` units from a reading's own."""
    if reading.timex_type not in ("DATE", "TIME") or reading.value is None:
        return None
    return count_from(reading.value.partition("T")[0], count, unit).value


def _join_ago(
    item: Found, follower: Found, number: int | None, unit: str
) -> Found | None:
    """Return the day of `a year ago Thursday`: that Thursday's day, a year before."""
    day = first_day(follower.reading.value)
    value = follower.reading.value or ""
    if day is None or number is None or len(value.partition("T")[0]) != 10:
        return None
    moved = shift(day, number, unit)
    if moved is None:
        return None
    reading = replace(
        follower.reading, value=f"{moved}{value[10:]}", other=None, mark=""
    )
    return Found(item.start, follower.end, reading)


def _note_event(item: Found, follower: Found | None, tokens: Tokens) -> Found:
    """Return a count with the words of the event or day that it counts from."""
    step = _STEPS.get(tokens.word(item.end))
    if item.reading.count is None or step is None or item.reading.value == "PAST_REF":
        return item
    if item.reading.timex_type == "DATE" and item.reading.value is not None:
        return item
    if follower and follower.start == item.end + 1:
        return _bound(item, follower, step)
    span = _event_span(item.end + 1, follower, tokens)
    if span is None or tokens.word(item.end) == "from":
        return item
    return replace(
        item, reading=replace(item.reading, basis="event", anchor=span, edtf=None)
    )


def _bound(item: Found, follower: Found, step: int) -> Found:
    """Return a vague length bounded by the day behind it."""
    day = to_edtf(follower.reading.value)
    if day is None or item.reading.timex_type != "DURATION":
        return item
    first, last = edtf.bounds(day)
    written = f"{last}/.." if step > 0 else f"../{first}"
    reading = replace(
        item.reading,
        basis="expression",
        edtf=written,
        anchor=(follower.start, follower.end),
    )
    return replace(item, reading=reading)


def _event_span(
    start: int, follower: Found | None, tokens: Tokens
) -> tuple[int, int] | None:
    """Return the tokens that name an event: "the raid", "his death", "he fled"."""
    limit = min(start + MAX_EVENT_TOKENS, len(tokens.words))
    if follower:
        limit = min(limit, follower.start)
    end = start
    while end < limit and tokens.word(end)[:1].isalnum():
        if tokens.word(end) in EVENT_ENDS and end > start:
            break
        end += 1
    return (start, end) if end > start else None
