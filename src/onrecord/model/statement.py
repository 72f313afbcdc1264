"""Who said what, to whom, where."""

from enum import StrEnum

from onrecord.model.evidence import Span
from onrecord.model.fact import Fact


class Mode(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What is done by saying it."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    DEMAND = "demand"
    REFUSE = "refuse"
    DECLINE = "decline"
    PROMISE = "promise"
    THREATEN = "threaten"
    OFFER = "offer"
    WARN = "warn"
    ACKNOWLEDGE = "acknowledge"
    PRAISE = "praise"
    CRITICISE = "criticise"
    ASK = "ask"


class Statement(Fact, frozen=True, gc=False, kw_only=True, tag="statement"):
    """One attribution. Its anchor is the cue, else the content's first span.

    `content` is its spans joined by one space. `said_on` is this record's day (EDTF);
    `when` stays empty. `within` is the id of the statement it is nested in.
    """

    speaker: str | None = None
    speaker_text: str | None = None
    on_behalf_of: tuple[str, ...] = ()
    on_behalf_of_text: tuple[str, ...] = ()
    cue: str | None = None
    content: str
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    content_spans: tuple[Span, ...]
    mode: Mode
    act: Act
    strength: str | None = None
    denies: str | None = None
    denies_fact: str | None = None
    addressee: tuple[str, ...] = ()
    addressee_text: tuple[str, ...] = ()
    channel: str | None = None
    channel_text: str | None = None
    place: str | None = None
    said_on: str | None = None
    within: str | None = None
    belief: bool = False
