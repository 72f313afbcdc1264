"""Choosing records of one type from the case file without loading all of them.

The view kept in a large case's file has lists of ten thousands of records. A filter
asks for few of them, and mostly by a few fields: those fields of all records are read,
the records themselves stay packed until one is chosen. What is chosen is what the same
filter would choose from the whole view.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from onrecord.case.filters import Filter, make_tests
from onrecord.case.listing import Listing
from onrecord.case.lookup import Named, find_actor, fold, names_of
from onrecord.case.moments import Day, parse_day
from onrecord.case.packing import FIELDS, WORDS, Records, Words, light_type
from onrecord.case.views import NAMES, Views
from onrecord.model.actor import Actor
from onrecord.model.records import RECORD_TYPES, AnyFact


class Sheaf:
    """The packed records of one type, with the fields that filters ask for."""

    def __init__(self, type_: str, list_: str, views: Views) -> None:
        """Read the fields from what `views` keeps of a list."""
        self._views, self._list = views, list_
        fields = views.kept(f"{list_} {FIELDS}") or b""
        light: Any = list[light_type(type_)]  # type: ignore[misc]
        self._light = msgspec.msgpack.decode(fields, type=light)
        self._records = Records(views.kept(list_) or b"", RECORD_TYPES[type_])
        self._words: Words | None = None

    def select(self, wanted: Filter) -> Iterator[AnyFact]:
        """Give the records that `wanted` asks for, in their order."""
        places: Sequence[int] = range(len(self._light))
        if wanted.text is not None:
            places = list(self._find_words().find(fold(wanted.text)))
        for test in make_tests(replace(wanted, text=None)):
            places = [place for place in places if test(self._light[place])]
        return self._records.at(places)

    def _find_words(self) -> Words:
        """Return the words of all records, loaded when first asked for."""
        if self._words is None:
            packed = self._views.kept(f"{self._list} {WORDS}") or b""
            self._words = msgspec.msgpack.decode(packed, type=Words)
        return self._words


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
        named = self._find_named()
        if named is None:
            return None
        wanted = make_filter(named[0], **asked)
        if type_ not in self._sheaves:
            self._sheaves[type_] = Sheaf(type_, list_, self._views)
        return Listing(type_, self._sheaves[type_].select(wanted), named[1])

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
