"""A step: what one trigger tells of a legal process, with its court and day."""

import re
from dataclasses import dataclass

from onrecord.extract.context import Context, Who
from onrecord.extract.dating import When
from onrecord.extract.legal.persons import Person
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Argument, Clause, Role
from onrecord.model.document import Phrase
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality

LEGAL = re.compile(
    r"\b(?:court|tribunal|judges?|magistrates?|jury|lawyers?|attorneys?|prosecut\w+"
    r"|sentence[ds]?|convict\w*|verdict|trial|extradit\w+|charge[ds]?|guilty|acquit\w+"
    r"|bail|jail\w*|prison|imprisonment|counsel|defendants?|barrister|solicitor"
    r"|indict\w+|warrant|committal)\b",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:courts?|tribunal|judges?|justices?|magistrates?|jury|bench|chamber"
    r"|commission|old bailey)\b",
    re.IGNORECASE,
)
_MINISTRY = re.compile(r"\b(?:minist\w+|secretary|department)\b", re.IGNORECASE)
_JUDGE_TITLES = ("Justice ", "Judge ", "Magistrate ")
_JUDGES = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.GROUP})
_EXTRADITION = re.compile(r"\bextradit|\bfor surrender\b|\bsurrender(?:ed)? to [A-Z]")


@dataclass(frozen=True, slots=True)
class Step:
    """What one trigger tells of a process.

    `kind` is None where the words could be of any ("hearing"). `is_weak` marks a step
    that alone makes no matter, `is_over` one that ends it. `until` is the day to which
    it is put off, `waits_for` what the process waits for by it.
    """

    stage: str
    kind: str | None
    trigger: Span
    clause: Clause
    span: Span
    persons: tuple[Person, ...] = ()
    others: tuple[Who, ...] = ()
    forum: tuple[Who, ...] = ()
    decider: tuple[Who, ...] = ()
    requested_by: tuple[Who, ...] = ()
    by: tuple[Who, ...] = ()
    outcome: str | None = None
    outcome_text: str | None = None
    when: When = When()  # noqa: RUF009 - a tuple: immutable
    until: When = When()  # noqa: RUF009 - a tuple: immutable
    reasons: tuple[Span, ...] = ()
    factuality: Factuality = Factuality.ASSERTED
    is_over: bool = False
    is_weak: bool = False
    waits_for: str | None = None


def is_legal(text: str) -> bool:
    """Whether words speak of courts and processes."""
    return LEGAL.search(text) is not None


def names_court(context: Context, argument: Argument) -> bool:
    """Whether an argument names a court or a judge."""
    words = context.words(argument.span)
    return argument.role is not Role.PATIENT and _COURT.search(words) is not None


def _is_judge(context: Context, who: Who) -> bool:
    """Whether an actor is called a judge anywhere in the article."""
    if any(
        actor.id == who.actor and any(_is_of_court(r.title) for r in actor.roles)
        for actor in context.document.actors
    ):
        return True
    return any(
        phrase.actor == who.actor
        and context.text.endswith(_JUDGE_TITLES, 0, phrase.span.start)
        for phrase in context.document.phrases
        if phrase.name is not None
    )


def _is_of_court(title: str) -> bool:
    """Whether a title is a judge's: a minister of justice is none."""
    return _COURT.search(title) is not None and _MINISTRY.search(title) is None


def find_courts(
    context: Context, clause: Clause | None
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Return the courts, and the judges, that a clause names."""
    forum: list[Who] = []
    decider: list[Who] = []
    for argument in clause.arguments if clause else ():
        who, phrase = context.who(argument), context.phrase(argument)
        if who is None or phrase is None or argument.role is Role.PATIENT:
            continue
        if not names_court(context, argument) and not _is_judge(context, who):
            continue
        if phrase.kind in _JUDGES:
            decider.append(who)
            forum += _court_after(context, argument.span)
        else:
            forum.append(who)
    return tuple(forum), tuple(decider)


def _court_after(context: Context, span: Span) -> list[Who]:
    """Return the court that a judge is said to sit in ("judges at the state court")."""
    after = Span(span.start, min(len(context.text), span.end + 60))
    for index in context.phrases_in(after):
        phrase = context.document.phrases[index]
        if phrase.span != span and phrase.head_lemma in ("court", "tribunal"):
            who = context.who_phrase(index)
            return [who] if who is not None else []
    return []


def kind_beside(context: Context, clause: Clause) -> str | None:
    """Return the kind that the words beside a step give it."""
    words = context.words(context.sentence(clause))
    if _EXTRADITION.search(words):
        return "extradition"
    return "asylum" if "asylum" in words.lower() else None


def put_off_to(context: Context, clause: Clause | None) -> When:
    """Return the day until which a step is put off."""
    for argument, time in context.time_arguments(clause) if clause else ():
        if argument.marker in ("until", "till", "to") and time.edtf is not None:
            return context.make_when(time)
    return When()


def sentence_of(context: Context, phrase: Phrase) -> Span:
    """Return the sentence of a phrase."""
    sents = context.document.sents
    return sents[min(phrase.sent, len(sents) - 1)]
