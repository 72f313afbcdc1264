"""The words that say why: grounds of custody, allegations of a proceeding.

A phrase ends at its head's own dependants; what somebody is accused of goes on to the
next comma or the next argument. These functions give those longer stretches.
"""

import re

from onrecord.extract.context import Context
from onrecord.model.clause import Argument, Clause, Link, Role
from onrecord.model.evidence import Span

_BREAK = re.compile(
    r'[,;:()"“”]|\s--?\s|[.!?](?:\s|$)|\n|\s(?:while|when|who|which|after|before)\s'
    r"|\s(?:and|but) (?:is|are|was|were|has|had|have|will|would|sentenced|ordered"
    r"|said|told|then|also|he|she|they|it)\b"
)
_THAT = re.compile(r"\b(?:that|which|whom) (?:\w+ ){0,4}\w+$")
# What somebody is free or held until says why: "on bail pending a hearing".
_PENDING = frozenset({"pending", "awaiting"})
_WHY_MARKERS = frozenset(
    {
        "because of", "for", "for alleged", "in connection with", "of", "over", "under",
        "on a charge of", "on accusation of", "on allegation of", "on charge of",
        "on charges of", "on ground of", "on grounds of", "on suspicion of", "with",
    }
)  # fmt: skip
_ON = frozenset(
    {"charge", "charges", "suspicion", "count", "counts", "request", "warrant"}
)
# These come after "for" and say what next, or how long, not why.
_NOT_WHY = re.compile(
    r"^(?:the |an? |his |her |their |another |further |more |about |nearly |at least )*"
    r"(?:[\d-]+|one|two|three|four|five|six|seven|eight|nine|ten|several|many|most|much"
    r"|years?|months?|weeks?|days?|hours?|life|time|now|questioning|trial|hearing"
    r"|interrogation|ransom|example|instance|good behaviou?r|first time|custody|bail"
    r"|treatment|talks|exchange|return|safety)\b",
    re.IGNORECASE,
)
_CONVICTS = frozenset({"convict", "sentence"})
_BLAME = frozenset({"accuse", "charge", "convict", "suspect", "indict", "allege"})
_SELF = frozenset({"him", "her", "them", "himself", "us", "me", "it", "others"})


def stretch(context: Context, clause: Clause, argument: Argument) -> Span:
    """Return an argument with the words after it, up to where they break off.

    It ends before the next argument of the clause, a comma or the end of the clause,
    whichever comes first.
    """
    start, end = argument.span.start, argument.span.end
    limit = _before_next_clause(context, clause, _limit(context, clause, argument), end)
    found = _BREAK.search(context.text, end, max(end, limit))
    stop = max(end, found.start() if found else limit)
    return context.inner(Span(start, _past_relative(context, clause, start, stop)))


def _past_relative(context: Context, clause: Clause, start: int, stop: int) -> int:
    """Return where a stretch ends that breaks off inside a relative clause.

    "Charts that his employer, a survey firm, submitted to win a contract": the words
    in commas are of the subject, and the clause goes on to its own break.
    """
    for child in context.document.clauses[clause.index + 1 :]:
        if child.predicate.start >= clause.extent.end:
            break
        if child.link is not Link.RELATIVE or child.predicate.start < stop:
            continue
        begun = [a for a in child.arguments if start < a.head.start < stop]
        subject = _THAT.search(context.text, start, stop) if begun else None
        if subject is not None:
            found = _BREAK.search(context.text, child.predicate.end, clause.extent.end)
            return found.start() if found else clause.extent.end
    return stop


_JOIN = re.compile(
    r"[\s,]*\b(?:and|but|or)\s+(?:(?:to|then|also|must|will|would|may|has|have|had|is"
    r"|are|was|were|been|be|not)\s+)*$"
)


def _before_next_clause(
    context: Context, clause: Clause, limit: int, least: int
) -> int:
    """Return a limit that leaves out what is coordinated with a clause."""
    for child in context.children(clause):
        if child.link is Link.COORDINATE and least < child.predicate.start < limit:
            joined = _JOIN.search(context.text, least, child.predicate.start)
            if joined is not None:
                limit = joined.start()
    return limit


def _limit(context: Context, clause: Clause, argument: Argument) -> int:
    """Return where the next argument of a clause begins, its marker before it."""
    limit = max(clause.extent.end, argument.span.end)
    for other in clause.arguments:
        if argument.span.end < other.span.start < limit:
            before = other.marker if other.clause is None else None
            limit = other.span.start - (len(before) + 1 if before else 0)
            if context.words(other.span).lower().startswith(f"{before or ''} "):
                limit = other.span.start
    return limit


_BEFORE_TIME = re.compile(r"\s+(?:(?:on|in|at|since|from|by|during|of)\s+)?$")


def without_time(context: Context, span: Span) -> Span:
    """Return a span without the time expression that it ends with."""
    for time in context.times_in(span):
        if time.end >= span.end and time.start > span.start:
            before = context.text[span.start : time.start]
            found = _BEFORE_TIME.search(before)
            if found is not None and found.start() > 0:
                return context.inner(Span(span.start, span.start + found.start()))
    return span


def find_reasons(context: Context, clause: Clause, *, blame: bool = True) -> list[Span]:
    """Return the words that say what a clause is done for, in text order.

    Args:
        context: The document.
        clause: An arrest, charge, sentence, accusation or the like.
        blame: Whether "with", "of" and "under" count too, as after "charged".
    """
    found = [
        span
        for argument in clause.arguments
        if (span := _reason(context, clause, argument, blame)) is not None
    ]
    if not found and blame:
        found = _reason_after(context, clause)
    return sorted(set(found))


def find_conviction(context: Context, clause: Clause) -> list[Span]:
    """Return the words for a conviction, its sentence with it, told beside a clause."""
    beside = [context.parent(clause), *_siblings(context, clause)]
    found = [one for one in beside if one is not None and one.lemma in _CONVICTS]
    if not found:
        return []
    start = min(one.predicate.start for one in found)
    last = max(found, key=lambda one: one.predicate.start)
    stop = _BREAK.search(context.text, last.predicate.end, clause.predicate.start)
    return [context.inner(Span(start, stop.start() if stop else last.extent.end))]


def _siblings(context: Context, clause: Clause) -> list[Clause]:
    """Return the clauses coordinated with a clause."""
    parent = context.parent(clause)
    return [] if parent is None else context.children(parent)


# Where a parser gives the words for why to the noun before them, they still follow it.
_AT_ONCE = {
    "accuse": "of",
    "charge": "with",
    "convict": "of|for",
    "suspect": "of",
}
_LATER = frozenset({"convict", "fine", "imprison", "indict", "jail", "sentence"})


def _reason_after(context: Context, clause: Clause) -> list[Span]:
    """Return the words for why that stand after the object but not as an argument."""
    ends = [a.span.end for a in clause.all(Role.PATIENT)]
    start, limit = max([clause.predicate.end, *ends]), clause.extent.end
    found = None
    if clause.lemma in _AT_ONCE:
        at_once = re.compile(rf"(?:, \d+,?)? (?:{_AT_ONCE[clause.lemma]}) ")
        found = at_once.match(context.text, start, limit)
    if found is None and clause.lemma in _LATER:
        found = re.compile(r" (?:for|over) (?!life\b)").search(
            context.text, start, limit
        )
    if found is None or _NOT_WHY.match(context.text[found.end() : found.end() + 40]):
        return []
    stop = _BREAK.search(context.text, found.end(), limit)
    end = stop.start() if stop else limit
    if end <= found.end():
        return []
    span = without_time(context, context.inner(Span(found.end(), end)))
    return [without_head(context, span)]


def _reason(
    context: Context, clause: Clause, argument: Argument, blame: bool
) -> Span | None:
    """Return the words of one argument where it says why."""
    marker = argument.marker or ""
    head = context.words(argument.head).lower()
    if argument.role in (Role.TIME, Role.AGENT, Role.PATIENT, Role.RECIPIENT):
        return None
    is_on = marker == "on" and (head in _ON or argument.clause is not None)
    if marker in _PENDING and argument.clause is None:
        before = context.text.rfind(marker, 0, argument.span.start)
        return context.inner(Span(before, stretch(context, clause, argument).end))
    if marker.startswith("on request"):
        before = context.text.rfind(" on ", 0, argument.span.start) + len(" on ")
        return context.inner(Span(before, argument.span.end))
    if marker not in _WHY_MARKERS and not is_on:
        return None
    if marker in ("of", "with", "under") and not (blame and clause.lemma in _BLAME):
        return None
    if head in _SELF or context.words(argument.span).lower().startswith("no "):
        return None
    if marker == "for" and _NOT_WHY.match(context.words(argument.span)):
        return None
    span = without_time(context, stretch(context, clause, argument))
    return without_head(context, span)


_HEADS = re.compile(
    r"(?:what \w+ (?:\w+ ){0,6}(?:were|was|are|is) )?(?:an? |the |his |her |their )?"
    r"(?:\w+ )?(?:(?:charges?|suspicions?|counts?|allegations?|accusations?) of "
    r"|warrants? (?:alleging|for) )",
    re.IGNORECASE,
)


def without_head(context: Context, span: Span) -> Span:
    """Return the words after "charges of"."""
    found = _HEADS.match(context.text, span.start, span.end)
    if found is None or found.end() >= span.end:
        return span
    return Span(found.end(), span.end)
