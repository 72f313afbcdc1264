"""The day of a fact: the time expression that governs a clause.

Its own expression first, then one that stands near it and is tied to no other deed,
then the day of the verb it goes on from or hangs on. Unknown stays unknown.
"""

from typing import TYPE_CHECKING, NamedTuple

from onrecord.model.clause import Clause, Link, PredicateKind, Role, Tense
from onrecord.model.evidence import Span
from onrecord.model.time import Time

if TYPE_CHECKING:
    from onrecord.extract.context import Context

_AHEAD = frozenset(["will", "shall"])
# A day further from its verb than this is about something else in a long sentence.
_NEAR = 120
# A day right behind a verb of saying, or behind whom it tells, is the day of saying.
_SHELL = (Role.AGENT, Role.PATIENT, Role.RECIPIENT)
_BESIDE = frozenset(["", "on", "late on", "early on", "late", "early", "earlier on"])
_BESIDE_REACH = 20
_WITH = frozenset(["when", "as", "while"])
_DAY = len("2031-03-14")
_OWNS = frozenset(["'s", "’s"])


class When(NamedTuple):
    """A day for a fact: EDTF, the words it was read from, what it was read against."""

    edtf: str | None = None
    text: str | None = None
    basis: str | None = None


def governing_when(
    context: "Context", clause: Clause, *, follow: bool = True, loose: bool = True
) -> When:
    """Return the day that governs a clause.

    Args:
        context: The document.
        clause: Its own dated expression is taken first.
        follow: Whether a noun clause may take the day of the verb it hangs on.
        loose: Whether a day that stands near, tied to no other deed, is enough.
    """
    for _, time in context.time_arguments(clause):
        if time.timex_type in ("DATE", "TIME") and time.edtf is not None:
            return make_when(context, time, clause)
    beside = _time_beside(context, clause)
    if beside is not None:
        return make_when(context, beside, clause)
    near = _loose_time(context, clause) if loose else None
    if near is not None and not (context.says(clause) and _ahead(context, near)):
        return make_when(context, near, clause)
    parent = context.parent(clause)
    if parent is not None and (
        _goes_on(context, clause, parent) or _comes_with(clause, parent)
    ):
        return governing_when(context, parent, follow=follow)
    follows = follow and parent is not None and clause.link is Link.NOMINAL
    if parent is not None and follows and not context.says(parent):
        return governing_when(context, parent, follow=True, loose=False)
    past = clause.kind is PredicateKind.VERB and clause.tense is Tense.PAST
    firm = loose and past and not context.says(clause)
    return _firm(context, clause) if firm else When()


def _firm(context: "Context", clause: Clause) -> When:
    """Return the day of an expression that governs a clause on firm ground."""
    found = context.governors.find_firm(clause.predicate)
    if found is None or found.timex_type not in ("DATE", "TIME") or not found.edtf:
        return When()
    return make_when(context, found, clause)


def _time_beside(context: "Context", clause: Clause) -> Time | None:
    """Return a day that stands right behind a verb or behind whom it tells.

    A parser gives "said on Friday he would wait" and "told reporters Friday that ..."
    to the words said; "said Friday's ruling" tells no day.
    """
    if clause.kind is not PredicateKind.VERB or not context.says(clause):
        return None
    ends = [a.span.end for a in clause.all(*_SHELL) if a.clause is None]
    for end in sorted({clause.predicate.end, *ends}, reverse=True):
        if end < clause.predicate.end:
            continue
        for time in context.times_in(Span(end, end + _BESIDE_REACH)):
            between = context.text[end : time.start].strip().lower()
            behind = context.text[time.end : time.end + 2]
            dated = time.timex_type in ("DATE", "TIME") and time.edtf is not None
            if dated and time.start >= end and between in _BESIDE:
                return None if behind in _OWNS else time
    return None


def _loose_time(context: "Context", clause: Clause) -> Time | None:
    """Return the day nearest to a verb in its own part of the sentence.

    A parser hangs "on Friday" on the noun before it ("A court on Friday convicted
    ..."); it is the verb's where no other verb's clause and no noun that stands for
    a deed holds it.
    """
    if clause.kind is not PredicateKind.VERB or clause.tense is Tense.PRESENT:
        return None  # what lasts is not dated by a day that stands near
    best: tuple[int, Time] | None = None
    for time in context.times_in(clause.extent):
        if time.timex_type not in ("DATE", "TIME") or time.edtf is None:
            continue
        if holder(context, Span(time.start, time.end), clause) is not clause:
            continue
        gap = max(time.start - clause.predicate.end, clause.predicate.start - time.end)
        if gap <= _NEAR and (best is None or gap < best[0]):
            best = (gap, time)
    return best[1] if best else None


def _ahead(context: "Context", time: Time) -> bool:
    """Whether an expression lies after publication, when nothing has been said yet."""
    published = context.document.article.published
    firsts = [edtf[:_DAY] for edtf in (time.edtf, time.other) if edtf]
    return published is not None and all(day > published[:_DAY] for day in firsts)


def holder(context: "Context", span: Span, clause: Clause) -> Clause:
    """Return the smallest clause of a clause's sentence that holds a span."""
    best = clause
    for other in context.lookup.in_sentence(clause.sent):
        owns = other.kind is PredicateKind.VERB or any(
            a.span.holds(span) for a in other.all(Role.TIME)
        )
        smaller = other.extent.end - other.extent.start < (
            best.extent.end - best.extent.start
        )
        if owns and smaller and other.extent.holds(span):
            best = other
    return best


def make_when(context: "Context", time: Time, clause: Clause | None = None) -> When:
    """Return a time expression as the day of a fact.

    Where an expression has two readings ("Tuesday"), the clause's tense chooses.
    """
    edtf = time.edtf
    published = context.document.article.published
    if clause is not None and edtf and time.other and published:
        ahead = clause.tense is Tense.FUTURE or clause.modality in _AHEAD
        other_first = edtf[:10] > published[:10] >= time.other[:10]
        other_later = edtf[:10] <= published[:10] < time.other[:10]
        behind = clause.tense is Tense.PAST and not ahead
        if (behind and other_first) or (ahead and other_later):
            edtf = time.other
    if clause is not None and clause.tense is Tense.PAST and edtf and published:
        edtf = _until(edtf, published[:10])
    return When(edtf, context.text[time.start : time.end], time.basis)


def _goes_on(context: "Context", clause: Clause, parent: Clause) -> bool:
    """Whether a clause goes on with its parent's doings and so with its day.

    "He summoned the envoy on Thursday and demanded that both be freed."
    """
    return (
        clause.link is Link.COORDINATE
        and clause.subject_shared
        and clause.tense is parent.tense
        and clause.predicate.start > parent.predicate.start
    )


def _comes_with(clause: Clause, parent: Clause) -> bool:
    """Whether a clause is done with its parent's deed.

    "rebuffed it on Monday, saying ...", "offered it on Monday when he met the envoy".
    """
    if clause.link is not Link.ADVERBIAL:
        return False
    if clause.marker in _WITH:
        return clause.tense is parent.tense is Tense.PAST
    participle = clause.tense is Tense.NONE and clause.subject_shared
    return participle and clause.marker is None


def _until(edtf: str, published: str) -> str:
    """End an interval that the past tense puts behind us on the publication day."""
    start, _, end = edtf.partition("/")
    if len(start) == len(end) == len(published) == 10 and start < published < end:
        return f"{start}/{published}"
    return edtf
