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
    days: list[str] = field(default_factory=list)

    def add(self, event: Event) -> None:
        """Take one more mention."""
        self.events.append(event)
        self.source.update(event.source)
        self.target.update(event.target)
        if event.when is not None:
            self.days.append(event.when)

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
    found: list[_Happening] = []
    of: dict[str, _Happening] = {}
    listed = list(events)
    for event in listed:
        home = next((h for h in found if h.fits(event, parts)), None)
        if home is None:
            home = _Happening()
            found.append(home)
        home.add(event)
        of[event.id] = home
    return [_told_with(event, of[event.id]) for event in listed]


def _told_with(event: Event, home: _Happening) -> Event:
    """Return an event with its happening, and the day another mention gives it.

    Only where all mentions that tell a day tell the same one; the basis is then
    `discourse`, for the event's own clause does not say it.
    """
    happening = min(e.id for e in home.events)
    dated = {(e.when, e.when_text) for e in home.events if e.when is not None}
    if event.when is not None or len({day for day, _ in dated}) != 1:
        return replace(event, happening=happening)
    when, text = min(dated, key=str)
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
