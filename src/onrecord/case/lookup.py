"""Finding what somebody means: an id by its beginning, an actor by any of its names."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from onrecord.errors import InputError, UnknownFactError
from onrecord.model.actor import Actor
from onrecord.model.fact import NARRATOR
from onrecord.model.records import AnyFact
from onrecord.model.view import CaseView
from onrecord.text.ids import kind_of

# An id's prefix, its dash and three digits: fewer would be a guess.
MIN_PREFIX_CHARS = 6
SHOWN_CHOICES = 8


class Named(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An actor's id with its names: what a filter needs of it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


N = TypeVar("N", bound=Actor | Named)


def case_facts(view: CaseView) -> Iterator[AnyFact]:
    """Give all case facts, in the order of an export: actors first."""
    yield from view.actors
    yield from view.statements
    yield from view.events
    yield from view.custody
    yield from view.proceedings
    yield from view.linkages
    yield from view.claims
    yield from view.decisions
    yield from view.relations


def complete_id(given: str, ids: Iterable[str]) -> str:
    """Return the one id that is `given` or starts with it.

    Raises:
        UnknownFactError: none does.
        InputError: several do, or `given` is too short to tell.
    """
    known = ids if isinstance(ids, set | frozenset | dict) else set(ids)
    if given in known:
        return given
    if kind_of(given) is None:
        raise UnknownFactError(
            f"{given!r} is not an id; ids look like st-1f0c… and stand on each line "
            "of a listing."
        )
    if len(given) < MIN_PREFIX_CHARS:
        raise InputError(
            f"{given!r} is too short for an id; give three digits or more."
        )
    found = sorted(one for one in known if one.startswith(given))
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{given!r} is the beginning of {_choices(found)}; give more.")
    raise UnknownFactError(
        f"The case knows no {kind_of(given)} {given!r}; it may not be known by the day "
        "asked about, or belong to another case."
    )


def find_actor(given: str, actors: Iterable[N]) -> N:
    """Return the actor of an id, the beginning of one, or a name.

    A name is compared without regard to case and spacing: with whole names first, then
    aliases, then whole words inside them.

    Raises:
        UnknownFactError: nobody goes by it.
        InputError: several do; the message lists them with their ids.
    """
    everybody = list(actors)
    if kind_of(given) == "actor" and given.startswith("ac-"):
        whole = next((one for one in everybody if one.id == given), None)
        if whole is not None:
            return whole
        found = complete_id(given, {one.id for one in everybody})
        return next(one for one in everybody if one.id == found)
    for matches in _narrowing(fold(given), everybody):
        if len(matches) == 1:
            return matches[0]
        if matches:
            named = _choices([f"{one.name} ({one.id})" for one in matches])
            raise InputError(f"{given!r} may be {named}; give the id.")
    raise UnknownFactError(
        f"The case knows nobody called {given!r}; `onrecord actors` lists who it knows."
    )


def fold(name: str) -> str:
    """Return a name as it is compared: case folded, one space between words."""
    return " ".join(name.casefold().split())


def actor_names(view: CaseView) -> dict[str, str]:
    """Return the name of each actor id, with what `narrator` stands for."""
    return names_of(view.actors)


def names_of(actors: Iterable[Actor | Named]) -> dict[str, str]:
    """Return the name of each id, with what `narrator` stands for."""
    names = {one.id: one.name for one in actors}
    names[NARRATOR] = "the article itself"
    return names


def _narrowing(wanted: str, everybody: list[N]) -> Iterator[list[N]]:
    """Give those who match, by ever looser rules."""
    yield [one for one in everybody if fold(one.name) == wanted]
    yield [one for one in everybody if wanted in map(fold, one.aliases)]
    padded = f" {wanted} "
    yield [
        one
        for one in everybody
        if any(padded in f" {fold(name)} " for name in (one.name, *one.aliases))
    ]


def _choices(names: list[str]) -> str:
    """Return a few of `names` in words."""
    shown = names[:SHOWN_CHOICES]
    more = len(names) - len(shown)
    return " or ".join(shown) + (f" or {more} more" if more else "")
