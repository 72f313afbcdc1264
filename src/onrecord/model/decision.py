"""What is to be decided, was put off, was taken or taken back."""

from enum import StrEnum

from onrecord.model.fact import Fact


class DecisionStatus(StrEnum):
    """Where a decision stands."""

    PENDING = "pending"
    POSTPONED = "postponed"
    TAKEN = "taken"
    REVERSED = "reversed"


class Decision(Fact, frozen=True, gc=False, kw_only=True, tag="decision"):
    """A decision of weight. `when` is the day it was taken, `due` the day announced.

    `kept` says whether the announced day was kept, None while it is open.
    """

    decider: tuple[str, ...] = ()
    decider_text: tuple[str, ...] = ()
    subject: str
    status: DecisionStatus
    outcome: str | None = None
    due: str | None = None
    kept: bool | None = None
    waits_on: str | None = None
