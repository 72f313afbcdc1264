"""What the words around expressions add: ranges, open ends, a time with its day.

The words, the value and the bounds of each expression stay its own; only its EDTF says
what the small words before it make of it: `since March` is `2031-03/..`, `by Friday`
is `../2031-03-07`, and both ends of `from March to May` say `2031-03/2031-05`.
"""

from dataclasses import replace

from onrecord.annotate.times.context import Reading
from onrecord.annotate.times.found import Found
from onrecord.annotate.times.tokens import Tokens
from onrecord.annotate.times.values import to_edtf
from onrecord.model import edtf

SINCE = frozenset({"since"})
AFTER = frozenset({"after"})
# Only after one of these is "from Friday" the start of something that goes on.
STARTS = frozenset({"starting", "beginning", "effective", "running", "valid"})
UNTIL = frozenset({"until", "till", "by", "through"})
BEFORE = frozenset({"before"})
JOINS = frozenset({"to", "and", "through", "until", "till", "-", "\u2013"})
OPENERS = frozenset({"from", "between"})


def join_clocks(found: list[Found], tokens: Tokens) -> list[Found]:
    """Join a time of day with the day that follows it: `10 p.m. Wednesday`."""
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        merged = last and _merge(last, item, tokens)
        if merged:
            joined[-1] = merged
        else:
            joined.append(item)
    return joined


def _merge(clock: Found, day: Found, tokens: Tokens) -> Found | None:
    """Return one expression of a time of day and the day after it."""
    gap = tokens.words[clock.end : day.start]
    if not clock.reading.is_clock or gap not in ([], [","], ["on"], [",", "on"]):
        return None
    value = day.reading.value or ""
    if day.reading.timex_type != "DATE" or len(value) != 10:
        return None
    time = (clock.reading.value or "").partition("T")[2]
    other = day.reading.other
    reading = replace(
        day.reading,
        timex_type="TIME",
        zone=clock.reading.zone,
        value=f"{value}T{time}",
        other=f"{other}T{time}" if other else None,
    )
    return Found(clock.start, day.end, reading)


def add_ranges(found: list[Found], tokens: Tokens) -> list[Found]:
    """Give EDTF intervals to what stands in a range or has an open end."""
    out: list[Found] = []
    i = 0
    while i < len(found):
        pair = _read_pair(found[i : i + 2], tokens)
        before = found[i - 1] if i else None
        is_counted_to = before is not None and before.end == found[i].start - 1
        is_counted_to = is_counted_to and before is not None and _is_count(before)
        out.extend(pair or [found[i] if is_counted_to else _open_end(found[i], tokens)])
        i += len(pair) or 1
    return out


def _is_count(item: Found) -> bool:
    """Whether it counts to what follows: `the weeks` of "the weeks before March 9"."""
    return item.reading.count is not None and item.reading.timex_type == "DURATION"


def _read_pair(pair: list[Found], tokens: Tokens) -> list[Found]:
    """Return both ends of `from A to B` with one interval; empty where it is none."""
    if len(pair) < 2 or pair[1].start != pair[0].end + 1:
        return []
    first, last = pair
    word, before = tokens.words[first.end], tokens.word(first.start - 1)
    if word not in JOINS or (word == "and" and before != "between"):
        return []
    if before not in OPENERS and word in ("to", "until", "till"):
        return []
    readings = _in_order(first.reading, last.reading)
    if readings is None:
        return []
    start = edtf.bounds(str(to_edtf(readings[0].value)))[0]
    end = edtf.bounds(str(to_edtf(readings[1].value)))[1]
    interval = _write_interval(readings[0], readings[1], f"{start}/{end}")
    return [
        replace(item, reading=replace(reading, edtf=interval))
        for item, reading in zip(pair, readings, strict=True)
    ]


def _in_order(first: Reading, last: Reading) -> tuple[Reading, Reading] | None:
    """Return the readings so that the first comes first, by another year if need be."""
    for a in (_with_year(first, last), first, _swap(first)):
        for b in (last, _swap(last)):
            if _precedes(a.value, b.value):
                return a, b
    return None


def _with_year(first: Reading, last: Reading) -> Reading:
    """Return `March` of `March to May 2030` with the year said only once."""
    value, end = first.value or "", last.value or ""
    if (first.basis, last.basis) != ("published", "text") or value[4:5] != "-":
        return first
    if not end[:4].isdigit() or first.timex_type != "DATE" or "W" in value:
        return first
    year = int(end[:4])
    year -= not _precedes(f"{year}{value[4:]}", end)
    return replace(first, value=f"{year}{value[4:]}", basis="text", other=None)


def _swap(reading: Reading) -> Reading:
    """Return a reading with its second value taken."""
    if reading.other is None:
        return reading
    return replace(reading, value=reading.other, other=reading.value)


def _precedes(a: str | None, b: str | None) -> bool:
    """Whether value `a` starts before value `b` ends."""
    first, last = to_edtf(a), to_edtf(b)
    if first is None or last is None:
        return False
    start, end = edtf.bounds(first)[0], edtf.bounds(last)[1]
    return start is not None and end is not None and start <= end


def _write_interval(first: Reading, last: Reading, days: str) -> str:
    """Return the interval in the values' own fineness where EDTF can say it."""
    if to_edtf(first.value) == to_edtf(last.value):
        return str(to_edtf(first.value))
    written = f"{to_edtf(first.value)}/{to_edtf(last.value)}"
    return written if written.count("/") == 1 else days


def _open_end(item: Found, tokens: Tokens) -> Found:
    """Return an expression with the open end that the word before it gives."""
    if tokens.is_a(item.end, "genitive"):  # "after Friday's vote" dates the vote.
        return item
    value = to_edtf(item.reading.value)
    if (
        value is None
        or item.reading.edtf
        or item.reading.timex_type not in ("DATE", "TIME")
    ):
        return item
    first, _, last = value.partition("/")
    last = last or first
    interval = _read_word(tokens, item.start, first, last)
    if interval is None:
        return item
    return replace(item, reading=replace(item.reading, edtf=interval))


def _read_word(tokens: Tokens, start: int, first: str, last: str) -> str | None:
    """Return the interval that the word before token `start` makes."""
    word, before = tokens.word(start - 1), tokens.word(start - 2)
    if word in SINCE:
        return f"{first}/.."
    if word in AFTER or (word == "from" and before in STARTS):
        return f"{last}/.." if word in AFTER else f"{first}/.."
    if word in UNTIL or (word, before) in (("than", "later"), ("than", "earlier")):
        return f"{first}/.." if before == "earlier" else f"../{last}"
    if word in BEFORE or (word, before) == ("to", "prior"):
        return f"../{first}"
    return None
