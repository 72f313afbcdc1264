"""Ids in fields: of case actors for those of articles, of case facts for read facts."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from onrecord.model.actor import Mention
from onrecord.model.claim import Claim, Position
from onrecord.model.fact import NARRATOR, Fact
from onrecord.model.linkage import Linkage, Response
from onrecord.model.proceeding import Proceeding, Stage
from onrecord.model.records import ACTOR_FIELDS
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement
from onrecord.model.time import Time

F = TypeVar("F", bound=Fact)
Lookup = Callable[[str], str | None]


def tag_of(fact: Fact) -> str:
    """Return the record type of a fact as CASEFILE.md names it."""
    return str(type(fact).__struct_config__.tag)


def map_actors(fact: F, case_of: Mapping[str, str], gone: frozenset[str]) -> F:
    """Put the case's actors in all actor fields of a read fact.

    Args:
        fact: A read fact.
        case_of: Case actor of each article actor. An id that is not in it stays: it is
            a case actor already, or stands for nobody known.
        gone: Case actors that were rejected; their ids are left out, the words stay.
    """

    def lookup(actor: str) -> str | None:
        case = case_of.get(actor, actor)
        return None if case in gone else case

    changes = _map_plain(fact, lookup)
    if isinstance(fact, Proceeding):
        changes["stages"] = tuple(_map_stage(one, lookup) for one in fact.stages)
    elif isinstance(fact, Linkage):
        changes["responses"] = tuple(_map_response(o, lookup) for o in fact.responses)
    elif isinstance(fact, Claim):
        for side in ("asserted_by", "denied_by"):
            positions: tuple[Position, ...] = getattr(fact, side)
            changes[side] = _map_positions(positions, lookup)
    return replace(fact, **changes) if changes else fact


def map_ids(ids: Iterable[str], lookup: Lookup) -> tuple[str, ...]:
    """Return the ids that the given ones lead to, in order, each once."""
    found = (lookup(one) for one in ids)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def map_facts(fact: F, leads_to: Mapping[str, str]) -> F:
    """Put the ids of case facts where a case fact names other facts."""
    changes: dict[str, object] = {}
    if fact.voice != NARRATOR:
        changes["voice"] = leads_to.get(fact.voice, fact.voice)
    changes.update(_map_inner(fact, lambda one: leads_to.get(one, one)))
    return replace(fact, **changes) if changes else fact


def _map_plain(fact: Fact, lookup: Lookup) -> dict[str, object]:
    """Map the fields that hold an actor id or a list of them."""
    changes: dict[str, object] = {}
    for field in ACTOR_FIELDS.get(tag_of(fact), ()):
        value = getattr(fact, field)
        if not value:
            continue
        new = lookup(value) if isinstance(value, str) else map_ids(value, lookup)
        if new != value:
            changes[field] = new
    return changes


def _map_stage(stage: Stage, lookup: Lookup) -> Stage:
    """Map who took a step."""
    return replace(stage, by=map_ids(stage.by, lookup)) if stage.by else stage


def _map_response(response: Response, lookup: Lookup) -> Response:
    """Map who answered."""
    if response.actor is None:
        return response
    return replace(response, actor=lookup(response.actor))


def _map_positions(
    positions: Iterable[Position], lookup: Lookup
) -> tuple[Position, ...]:
    """Map who takes a side; a position of somebody rejected is left out."""
    mapped = []
    for one in positions:
        actor = NARRATOR if one.actor == NARRATOR else lookup(one.actor)
        if actor is not None:
            mapped.append(one if actor == one.actor else replace(one, actor=actor))
    return tuple(mapped)


def _map_inner(fact: Fact, lead: Callable[[str], str]) -> dict[str, object]:
    """Map the fact ids that only some record types hold."""
    if isinstance(fact, Statement):
        return {
            name: lead(value)
            for name in ("within", "denies_fact")
            if (value := getattr(fact, name)) is not None
        }
    if isinstance(fact, Linkage):
        return {"responses": tuple(_lead(one, lead) for one in fact.responses)}
    if isinstance(fact, Claim):
        return {
            side: tuple(_lead(one, lead) for one in getattr(fact, side))
            for side in ("asserted_by", "denied_by")
        }
    if isinstance(fact, Proceeding):
        return {
            "stages": tuple(
                stage
                if stage.voice == NARRATOR
                else replace(stage, voice=lead(stage.voice))
                for stage in fact.stages
            )
        }
    if isinstance(fact, Relation):
        return {"points": tuple(replace(o, fact=lead(o.fact)) for o in fact.points)}
    return {}


S = TypeVar("S", Response, Position)


def _lead(one: S, lead: Callable[[str], str]) -> S:
    """Map the statement that gives an answer or a position."""
    if one.statement is None:
        return one
    return msgspec.structs.replace(one, statement=lead(one.statement))


def article_of(fact: Fact) -> str | None:
    """Return the article a read fact belongs to."""
    if isinstance(fact, Mention | Time):
        return fact.article
    return fact.evidence[0].article if fact.evidence else None
