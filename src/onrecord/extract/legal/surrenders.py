"""Who decides whether somebody is surrendered, and where that decision stands.

In many states a court commits and a minister surrenders: "her decision on whether to
surrender X" is a step with a decider, put off, still to come, or taken.
"""

from collections.abc import Iterator

from onrecord.extract.context import Context, Who
from onrecord.extract.dating import When
from onrecord.extract.legal.holding import find_day
from onrecord.extract.legal.persons import Person, find_persons
from onrecord.extract.legal.step import Step, put_off_to
from onrecord.model.clause import Clause, PredicateKind, Role, Tense
from onrecord.model.fact import Factuality

_SENDS = frozenset({"surrender", "extradite", "hand over", "send"})
_TO_COME = frozenset({"have", "due", "be", "expect", "set", "need", "wait"})
_WHETHER = frozenset({"whether", "if"})


def find_surrenders(context: Context) -> Iterator[Step]:
    """Give a step for each decision on somebody's surrender, in text order."""
    for clause in context.document.clauses:
        decision = context.parent(clause)
        if clause.lemma not in _SENDS or decision is None:
            continue
        if decision.lemma != "decide" or not _is_legal(context, clause):
            continue
        persons = find_persons(context, clause.all(Role.PATIENT))
        step = _make(context, clause, decision, persons) if persons else None
        if step is not None:
            yield step


def _is_legal(context: Context, clause: Clause) -> bool:
    """Whether somebody is sent in the sense of the law, not simply sent."""
    return clause.lemma != "send" or "extradit" in context.words(
        context.sentence(clause)
    )


def _make(
    context: Context, clause: Clause, decision: Clause, persons: list[Person]
) -> Step | None:
    """Return the step of a decision, None where it is only supposed or asked for."""
    verb, outcome, factuality = _standing(context, clause, decision)
    if factuality not in (Factuality.ASSERTED, Factuality.PLANNED):
        return None
    decider = _decider(context, decision, verb)
    until = put_off_to(context, verb) if verb else When()
    is_taken = outcome is not None and factuality is Factuality.ASSERTED
    asked = [a for a in clause.arguments if a.marker == "to"]
    return Step(
        stage="surrender_order",
        kind="extradition",
        trigger=decision.predicate,
        clause=verb or decision,
        span=context.clause_span(verb or decision),
        persons=tuple(persons),
        decider=decider,
        by=decider,
        requested_by=tuple(context.all_who(asked)),
        outcome=outcome,
        outcome_text=context.words((verb or decision).predicate),
        when=find_day(context, verb or decision) if is_taken else When(),
        until=until,
        factuality=factuality,
        waits_for=_waits_for(context, clause, decision, decider, outcome),
    )


def _standing(
    context: Context, clause: Clause, decision: Clause
) -> tuple[Clause | None, str | None, Factuality]:
    """Return the verb that says where a decision stands, its outcome, how told."""
    if decision.kind is PredicateKind.NOUN:
        verb = context.parent(decision)
        if verb is None:
            return None, None, Factuality.PLANNED
        row = context.lexicons["stage_support"].get(verb.lemma, {})
        told = context.factuality(verb)
        outcome = row.get("outcome")
        if outcome is None and told is Factuality.ASSERTED:
            return verb, None, Factuality.PLANNED
        return verb, outcome, told
    above = context.parent(decision)
    if decision.raised in _TO_COME or decision.tense is not Tense.PAST:
        return above or decision, None, Factuality.PLANNED
    if clause.marker in _WHETHER:
        return decision, None, context.factuality(decision)
    outcome = "refused" if clause.negated else "granted"
    return decision, outcome, context.factuality(decision)


def _decider(
    context: Context, decision: Clause, verb: Clause | None
) -> tuple[Who, ...]:
    """Return whose decision it is, in the words of the verb's subject where it is one.

    "Her decision" that "the minister" put off is the minister's.
    """
    own = context.all_who(decision.all(Role.AGENT))
    acting = context.all_who(verb.all(Role.AGENT)) if verb else []
    mine = {who.actor for who in own}
    same = [who for who in acting if not mine or who.actor in mine]
    return tuple(same or own)


def _waits_for(
    context: Context,
    clause: Clause,
    decision: Clause,
    decider: tuple[Who, ...],
    outcome: str | None,
) -> str | None:
    """Return what a process waits for while a decision on it is still to come.

    The decision itself, or what its maker is said to wait for.
    """
    if outcome in ("granted", "refused"):
        return None
    makers = {who.actor for who in decider if who.actor is not None}
    for other in context.document.clauses:
        if other.lemma not in ("wait", "await") or other.negated:
            continue
        awaited = other.marked("for") or other.all(Role.PATIENT)
        who = context.all_who(other.all(Role.AGENT))
        if awaited and makers & {one.actor for one in who}:
            return context.words(awaited[0].span)
    end = max(clause.extent.start, *(a.span.end for a in clause.arguments))
    start = min(decision.extent.start, decision.predicate.start)
    return " ".join(context.text[start : max(end, clause.predicate.end)].split())
