"""Findings: what a court held of a test that the law asks for.

"The test of double criminality was met": the lexicon names the tests and the verbs, the
verb's form says the outcome. "It was not met" is of the test told last before, where
the verb is the same.
"""

import re
from collections.abc import Iterator

from onrecord.extract.context import Context
from onrecord.extract.legal.holding import find_day, judge_told
from onrecord.extract.legal.step import Step, find_courts
from onrecord.extract.legal.wording import stretch, without_head
from onrecord.model.actor import Form
from onrecord.model.clause import Argument, Clause, PredicateKind, Role
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

_OPEN = frozenset({"whether", "if"})
_FOR = re.compile(r"\bfor (?=[^,.;]*$)")
# A pronoun stands for a test of this many sentences before at most.
_NEAR = 2
_TOLD = frozenset({Factuality.ASSERTED, Factuality.NEGATED})


def find_findings(context: Context) -> Iterator[Step]:
    """Give a step for each test of the law that is said to be met or not met."""
    last: tuple[Clause, Row] | None = None
    for clause in context.document.clauses:
        verb = context.lexicons["finding_verbs"].get(clause.lemma)
        if verb is None or clause.kind is not PredicateKind.VERB:
            continue
        test = _test_named(context, clause)
        if test is None and last is not None and _takes_up(context, clause, last[0]):
            test = last[1]
        if test is None or clause.marker in _OPEN:
            continue
        last = clause, test
        step = _make(context, clause, verb, test)
        if step is not None:
            yield step


def _test_named(context: Context, clause: Clause) -> Row | None:
    """Return the test that a clause's subject or object names."""
    for argument in clause.all(Role.AGENT, Role.PATIENT):
        words = context.words(argument.span).lower()
        for name, row in context.lexicons["stage_tests"].items():
            if name in words:
                return row
    return None


def _takes_up(context: Context, clause: Clause, before: Clause) -> bool:
    """Whether a clause says the same verb of a pronoun soon after another."""
    if clause.lemma != before.lemma or clause.sent - before.sent > _NEAR:
        return False
    phrase = context.phrase(clause.first(Role.PATIENT, Role.AGENT))
    return phrase is not None and phrase.form is Form.PRONOUN


def _make(context: Context, clause: Clause, verb: Row, test: Row) -> Step | None:
    """Return the step of a finding, None where it is only asked or supposed."""
    factuality = judge_told(context, clause)
    if factuality not in _TOLD:
        return None
    above = context.parent(clause)
    is_held = above is not None and above.lemma in context.lexicons["cues"]
    teller = above if above is not None and is_held else clause
    if test["stage"] == "ruling" and not is_held:
        return None
    forum, decider = find_courts(context, teller)
    when = find_day(context, clause)
    said = "not " if clause.negated else ""
    return Step(
        stage=test["stage"],
        kind=test.get("kind"),
        trigger=clause.predicate,
        clause=clause,
        span=context.clause_span(teller),
        forum=forum,
        decider=decider,
        by=forum + decider,
        outcome=verb["negated"] if clause.negated else verb["outcome"],
        outcome_text=said + context.words(clause.predicate),
        when=when if when.edtf or teller is clause else find_day(context, teller),
        reasons=tuple(_charges(context, clause, teller)),
    )


def _charges(context: Context, clause: Clause, teller: Clause) -> Iterator[Span]:
    """Give the charges that a test is applied to: "for the charge of fraud"."""
    for owner in {clause.index: clause, teller.index: teller}.values():
        for argument in owner.arguments:
            if re.match(r"for\b.*\b(?:charge|count|offen[cs]e)", argument.marker or ""):
                yield _whole(context, owner, argument)


def _whole(context: Context, clause: Clause, argument: Argument) -> Span:
    """Return the words of a charge, from after "for"."""
    end = stretch(context, clause, argument).end
    found = _FOR.search(context.text, clause.extent.start, argument.span.start)
    start = found.end() if found else argument.span.start
    return without_head(context, Span(start, end))
