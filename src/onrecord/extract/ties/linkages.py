"""Linkages: what is demanded, offered, exchanged, made a condition or threatened.

Drafts come from words that tie terms (`demands`) and from conditional clauses
(`conditions`). One demand told in many words is one linkage: drafts of one kind and one
proposer whose terms share their words are joined, the longest telling first.
"""

from onrecord.extract.context import Context, Who
from onrecord.extract.ties.conditions import find_conditions
from onrecord.extract.ties.demands import Draft, find_demands
from onrecord.extract.ties.offers import (
    address_by_context,
    details_proposal,
    told_later,
)
from onrecord.extract.ties.overlap import content_words, share
from onrecord.extract.ties.responses import Answer, find_answers, make_response
from onrecord.extract.ties.terms import Outline, find_deadline
from onrecord.model.actor import ActorKind
from onrecord.model.fact import Factuality
from onrecord.model.linkage import Linkage, LinkageKind, Response, Stance

METHOD = "linkages/1"
_CLEAR = (Stance.REJECTS, Stance.ACCEPTS)
# What anybody may do, not only who was asked.
_APPLAUDS = frozenset(["welcome", "oppose", "approve"])
# Least share of the shorter telling's words in the longer, to be one linkage.
_SAME = 0.6
# The same for a condition and the demand in it, told in another sentence.
_RETOLD = 0.9


def find_linkages(context: Context) -> list[Linkage]:
    """Return an article's linkages with their answers, in text order.

    Args:
        context: Its document, with `statements` found.
    """
    outline = Outline(context)
    drafts = [*find_demands(outline), *find_conditions(outline)]
    drafts.sort(key=lambda d: (d.anchor.start, d.kind.value))
    joined = _join(outline, drafts)
    kept = [d for d in joined if d.by and not _is_denied(context, d)]
    address_by_context(outline, kept)
    answers = find_answers(outline, kept)
    return [_make(outline, d, n, answers) for n, d in enumerate(kept)]


def _join(outline: Outline, drafts: list[Draft]) -> list[Draft]:
    """Join drafts that tell one linkage; the fullest telling gives the terms."""
    joined: list[Draft] = []
    for draft in drafts:
        other = next((o for o in joined if _is_same(outline, o, draft)), None)
        if other is None:
            joined.append(draft)
            continue
        _absorb(outline, other, draft)
    return joined


def _is_same(outline: Outline, one: Draft, other: Draft) -> bool:
    """Whether two drafts tell one linkage."""
    kinds = {one.kind, other.kind}
    context = outline.context
    alike = share(one.words(context), other.words(context))
    if details_proposal(outline, one, other):
        return True
    if kinds == {LinkageKind.DEMAND, LinkageKind.CONDITION}:
        near = one.clause.sent == other.clause.sent
        return alike >= (_SAME if near else _RETOLD)
    if len(kinds) > 1 and LinkageKind.EXCHANGE not in kinds:
        return False
    if LinkageKind.THREAT in kinds and len(kinds) > 1:
        return False
    asked = {w.actor for w in one.to if w.actor} & {w.actor for w in other.to}
    return alike >= _SAME and (bool(asked) or _fits(one.by, other.by))


def _fits(one: list[Who], other: list[Who]) -> bool:
    """Whether two lists of people can be the same side."""
    if not one or not other:
        return True
    if {w.actor for w in one if w.actor} & {w.actor for w in other if w.actor}:
        return True
    return any(
        content_words(a.text) & content_words(b.text) for a in one for b in other
    )


def _absorb(outline: Outline, kept: Draft, added: Draft) -> None:
    """Add a telling to the draft it repeats."""
    context = outline.context
    kept.more.append(added.clause)
    kept.by = kept.by or added.by
    kept.to = kept.to or added.to
    fuller = len(added.terms) > len(kept.terms) or (
        added.kind is kept.kind
        and len(content_words(added.words(context)))
        > len(content_words(kept.words(context)))
    )
    if fuller:
        kept.terms, kept.kind = added.terms, added.kind


def _make(
    outline: Outline, draft: Draft, number: int, answers: list[tuple[Draft, Answer]]
) -> Linkage:
    """Return the record of a draft."""
    context = outline.context
    responses = _responses(context, draft, answers)
    to = draft.to or _answering(draft, answers)
    terms = {k: outline.term(s) for k, s in draft.terms.items()}
    told_by = (draft.clause.extent, *draft.terms.values())
    when = context.when(draft.clause)
    return Linkage(
        id=context.make_id("linkage", draft.anchor, ordinal=number),
        evidence=context.evidence(
            context.clause_span(draft.clause),
            *draft.terms.values(),
            *(context.clause_span(c) for c in draft.more),
        ),
        method=METHOD,
        voice=context.voice(draft.anchor),
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        kind=draft.kind,
        give=terms.get("give"),
        get=terms.get("get"),
        what=terms.get("what"),
        if_=terms.get("if_"),
        then=terms.get("then"),
        deadline=find_deadline(context, (*told_by, *told_later(outline, draft))),
        proposed_by=tuple(w.actor for w in draft.by if w.actor),
        proposed_by_text=tuple(w.text for w in draft.by),
        addressed_to=tuple(w.actor for w in to if w.actor),
        addressed_to_text=tuple(w.text for w in to),
        about=_about(context, draft),
        responses=responses,
    )


def _about(context: Context, draft: Draft) -> tuple[str, ...]:
    """Return whom the terms name, each once: people and groups, no state or body."""
    people = {
        a.id
        for a in context.document.actors
        if a.kind in (ActorKind.PERSON, ActorKind.GROUP)
    }
    sides = {w.actor for w in (*draft.by, *draft.to)}
    found = (
        context.document.phrases[n].actor
        for span in draft.terms.values()
        for n in context.phrases_in(span)
    )
    return tuple(dict.fromkeys(a for a in found if a in people and a not in sides))


def _is_denied(context: Context, draft: Draft) -> bool:
    """Whether somebody denies that a linkage was made: a claim, not a demand."""
    return context.factuality(draft.clause) is Factuality.DENIED


def _responses(
    context: Context, draft: Draft, answers: list[tuple[Draft, Answer]]
) -> tuple[Response, ...]:
    """Return the answers to a draft, each actor's stance once."""
    found: dict[tuple[str | None, Stance], Response] = {}
    for to, answer in answers:
        if to is draft:
            response = make_response(context, answer)
            found.setdefault((response.actor, response.stance), response)
    return tuple(found.values())


def _answering(draft: Draft, answers: list[tuple[Draft, Answer]]) -> list[Who]:
    """Return who rejects or accepts a draft: it was put to them."""
    found: dict[str | None, Who] = {}
    for to, answer in answers:
        if to is not draft or answer.plain or answer.stance not in _CLEAR:
            continue
        if answer.clause.lemma in _APPLAUDS:
            continue
        found.setdefault(answer.who.actor, answer.who)
    return list(found.values())
