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
    """One step of a process.

    Attributes:
        id: From its anchor, as a fact's.
        stage: From the vocabulary of the process's kind: `request`, `bail_hearing`,
            `committal`, ...
        when: Its day, in EDTF.
        when_text: The words the day was read from.
        outcome: `granted`, `refused`, `met`, `not_met`, `adjourned`, `reserved`,
            `convicted`, ...
        outcome_text: The words for it.
        by: Ids of the actors who took it.
        evidence: The words that say it.
        known_from: Publication day of the earliest article that says it.
        voice: As of a fact.
        factuality: As of a fact.
        conflicts: Other days that reports give for the same step.
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
    """A day announced for a next step.

    Attributes:
        day: The day, in EDTF.
        kept: Whether it was kept; absent while it is open.
        evidence: The words that announce it.
        known_from: Publication day of the earliest article that says it.
    """

    day: str
    kept: bool | None = None
    evidence: tuple[Evidence, ...] = ()
    known_from: str | None = None


class Proceeding(Fact, frozen=True, gc=False, kw_only=True, tag="proceeding"):
    """One legal matter, with its stages in order.

    Attributes:
        kind: What the process is.
        subject: Whom it is about.
        subject_text: The words for them.
        forum: Before which court or body.
        forum_text: The words for it.
        requested_by: Who asked for it.
        requested_by_text: The words for them.
        decider: Who decides.
        decider_text: The words for them.
        allegations: What is alleged, in words.
        stages: Its steps, in order.
        waits_for: What it waits for, in words. Not filled yet.
        next_on: The day of the next step, in EDTF.
        announced: Days announced for a step.
        status: Whether it goes on.
    """

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
