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
    """A decision of weight. `when` is the day it was taken, `due` the day announced.

    `kept` says whether the announced day was kept, None while it is open. On a case
    fact `announced` holds every day that was announced, the first first, and
    `conflicts` what other reports give for `when`.
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
