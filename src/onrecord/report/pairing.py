"""Which fact of one view is which of another, whatever their ids.

A case fact takes the smallest id of its members, so a new article can change it, join
two facts or part one. Facts are paired where one leads to the other, or where they have
a member in common. A relation is its pair of actors: one that deeds alone show has no
member, and its id hangs on which ids the actors had.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model.records import AnyFact
from onrecord.model.relation import Relation
from onrecord.model.view import CaseView


class Pairs(NamedTuple):
    """The facts of one type in two views.

    `both` holds (before, after); `joined` facts of before that went into the after fact
    of another; `parted` facts of after that came out of the before fact of another.
    """

    both: list[tuple[AnyFact, AnyFact]]
    gone: list[AnyFact]
    added: list[AnyFact]
    joined: dict[str, str]
    parted: dict[str, str]


def pair_facts(
    old: Sequence[AnyFact],
    new: Sequence[AnyFact],
    before: CaseView,
    after: CaseView,
) -> Pairs:
    """Pair the facts of one type, the ones with one id first."""
    news, olds = {fact.id: fact for fact in new}, {fact.id: fact for fact in old}
    between = {_actors(fact, after): fact.id for fact in new if _actors(fact, after)}
    pairs = Pairs([], [], [], {}, {})
    taken: set[str] = set()
    for fact in sorted(old, key=lambda one: one.id not in news):
        found = _lead(fact, after, news) or between.get(_actors(fact, after))
        if found is None:
            pairs.gone.append(fact)
        elif found in taken:
            pairs.joined[fact.id] = found
            pairs.gone.append(fact)
        else:
            taken.add(found)
            pairs.both.append((fact, news[found]))
    for fact in new:
        if fact.id not in taken:
            pairs.added.append(fact)
            if origin := _lead(fact, before, olds):
                pairs.parted[fact.id] = origin
    return pairs


def _lead(fact: AnyFact, view: CaseView, facts: dict[str, AnyFact]) -> str | None:
    """Return the id of the fact that this one, or a member of it, is in a view."""
    for known in _ids(fact):
        led = view.leads_to.get(known, known)
        if led in facts:
            return led
    return None


def _actors(fact: AnyFact, view: CaseView) -> frozenset[str]:
    """Return whom a relation is between, as the view has them; empty for others."""
    if not isinstance(fact, Relation) or len(fact.actors) < 2:
        return frozenset()
    return frozenset(view.leads_to.get(one, one) for one in fact.actors)


def _ids(fact: AnyFact) -> Iterable[str]:
    """Yield the id of a fact, then those of its members."""
    yield fact.id
    yield from fact.members
