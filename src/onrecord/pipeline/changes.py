"""What a re-reading did to the facts of an article, counted by type."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from onrecord.model.fact import Fact
from onrecord.model.records import RECORD_TYPES, AnyFact
from onrecord.pipeline.results import TypeChanges
from onrecord.store import Store


def compare(
    before: Iterable[AnyFact], after: Iterable[AnyFact], store: Store
) -> Counter[tuple[str, str]]:
    """Count, by type and kind of change, what became of an article's facts."""
    old = {fact.id: fact for fact in before}
    new = {fact.id: fact for fact in after}
    counts: Counter[tuple[str, str]] = Counter()
    reached: set[str] = set()
    for known, fact in old.items():
        if known in new:
            is_same = _content(fact) == _content(new[known])
            counts[_type(fact), "same" if is_same else "changed"] += 1
            continue
        target = store.redirect(known)
        is_moved = target != known and target in new
        counts[_type(fact), "moved" if is_moved else "gone"] += 1
        reached |= {target} if is_moved and target else set()
    for known, fact in new.items():
        if known not in old and known not in reached:
            counts[_type(fact), "added"] += 1
    return counts


def _content(fact: AnyFact) -> Fact:
    """The fact without what differs between two runs that say the same."""
    return msgspec.structs.replace(fact, run=None, recorded_at=None, known_from=None)


def _type(fact: AnyFact) -> str:
    return str(type(fact).__struct_config__.tag)


def by_type(counts: Counter[tuple[str, str]]) -> dict[str, TypeChanges]:
    """Return the counts as one record a type, in the order of an export."""
    found: dict[str, dict[str, int]] = {}
    for (kind, change), count in counts.items():
        found.setdefault(kind, {})[change] = count
    return {kind: TypeChanges(**found[kind]) for kind in RECORD_TYPES if kind in found}
