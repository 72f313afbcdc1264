"""What a verb decides: the words of a decision's subject, by the frames it allows."""

import re

from onrecord.extract.context import Context
from onrecord.extract.ties.terms import Outline
from onrecord.model.clause import Argument, Clause, Link, Role, Voice
from onrecord.model.decision import DecisionStatus
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row

_PASSING = ("after", "since", "when", "because", "although", "though")


def verb_subject(outline: Outline, clause: Clause, row: Row) -> Span | None:
    """Return what a verb decides, by the frames that it allows."""
    frames = row["frames"]
    for argument in clause.all(Role.COMPLEMENT):
        marker = argument.marker or ""
        infinitive = marker == "to" and "t" in frames
        gerund = "g" in frames and _is_gerund(outline.context, argument)
        clausal = "w" in frames and _is_open(outline.context, argument)
        if infinitive or gerund or clausal:
            return outline.without_day(outline.complement(argument))
    if "o" in frames:
        for argument in clause.marked("on", "against", "in favour of", "in favor of"):
            if argument.role is not Role.TIME:
                return outline.reach(clause, argument.span.start)
    in_passing = clause.link is Link.RELATIVE or (
        clause.link is Link.ADVERBIAL and clause.marker in _PASSING
    )
    if in_passing and row.get("objects") == "measure":
        return None  # "the sanctions it imposed", "after it froze aid"
    if "n" in frames or (clause.voice is Voice.PASSIVE and clause.lemma == "decide"):
        for argument in clause.all(Role.PATIENT):
            if argument.clause is None and _is_matter(outline.context, argument, row):
                return _object(outline, clause, argument, row)
    return None


def _is_gerund(context: Context, argument: Argument) -> bool:
    """Whether a complement is a gerund: "considering releasing"."""
    inner = context.clause(argument.clause)
    return inner is not None and context.words(inner.predicate).endswith("ing")


def _is_open(context: Context, argument: Argument) -> bool:
    """Whether a clause says what is to be done rather than what is the case."""
    if argument.marker in ("whether", "if", "against", "on"):
        return True
    inner = context.clause(argument.clause)
    if inner is None or argument.marker not in (None, "that"):
        return False
    return inner.modality in ("will", "would", "should", "must")


def _is_matter(context: Context, argument: Argument, row: Row) -> bool:
    """Whether an object is one that such a verb decides on."""
    wanted = row.get("objects")
    phrase = context.phrase(argument)
    head = phrase.head_lemma if phrase else context.words(argument.head).lower()
    if wanted is None:
        return head not in context.lexicons["claim_nouns"]
    found = context.lexicons["decision_objects"].get(head)
    return found is not None and (found["for"] == "matter" or wanted == "measure")


def _object(outline: Outline, clause: Clause, argument: Argument, row: Row) -> Span:
    """Return an object as a subject, with all that belongs to it."""
    if clause.voice is Voice.PASSIVE:
        end = (
            clause.predicate.start
            if argument.span.end < clause.predicate.start
            else None
        )
        return argument.span if end else outline.reach(clause, argument.span.start)
    start = argument.span.start
    if row["status"] == "taken" and clause.predicate.end < start:
        start = clause.predicate.start  # "suspended imports": the deed is the subject
    whole = outline.without_day(outline.reach(clause, start))
    if row["status"] == DecisionStatus.POSTPONED.value:
        return _before_day(outline.context, whole)
    return whole


def _before_day(context: Context, subject: Span) -> Span:
    """Return what is put off without the day that it is put off to."""
    for time in context.times_in(subject):
        before = context.words(Span(subject.start, time.start))
        kept = re.sub(r"\s+(?:until|till|to)\s+(?:after\s+)?$", "", before)
        if time.start > subject.start and 3 < len(kept) < len(before.rstrip()):
            return Span(subject.start, subject.start + len(kept))
    return subject
