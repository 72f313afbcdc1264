"""Choosing facts: by actor, by value, by time, by words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TypeVar, get_type_hints

from onrecord.case.lookup import fold
from onrecord.errors import InputError
from onrecord.model.actor import Actor
from onrecord.model.edtf import bounds, is_valid
from onrecord.model.records import RECORD_TYPES, AnyFact

F = TypeVar("F", bound=AnyFact)
Test = Callable[[AnyFact], bool]

_WORDED = {
    kind: tuple(
        name
        for name in ("content", "text", "subject", "name", "trigger")
        if name in kind.__struct_fields__
    )
    for kind in RECORD_TYPES.values()
}
"""The fields of each record type that hold words, besides the evidence."""


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
    tests = make_tests(wanted)
    if not tests:
        return iter(facts)
    # One test at a time over what the ones before left: a case has facts by the ten
    # thousand, and mostly a single thing is asked.
    left: Iterable[F] = facts
    for test in tests:
        left = filter(test, left)
    return iter(left)


def make_tests(wanted: Filter) -> list[Test]:
    """Return a test for each thing asked, the cheapest first."""
    tests = [_make_value_test(*asked) for asked in wanted.values.items()]
    tests += [_make_actor_test(*asked) for asked in wanted.actors.items()]
    if wanted.since is not None or wanted.until is not None:
        tests.append(_make_time_test(wanted.since, wanted.until))
    if wanted.text is not None:
        tests.append(_make_word_test(fold(wanted.text)))
    return tests


def check_values(type_: str, values: Mapping[str, object]) -> None:
    """Refuse a value that a field of a closed vocabulary can never have.

    Raises:
        InputError: naming the values it can have.
    """
    for name, wanted in values.items():
        choices = choices_of(type_, name)
        if wanted is None or not choices:
            continue
        if str(wanted).casefold() not in map(str.casefold, choices):
            raise InputError(
                f"No {type_} has the {_plain_name(name)} {wanted!r}; choose from "
                f"{', '.join(choices)}."
            )


@cache
def choices_of(type_: str, name: str) -> tuple[str, ...]:
    """Return the values a field may have; none where any text may stand in it."""
    kind = get_type_hints(RECORD_TYPES[type_]).get(name)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(kind)
    return ()


def _plain_name(field_name: str) -> str:
    """Return a field's name as an option has it: `event_type` as `type`."""
    return field_name.rpartition("_")[2]


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


def _make_actor_test(names: str, actor: str) -> Test:
    """Return whether an actor stands in one of several fields of a fact."""
    fields = names.split("|")

    def has_actor(fact: AnyFact) -> bool:
        for name in fields:
            value = getattr(fact, name, None)
            if not value:
                continue
            if isinstance(value, str):
                if value == actor:
                    return True
            elif actor in value or actor in _ids_in(value):
                return True
        return False

    return has_actor


def _make_value_test(name: str, wanted: object) -> Test:
    """Return whether a field has a value, words without regard to case."""
    if not isinstance(wanted, str):
        return lambda fact: bool(getattr(fact, name, None) == wanted)
    folded = wanted.casefold()
    # A field has few values over many facts.
    known: dict[object, bool] = {None: False}

    def has_value(fact: AnyFact) -> bool:
        value = getattr(fact, name, None)
        if value not in known:
            known[value] = str(value).casefold() == folded
        return known[value]

    return has_value


def _make_time_test(since: str | None, until: str | None) -> Test:
    """Return whether a day of a fact's time can lie in the period."""
    known: dict[str | None, bool] = {}

    def is_within(fact: AnyFact) -> bool:
        when = time_of(fact)
        if when not in known:
            known[when] = _is_within(when, since, until)
        return known[when]

    return is_within


def _is_within(when: str | None, since: str | None, until: str | None) -> bool:
    """Whether a day of a time can lie in the period."""
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


def _make_word_test(wanted: str) -> Test:
    """Return whether words stand in what a fact stands on, or in its own words."""
    # Folding costs more than looking for the first word in the words as they stand.
    first = wanted.partition(" ")[0]

    def has_words(fact: AnyFact) -> bool:
        for words in words_of(fact):
            if first in words.casefold() and wanted in fold(words):
                return True
        return False

    return has_words


def words_of(fact: AnyFact) -> Iterator[str]:
    """Give the words of an article that the fact stands on, and its own."""
    for evidence in fact.evidence:
        yield evidence.exact
    for name in _WORDED.get(type(fact), ()):
        value = getattr(fact, name)
        if isinstance(value, str):
            yield value
    if isinstance(fact, Actor):
        yield from fact.aliases
