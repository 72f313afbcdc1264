"""Where a legal process stands."""

from enum import StrEnum

import msgspec

from onrecord.model.evidence import Evidence
from onrecord.model.fact import NARRATOR, Fact, Factuality


class ProceedingKind(StrEnum):
    """What the process is."""

    EXTRADITION = "extradition"
    CRIMINAL = "criminal"
    ASYLUM = "asylum"
    CIVIL = "civil"
    ARBITRATION = "arbitration"
    SANCTION = "sanction"
    INQUIRY = "inquiry"


class ProceedingStatus(StrEnum):
    """Whether it goes on."""

    OPEN = "open"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


class Stage(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One step of a process. `stage` is from the vocabulary of the process's kind.

    `conflicts` holds, on a case fact, other days that reports give for the same step.
    """

    id: str
    stage: str
    when: str | None = None
    when_text: str | None = None
    outcome: str | None = None
    outcome_text: str | None = None
    by: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    known_from: str | None = None
    voice: str = NARRATOR
    factuality: Factuality = Factuality.ASSERTED
    conflicts: tuple[str, ...] = ()


class AnnouncedDay(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A day announced for a next step; `kept` is None while it is open."""

    day: str
    kept: bool | None = None
    evidence: tuple[Evidence, ...] = ()
    known_from: str | None = None


class Proceeding(Fact, frozen=True, gc=False, kw_only=True, tag="proceeding"):
    """One legal matter, with its stages in order."""

    kind: ProceedingKind
    subject: tuple[str, ...] = ()
    subject_text: tuple[str, ...] = ()
    forum: tuple[str, ...] = ()
    forum_text: tuple[str, ...] = ()
    requested_by: tuple[str, ...] = ()
    requested_by_text: tuple[str, ...] = ()
    decider: tuple[str, ...] = ()
    decider_text: tuple[str, ...] = ()
    allegations: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    waits_for: str | None = None
    next_on: str | None = None
    announced: tuple[AnnouncedDay, ...] = ()
    status: ProceedingStatus = ProceedingStatus.UNKNOWN
