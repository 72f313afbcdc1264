"""Steps that a verb tells by itself: charged, convicted, sentenced, appealed."""

import re

from onrecord.extract.context import Context, Who
from onrecord.extract.dating import When
from onrecord.extract.legal.holding import find_day, judge_told
from onrecord.extract.legal.persons import Person, find_persons, person_of_phrase
from onrecord.extract.legal.step import (
    LEGAL,
    Step,
    find_courts,
    is_legal,
    kind_beside,
    names_court,
    put_off_to,
)
from onrecord.extract.legal.wording import find_reasons, stretch
from onrecord.model.clause import Clause, Link, Role, Tense, Voice
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

_GUILTY = re.compile(r"\b(?:not )?guilty\b", re.IGNORECASE)
_CHARGES = re.compile(r"\b(?:charges?|counts?|wrongdoing|murder|crimes?)\b")
_FOR_TRIAL = re.compile(r"\bfor (?:trial|surrender|extradition)\b")
_CASE = re.compile(
    r"\b(?:cases?|trials?|hearings?|proceedings|rulings?|sentences?|convictions?"
    r"|decisions?|verdicts?|appeals?|judge?ments?|warrants?|court)\b",
    re.IGNORECASE,
)
_HEARING = re.compile(
    r"\bfor (?:an? |his |her |their )?(?:[\w-]+ )?(?:hearing|trial)\b"
)
_POLICE = re.compile(r"\b(?:police|arrest\w*|detain\w*|custody|suspicion)\b")
_ACCUSES = frozenset({"accuse", "charge"})
_OF_WHAT = frozenset({"for", "in", "of", "on", "over", "under", "with"})
# With a clause of their own these mean something else: "tried to flee", "charged that".
_OTHER_SENSE = frozenset({"try", "retry", "charge"})


def verb_step(context: Context, clause: Clause, row: Row) -> Step | None:
    """Return the step that a verb tells, None where it has another sense here.

    Args:
        context: The document.
        clause: A verb clause.
        row: The verb's entry in the lexicon.
    """
    persons = _persons(context, clause, row)
    if clause.link is Link.CONDITION or not _counts(context, clause, row, persons):
        return None
    factuality = judge_told(context, clause)
    forum, decider = find_courts(context, clause)
    outcome, words = _outcome(context, clause, row)
    return Step(
        stage=row["stage"],
        kind=row.get("kind") or kind_beside(context, clause),
        trigger=clause.predicate,
        clause=clause,
        span=context.clause_span(clause),
        persons=tuple(persons),
        others=_sued(context, clause, row),
        forum=forum,
        decider=decider,
        by=forum + decider,
        requested_by=_requesters(context, clause, row),
        outcome=outcome,
        outcome_text=words,
        when=_day(context, clause, row),
        until=put_off_to(context, clause),
        reasons=tuple(find_reasons(context, clause)) if "kind" in row else (),
        factuality=factuality,
        is_over=outcome == "acquitted" or row["stage"] == "pardon",
        is_weak=row.get("needs") in ("legal", "court", "case"),
    )


def _persons(context: Context, clause: Clause, row: Row) -> list[Person]:
    """Return whom the process is about."""
    if row["stage"] == "ruling":
        return _accused_within(context, clause)
    if row.get("subject") == "agent":
        return find_persons(context, clause.all(Role.AGENT))
    if row.get("needs") == "guilty" and not clause.all(Role.PATIENT):
        return _persons_found_guilty(context, clause)
    surely = row.get("needs") == "person"
    found = find_persons(context, clause.all(Role.PATIENT), surely=surely)
    subject = clause.first(Role.AGENT)
    if found or clause.first(Role.PATIENT) or subject is None or not surely:
        return found
    # "the men charged with murder" may be read as an active verb without object.
    gap = context.text[subject.span.end : clause.predicate.start].strip(" ,")
    is_bare = clause.voice is Voice.ACTIVE and clause.tense is Tense.PAST
    is_bare = is_bare and any(a.marker in _OF_WHAT for a in clause.arguments)
    return find_persons(context, (subject,)) if is_bare and not gap else []


def _persons_found_guilty(context: Context, clause: Clause) -> list[Person]:
    """Return who is found guilty where person and finding are one clause."""
    for argument in clause.all(Role.COMPLEMENT):
        for index in context.phrases_in(argument.span):
            person = person_of_phrase(context, index)
            if person is not None:
                return [person]
    return []


def _day(context: Context, clause: Clause, row: Row) -> When:
    """Return the day of a verb's step.

    "Walked out on Tuesday after a judge ruled": the news of a ruling is of its day.
    """
    when = find_day(context, clause)
    parent = context.parent(clause)
    is_after = clause.link is Link.ADVERBIAL and clause.marker == "after"
    if when.edtf or row["stage"] != "ruling" or not is_after or parent is None:
        return when
    return find_day(context, parent) if parent.tense is Tense.PAST else when


def _accused_within(context: Context, clause: Clause) -> list[Person]:
    """Return whom somebody accuses in what a court rules on."""
    for inner in context.document.clauses[clause.index + 1 :]:
        if inner.predicate.start >= clause.extent.end:
            break
        if inner.lemma in _ACCUSES:
            found = find_persons(context, inner.all(Role.PATIENT))
            if found:
                return found
    return []


def _sued(context: Context, clause: Clause, row: Row) -> tuple[Who, ...]:
    """Return the bodies that somebody sues."""
    if row.get("kind") != "civil":
        return ()
    found = context.all_who(clause.all(Role.PATIENT))
    return tuple(who for who in found if who.actor is not None)


def _counts(context: Context, clause: Clause, row: Row, persons: list[Person]) -> bool:
    """Whether what a verb needs to be a step stands in its clause."""
    need = row.get("needs")
    words = context.words(clause.extent)
    if need == "person":
        return bool(persons) and not _has_other_sense(context, clause)
    if need == "term":
        return bool(persons) and any(a.marker == "to" for a in clause.arguments)
    if need == "court":
        # "Will appear for a bail hearing": the noun is the step.
        if clause.lemma == "appear" and _HEARING.search(words):
            return False
        return any(names_court(context, a) for a in clause.arguments)
    if need == "case":
        patients = clause.all(Role.PATIENT)
        return any(_CASE.search(context.words(a.span)) for a in patients)
    patterns = {"guilty": _GUILTY, "charge": _CHARGES, "trial": _FOR_TRIAL}
    if need in patterns:
        return bool(persons) and patterns[need].search(words) is not None
    return need != "legal" or is_legal(words)


def _has_other_sense(context: Context, clause: Clause) -> bool:
    """Whether a verb's complement, or an article without law, shows it is no step."""
    if clause.lemma not in _OTHER_SENSE:
        return False
    legal = (m[0].lower() for m in LEGAL.finditer(context.text))
    if all(word.startswith("charg") for word in legal):
        return _POLICE.search(context.text) is None
    complement = clause.first(Role.COMPLEMENT)
    return complement is not None and complement.marker in (None, "to", "that")


def _outcome(
    context: Context, clause: Clause, row: Row
) -> tuple[str | None, str | None]:
    """Return the outcome of a step and the words that say it."""
    said = context.words(clause.predicate)
    if row.get("needs") == "guilty":
        found = _GUILTY.search(context.words(clause.extent))
        if found is not None:
            is_not = found[0].lower().startswith("not")
            outcome = "acquitted" if is_not else row.get("outcome")
            return outcome if row["stage"] == "verdict" else None, f"{said} {found[0]}"
    if row["stage"] == "sentence":
        term = _term(context, clause)
        return None, f"{said} to {term}" if term else said
    return row.get("outcome"), said


def _term(context: Context, clause: Clause) -> str | None:
    """Return the words for the term that somebody is sentenced to."""
    for argument in clause.arguments:
        if argument.marker == "to" and argument.clause is None:
            end = stretch(context, clause, argument).end
            to = context.text.rfind(
                " to ", clause.predicate.end - 1, argument.head.start
            )
            start = to + len(" to ") if to >= 0 else argument.span.start
            return context.words(Span(start, end))
    return None


def _requesters(context: Context, clause: Clause, row: Row) -> tuple[Who, ...]:
    """Return who asks for somebody to be sent, or who sues."""
    if row.get("kind") == "civil":
        return tuple(context.all_who(clause.all(Role.AGENT)))
    if row.get("kind") == "extradition":
        asked = context.factuality(clause) is not Factuality.ASSERTED
        to = [a for a in clause.arguments if a.marker == "to"]
        return tuple(context.all_who(to)) if asked or to else ()
    return ()
