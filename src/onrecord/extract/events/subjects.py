"""Subjects that a clause has without an argument for them, and passives in disguise.

Rules that hold here:
- Who "is willing to" or "is committed to" do something is the subject of what is done.
- A parser loses "the guards on April 12 released", where a day stands between.
- A past form right behind its noun, with nothing done to anything else, is a passive:
  "the pilot picked up a day later".
"""

from onrecord.extract.context import Context
from onrecord.model.actor import ActorKind
from onrecord.model.clause import (
    Argument,
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
    Voice,
)
from onrecord.model.document import Phrase
from onrecord.model.evidence import Span

# Clauses that have a subject of their own; what may stand between it and its verb.
_OWN_SUBJECT = frozenset((Link.ROOT, Link.COMPLEMENT, Link.ADVERBIAL))
_UNSTRESSED = frozenset(("on", "has", "have", "had", "also", "then", "late", "early"))
_MARKING = frozenset(("of", "in", "by", "with", "to", "for", "from", "at", "against"))
# A day between a subject and its verb is no longer than this.
_DAY = 40


def acts(phrase: Phrase) -> bool:
    """Whether a phrase is somebody, not a document or a thing."""
    if phrase.kind is ActorKind.DOCUMENT:
        return False
    return phrase.animate or (phrase.actor is not None and phrase.kind is not None)


def is_reduced(context: Context, clause: Clause) -> bool:
    """Whether a verb right behind its noun is a passive: "the pilot picked up"."""
    if clause.link is not Link.RELATIVE or clause.tense is not Tense.PAST:
        return False
    if clause.voice is Voice.PASSIVE or clause.all(Role.PATIENT):
        return False
    return any(
        context.text[a.span.end : clause.predicate.start] == " "
        for a in clause.all(Role.AGENT)
    )


def unsaid_subject(context: Context, clause: Clause) -> list[Argument]:
    """Return the subject of a clause that has none: another's, or one that was lost."""
    if clause.kind is not PredicateKind.VERB or clause.all(Role.AGENT):
        return []
    return _of_copula(context, clause) or _lost(context, clause)


def _of_copula(context: Context, clause: Clause) -> list[Argument]:
    """Return who "is willing to" or "is committed to" do what a clause says."""
    parent = context.parent(clause)
    if parent is None or parent.lemma != "be":
        return []
    said = clause.raised is not None or any(
        a.role is Role.ATTRIBUTE and a.span.start == clause.predicate.start
        for a in parent.arguments
    )
    return list(parent.all(Role.AGENT)) if said else []


def _lost(context: Context, clause: Clause) -> list[Argument]:
    """Return who stands right before a finite verb, but for a day between."""
    if clause.voice is Voice.PASSIVE or clause.tense is Tense.NONE:
        return []
    if clause.link not in _OWN_SUBJECT:
        return []
    end = clause.predicate.start
    start = max(context.sentence(clause).start, end - _DAY)
    if start < end:
        end = min([end, *(t.start for t in context.times_in(Span(start, end)))])
    index = _phrase_before(context, end, context.sentence(clause).start)
    if index is None:
        return []
    phrase = context.document.phrases[index]
    return [
        Argument(role=Role.AGENT, span=phrase.span, head=phrase.head, mention=index)
    ]


def _phrase_before(context: Context, end: int, start: int) -> int | None:
    """Return the widest phrase of somebody that ends here, behind no preposition."""
    found: list[tuple[int, int]] = []
    for index in context.phrases_in(Span(start, end)) if start < end else []:
        phrase = context.document.phrases[index]
        between = context.text[phrase.span.end : end].split()
        if not _UNSTRESSED.issuperset(between) or not acts(phrase):
            continue
        before = context.text[start : phrase.span.start].split()
        if before and before[-1].lower() in _MARKING:
            return None
        found.append((phrase.span.start, index))
    return min(found)[1] if found else None
