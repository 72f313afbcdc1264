"""An event in the making, and the document that it is made from."""

from dataclasses import dataclass, field

from onrecord.extract.context import Who
from onrecord.extract.events.frames import Frame, Frames
from onrecord.extract.events.slots import Slots
from onrecord.model.clause import Clause
from onrecord.model.event import EventType


@dataclass(frozen=True, slots=True)
class Reading:
    """One document's clauses slot by slot, and the frames that they fill."""

    slots: Slots
    frames: Frames


@dataclass(slots=True)
class Draft:
    """An event in the making; `repeats` is the clause that gave its sides."""

    clause: Clause
    frame: Frame
    event_type: EventType
    mode: str | None
    source: list[Who] = field(default_factory=list)
    target: list[Who] = field(default_factory=list)
    repeats: Clause | None = None

    def has_side(self) -> bool:
        """Whether somebody is on either side."""
        return any(w.actor is not None for w in (*self.source, *self.target))
