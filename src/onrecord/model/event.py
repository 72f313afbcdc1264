"""Who did what to whom."""

from enum import StrEnum

from onrecord.model.evidence import Span
from onrecord.model.fact import Fact


class EventType(StrEnum):
    """PLOVER's sixteen event types (Halterman et al. 2023, CC-BY)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Event(Fact, frozen=True, gc=False, kw_only=True, tag="event"):
    """An event coded with PLOVER. Its anchor is the trigger.

    Attributes:
        event_type: One of PLOVER's sixteen.
        mode: PLOVER's finer type, such as `arrest`.
        context: PLOVER's contexts, such as `legal`.
        source: Who did it.
        source_text: The words for them.
        target: To whom.
        target_text: The words for them.
        on_behalf_of: At whose request.
        on_behalf_of_text: The words for them.
        place: Where, in words.
        trigger: The word that tells it.
        trigger_spans: Where the trigger stands.
        source_spans: Where the source's words stand.
        target_spans: Where the target's words stand.
        happening: The id that reports of one event share.
    """

    event_type: EventType
    mode: str | None = None
    context: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    source_text: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    target_text: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    on_behalf_of_text: tuple[str, ...] = ()
    place: str | None = None
    trigger: str
    trigger_spans: tuple[Span, ...] = ()
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    happening: str | None = None
