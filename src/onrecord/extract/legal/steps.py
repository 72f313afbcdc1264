"""Words that tell a step of a legal process: who is in it, where, how it came out.

What holds here: a step is what one trigger says; that several steps are one matter is
for `proceedings` to say. Words that have another sense too (a sentence, an appeal for
calm, a trial of a drug) count only beside the legal words that the lexicon asks for.
"""

from collections.abc import Iterator

from onrecord.extract.context import Context
from onrecord.extract.legal.findings import find_findings
from onrecord.extract.legal.holding import Holding
from onrecord.extract.legal.noun_steps import find_owners, noun_step
from onrecord.extract.legal.persons import Person, find_persons
from onrecord.extract.legal.step import Step, find_courts, kind_beside
from onrecord.extract.legal.surrenders import find_surrenders
from onrecord.extract.legal.verb_steps import verb_step
from onrecord.extract.legal.wording import find_reasons
from onrecord.model.clause import PredicateKind, Role
from onrecord.model.evidence import Span

_BLAMES = frozenset({"accuse", "suspect", "want"})


def find_steps(context: Context) -> list[Step]:
    """Return all steps of a document, in text order of their triggers."""
    found: list[Step] = []
    owners = find_owners(context)
    nouns = {}
    for clause in context.document.clauses:
        if clause.kind is PredicateKind.NOUN:
            nouns[clause.predicate.start] = clause
            continue
        row = context.lexicons["stages"].get(clause.lemma)
        step = verb_step(context, clause, row) if row is not None else None
        if step is not None:
            found.append(step)
    for phrase in context.document.phrases:
        step = noun_step(context, phrase, nouns.get(phrase.head.start), owners)
        if step is not None:
            found.append(step)
    found += [*find_findings(context), *find_surrenders(context)]
    return sorted(found, key=lambda one: one.trigger)


def bail_step(context: Context, holding: Holding) -> Step | None:
    """Return the step that a release on bail is; None for any other holding."""
    if holding.kind != "bail" or holding.effect != "start":
        return None
    clause = next(c for c in context.document.clauses if c.predicate == holding.trigger)
    forum, decider = find_courts(context, clause)
    return Step(
        stage="bail_hearing",
        kind=kind_beside(context, clause),
        trigger=holding.trigger,
        clause=clause,
        span=holding.span,
        persons=(holding.person,),
        forum=forum,
        decider=decider,
        by=forum + decider,
        outcome="granted",
        outcome_text=f"{context.words(holding.trigger)} on bail",
        when=holding.when,
        factuality=holding.factuality,
    )


def find_blame(context: Context) -> Iterator[tuple[Person, Span]]:
    """Give whom the text accuses or suspects, with the words of what."""
    for clause in context.document.clauses:
        if clause.lemma not in _BLAMES or clause.kind is PredicateKind.NOUN:
            continue
        reasons = find_reasons(context, clause)
        for person in find_persons(context, clause.all(Role.PATIENT)):
            for reason in reasons:
                yield person, reason
