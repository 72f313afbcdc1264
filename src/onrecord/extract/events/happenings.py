"""Happenings: which events of one article are told more than once.

Two mentions are one happening where type and mode agree, no side contradicts the other
and one side at least is shared, and their days can be the same. What is asked, planned
or supposed never joins what is told as done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from onrecord.model.edtf import overlaps
from onrecord.model.event import Event, EventType
from onrecord.model.fact import Factuality

# An act of speech is done anew each time it is told with other words.
_SPOKEN = frozenset(
    (
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.CONSULT,
    )
)
Parts = Mapping[str, frozenset[str]]
"""An actor to those it is a part of: "Tavaran police" to "Tavara"."""


@dataclass(slots=True)
class _Happening:
    """The mentions of one happening and all that they say of it."""

    events: list[Event] = field(default_factory=list)
    source: set[str] = field(default_factory=set)
    target: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)

    def add(self, event: Event) -> None:
        """Take one more mention."""
        self.events.append(event)
        self.source.update(event.source)
        self.target.update(event.target)
        if event.when is not None:
            self.days.add(event.when)

    def fits(self, event: Event, parts: Parts) -> bool:
        """Whether an event can be another mention of this happening."""
        first = self.events[0]
        if (first.event_type, first.mode) != (event.event_type, event.mode):
            return False
        if _realis(first.factuality) is not _realis(event.factuality):
            return False
        if event.when is not None and not all(
            overlaps(event.when, day) for day in self.days
        ):
            return False
        return self._sides_fit(event, parts)

    def _sides_fit(self, event: Event, parts: Parts) -> bool:
        source = _agree(self.source, event.source, parts)
        target = _agree(self.target, event.target, parts)
        if source is False or target is False:
            return False
        if event.event_type in _SPOKEN:
            return source is True and target is not None
        return target is True or (source is True and not self.target)


def share_happenings(events: Iterable[Event], parts: Parts) -> list[Event]:
    """Return the events with `happening`: the least id of those that are one.

    Args:
        events: In text order.
        parts: An actor's id to the ids of those it is a part of.
    """
    near = _Near(parts)
    of: dict[str, _Happening] = {}
    listed = list(events)
    for event in listed:
        alike = near.find(event)
        number = next((n for n in alike if near.found[n].fits(event, parts)), None)
        of[event.id] = near.add(event, number)
    told = {id(home): _tell(home) for home in near.found}
    return [_told_with(event, *told[id(of[event.id])]) for event in listed]


_Sign = tuple[EventType, str, bool]
"""A type, an actor, and whether the actor is only what another is a part of."""
_Index = dict[_Sign, dict[int, None]]


class _Near:
    """Happenings by their actors: those that `fits` can accept, and few others."""

    def __init__(self, parts: Parts) -> None:
        self.found: list[_Happening] = []
        self._parts = parts
        # By source and by target; then those that began without the other side.
        self._sides: tuple[_Index, _Index] = ({}, {})
        self._lone: tuple[_Index, _Index] = ({}, {})

    def find(self, event: Event) -> list[int]:
        """Return the happenings that share what an event needs, the first first."""
        is_spoken = event.event_type in _SPOKEN
        if is_spoken and not (event.source and event.target):
            return []
        sides_of = (event.source, event.target)
        signs = [self._sought(event.event_type, side) for side in sides_of]
        numbers: set[int] = set()
        for index, side in () if is_spoken else zip(self._lone, signs, strict=True):
            numbers.update(n for sign in side for n in index.get(sign, ()))
        sides = [
            [index[sign] for sign in side if sign in index]
            for index, side in zip(self._sides, signs, strict=True)
        ]
        if not event.source:
            numbers.update(n for held in sides[1] for n in held)
        # Both sides are told: what shares both is in the shorter lists too.
        short, long = sorted(sides, key=lambda side: sum(map(len, side)))
        for held in short:
            numbers.update(n for n in held if any(n in other for other in long))
        return sorted(numbers)

    def add(self, event: Event, number: int | None) -> _Happening:
        """Add an event to a happening, or begin one; return it."""
        if number is None:
            number = len(self.found)
            self.found.append(_Happening())
        self.found[number].add(event)
        sides_of = (event.source, event.target)
        signs = [self._held(event.event_type, side) for side in sides_of]
        for side in (0, 1):
            for sign in signs[side]:
                self._sides[side].setdefault(sign, {})[number] = None
                if not signs[1 - side]:
                    self._lone[side].setdefault(sign, {})[number] = None
        return self.found[number]

    def _held(self, kind: EventType, side: tuple[str, ...]) -> list[_Sign]:
        """The signs under which an event's side is kept."""
        return [(kind, actor, False) for actor in dict.fromkeys(side)] + [
            (kind, whole, True) for whole in self._wholes(side)
        ]

    def _sought(self, kind: EventType, side: tuple[str, ...]) -> list[_Sign]:
        """The signs of sides that agree: the same, a part of it, what it is part of.

        Two parts of one whole do not: the police and the court of one state.
        """
        own = [(kind, actor, below) for actor in side for below in (False, True)]
        return own + [(kind, whole, False) for whole in self._wholes(side)]

    def _wholes(self, side: tuple[str, ...]) -> list[str]:
        return sorted({w for actor in side for w in self._parts.get(actor, ())})


_Dated = tuple[str | None, str | None]


def _tell(home: _Happening) -> tuple[str, _Dated | None]:
    """The id of a happening, and its day where all that tell one tell the same."""
    dated = {(e.when, e.when_text) for e in home.events if e.when is not None}
    one_day = len({day for day, _ in dated}) == 1
    return min(e.id for e in home.events), min(dated, key=str) if one_day else None


def _told_with(event: Event, happening: str, dated: _Dated | None) -> Event:
    """Return an event with its happening, and the day another mention gives it.

    The basis is then `discourse`, for the event's own clause does not say the day.
    """
    if event.when is not None or dated is None:
        return replace(event, happening=happening)
    when, text = dated
    return replace(
        event, happening=happening, when=when, when_text=text, when_basis="discourse"
    )


def _realis(factuality: Factuality) -> Factuality:
    """Return what a mention must share: done and denied speak of the same act."""
    if factuality is Factuality.DENIED:
        return Factuality.ASSERTED
    return factuality


def _agree(have: set[str], new: tuple[str, ...], parts: Parts) -> bool | None:
    """Whether two sides are the same; None where one says nothing."""
    if not have or not new:
        return None
    if have & set(new):
        return True
    return any(parts.get(a, frozenset()) & have for a in new) or any(
        parts.get(a, frozenset()) & set(new) for a in have
    )
