"""Decisions: what somebody is to decide, put off, took or took back.

From verbs ("has decided to", "postponed its vote"), from the noun ("her decision on
whether") and from what announces one. A court's ruling belongs to its proceeding.
What a verb decides is in `matters`.
"""

import re
from dataclasses import dataclass

from onrecord.extract.context import Context, Who
from onrecord.extract.dating import When
from onrecord.extract.ties.matters import verb_subject
from onrecord.extract.ties.overlap import content_words, share
from onrecord.extract.ties.terms import Outline, find_deadline
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Clause, Link, PredicateKind, Role, Voice
from onrecord.model.decision import Decision, DecisionStatus
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

METHOD = "decisions/1"
_SAME = 0.6  # least share of words by which two tellings are of one decision
_BODIES = frozenset(
    {
        ActorKind.STATE,
        ActorKind.PUBLIC_BODY,
        ActorKind.ORGANIZATION,
        ActorKind.OFFICE,
        ActorKind.GROUP,
    }
)
_OPEN = frozenset(
    ["due", "expect", "schedule", "set", "plan", "have", "need", "wait", "ready"]
)
_NOT_YET = ("yet to", "has until", "have until", "must", "due to", "expected to")
_MAKING = frozenset(
    ["make", "take", "announce", "reach", "reverse", "defend", "explain"]
)
_AWAITED = frozenset(["await", "wait", "pend", "delay", "postpone", "expect"])
_ARMED = frozenset(["REB", "PRM", "UAF", "CRM"])
_HABIT = re.compile(r"\b(?:is|are)\s+(?:\w+\s+)?$")  # "races are decided by"
_SETTLED = (DecisionStatus.TAKEN, DecisionStatus.REVERSED)


@dataclass(slots=True)
class Draft:
    """A decision in the making."""

    clause: Clause
    status: DecisionStatus
    subject: Span
    who: list[Who]


def find_decisions(context: Context) -> list[Decision]:
    """Return an article's decisions, in text order.

    Args:
        context: Its document, with `statements` found.
    """
    outline = Outline(context)
    kept: list[Draft] = []
    for clause in context.document.clauses:
        draft = _draft(outline, clause)
        if draft is None or not _is_weighty(context, draft):
            continue
        same = next((o for o in kept if _is_same(context, draft, o)), None)
        if same is None:
            kept.append(draft)
        elif draft.status is DecisionStatus.POSTPONED is not same.status:
            kept[kept.index(same)] = draft  # put off is more than "scrapped" says
    return [_make(outline, draft) for draft in kept]


def _draft(outline: Outline, clause: Clause) -> Draft | None:
    """Return the draft of a clause that tells of a decision."""
    if clause.question or clause.link is Link.CONDITION:
        return None
    if clause.kind is PredicateKind.NOUN:
        return _from_noun(outline, clause) if clause.lemma == "decide" else None
    row = outline.context.lexicons["decision_cues"].get(clause.lemma)
    if row is not None:
        return _from_verb(outline, clause, row)
    return _announced(outline, clause)


def _is_weighty(context: Context, draft: Draft) -> bool:
    """Whether somebody decides who is no court, and the subject says something."""
    courts = context.lexicons["courts"]
    if any(_head_word(who.text) in courts for who in draft.who):
        return False
    return bool(draft.who) and bool(content_words(context.words(draft.subject)))


def _head_word(text: str) -> str:
    """Return the last word of a description before "of", "for", "in"."""
    words = re.split(r" (?:of|for|in|at|from|who|to) |,", text.lower())[0].split()
    return words[-1].removesuffix("'s").removesuffix("’s") if words else ""


def _is_same(context: Context, one: Draft, other: Draft) -> bool:
    """Whether two drafts tell of one decision: shared words, a shared decider."""
    if not any(_are_one(a, b) for a in one.who for b in other.who):
        return False
    if one.status is not other.status:
        return _is_off(context, one, other)
    return share(context.words(one.subject), context.words(other.subject)) >= _SAME


def _are_one(one: Who, other: Who) -> bool:
    """Whether two deciders are one, or one is named by the other: "Norland's king"."""
    if one.actor == other.actor or one.text == other.text:
        return True
    return bool(content_words(one.text) & content_words(other.text))


def _is_off(context: Context, one: Draft, other: Draft) -> bool:
    """Whether "put off her trip" and "scrapped a trip" tell of one trip."""
    if {one.status, other.status} != {
        DecisionStatus.POSTPONED,
        DecisionStatus.REVERSED,
    }:
        return False
    heads = [_head(context, draft.subject) for draft in (one, other)]
    return heads[0] is not None and heads[0] == heads[1]


def _head(context: Context, subject: Span) -> str | None:
    """Return the head of a subject that begins with a noun phrase."""
    for n in context.phrases_in(subject):
        phrase = context.document.phrases[n]
        if phrase.span.start == subject.start:
            return phrase.head_lemma
    return None


# -- verbs ---------------------------------------------------------------------------


def _from_verb(outline: Outline, clause: Clause, row: Row) -> Draft | None:
    """Read "decided to", "approved the treaty", "put off the vote"."""
    context = outline.context
    status = _status(outline, clause, DecisionStatus(row["status"]))
    if status is None:
        return None
    who = [w for w in outline.agents(clause) if w.actor is not None]
    if not who or (row.get("who") == "body" and not _are_bodies(context, who)):
        return None
    if clause.lemma == "agree" and all(_is_armed(context, w) for w in who):
        return None
    subject = verb_subject(outline, clause, row)
    return Draft(clause, status, subject, who) if subject is not None else None


def _status(
    outline: Outline, clause: Clause, plain: DecisionStatus
) -> DecisionStatus | None:
    """Return where a decision stands, from the form of its verb; None if untold."""
    context = outline.context
    found = context.factuality(clause)
    if plain is DecisionStatus.TAKEN and _is_undated(outline, clause):
        return None
    before = context.text[max(0, clause.predicate.start - 24) : clause.predicate.start]
    if any(m in before.lower() for m in _NOT_YET) or clause.raised in _OPEN:
        return DecisionStatus.PENDING if plain is DecisionStatus.TAKEN else None
    if found is Factuality.PLANNED and plain is DecisionStatus.TAKEN:
        return DecisionStatus.PENDING if clause.lemma == "decide" else None
    if clause.negated and clause.lemma == "decide":
        return DecisionStatus.PENDING
    if clause.lemma == "agree" and _only_considers(outline, clause):
        return DecisionStatus.PENDING
    return plain if found is Factuality.ASSERTED else None


def _is_undated(outline: Outline, clause: Clause) -> bool:
    """Whether a verb tells no one deed: "when deciding whether", "is decided by"."""
    form = outline.context.words(clause.predicate).lower()
    if (
        clause.lemma == "decide"
        and clause.link is not Link.ROOT
        and (form.endswith("deciding"))
    ):
        return True
    start = clause.predicate.start
    before = outline.context.text[max(0, start - 24) : start].lower()
    now = clause.voice is Voice.PASSIVE and _HABIT.search(before)
    return bool(now) and clause.raised is None


def _only_considers(outline: Outline, clause: Clause) -> bool:
    """Whether what is agreed on is to think again: "agreed to reconsider"."""
    cues = outline.context.lexicons["decision_cues"]
    return any(
        k.lemma in cues and cues[k.lemma]["status"] == "pending"
        for k in outline.kids(clause)
    )


def _are_bodies(context: Context, who: list[Who]) -> bool:
    """Whether a decider is a state, body or office rather than any person."""
    kinds = {a.id: a.kind for a in context.document.actors}
    return any(kinds.get(w.actor or "") in _BODIES for w in who)


def _is_armed(context: Context, who: Who) -> bool:
    """Whether it is an armed group: to agree answers what was put to it.

    What a government agrees to do is its decision; a hostage taker's yes is a response
    of the linkage that it accepts.
    """
    sectors = context.lexicons["actor_sectors"]
    names = {a.id: a.name for a in context.document.actors}
    told = f"{who.text} {names.get(who.actor or '', '')}".lower()
    words = [w.removesuffix("s") for w in re.findall(r"[^\W\d_]+", told)]
    return any(sectors.get(w, {}).get("sector") in _ARMED for w in words)


# -- the noun, and announcements -----------------------------------------------------


def _from_noun(outline: Outline, clause: Clause) -> Draft | None:
    """Read "her decision on whether to", "a decision to close"."""
    parent = outline.context.parent(clause)
    who = [w for w in outline.agents(clause) if w.actor is not None]
    if not who and parent is not None and parent.lemma in _MAKING:
        who = [w for w in outline.agents(parent) if w.actor is not None]
    if not who or (parent is not None and _verb_tells(outline, parent)):
        return None
    for argument in clause.all(Role.COMPLEMENT):
        words = outline.context.words(argument.span).lower()
        if words.startswith(("to ", "not to ")) and argument.clause is not None:
            return Draft(
                clause, DecisionStatus.TAKEN, outline.complement(argument), who
            )
    for argument in [*clause.all(Role.COMPLEMENT), *clause.marked("on")]:
        if argument.marker != "on" or argument.role is Role.TIME:
            continue
        status = _awaited(parent)
        subject = outline.reach(clause, argument.span.start)
        return Draft(clause, status, subject, who) if status else None
    return None


def _verb_tells(outline: Outline, parent: Clause) -> bool:
    """Whether the verb above a noun tells of the decision itself: "postponed her"."""
    row = outline.context.lexicons["decision_cues"].get(parent.lemma)
    return row is not None and row["status"] != "pending"


def _awaited(parent: Clause | None) -> DecisionStatus | None:
    """Return where "a decision on X" stands by what is said of it."""
    if parent is None:
        return None
    future = parent.tense.value == "future" or parent.modality in ("will", "would")
    if future or parent.lemma in _AWAITED or parent.raised in _AWAITED:
        return DecisionStatus.PENDING
    return None


def _announced(outline: Outline, clause: Clause) -> Draft | None:
    """Read "announced that it would close its embassy"."""
    if clause.lemma != "announce" or clause.negated:
        return None
    context = outline.context
    who = [w for w in outline.agents(clause) if w.actor is not None]
    for argument in clause.all(Role.COMPLEMENT):
        inner = context.clause(argument.clause)
        if inner is None or inner.modality not in ("will", "would") or not who:
            continue
        doers = {w.actor for w in outline.agents(inner)}
        if inner.voice is Voice.PASSIVE or doers & {w.actor for w in who}:
            subject = outline.complement(argument)
            return Draft(clause, DecisionStatus.TAKEN, subject, who)
    return None


# -- the record ----------------------------------------------------------------------


def _make(outline: Outline, draft: Draft) -> Decision:
    """Return the record of a draft."""
    context = outline.context
    clause = draft.clause
    due = _due(context, draft)
    when = context.when(clause)
    if draft.status not in _SETTLED or (due is not None and when.edtf == due):
        when = When()
    return Decision(
        id=context.make_id("decision", clause.predicate),
        evidence=context.evidence(context.clause_span(clause), draft.subject),
        method=METHOD,
        voice=context.voice(clause.predicate),
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        decider=tuple(w.actor for w in draft.who if w.actor),
        decider_text=tuple(w.text for w in draft.who),
        subject=context.words(draft.subject),
        status=draft.status,
        due=due,
        waits_on=_waits_on(outline, draft),
    )


def _due(context: Context, draft: Draft) -> str | None:
    """Return the day by which, or until which, it is to be decided."""
    if draft.status in _SETTLED:
        return None
    spans = [draft.clause.extent]
    parent = context.parent(draft.clause)
    if draft.clause.raised is not None and parent is not None:
        spans.append(parent.extent)  # "has until June 30 to decide"
    found = find_deadline(context, spans)
    if found is None and draft.status is DecisionStatus.POSTPONED:
        found = _put_off_to(context, draft.clause)
    return found


def _put_off_to(context: Context, clause: Clause) -> str | None:
    """Return the day that something is put off "to"."""
    for argument, time in context.time_arguments(clause):
        if argument.marker == "to":
            return time.edtf
    return None


def _waits_on(outline: Outline, draft: Draft) -> str | None:
    """Return what an open decision waits for: "pending", "until after"."""
    if draft.status in _SETTLED:
        return None
    for argument in draft.clause.marked("pending", "until after", "after"):
        if argument.role is not Role.TIME:
            return outline.context.words(argument.span)
    return None
