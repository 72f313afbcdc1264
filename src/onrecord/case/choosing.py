"""Choosing records of one type from the case file without loading all of them.

The view kept in a large case's file has lists of ten thousands of records. A filter
asks for few of them, and mostly by a few fields: those fields of all records are read,
the records themselves stay packed until one is chosen. What is chosen is what the same
filter would choose from the whole view.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import msgspec

from onrecord.case.filters import Filter, make_tests
from onrecord.case.listing import Listing
from onrecord.case.lookup import Named, find_actor, fold, names_of
from onrecord.case.moments import Day, parse_day
from onrecord.case.views import NAMES, Views
from onrecord.model.actor import Actor
from onrecord.model.records import ACTOR_FIELDS, RECORD_TYPES, AnyFact

_ASKED = frozenset(
    {
        *(name for names in ACTOR_FIELDS.values() for name in names),
        *("actors", "responses", "asserted_by", "denied_by"),
        *("act", "channel", "contested", "event_type", "kind", "status"),
        *("said_on", "when", "from_", "to", "known_from"),
    }
)
"""Fields that a filter can ask for, besides words."""

# Letters beyond ASCII that are ASCII letters, or hold one, when case is folded.
FOLD_TO_ASCII = "ßİŉſǰẖẗẘẙẚẞ\u212aﬀﬁﬂﬃﬄﬅﬆ"
_FOLDS = re.compile("|".join(FOLD_TO_ASCII).encode())


class Sheaf:
    """The records of one type, packed, with the fields that filters ask for."""

    def __init__(self, type_: str, packed: bytes) -> None:
        """Read the fields; `packed` is a list of the records as `pack_view` has it."""
        self._raws = msgspec.msgpack.decode(packed, type=list[msgspec.Raw])
        self._light = msgspec.msgpack.decode(packed, type=list[light_type(type_)])  # type: ignore[misc]
        self._decode = msgspec.msgpack.Decoder(RECORD_TYPES[type_]).decode

    def select(self, wanted: Filter) -> Iterator[AnyFact]:
        """Give the records that `wanted` asks for, in their order."""
        places: Sequence[int] = range(len(self._raws))
        for test in make_tests(replace(wanted, text=None)):
            places = [place for place in places if test(self._light[place])]
        if wanted.text is None:
            yield from (self._decode(self._raws[place]) for place in places)
            return
        (has_words,) = make_tests(Filter(text=wanted.text))
        first = fold(wanted.text).partition(" ")[0]
        for place in places:
            if may_hold(self._raws[place], first):
                record = self._decode(self._raws[place])
                if has_words(record):
                    yield record


class Choices:
    """Answers filters over all that is known now, while its lists are not loaded."""

    def __init__(self, views: Views) -> None:
        """Choose from what the case file of `views` keeps."""
        self._views = views
        self._version: object = None
        self._sheaves: dict[str, Sheaf] = {}
        self._named: tuple[Sequence[Named], dict[str, str]] | None = None

    def choose(self, type_: str, list_: str, **asked: Any) -> Listing[Any] | None:
        """Return the records that are asked for.

        Args:
            type_: The record type.
            list_: The view's list of it.
            **asked: As `make_filter` takes it.

        Returns:
            None where that costs no less than to look at the view: the list is loaded,
            nothing is asked, or the file keeps none.
        """
        version = self._views.version()
        if version != self._version:
            self._version, self._sheaves, self._named = version, {}, None
        if self._views.has(list_) or not is_asked(**asked):
            return None
        named, sheaf = self._find_named(), self._find_sheaf(type_, list_)
        if named is None or sheaf is None:
            return None
        wanted = make_filter(named[0], **asked)
        return Listing(type_, sheaf.select(wanted), named[1])

    def _find_sheaf(self, type_: str, list_: str) -> Sheaf | None:
        """Return the records of a type, from memory or from the file."""
        if type_ not in self._sheaves:
            packed = self._views.kept(list_)
            if packed is None:
                return None
            self._sheaves[type_] = Sheaf(type_, packed)
        return self._sheaves[type_]

    def _find_named(self) -> tuple[Sequence[Named], dict[str, str]] | None:
        """Return who goes by which names, and the name of each id."""
        if self._named is None:
            packed = self._views.kept(NAMES)
            if packed is None:
                return None
            named = msgspec.msgpack.decode(packed, type=list[Named])
            self._named = named, names_of(named)
        return self._named


def make_filter(
    known: Sequence[Actor] | Sequence[Named],
    *,
    actors: Mapping[str, str | None] | None = None,
    values: Mapping[str, object] | None = None,
    since: Day = None,
    until: Day = None,
    text: str | None = None,
) -> Filter:
    """Return a filter with names resolved and days checked.

    Args:
        known: Everybody who may be named.
        actors: Fields to the name or id that must stand in one of them; None is any.
        values: Fields to the value they must have; None is any.
        since: First day.
        until: Last day.
        text: Words that must stand in a record.

    Raises:
        UnknownFactError: nobody goes by a name.
        InputError: several do, or a day is no day.
    """
    return Filter(
        actors={
            fields: find_actor(name, known).id
            for fields, name in (actors or {}).items()
            if name is not None
        },
        values={k: v for k, v in (values or {}).items() if v is not None},
        since=parse_day(since, name="since"),
        until=parse_day(until, name="until"),
        text=text,
    )


def is_asked(
    *,
    actors: Mapping[str, object] | None = None,
    values: Mapping[str, object] | None = None,
    **others: object,
) -> bool:
    """Whether a filter leaves anything out."""
    given = (*(actors or {}).values(), *(values or {}).values(), *others.values())
    return any(value is not None for value in given)


def may_hold(packed: msgspec.Raw, word: str) -> bool:
    """Whether a packed record may hold a word, given as case folding leaves it.

    False is sure; a word beyond ASCII is never looked for.
    """
    if not word.isascii():
        return True
    lowered = bytes(packed).lower()
    return word.encode() in lowered or _FOLDS.search(lowered) is not None


@cache
def light_type(type_: str) -> type[msgspec.Struct]:
    """Return the record type with only the fields that filters ask for."""
    kind = RECORD_TYPES[type_]
    found = [one for one in msgspec.structs.fields(kind) if one.name in _ASKED]
    fields: list[Any] = []
    for one in found:
        if one.required:
            fields.append((one.name, one.type))
        elif one.default_factory is not msgspec.NODEFAULT:
            default = msgspec.field(default_factory=one.default_factory)
            fields.append((one.name, one.type, default))
        else:
            fields.append((one.name, one.type, one.default))
    return msgspec.defstruct(
        f"Light{kind.__name__}",
        fields,
        kw_only=True,
        gc=False,
        rename={one.name: one.encode_name for one in found},
    )
