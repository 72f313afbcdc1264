"""What is to be decided, was put off, was taken or taken back."""

from enum import StrEnum

import msgspec

from onrecord.model.fact import Fact
from onrecord.model.proceeding import AnnouncedDay


class DecisionStatus(StrEnum):
    """Where a decision stands."""

    PENDING = "pending"
    POSTPONED = "postponed"
    TAKEN = "taken"
    REVERSED = "reversed"


class Decision(Fact, frozen=True, gc=False, kw_only=True, tag="decision"):
    """A decision of weight. `when` is the day it was taken.

    Attributes:
        decider: Who decides.
        decider_text: The words for them.
        subject: What is decided, in words.
        status: Where it stands.
        outcome: What was decided, in words.
        due: The day announced for it, in EDTF.
        kept: Whether that day was kept; absent while it is open.
        waits_on: What it waits for, in words.
        announced: Every day that was announced, the first first; on a case fact.
        conflicts: What other reports give for `when`, by field.
    """

    decider: tuple[str, ...] = ()
    decider_text: tuple[str, ...] = ()
    subject: str
    status: DecisionStatus
    outcome: str | None = None
    due: str | None = None
    kept: bool | None = None
    waits_on: str | None = None
    announced: tuple[AnnouncedDay, ...] = ()
    conflicts: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
