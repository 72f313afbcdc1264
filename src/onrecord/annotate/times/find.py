"""Find the time expressions of an article: patterns, readings, ranges, records."""

import re
from dataclasses import replace
from datetime import date

from onrecord.annotate.times import (
    days,
    holiday_rules,
    periods,
    shifts,
    spans,
    year_parts,
    years,
)
from onrecord.annotate.times.anchors import add_anchors
from onrecord.annotate.times.context import Context
from onrecord.annotate.times.found import Found
from onrecord.annotate.times.modifiers import find_mod
from onrecord.annotate.times.patterns import match_at
from onrecord.annotate.times.propose import Proposal, propose
from onrecord.annotate.times.ranges import add_ranges, join_clocks
from onrecord.annotate.times.tokens import LETTER_OF, Tokens, tokenize
from onrecord.annotate.times.values import iso, to_edtf
from onrecord.model import edtf
from onrecord.model.article import Article
from onrecord.model.evidence import Span
from onrecord.model.time import Time, TimeExpression
from onrecord.text.ids import fact_id
from onrecord.text.quote import cut_evidence

METHOD = "times/1"

RULES = (
    *days.RULES,
    *holiday_rules.RULES,
    *shifts.RULES,
    *periods.RULES,
    *years.RULES,
    *year_parts.RULES,
    *spans.RULES,
)
# One expression of all patterns finds the few places where rules are worth trying.
_PATTERNS = [re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in RULES]
# Most words have a class that no rule names: those places are passed over at once.
_USED = "".join(c for c in LETTER_OF.values() if any(c in p for p in _PATTERNS))
_ANY = re.compile(f"(?=[{_USED}])(?:{'|'.join(_PATTERNS)})")


def find_times(
    article: Article, *, paragraphs: tuple[Span, ...] | None = None
) -> tuple[Time, ...]:
    """Find the time expressions of an article's text.

    Args:
        article: Its `published` day, where it has one, is what relative words count
            from; without it they are found and stay unresolved.
        paragraphs: No expression reaches over the start of one; without them blank
            lines part the text.

    Returns:
        In text order, not overlapping. `value` is TIMEX3's. `edtf` is an interval with
        an open end after words such as "since" and "by"; `earliest` and `latest` are
        the bounds of the expression alone.

    Source: TIMEX3 values as in TimeML 1.2.1 (timeml.org); the small words before an
        expression are read as ISO 8601-2 intervals, which TimeML has no place for.
    """
    found = find_expressions(
        article.text, _day(article.published), paragraphs=paragraphs or ()
    )
    return tuple(_make_record(article, item) for item in found)


def find_expressions(
    text: str, published: date | None, *, paragraphs: tuple[Span, ...] = ()
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text; `find_times` tells the rest."""
    tokens = tokenize(text, breaks=paragraphs)
    found = _resolve(tokens, published)
    proposals = propose(found, tokens, published, _resolve)
    return tuple(_make(tokens, item, proposals.get(i)) for i, item in enumerate(found))


def _resolve(tokens: Tokens, published: date | None) -> list[Found]:
    """Return every expression with its reading."""
    found = join_clocks(_find(tokens, Context(tokens, published)), tokens)
    return add_ranges(add_anchors(found, tokens), tokens)


def _day(published: str | None) -> date | None:
    """Return the publication day; None when only its month or year is known."""
    if published is None or not edtf.is_valid(published):
        return None
    earliest, latest = edtf.bounds(published)
    return earliest if earliest == latest else None


def _find(tokens: Tokens, context: Context) -> list[Found]:
    """Read expressions from left to right, the longest one at each place."""
    found: list[Found] = []
    place = _ANY.search(tokens.classes)
    while place:
        item = _read_at(tokens, place.start(), context)
        if item:
            item = _anchor(context, item)
            found.append(item)
            _remember(context, item)
        place = _ANY.search(tokens.classes, item.end if item else place.start() + 1)
    return found


def _read_at(tokens: Tokens, i: int, context: Context) -> Found | None:
    """Return the longest expression at token `i`; of equals the first rule's."""
    matches = [
        (-match.end, order, match)
        for order, rule in enumerate(RULES)
        if (match := match_at(rule.pattern, tokens, i))
    ]
    for _, order, match in sorted(matches, key=lambda m: m[:2]):
        reading = RULES[order].read(match, context)
        if reading:
            return Found(i + reading.skip, match.end, reading)
    return None


def _anchor(context: Context, item: Found) -> Found:
    """Return the expression with the tokens of the one it was counted from."""
    reading = item.reading
    if reading.basis != "expression" or reading.anchor:
        return item
    is_quarter = "-Q" in (reading.value or "")
    span = context.quarter_span if is_quarter else context.last_span
    return replace(item, reading=replace(reading, anchor=span or context.last_span))


def _remember(context: Context, item: Found) -> None:
    """Let later expressions count from this one."""
    value, reading = item.reading.value, item.reading
    if value and reading.timex_type in ("DATE", "TIME") and to_edtf(value):
        context.remember(value, item.start, basis=reading.basis, end=item.end)


def _make(tokens: Tokens, item: Found, proposal: Proposal | None) -> TimeExpression:
    """Return an expression with its bounds, its basis and its doubts."""
    reading, text = item.reading, tokens.text
    start, end = tokens.starts[item.start], tokens.ends[item.end - 1]
    if text[end - 1] == "." and not tokens.is_a(item.end - 1, "meridiem"):
        end -= 1
    own = reading.edtf if reading.timex_type == "DURATION" else to_edtf(reading.value)
    earliest, latest = edtf.bounds(own) if own else (None, None)
    written = _mark(reading.edtf or own, reading.mark)
    basis = reading.basis if written or reading.basis == "event" else None
    anchor = reading.anchor if basis in ("expression", "event") else None
    return TimeExpression(
        start=start,
        end=end,
        text=text[start:end],
        timex_type=reading.timex_type,
        value=reading.value,
        mod=find_mod(tokens, item.start, item.end),
        edtf=written,
        earliest=iso(earliest),
        latest=iso(latest),
        basis=basis,
        basis_start=tokens.starts[anchor[0]] if anchor else None,
        basis_end=tokens.ends[anchor[1] - 1] if anchor else None,
        other=to_edtf(reading.other),
        zone=reading.zone or None,
        proposed=proposal.edtf if proposal else None,
        reason=proposal.reason if proposal else reading.reason,
    )


def _make_record(article: Article, item: TimeExpression) -> Time:
    """Return the record of an expression."""
    start, end = item.start, item.end
    return Time(
        id=fact_id("time", article.id, "text", start, end),
        evidence=(cut_evidence(article.text, start, end, article=article.id),),
        method=METHOD,
        article=article.id,
        start=start,
        end=end,
        timex_type=item.timex_type,
        value=item.value,
        mod=item.mod,
        edtf=item.edtf,
        earliest=item.earliest,
        latest=item.latest,
        basis=item.basis,
        basis_start=item.basis_start,
        basis_end=item.basis_end,
        other=item.other,
        zone=item.zone,
        proposed=item.proposed,
        reason=item.reason,
    )


def _mark(value: str | None, mark: str) -> str | None:
    """Return EDTF with its doubt; an interval goes without."""
    return f"{value}{mark}" if value and "/" not in value else value
