"""Find the time expressions of an article: patterns, readings, ranges, records."""

import re
from datetime import date

from onrecord.annotate.times import days, periods, shifts, spans, year_parts, years
from onrecord.annotate.times.context import Context
from onrecord.annotate.times.patterns import match_at
from onrecord.annotate.times.ranges import Found, add_ranges, join_clocks
from onrecord.annotate.times.tokens import Tokens, tokenize
from onrecord.annotate.times.values import iso, to_edtf
from onrecord.model import edtf
from onrecord.model.article import Article
from onrecord.model.evidence import Span
from onrecord.model.time import Time
from onrecord.text.ids import fact_id
from onrecord.text.quote import cut_evidence

METHOD = "times/1"

RULES = (
    *days.RULES,
    *shifts.RULES,
    *periods.RULES,
    *years.RULES,
    *year_parts.RULES,
    *spans.RULES,
)
# One expression of all patterns finds the few places where rules are worth trying.
_ANY = re.compile(
    "|".join(re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in RULES)
)


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
    tokens = tokenize(article.text, breaks=paragraphs or ())
    context = Context(tokens, _day(article.published))
    found = join_clocks(_find(tokens, context), tokens)
    return tuple(_make(article, tokens, item) for item in add_ranges(found, tokens))


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
            return Found(i, match.end, reading)
    return None


def _remember(context: Context, item: Found) -> None:
    """Let later expressions count from this one."""
    value = item.reading.value
    if value and item.reading.timex_type in ("DATE", "TIME") and to_edtf(value):
        context.remember(value, item.start, basis=item.reading.basis)


def _make(article: Article, tokens: Tokens, item: Found) -> Time:
    """Return the record of an expression."""
    reading = item.reading
    start, end = tokens.starts[item.start], tokens.ends[item.end - 1]
    if article.text[end - 1] == "." and not tokens.is_a(item.end - 1, "meridiem"):
        end -= 1
    own = reading.edtf if reading.timex_type == "DURATION" else to_edtf(reading.value)
    earliest, latest = edtf.bounds(own) if own else (None, None)
    written = _mark(reading.edtf or own, reading.mark)
    return Time(
        id=fact_id("time", article.id, "text", start, end),
        evidence=(cut_evidence(article.text, start, end, article=article.id),),
        method=METHOD,
        article=article.id,
        start=start,
        end=end,
        timex_type=reading.timex_type,
        value=reading.value,
        edtf=written,
        earliest=iso(earliest),
        latest=iso(latest),
        basis=reading.basis if written else None,
        other=to_edtf(reading.other),
    )


def _mark(value: str | None, mark: str) -> str | None:
    """Return EDTF with its doubt; an interval goes without."""
    return f"{value}{mark}" if value and "/" not in value else value
