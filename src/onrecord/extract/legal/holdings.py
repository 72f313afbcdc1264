"""Words that say somebody is held, restricted or let go: one holding for each person.

What holds here: only what is told as so counts. A release that is demanded, an arrest
that is planned, are none; "has not been released" says that somebody is held; a noun
takes for granted what it names ("in retaliation for the arrest of X"), unless it is
what its verb asks for, plans or denies.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.context import Context
from onrecord.extract.legal.held_people import holdings_of_phrases
from onrecord.extract.legal.held_states import (
    find_state,
    holding_of_member,
    holdings_of_ban,
    holdings_of_state,
)
from onrecord.extract.legal.holding import (
    COURT,
    Holding,
    judge_told,
    make_holding,
    names_captor,
)
from onrecord.extract.legal.persons import Person, expand, find_persons
from onrecord.extract.legal.sent_away import holdings_of_sending
from onrecord.model.actor import ActorKind, Form
from onrecord.model.clause import (
    Argument,
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
    Voice,
)
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

_TERM = re.compile(
    r"\b(?:years?|months?|weeks?|days?|life|prison|jail|imprisonment|terms?)\b",
    re.IGNORECASE,
)
_NO_TERM = re.compile(
    r"\b(?:suspended|community|probation|death|fine|hang|hanging)\b", re.IGNORECASE
)
_WARRANT = re.compile(r"\bwarrants? for [^.,;]*$")
# "held talks", "was held responsible": another sense of "hold".
_NOT_PEOPLE = re.compile(
    r"\b(?:meeting|talk|summit|election|conference|session|ceremony|rally|rallie|exercise"
    r"|poll|vote|part(?:y|ie)|funeral|hearing|trial|event|match|game|course|round)s?\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"\b(?:to account|responsible|accountable|liable|in contempt|in esteem|in check"
    r"|from (?:the |a )?(?:hospital|clinic)"
    r"|on (?:[\w-]+ ){0,3}(?:camera|film|video|videotape|tape|television|footage))\b"
)
_SOUGHT = frozenset({"by", "for", "in"})
_OFFICERS = re.compile(
    r"\b(?:police|officers?|agents?|soldiers?|troops|gunm[ae]n|security|guards?|forces"
    r"|rebels?|militants?|kidnappers?|militiamen|men)\b",
    re.IGNORECASE,
)
# After these a release has happened; before the others it is only talked about.
_DONE = frozenset({"after", "since", "following", "upon", "on"})
_TELLS_RELEASE = frozenset(
    {"announce", "be", "celebrate", "come", "confirm", "follow", "hail", "happen",
     "mark", "occur", "report", "take", "welcome"}
)  # fmt: skip
_ESCAPES = frozenset({"break free", "break out", "escape", "surrender", "turn in"})


def find_holdings(context: Context) -> list[Holding]:
    """Return all holdings of a document, in text order of their triggers."""
    found: list[Holding] = []
    for clause in context.document.clauses:
        mine: dict[tuple[str, str | None], Holding] = {}
        for holding in _of_clause(context, clause):
            for one in _for_each(context, holding):
                mine.setdefault((one.person.key, one.kind), one)
        found += [replace(one, ordinal=n) for n, one in enumerate(mine.values())]
    taken = {one.person.span for one in found}
    for holding in holdings_of_phrases(context):
        if holding.person.span not in taken:
            found.append(holding)
    return sorted(found, key=lambda one: (one.trigger, one.ordinal))


def _for_each(context: Context, holding: Holding) -> list[Holding]:
    """Give each person of a group that is named one by one a holding of their own."""
    people = expand(context, holding.person)
    return [replace(holding, person=one) for one in people]


def _of_clause(context: Context, clause: Clause) -> Iterator[Holding]:
    """Give the holdings of one clause: by its arguments, else by its own word."""
    row = context.lexicons["custody"].get(clause.lemma)
    state = find_state(context, clause)
    if state is not None:
        yield from holdings_of_state(context, clause, state)
        if row is not None and row["effect"] == "end" and state.kind == "bail":
            yield from _of_word(context, clause, row)
    elif row is not None:
        yield from _of_word(context, clause, row)
    elif clause.lemma == "be":
        yield from holding_of_member(context, clause)
    else:
        yield from holdings_of_ban(context, clause)
        yield from holdings_of_sending(context, clause)


def _of_word(context: Context, clause: Clause, row: Row) -> Iterator[Holding]:
    """Give the holdings of a verb like "arrest" or a noun like "her arrest"."""
    if not _has_needed(context, clause, row):
        return
    told = _told(context, clause, row)
    if told is None:
        return
    effect, factuality = told
    base = make_holding(context, clause, row, effect, factuality)
    for person in _patients(context, clause, row):
        others = tuple(w for w in base.holders if w.span != person.span)
        span = _with_noun(context, clause, base.span, person.span)
        yield replace(base, person=person, holders=others, span=span)


def _with_noun(context: Context, clause: Clause, span: Span, noun: Span) -> Span:
    """Return the words of a clause with the noun it stands at: "450 jailed comrades".

    A participle alone ("jailed") says of nobody that they are held.
    """
    if clause.link is not Link.RELATIVE:
        return span
    if noun.start <= span.start and span.end <= noun.end:
        return noun
    gap = context.text[noun.end : span.start]
    is_next = noun.end <= span.start and gap.strip() in ("", ",")
    return Span(noun.start, span.end) if is_next else span


# -- as told ---------------------------------------------------------------------------


def _told(context: Context, clause: Clause, row: Row) -> tuple[str, Factuality] | None:
    """Return the effect and factuality of a clause, None where it tells neither."""
    effect = row["effect"]
    if clause.kind is PredicateKind.NOUN:
        return _told_by_noun(context, clause, effect)
    factuality = judge_told(context, clause)
    if effect == "end":
        if factuality is Factuality.NEGATED and clause.tense is Tense.PAST:
            return ("hold", Factuality.ASSERTED) if clause.raised is None else None
        return (effect, factuality) if factuality is Factuality.ASSERTED else None
    if factuality in (Factuality.ASSERTED, Factuality.DENIED):
        return effect, factuality
    return None


def _told_by_noun(
    context: Context, clause: Clause, effect: str
) -> tuple[str, Factuality] | None:
    """Return what a noun tells: an arrest is taken for granted, a release is not."""
    before = context.text[max(0, clause.predicate.start - 60) : clause.predicate.start]
    if _WARRANT.search(before):
        return "wanted", Factuality.ASSERTED
    place = _place_in_parent(context, clause)
    if effect == "end":
        return (
            (effect, Factuality.ASSERTED) if _is_done(context, clause, place) else None
        )
    parent = context.parent(clause)
    colours = context.lexicons["colours"]
    is_free = parent is None or parent.lemma not in colours
    if place is not None and place.role is Role.OBLIQUE and is_free:
        return None if place.marker == "to" else (effect, Factuality.ASSERTED)
    factuality = context.factuality(clause)
    if factuality in (Factuality.ASSERTED, Factuality.DENIED):
        return effect, factuality
    return None


def _place_in_parent(context: Context, clause: Clause) -> Argument | None:
    """Return the argument of the verb above that a noun clause is."""
    parent = context.parent(clause)
    for argument in parent.arguments if parent else ():
        if argument.head.start == clause.predicate.start:
            return argument
    return None


def _is_done(context: Context, clause: Clause, place: Argument | None) -> bool:
    """Whether a release that a noun names is told as having happened."""
    parent = context.parent(clause)
    if parent is None or place is None:
        return False
    if place.role in (Role.OBLIQUE, Role.TIME, Role.PLACE):
        return (
            place.marker in _DONE and context.factuality(parent) is Factuality.ASSERTED
        )
    if parent.lemma == "order":
        agent = context.phrase(parent.first(Role.AGENT))
        is_court = agent is not None and agent.head_lemma in COURT
        return is_court and context.factuality(parent) is Factuality.ASSERTED
    told = context.factuality(clause) is Factuality.ASSERTED
    return told and parent.lemma in _TELLS_RELEASE and parent.tense is Tense.PAST


def _has_needed(context: Context, clause: Clause, row: Row) -> bool:
    """Whether the other words that a verb needs stand in its clause."""
    words = " ".join(
        f"{a.marker or ''} {context.words(a.span)}"
        for a in clause.arguments
        if a.role not in (Role.AGENT, Role.PATIENT)
    )
    need = row.get("needs")
    if need == "prison":
        return _TERM.search(words) is not None and _NO_TERM.search(words) is None
    if need == "officers":
        agents = clause.all(Role.AGENT) if clause.voice is Voice.PASSIVE else ()
        return any(
            a.marker == "by" and _OFFICERS.search(context.words(a.span)) for a in agents
        )
    if need == "authority":
        return (
            re.search(
                r"\bto\b.*\b(?:police|authorit|tribunal|court|peacekeep|troops"
                r"|army|militar)",
                words,
            )
            is not None
        )
    if row["effect"] == "wanted":
        return _is_sought(clause)
    return _NOT_HELD.search(words) is None


def _is_sought(clause: Clause) -> bool:
    """Whether "wanted" says that somebody is sought, not what somebody wishes."""
    if clause.first(Role.COMPLEMENT) is not None:
        return False
    if clause.voice is Voice.PASSIVE:
        return True
    has_object = clause.first(Role.PATIENT) is not None
    return not has_object and any(a.marker in _SOUGHT for a in clause.arguments)


# -- to whom ---------------------------------------------------------------------------


def _patients(context: Context, clause: Clause, row: Row) -> list[Person]:
    """Return the people whom a clause is done to."""
    surely = row.get("object") == "people" or names_captor(context, clause)
    if clause.lemma in _ESCAPES:
        patients = clause.all(Role.PATIENT)
        is_self = all(
            context.words(a.span).endswith("sel" + "ves")
            or context.words(a.span).endswith("self")
            for a in patients
        )
        return find_persons(context, clause.all(Role.AGENT)) if is_self else []
    patients = clause.all(Role.PATIENT)
    if _is_attributive(clause):
        patients = tuple(a for a in patients if _can_be_people(context, a))
    if row.get("object") != "people":
        patients = tuple(a for a in patients if not _is_taken_place(context, a))
    if clause.lemma == "hold":
        patients = tuple(a for a in patients if not _is_held_event(context, a))
    found = find_persons(context, patients, surely=surely)
    if found or patients or clause.kind is PredicateKind.NOUN:
        return found
    return _misread_subject(context, clause, row)


def _is_taken_place(context: Context, argument: Argument) -> bool:
    """Whether what rebels capture is a town, not people."""
    phrase = context.phrase(argument)
    return phrase is not None and (phrase.name_type or "").startswith("LOC")


def _is_held_event(context: Context, argument: Argument) -> bool:
    """Whether what is held is a meeting, or a named thing that passes for a group."""
    phrase = context.phrase(argument)
    if _NOT_PEOPLE.search(context.words(argument.span)):
        return True
    is_name = phrase is not None and phrase.form is Form.NAME and phrase.number == 1
    return is_name and phrase is not None and phrase.kind is ActorKind.GROUP


def _is_attributive(clause: Clause) -> bool:
    """Whether a participle stands before its noun: "jailed comrades"."""
    patient = clause.first(Role.PATIENT)
    return (
        clause.link is Link.RELATIVE
        and patient is not None
        and patient.span.start <= clause.predicate.start < patient.head.start
    )


def _can_be_people(context: Context, argument: Argument) -> bool:
    """Whether a noun with a participle before it can be people."""
    phrase = context.phrase(argument)
    return phrase is not None and (phrase.animate or phrase.number > 1)


def _misread_subject(context: Context, clause: Clause, row: Row) -> list[Person]:
    """Return the subject where a participle was read as an active verb without object.

    "A journalist jailed for eight years said ...": what is only done to people has an
    object, so the noun right before it is that.
    """
    if row.get("object") != "people" and row["effect"] != "wanted":
        return []
    is_bare = clause.voice is Voice.ACTIVE and clause.tense is Tense.PAST
    subject = clause.first(Role.AGENT)
    if not is_bare or clause.raised is not None or subject is None:
        return []
    gap = context.text[subject.span.end : clause.predicate.start].strip(" ,")
    return find_persons(context, (subject,)) if not gap else []
