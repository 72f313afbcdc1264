"""Applying corrections to facts: edits of fields, confirmations, rejections."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from onrecord.model.correction import Correction, Operation
from onrecord.model.fact import Fact
from onrecord.model.records import AnyFact
from onrecord.resolve.corrections import Plan

F = TypeVar("F", bound=Fact)

# Who a fact is and where it stands is not a matter of opinion: reject it instead.
_FIXED = frozenset({"type", "id", "level", "evidence", "members"})


def apply_edit(fact: F, edit: Correction) -> F:
    """Return a fact with one field set to the correction's JSON value.

    Raises:
        ValueError: the field is unknown or fixed, or the value does not fit it.
    """
    names = {
        alias: field.encode_name
        for field in msgspec.structs.fields(type(fact))
        for alias in (field.name, field.encode_name)
    }
    field = names.get(edit.field or "", edit.field)
    if field not in names or field in _FIXED:
        raise ValueError(f"{edit.field!r} is no field that can be edited")
    if edit.new is None:
        raise ValueError("no new value")
    body: dict[str, Any] = msgspec.to_builtins(fact)
    body[str(field)] = msgspec.json.decode(edit.new)
    return msgspec.convert(body, type(fact))


def correct(fact: F, given: Iterable[Correction]) -> tuple[F, tuple[str, ...]]:
    """Return a fact with its edits applied, and a note for each that did not fit."""
    notes = []
    for one in given:
        if one.operation is Operation.EDIT:
            try:
                fact = apply_edit(fact, one)
            except ValueError as error:
                notes.append(f"correction {one.id} was not applied: {error}")
                continue
        if one.id not in fact.corrected:
            fact = replace(fact, corrected=(*fact.corrected, one.id))
    return fact, tuple(notes)


def is_rejected(given: Iterable[Correction]) -> bool:
    """Whether one of the corrections rejects."""
    return any(one.operation is Operation.REJECT for one in given)


def given_for(fact: Fact, plan: Plan) -> tuple[Correction, ...]:
    """Return the corrections that hold for a case fact, in the order given."""
    given = [one for m in fact.members for one in plan.by_member.get(m, ())]
    given += plan.by_target.get(fact.id, ())
    distinct = {one.id: one for one in given}
    return tuple(sorted(distinct.values(), key=lambda one: (one.at, one.id)))


def make_corrected(
    facts: Sequence[F], make: Callable[[Sequence[F]], Iterable[F]], plan: Plan
) -> tuple[list[F], list[F], tuple[str, ...]]:
    """Make case facts, with what people put right.

    A rejected case fact takes its members with it: the rest is made again without
    them, so that a rejected release, say, closes nobody's custody.

    Returns:
        Case facts that stand, those rejected, and notes on edits that did not fit.
    """
    made = list(make(facts))
    if not plan.by_member and not plan.by_target:
        return made, [], ()
    bad = [one for one in made if is_rejected(given_for(one, plan))]
    if bad:
        out = {member for one in bad for member in one.members}
        made = list(make([fact for fact in facts if fact.id not in out]))
        made = [one for one in made if not is_rejected(given_for(one, plan))]
    pairs = [correct(one, given_for(one, plan)) for one in made]
    notes = tuple(note for _, found in pairs for note in found)
    rejected = [correct(one, given_for(one, plan))[0] for one in bad]
    return [one for one, _ in pairs], rejected, notes


def correct_reports(
    facts: Iterable[AnyFact], given: Mapping[str, Sequence[Correction]]
) -> tuple[list[AnyFact], list[AnyFact], tuple[str, ...]]:
    """Apply the corrections that are limited to one read fact.

    Returns:
        The read facts that stand, those rejected, and notes.
    """
    standing: list[AnyFact] = []
    rejected: list[AnyFact] = []
    notes: list[str] = []
    for fact in facts:
        mine = given.get(fact.id)
        if mine is None:
            standing.append(fact)
            continue
        fact, found = correct(fact, mine)
        notes.extend(found)
        (rejected if is_rejected(mine) else standing).append(fact)
    return standing, rejected, tuple(notes)
