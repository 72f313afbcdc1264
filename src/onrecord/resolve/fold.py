"""What all case facts have in common, worked out from the read facts behind them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from msgspec.structs import replace

from onrecord.model.evidence import Evidence
from onrecord.model.fact import NARRATOR, Fact, Factuality, Level
from onrecord.resolve.days import (
    days_apart,
    earliest_known,
    find_bounds,
    known_order,
    order_day,
    width,
)
from onrecord.resolve.known import Known
from onrecord.resolve.mapping import article_of

F = TypeVar("F", bound=Fact)
H = TypeVar("H", bound=Hashable)

DENIALS = frozenset({Factuality.NEGATED, Factuality.DENIED})
"""What a voice says is not so."""


def reading_key(fact: Fact, known: Known) -> tuple[int, int, str]:
    """Return the key of the canonical order of read facts: article, place, id."""
    article = article_of(fact)
    place = known.place.get(article, len(known.place)) if article else 0
    return place, fact.evidence[0].start if fact.evidence else 0, fact.id


def as_case(members: Sequence[F], known: Known, **fields: Any) -> F:
    """Return the case fact of some read facts.

    Args:
        members: In canonical order, at least one. The first one that the narrator
            asserts gives what is not given in `fields`.
        known: The articles of the derivation.
        fields: Values of the type's own fields, by attribute name.
    """
    if len(members) == 1:
        # Most case facts; the general way would find the same.
        return _alone(members[0], known, fields)
    ordered = sorted(members, key=_is_second_hand)
    first = ordered[0]
    shared = {
        "id": min(member.id for member in members),
        "evidence": unite_evidence(ordered),
        "level": Level.CASE,
        "known_from": earliest_known(m.known_from for m in members),
        "recorded_at": min(
            (m.recorded_at for m in members if m.recorded_at), default=None
        ),
        "confidence": max(
            (m.confidence for m in members if m.confidence is not None), default=None
        ),
        "corrected": unite(m.corrected for m in members),
        "members": tuple(member.id for member in members),
        "sources": count_sources(members, known),
    }
    return replace(first, **shared | fields)


def _alone(fact: F, known: Known, fields: Mapping[str, Any]) -> F:
    """Return the case fact of one read fact."""
    shared: dict[str, Any] = {
        "evidence": unite_evidence([fact]) if len(fact.evidence) > 1 else fact.evidence,
        "level": Level.CASE,
        "members": (fact.id,),
        "sources": count_sources([fact], known),
    }
    return replace(fact, **{**shared, **fields})


def _is_second_hand(fact: Fact) -> bool:
    """Whether only somebody quoted tells a fact, or it is not asserted."""
    return fact.voice != NARRATOR or fact.factuality is not Factuality.ASSERTED


def unite_evidence(facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    """Return the evidence of all facts, in order, each stretch of words once."""
    seen: dict[tuple[str, str, int, int], Evidence] = {}
    for fact in facts:
        for one in fact.evidence:
            seen.setdefault((one.article, one.field, one.start, one.end), one)
    return tuple(seen.values())


def count_sources(facts: Iterable[Fact], known: Known) -> int:
    """Count the independent articles behind some facts: copies count once."""
    articles = {one.article for fact in facts for one in fact.evidence}
    if len(articles) == 1:
        return 1
    return len({known.source.get(article, article) for article in articles})


def unite(lists: Iterable[Iterable[H]]) -> tuple[H, ...]:
    """Return the members of all lists in order, each once."""
    return tuple(dict.fromkeys(one for items in lists for one in items))


def most_said(values: Iterable[H | None]) -> H | None:
    """Return the value most members give; of several the one given first."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value], default=None)


def most_said_list(
    members: Sequence[F], field: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the actors (and the words for them) that most members give for a field."""
    pairs = [(getattr(one, field), getattr(one, f"{field}_text")) for one in members]
    ids = most_said(ids or None for ids, _ in pairs)
    if ids is None:
        return (), most_said(words or None for _, words in pairs) or ()
    return ids, next(words for given, words in pairs if given == ids)


def agree_day(values: Iterable[str | None]) -> tuple[str | None, tuple[str, ...]]:
    """Return the day that reports agree on, and the days that contradict it.

    A value that a more precise one lies inside stands behind it. Of the precise ones
    the day that fits the most reports wins, then the most precise, then the earliest
    reported. Reports that only differ in precision do not contradict each other.
    """
    given = [value for value in values if value is not None]
    if not given:
        return None, ()
    order = {value: place for place, value in reversed(list(enumerate(given)))}
    if len(order) == 1:
        return given[0], ()
    fits = {one: sum(not days_apart(one, other) for other in given) for one in order}
    finest = [one for one in order if not any(_is_finer(o, one) for o in order)]
    best = min(finest, key=lambda one: (-fits[one], width(one), order[one]))
    others = {value for value in order if days_apart(best, value)}
    return best, tuple(sorted(others, key=order_day))


def _is_finer(one: str, other: str) -> bool:
    """Whether a value lies inside another and leaves fewer days open."""
    inner, outer = find_bounds(one), find_bounds(other)
    if inner is None or outer is None:
        return inner is not None
    is_inside = outer[0] <= inner[0] and inner[1] <= outer[1]
    return is_inside and inner != outer


def sort_case(facts: Iterable[F]) -> tuple[F, ...]:
    """Return case facts in the order of a view: earliest known first, then id."""
    return tuple(sorted(facts, key=_view_key))


def _view_key(fact: Fact) -> tuple[tuple[date, str], str]:
    return known_order(fact.known_from), fact.id


def group_by(items: Iterable[F], key: Callable[[F], H]) -> dict[H, list[F]]:
    """Group facts by a key, in the order they come."""
    groups: dict[H, list[F]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
