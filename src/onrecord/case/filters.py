"""Choosing facts: by actor, by value, by time, by words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.case.lookup import fold
from onrecord.model.edtf import bounds, is_valid
from onrecord.model.records import AnyFact

F = TypeVar("F", bound=AnyFact)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of a fact; everything that is asked must hold.

    Attributes:
        actors: Field to the actor id that must stand in it; several fields joined by
            `|` mean any of them.
        values: Field to the value it must have, compared without regard to case.
        since: First day, as `YYYY-MM-DD`.
        until: Last day.
        text: Words that must stand in the fact's own words.
    """

    actors: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    since: str | None = None
    until: str | None = None
    text: str | None = None


def select(facts: Iterable[F], wanted: Filter) -> Iterator[F]:
    """Give the facts that `wanted` asks for, in their order."""
    for fact in facts:
        if (
            all(_has_actor(fact, *asked) for asked in wanted.actors.items())
            and all(_has_value(fact, *asked) for asked in wanted.values.items())
            and _is_within(fact, wanted.since, wanted.until)
            and (wanted.text is None or _has_words(fact, fold(wanted.text)))
        ):
            yield fact


def time_of(fact: AnyFact) -> str | None:
    """Return when a fact was, as EDTF: its own time, else the day it was known from."""
    for name in ("said_on", "when"):
        value = getattr(fact, name, None)
        if value:
            return str(value)
    first, last = getattr(fact, "from_", None), getattr(fact, "to", None)
    if first or last:
        return _spell(first, last)
    return fact.known_from


def actor_ids(fact: AnyFact, name: str) -> tuple[str, ...]:
    """Return the ids in an actor field, whether it holds one or several."""
    value = getattr(fact, name, None)
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(_ids_in(value))


def _ids_in(values: Iterable[object]) -> Iterator[str]:
    """Give ids, from a list of them or of records with an `actor`."""
    for value in values:
        actor = value if isinstance(value, str) else getattr(value, "actor", None)
        if isinstance(actor, str):
            yield actor


def _has_actor(fact: AnyFact, names: str, actor: str) -> bool:
    return any(actor in actor_ids(fact, name) for name in names.split("|"))


def _has_value(fact: AnyFact, name: str, wanted: object) -> bool:
    value = getattr(fact, name, None)
    if isinstance(wanted, str):
        return value is not None and str(value).casefold() == wanted.casefold()
    return bool(value == wanted)


def _is_within(fact: AnyFact, since: str | None, until: str | None) -> bool:
    """Whether a day of the fact's time can lie in the period."""
    if since is None and until is None:
        return True
    when = time_of(fact)
    if when is None or not is_valid(when):
        return False
    first, last = bounds(when)
    if since is not None and last is not None and last.isoformat() < since:
        return False
    return not (until is not None and first is not None and first.isoformat() > until)


def _spell(first: str | None, last: str | None) -> str:
    """Return a spell from the first day of `first` to the last one of `last`."""
    start = bounds(first)[0] if first and is_valid(first) else None
    end = bounds(last)[1] if last and is_valid(last) else None
    left = start.isoformat() if start else ".."
    right = end.isoformat() if end else ".."
    return f"{left}/{right}"


def _has_words(fact: AnyFact, wanted: str) -> bool:
    # Folding costs more than looking for the first word in the words as they stand.
    first = wanted.partition(" ")[0]
    return any(
        first in words.casefold() and wanted in fold(words) for words in _words_of(fact)
    )


def _words_of(fact: AnyFact) -> Iterator[str]:
    """Give the words of an article that the fact stands on, and its own."""
    for evidence in fact.evidence:
        yield evidence.exact
    for name in ("content", "text", "subject", "name", "trigger"):
        value = getattr(fact, name, None)
        if isinstance(value, str):
            yield value
    for value in getattr(fact, "aliases", ()):
        yield value
