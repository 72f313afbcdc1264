"""What people put right, worked out into what it does to which read facts.

Corrections are matched against all read facts, known by the day asked about or not, so
that they hold at every day. `Plan` is the result; nothing is changed here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from onrecord.model.actor import Actor
from onrecord.model.correction import Correction, CorrectionState, Operation
from onrecord.model.fact import Level
from onrecord.model.records import AnyFact
from onrecord.resolve.actors import Joins
from onrecord.resolve.matching import FactIndex

ADDED_BY = "person"
"""The `method` of a fact that a person added."""

_ON_FACTS = frozenset({Operation.CONFIRM, Operation.REJECT, Operation.EDIT})
_DECODER = msgspec.json.Decoder(AnyFact)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the corrections that stand do.

    Attributes:
        by_report: Corrections of one read fact alone, by its id, in the order given.
        by_member: Corrections of whatever case fact holds this read fact.
        by_target: Those that name a case fact no read fact stands for (a relation that
            was worked out from events), by the id they name.
        added: Facts that people added.
        joins: Merges and splits of actors.
        states: What became of each correction, so far as it is known before the case
            facts are made.
        notes: Corrections that could not be understood, for the user.
    """

    by_report: Mapping[str, tuple[Correction, ...]]
    by_member: Mapping[str, tuple[Correction, ...]]
    by_target: Mapping[str, tuple[Correction, ...]]
    added: tuple[AnyFact, ...]
    joins: Joins
    states: Mapping[str, CorrectionState]
    notes: tuple[str, ...] = ()


def plan_corrections(
    facts: Iterable[AnyFact],
    corrections: Iterable[Correction],
    redirects: Mapping[str, str],
    parts: Collection[str] = (),
) -> Plan:
    """Match corrections to the read facts they hold for.

    Args:
        facts: All read facts of the case file.
        corrections: All corrections, in any order.
        redirects: Replaced ids and what each was replaced by.
        parts: Ids that stand for a part of a read fact (`parts.possible_parts`).
    """
    ordered = sorted(corrections, key=lambda one: (one.at, one.id))
    standing, states = _drop_undone(ordered)
    added, notes = _decode_added(standing)
    index = FactIndex([*facts, *added.values()], redirects, parts)
    hits = {one.id: index.match(one) for one in standing}
    for one in standing:
        if one.operation is Operation.ADD:
            is_found = one.id in added
        elif one.operation is Operation.MERGE:
            is_found = bool(hits[one.id]) and _other_side(one, index) is not None
        else:
            is_found = bool(hits[one.id])
        states[one.id] = (
            CorrectionState.APPLIED if is_found else CorrectionState.ORPHANED
        )
    return Plan(
        by_report=_collect(standing, hits, report=True),
        by_member=_collect(standing, hits, report=False),
        by_target=_collect_orphans(standing, hits),
        added=tuple(added.values()),
        joins=_plan_joins(standing, hits, index),
        states=states,
        notes=notes,
    )


def widen(plan: Plan, groups: Iterable[Sequence[str]]) -> Plan:
    """Let corrections hold for all read facts of one case fact, known or not.

    Args:
        plan: As planned from the ids and anchors that corrections name.
        groups: Members of each case fact that all articles together give.
    """
    by_member = dict(plan.by_member)
    for members in groups:
        holding = {c.id: c for one in members for c in plan.by_member.get(one, ())}
        ordered = tuple(sorted(holding.values(), key=lambda one: (one.at, one.id)))
        if ordered:
            by_member.update(dict.fromkeys(members, ordered))
    return replace(plan, by_member=by_member)


def _drop_undone(
    ordered: Sequence[Correction],
) -> tuple[list[Correction], dict[str, CorrectionState]]:
    """Return what stands, and the states of undos and of what they took back."""
    given = {one.id for one in ordered}
    undos: dict[str, list[str]] = defaultdict(list)
    for one in ordered:
        if one.operation is Operation.UNDO and one.undoes:
            undos[one.undoes].append(one.id)
    standing, states = [], {}
    for one in ordered:
        if _is_undone(one.id, undos, ()):
            states[one.id] = CorrectionState.UNDONE
        elif one.operation is not Operation.UNDO:
            standing.append(one)
        elif one.undoes in given:
            states[one.id] = CorrectionState.APPLIED
        else:
            states[one.id] = CorrectionState.ORPHANED
    return standing, states


def _is_undone(
    one: str, undos: Mapping[str, Sequence[str]], path: tuple[str, ...]
) -> bool:
    """Whether a standing undo names a correction; an undo can itself be undone."""
    return any(
        undo not in path and not _is_undone(undo, undos, (*path, one))
        for undo in undos.get(one, ())
    )


def _decode_added(
    standing: Iterable[Correction],
) -> tuple[dict[str, AnyFact], tuple[str, ...]]:
    """Return the facts that people added, by correction, and notes on the rest."""
    added: dict[str, AnyFact] = {}
    notes = []
    for one in standing:
        if one.operation is not Operation.ADD:
            continue
        try:
            fact = _DECODER.decode(one.new or "")
        except msgspec.DecodeError as error:
            notes.append(f"correction {one.id} adds what is no fact: {error}")
            continue
        corrected = (*fact.corrected, one.id)
        added[one.id] = msgspec.structs.replace(
            fact, level=Level.READ, method=ADDED_BY, corrected=corrected
        )
    return added, tuple(notes)


def _collect(
    standing: Iterable[Correction],
    hits: Mapping[str, frozenset[str]],
    *,
    report: bool,
) -> dict[str, tuple[Correction, ...]]:
    """Return the corrections of facts by the read fact they hold for."""
    found: dict[str, tuple[Correction, ...]] = defaultdict(tuple)
    for one in standing:
        if one.operation in _ON_FACTS and one.report is report:
            for hit in hits[one.id]:
                found[hit] += (one,)
    return dict(found)


def _collect_orphans(
    standing: Iterable[Correction], hits: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Correction, ...]]:
    """Return corrections that match no read fact, by the case fact they name."""
    found: dict[str, tuple[Correction, ...]] = defaultdict(tuple)
    for one in standing:
        if one.operation in _ON_FACTS and one.target and not hits[one.id]:
            found[one.target] += (one,)
    return dict(found)


def _plan_joins(
    standing: Iterable[Correction],
    hits: Mapping[str, frozenset[str]],
    index: FactIndex,
) -> Joins:
    """Work out merges and splits in the order given: the later one decides."""
    merged: list[frozenset[str]] = []
    apart: dict[str, str] = {}
    for one in standing:
        if one.operation is Operation.SPLIT:
            sides = _name_sides(one, hits[one.id])
            apart.update(
                {actor: apart.get(actor, "") + s for actor, s in sides.items()}
            )
            merged = [
                left for actors in merged if len(left := actors - sides.keys()) > 1
            ]
        elif one.operation is Operation.MERGE:
            other = _other_side(one, index)
            if other is not None and hits[one.id]:
                merged.append(hits[one.id] | {other})
    return Joins(apart=apart, merged=tuple(merged))


def _name_sides(split: Correction, actors: frozenset[str]) -> dict[str, str]:
    """Return the side that each split-off actor stands on.

    They stand together, apart from the rest; where the actor they were split from is
    named among them, there is no rest and each stands alone.
    """
    if split.target in split.members:
        return {actor: f"/{split.id}:{actor}" for actor in actors}
    return dict.fromkeys(actors, f"/{split.id}")


def _other_side(merge: Correction, index: FactIndex) -> str | None:
    """Return the article actor that a merge names as the other one.

    The id may be written bare or as a JSON string.
    """
    other = index.find_id((merge.new or "").strip('" '))
    return other if other and isinstance(index.get(other), Actor) else None
