"""States of custody that a verb and its argument say together: "is on bail".

The lexicons hold the states ("in custody", "under house arrest") and the verbs that
put, keep or find somebody in one; a place of custody ("at the remand centre") is a
state too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.context import Context
from onrecord.extract.dating import When
from onrecord.extract.legal.holding import (
    Holding,
    find_day,
    judge_told,
    make_holding,
    names_prison,
)
from onrecord.extract.legal.persons import Person, find_person, find_persons
from onrecord.extract.legal.wording import find_conviction
from onrecord.model.clause import Argument, Clause, Link, PredicateKind, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

_TOLD = frozenset({Factuality.ASSERTED, Factuality.DENIED})
_LEAVE = frozenset(["leave", "travel", "depart", "exit", "fly", "go", "quit"])
_BARS = frozenset(["bar", "ban", "prevent", "stop", "forbid", "prohibit"])
_IN = frozenset(["in", "at", "inside", "to", "into"])
_OWN = ("his ", "her ", "their ")
_INTO = frozenset({"to", "into"})
_ALLOWS = frozenset({"allow", "permit", "let", "order"})
_FROM = frozenset({"from", "out of"})
_MOVES = frozenset(["move", "transfer", "drive", "take", "fly"])
_STATE_WORDS = re.compile(r"\b(?:in|behind) \w+\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """A state with the argument that says it and the verb's row."""

    kind: str
    effect: str
    verb: Row
    argument: Argument | None


def find_state(context: Context, clause: Clause) -> State | None:
    """Return the state of custody that a clause puts or finds somebody in."""
    verb = context.lexicons["custody_verbs"].get(clause.lemma)
    if verb is None or clause.kind is PredicateKind.NOUN:
        return None
    for argument in clause.arguments:
        if argument.role not in (Role.AGENT, Role.TIME):
            state = _state_of_argument(context, argument, verb)
            if state is not None:
                return state
    if clause.lemma in ("spend", "serve"):
        return _state_of_words(context, clause, verb)
    return None


def _state_of_argument(context: Context, argument: Argument, verb: Row) -> State | None:
    """Return the state that one argument says."""
    states = context.lexicons["custody_states"]
    for key in _keys(context, argument):
        if key in states:
            row = states[key]
            return State(row["kind"], row.get("effect", verb["effect"]), verb, argument)
    words = context.words(argument.span)
    if argument.clause is None and argument.marker in _IN and names_prison(words):
        return State("detention", verb["effect"], verb, argument)
    if argument.marker in _FROM and verb.get("leaves") and names_prison(words):
        return State("detention", "end", {**verb, "end": verb["leaves"]}, argument)
    return None


def _state_of_words(context: Context, clause: Clause, verb: Row) -> State | None:
    """Return the state that "spent three years in jail" says, however it is built."""
    states = context.lexicons["custody_states"]
    for found in _STATE_WORDS.finditer(context.words(clause.extent)):
        row = states.get(found[0].lower())
        if row is not None:
            return State(row["kind"], verb["effect"], verb, None)
    return None


def _keys(context: Context, argument: Argument) -> Iterator[str]:
    """Give the words under which an argument may stand among the states."""
    words = context.words(argument.span).lower().split()
    head = context.words(argument.head).lower()
    if argument.marker is None:
        if argument.role in (Role.ATTRIBUTE, Role.PATIENT) and len(words) == 1:
            yield head
        return
    before = context.text[max(0, argument.span.start - 6) : argument.span.start].lower()
    if "house" in words[:-1] or before.endswith("house "):
        yield f"{argument.marker} house {head}"
    if len(words) > 1:
        yield f"{argument.marker} {words[-2]} {head}"
    yield f"{argument.marker} {head}"


def holdings_of_state(
    context: Context, clause: Clause, state: State
) -> Iterator[Holding]:
    """Give the holdings of "is on bail", "was taken into custody"."""
    factuality = judge_told(context, clause)
    if factuality not in _TOLD:
        return
    row = {"kind": state.kind, "effect": state.effect}
    if state.effect == "end" and "end" in state.verb:
        row["end"] = state.verb["end"]
    base = make_holding(context, clause, row, state.effect, factuality)
    if state.kind == "bail":
        base = replace(base, holders=())
    place = _named_place(context, state)
    base = _as_allowed(context, clause, base)
    for person in _persons(context, clause, state):
        yield replace(base, person=person, place=place or base.place)
        yield from _holding_after_move(context, clause, state, base, person)


def _as_allowed(context: Context, clause: Clause, base: Holding) -> Holding:
    """Return a holding as begun where a court allows a term to be served so.

    "Convicted him on Wednesday but allowed him to serve the term under house arrest":
    it begins that day, and what he was convicted of is why.
    """
    ruling = context.parent(clause)
    is_allowed = ruling is not None and ruling.lemma in _ALLOWS
    if ruling is None or not is_allowed or clause.link is not Link.COMPLEMENT:
        return base
    when = find_day(context, ruling)
    reasons = base.reasons or tuple(find_conviction(context, ruling))
    return replace(base, effect="start", when=when, since=when, reasons=reasons)


def _holding_after_move(
    context: Context, clause: Clause, state: State, base: Holding, person: Person
) -> Iterator[Holding]:
    """Give what begins where somebody is moved out of a place of custody."""
    if base.end != "transferred":
        return
    for argument in clause.arguments:
        if argument.marker not in _INTO or argument is state.argument:
            continue
        words = context.words(argument.span)
        if names_prison(words):
            kind = "detention"
        elif "house arrest" in context.text.lower():
            kind = "house_arrest"
        else:
            continue
        yield replace(
            base,
            person=person,
            kind=kind,
            effect="start",
            end=None,
            since=base.when,
            until=When(),
            place=argument.span,
        )


def _persons(context: Context, clause: Clause, state: State) -> list[Person]:
    """Return who is in a state: the object of a transitive verb, else the subject."""
    patients = [a for a in clause.all(Role.PATIENT) if a is not state.argument]
    found = find_persons(context, patients)
    if found or clause.voice is Voice.PASSIVE:
        return found
    if state.verb["person"] == "patient" and clause.lemma != "go":
        return []
    return find_persons(context, clause.all(Role.AGENT))


def _named_place(context: Context, state: State) -> Span | None:
    """Return the place that a state itself names ("in Insein prison")."""
    argument = state.argument
    markers = _IN | _FROM
    if argument is None or argument.marker not in markers or state.kind == "bail":
        return None
    words = context.words(argument.span)
    is_named = len(words.split()) > 1 and not words.lower().startswith(_OWN)
    return argument.span if is_named and names_prison(words) else None


def holdings_of_ban(context: Context, clause: Clause) -> Iterator[Holding]:
    """Give the holdings of "barred from leaving the country"."""
    complement = clause.first(Role.COMPLEMENT) if clause.lemma in _BARS else None
    inner = context.clause(complement.clause) if complement else None
    factuality = context.factuality(clause) if inner is not None else None
    if inner is None or inner.lemma not in _LEAVE or factuality not in _TOLD:
        return
    base = make_holding(
        context,
        clause,
        {"kind": "exit_ban"},
        "start",
        factuality or Factuality.ASSERTED,
    )
    for person in find_persons(context, clause.all(Role.PATIENT)):
        yield replace(base, person=person)


def holding_of_member(context: Context, clause: Clause) -> Iterator[Holding]:
    """Give the holding of "the envoy is one of 72 hostages"."""
    nouns = context.lexicons["custody_nouns"]
    for argument in clause.all(Role.ATTRIBUTE, Role.OBLIQUE):
        row = nouns.get(_last_noun(context, argument))
        if (
            row is None
            or row["use"] != "held"
            or argument.marker not in (None, "among")
        ):
            continue
        subject = find_person(context, clause.first(Role.AGENT))
        factuality = context.factuality(clause)
        if subject is not None and factuality in _TOLD:
            base = make_holding(
                context, clause, {"kind": row["kind"]}, "hold", factuality
            )
            yield replace(base, person=subject)
        return


def _last_noun(context: Context, argument: Argument) -> str:
    """Return the noun that says what somebody is: "hostage" of "one of 72 hostages"."""
    phrase = context.phrase(argument)
    words = context.words(argument.span).lower()
    if " of " in words:
        return words.split()[-1].strip(".,").removesuffix("s")
    return phrase.head_lemma if phrase is not None else words
