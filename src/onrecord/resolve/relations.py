"""Relations: how a pair of actors stands to each other over time.

A pair has a relation when an article speaks of it, or when two states did or said
things to each other on at least two days that are told. Whoever acts for a state (its
bodies, those in its offices) counts for the state; what else two people do to each
other is no relation. Points come from events and statements; where a relation is
heading is said only by words that say so, never computed from the points.

The scale runs from -10 (most hostile) to 10 (most cooperative), like Goldstein's for
WEIS events (1992, Journal of Conflict Resolution 36:369). The numbers are ours, one for
each of PLOVER's types; a statement counts by what is done by saying it.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from msgspec.structs import replace

from onrecord.model.event import Event, EventType
from onrecord.model.fact import Factuality, Level
from onrecord.model.relation import Direction, Point, Relation
from onrecord.model.statement import Act, Statement
from onrecord.resolve.days import (
    earliest_known,
    find_bounds,
    known_order,
    order_day,
)
from onrecord.resolve.fold import DENIALS, as_case, count_sources, unite, unite_evidence
from onrecord.resolve.known import Known
from onrecord.resolve.states import States
from onrecord.text.ids import make_id

Pair = tuple[str, str]

LEAST_DAYS = 2
"""Days of deeds that make a relation which no sentence speaks of."""

EVENT_SCALE = {
    EventType.AID: 7.0,
    EventType.COOPERATE: 6.0,
    EventType.AGREE: 5.0,
    EventType.CONCEDE: 5.0,
    EventType.SUPPORT: 4.0,
    EventType.RETREAT: 3.0,
    EventType.CONSULT: 1.0,
    EventType.REQUEST: -1.0,
    EventType.ACCUSE: -2.0,
    EventType.REJECT: -4.0,
    EventType.PROTEST: -5.0,
    EventType.SANCTION: -6.0,
    EventType.THREATEN: -6.0,
    EventType.COERCE: -7.0,
    EventType.MOBILIZE: -7.0,
    EventType.ASSAULT: -9.0,
}
"""The score of an event by its type."""

ACT_SCALE = {
    Act.OFFER: 4.0,
    Act.PROMISE: 4.0,
    Act.PRAISE: 3.0,
    Act.ACKNOWLEDGE: 1.0,
    Act.ASK: -1.0,
    Act.CRITICISE: -2.0,
    Act.ACCUSE: -2.0,
    Act.WARN: -3.0,
    Act.REFUSE: -4.0,
    Act.DEMAND: -5.0,
    Act.THREATEN: -6.0,
}
"""The score of a statement to somebody; acts that are not here give no point."""


def make_relations(
    facts: Sequence[Relation],
    events: Iterable[Event],
    statements: Iterable[Statement],
    states: States,
    known: Known,
) -> list[Relation]:
    """Return the case's relations.

    Args:
        facts: What single sentences say of a relation, in canonical order.
        events: The case's events.
        statements: The case's statements.
        states: Says which actors count for which state.
        known: The articles of the derivation.
    """
    told: dict[Pair, list[Relation]] = {}
    for one in facts:
        for pair in _pairs_of(one.actors, states):
            told.setdefault(pair, []).append(one)
    shown: dict[Pair, list[tuple[Event | Statement, Point]]] = {}
    deeds: list[tuple[Event | Statement, Pair, Point]]
    deeds = [*_event_points(events, states), *_act_points(statements, states)]
    for fact, pair, point in deeds:
        shown.setdefault(pair, []).append((fact, point))
    alone = [one for one in facts if len(set(one.actors)) < 2]
    kept = dict.fromkeys((*told, *(p for p in shown if _is_shown(shown[p]))))
    return [
        *(_make(pair, told.get(pair, []), shown.get(pair, []), known) for pair in kept),
        *(as_case([one], known) for one in alone),
    ]


def _is_shown(deeds: Iterable[tuple[Event | Statement, Point]]) -> bool:
    """Whether deeds alone show a relation: on two days at least that are told."""
    days = {point.when for _, point in deeds if find_bounds(point.when)}
    return len(days) >= LEAST_DAYS


def _pairs_of(actors: Sequence[str], states: States) -> Iterable[Pair]:
    """Return the pair that a read relation is about: its first two actors.

    Where both count for states, it is the states' relation.
    """
    distinct = tuple(dict.fromkeys(actors))[:2]
    if len(distinct) < 2:
        return []
    sides = [states.of(one) for one in distinct]
    if sides[0] is not None and sides[1] is not None and sides[0] != sides[1]:
        return [_pair(sides[0], sides[1])]
    return [_pair(*distinct)]


def _pairs_between(
    ones: Iterable[str], others: Iterable[str], states: States
) -> Iterable[Pair]:
    """Return the pairs of states that two sides count for, each once."""
    first = {state for one in ones if (state := states.of(one))}
    second = {state for one in others if (state := states.of(one))}
    return sorted({_pair(a, b) for a, b in product(first, second) if a != b})


def _pair(one: str, other: str) -> Pair:
    """Return two actors in the order of their ids."""
    return (one, other) if one < other else (other, one)


def _event_points(
    events: Iterable[Event], states: States
) -> Iterable[tuple[Event, Pair, Point]]:
    """Return a point for each pair of states between which something happened."""
    for event in events:
        if event.factuality is not Factuality.ASSERTED:
            continue
        point = Point(
            when=event.when, score=EVENT_SCALE[event.event_type], fact=event.id
        )
        for pair in _pairs_between(event.source, event.target, states):
            yield event, pair, point


def _act_points(
    statements: Iterable[Statement], states: States
) -> Iterable[tuple[Statement, Pair, Point]]:
    """Return a point for each act of one state that is for or against another."""
    for one in statements:
        score = ACT_SCALE.get(one.act)
        is_told = one.factuality is Factuality.ASSERTED
        if score is None or not is_told or one.speaker is None or not one.addressee:
            continue
        speakers = (one.speaker, *one.on_behalf_of)
        point = Point(when=one.said_on, score=score, fact=one.id)
        for pair in _pairs_between(speakers, one.addressee, states):
            yield one, pair, point


def _make(
    pair: Pair,
    told: Sequence[Relation],
    shown: Sequence[tuple[Event | Statement, Point]],
    known: Known,
) -> Relation:
    """Make the relation of one pair."""
    points = [point for one in told for point in one.points]
    points += [point for _, point in shown]
    ordered = tuple(sorted(points, key=lambda one: (order_day(one.when), one.fact)))
    base = _from_words(pair, told, known) if told else _from_deeds(pair)
    behind = [*told, *(fact for fact, _ in shown)]
    return replace(
        base,
        points=ordered,
        evidence=unite_evidence(behind),
        known_from=earliest_known(fact.known_from for fact in behind),
        sources=count_sources(behind, known),
    )


def _from_words(pair: Pair, told: Sequence[Relation], known: Known) -> Relation:
    """Make a relation of the sentences that speak of it."""
    direction, words = _find_direction(told)
    texts = {a: t for o in told for a, t in zip(o.actors, o.actors_text, strict=False)}
    return as_case(
        told,
        known,
        actors=pair,
        actors_text=tuple(texts[one] for one in pair if one in texts),
        flashpoints=unite(one.flashpoints for one in told),
        direction=direction,
        direction_text=words,
    )


def _from_deeds(pair: Pair) -> Relation:
    """Make a relation that no sentence speaks of; its id hashes the pair."""
    return Relation(
        id=make_id("relation", *pair),
        evidence=(),
        level=Level.CASE,
        method="points",
        actors=pair,
    )


def _find_direction(
    told: Sequence[Relation],
) -> tuple[Direction | None, str | None]:
    """Return where the latest reports say a relation is heading, with their words."""
    given = [one for one in told if one.direction and not _is_denied(one)]
    if not given:
        return None, None
    last = max(known_order(one.known_from) for one in given)
    latest = [one for one in given if known_order(one.known_from) == last]
    if len({one.direction for one in latest}) > 1:
        texts = unite([o.direction_text] for o in latest if o.direction_text)
        return Direction.MIXED, "; ".join(texts) or None
    return latest[0].direction, latest[0].direction_text


def _is_denied(fact: Relation) -> bool:
    """Whether a report says that a relation is not so."""
    return fact.factuality in DENIALS
