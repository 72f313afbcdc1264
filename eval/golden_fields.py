"""Whether one field of ours is acceptable beside the golden one.

A field that neither side fills is not counted, so that saying nothing earns nothing;
one that only ours fills is wrong unless the golden file leaves it open with `null`.
"""

from collections.abc import Iterable
from typing import Any

from golden_pairs import Check
from golden_words import alike
from golden_world import World

from onrecord.model.edtf import bounds

Checks = list[Check]


def check_value(name: str, want: Any, got: str | None) -> Checks:
    """Check a word out of a closed list."""
    values = as_list(want)
    if not got and not _real(values):
        return []
    right = got in values if got else _may_be_empty(values)
    return [Check(name, right, _words(values), str(got))]


def check_day(name: str, want: Any, got: str | None) -> Checks:
    """Check a day: equal, or the same first and last day."""
    values = as_list(want)
    if not got and not _real(values):
        return []
    if got:
        right = any(same_days(str(value), got) for value in _real(values))
    else:
        right = _may_be_empty(values)
    return [Check(name, right, _words(values), str(got))]


def check_words(name: str, want: Any, got: str | None) -> Checks:
    """Check words that say about the same."""
    values = as_list(want)
    if not got and not _real(values):
        return []
    if got:
        right = any(alike(str(value), got) > 0 for value in _real(values))
    else:
        right = _may_be_empty(values)
    return [Check(name, right, _words(values), str(got))]


def check_flag(name: str, want: Any, got: Any) -> Checks:
    """Check a yes or no."""
    if not want and not got:
        return []
    return [Check(name, bool(want) == bool(got), str(bool(want)), str(bool(got)))]


def check_actor(world: World, name: str, want: Any, got: str | None) -> Checks:
    """Check one actor; ours must be one of the acceptable."""
    values = as_list(want)
    if not got and not _real(values):
        return []
    if got:
        right = bool(world.golden(got) & world.expand(_real(values)))
    else:
        right = _may_be_empty(values)
    return [Check(name, right, _words(values), world.name(got))]


def check_actors(
    world: World, name: str, want: Any, got: Iterable[str] | None, *, part: bool = False
) -> Checks:
    """Check a list of actors.

    Args:
        world: Who stands for whom.
        name: The field.
        want: Golden names: all of them are meant.
        got: Our ids.
        part: Some of those meant are enough; one who is not meant is still wrong.
    """
    wanted = world.expand(_real(as_list(want)))
    ours = list(got or [])
    if not wanted and not ours:
        return []
    meant = all(world.golden(actor) & wanted for actor in ours)
    found = wanted & world.all_golden(ours)
    right = meant and bool(ours) and (bool(found) if part else found == wanted)
    if not ours:
        right = _may_be_empty(as_list(want)) or not wanted
    words = "; ".join(world.name(actor) for actor in ours) or "-"
    return [Check(name, right, "; ".join(sorted(wanted)) or "-", words)]


def check_among(world: World, name: str, want: Any, got: list[str] | None) -> Checks:
    """Check that an acceptable actor is among ours, which may hold others too."""
    values = as_list(want)
    ours = got or []
    if not ours and not _real(values):
        return []
    if ours and _real(values):
        right = bool(world.all_golden(ours) & world.expand(_real(values)))
    else:
        right = _may_be_empty(values) and not ours
    words = "; ".join(world.name(actor) for actor in ours) or "-"
    return [Check(name, right, _words(values), words)]


def same_days(want: str, got: str) -> bool:
    """Whether two EDTF values are equal or allow the same days."""
    if want == got:
        return True
    try:
        return bounds(want) == bounds(got)
    except ValueError:
        return False


def as_list(value: Any) -> list[Any]:
    """Return the acceptable values; a field that is not there accepts nothing."""
    return value if isinstance(value, list) else [value]


def _real(values: list[Any]) -> list[Any]:
    return [value for value in values if value is not None]


def _may_be_empty(values: list[Any]) -> bool:
    return None in values


def _words(values: list[Any]) -> str:
    return " | ".join("-" if value is None else str(value) for value in values)
