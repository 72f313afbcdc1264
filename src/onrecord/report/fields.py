"""A fact field by field, in words, so that two states of it can be compared.

What only books are kept with (ids, evidence, runs, spans) is no field here; lists are
compared by their members, so that one more term reads as one more term.
"""

from collections.abc import Callable, Iterable

import msgspec

from onrecord.model import edtf
from onrecord.model.actor import ActorRole
from onrecord.model.claim import Position
from onrecord.model.custody import Condition
from onrecord.model.linkage import Response, Term
from onrecord.model.proceeding import AnnouncedDay, Stage
from onrecord.model.records import ACTOR_FIELDS, AnyFact
from onrecord.report.days import say_day
from onrecord.report.lines import FieldChange
from onrecord.report.lookup import SOMEBODY, Lookup
from onrecord.report.sentences import say_stage
from onrecord.report.words import plain, quoted, shorten

BOOKKEEPING = frozenset(
    {
        "id", "evidence", "level", "when_text", "when_basis", "known_from",
        "recorded_at", "confidence", "run", "method", "corrected", "members",
        "sources", "happening", "denies_fact", "within", "points",
    }
)  # fmt: skip
"""Fields whose change tells a reader nothing about the world."""

_DAYS = frozenset({"when", "from", "to", "due", "said_on", "next_on", "deadline"})

Values = tuple[str, ...]


def compare_fields(
    before: AnyFact, after: AnyFact, look_before: Lookup, look_after: Lookup
) -> tuple[FieldChange, ...]:
    """Return the fields that differ, in the order of the record.

    A list gives one change for all that left it and one for all that came. Actors are
    the same when they lead to one actor in `after`, and are shown by name.
    """
    actor_fields = ACTOR_FIELDS.get(_tag(after), ())
    changes: list[FieldChange] = []
    for field in msgspec.structs.fields(type(after)):
        name = field.encode_name
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new or _is_bookkeeping(field.name, actor_fields):
            continue
        if field.name in actor_fields:
            changes += _actors(name, old, new, look_before, look_after)
        else:
            said_old = _say(name, old, look_before)
            changes += _compare(name, said_old, _say(name, new, look_after))
    return tuple(changes)


def _tag(fact: AnyFact) -> str:
    """Return the record type of a fact."""
    return str(type(fact).__struct_config__.tag)


def _is_bookkeeping(name: str, actor_fields: Iterable[str]) -> bool:
    """Whether a field is of the books: also words that stand beside an actor's id."""
    beside = {f"{actor}_text" for actor in actor_fields}
    return name in BOOKKEEPING or name.endswith("_spans") or name in beside


def _compare(name: str, old: Values, new: Values) -> list[FieldChange]:
    """Return the changes between two lists of words."""
    gone = [value for value in old if value not in new]
    come = [value for value in new if value not in old]
    if not gone and not come:
        return []
    return [
        FieldChange(
            field=plain(name),
            old="; ".join(gone) or None,
            new="; ".join(come) or None,
        )
    ]


def _actors(
    name: str, old: object, new: object, look_before: Lookup, look_after: Lookup
) -> list[FieldChange]:
    """Return the changes between two lists of actors, by whom they lead to after."""
    was = {look_after.lead(i): look_before.name(i) or SOMEBODY for i in _ids(old)}
    now = {look_after.lead(i): look_after.name(i) or SOMEBODY for i in _ids(new)}
    gone = tuple(words for actor, words in was.items() if actor not in now)
    come = tuple(words for actor, words in now.items() if actor not in was)
    if not gone and not come:
        return []
    return [
        FieldChange(
            field=plain(name),
            old=", ".join(gone) or None,
            new=", ".join(come) or None,
        )
    ]


def _ids(value: object) -> tuple[str, ...]:
    """Return an actor field as ids, whether it holds one or many."""
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()


def _say(name: str, value: object, look: Lookup) -> Values:
    """Return a value as words, one for each member of a list."""
    if value is None or value == "":
        return ()
    if name == "voice":
        return (look.voice(str(value)) or "the reports themselves",)
    if isinstance(value, dict):
        return tuple(f"{key} {_word(key, one, look)}" for key, one in value.items())
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(_word(name, one, look) for one in value))
    return (_word(name, value, look),)


def _word(name: str, value: object, look: Lookup) -> str:
    """Return one value as words."""
    say = _SAY.get(type(value))
    if say is not None:
        return say(value, look)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_word(name, one, look) for one in value)
    text = shorten(str(value))
    return say_day(text) if name in _DAYS and edtf.is_valid(text) else text


def _say_condition(value: Condition, look: Lookup) -> str:
    """Return a term of custody, with its end where it has one."""
    until = f" (until {say_day(value.to)})" if value.to else ""
    return f"{plain(value.kind)}: {quoted(value.text)}{until}"


def _say_position(value: Position, look: Lookup) -> str:
    """Return who takes a side."""
    return look.position(value)


def _say_response(value: Response, look: Lookup) -> str:
    """Return who answers how."""
    who = look.name(value.actor, value.actor_text) or SOMEBODY
    return f"{who} {plain(value.stance.value)}"


def _say_announced(value: AnnouncedDay, look: Lookup) -> str:
    """Return an announced day and what became of it."""
    kept = {True: "kept", False: "not kept", None: "open"}[value.kept]
    return f"{say_day(value.day)} ({kept})"


def _say_role(value: ActorRole, look: Lookup) -> str:
    """Return a title and of what it is."""
    return f"{value.title} of {value.of}" if value.of else value.title


_SAY: dict[type, Callable[..., str]] = {
    Condition: _say_condition,
    Position: _say_position,
    Response: _say_response,
    AnnouncedDay: _say_announced,
    ActorRole: _say_role,
    Stage: lambda value, look: say_stage(value, look).whole(),
    Term: lambda value, look: quoted(value.text),
}
