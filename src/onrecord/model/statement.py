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

    Its day is `said_on`; `when` stays empty and is not exported.

    Attributes:
        speaker: Who says it.
        speaker_text: The words for the speaker.
        on_behalf_of: For whom it is said.
        on_behalf_of_text: The words for them.
        cue: The word that attributes it ("said", "according to").
        content: What is said: its spans joined by one space.
        source_spans: Where the speaker's words stand.
        cue_spans: Where the cue stands.
        content_spans: Where the content stands; several where the cue splits it.
        mode: How the words are given.
        act: What is done by saying it.
        strength: How firmly, by the cue: `says`, `insists`, `suggests`.
        denies: The words of what is denied.
        denies_fact: Id of the fact that is denied. Not filled yet.
        addressee: Who is spoken to.
        addressee_text: The words for them.
        channel: Where it was said: `letter`, `interview`, `court_hearing`, `post`, ...
        channel_text: The words for it.
        place: Where, in words.
        said_on: The day it was said, in EDTF; its words and basis are in `when_text`
            and `when_basis`.
        within: Id of the statement it is nested in.
        belief: Whether it is a belief, intention or perception, attributed without
            speech.
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
