"""What is tied to what: exchanges, demands, offers, conditions, threats."""

from enum import StrEnum

import msgspec

from onrecord.model.evidence import Evidence, Span
from onrecord.model.fact import Fact


class LinkageKind(StrEnum):
    """How the terms hang together."""

    EXCHANGE = "exchange"
    DEMAND = "demand"
    OFFER = "offer"
    CONDITION = "condition"
    THREAT = "threat"


class Stance(StrEnum):
    """How somebody answers."""

    ACCEPTS = "accepts"
    REJECTS = "rejects"
    EVADES = "evades"
    DENIES_LINK = "denies_link"


class Term(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One side of a linkage.

    Attributes:
        text: Its words.
        spans: Where they stand in the article of the first evidence.
    """

    text: str
    spans: tuple[Span, ...] = ()


class Response(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An answer to a linkage.

    Attributes:
        actor: Id of who answers.
        actor_text: The words for them.
        stance: How.
        when: On which day, in EDTF.
        statement: Id of the statement that gives it, where there is one.
        evidence: The words that say it.
    """

    actor: str | None = None
    actor_text: str | None = None
    stance: Stance
    when: str | None = None
    statement: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Linkage(Fact, frozen=True, gc=False, kw_only=True, tag="linkage"):
    """Terms that somebody ties together.

    `exchange` has `give` and `get`, `demand` and `offer` have `what`, `condition` and
    `threat` have `if` and `then`.

    Attributes:
        kind: How the terms hang together.
        give: What is given.
        get: What is wanted in return.
        what: What is demanded or offered.
        if: What has to come first, or is warned against.
        then: What follows.
        deadline: Until when, in EDTF.
        proposed_by: Who ties them.
        proposed_by_text: The words for them.
        addressed_to: Who is asked or offered.
        addressed_to_text: The words for them.
        about: Ids of the people whom its terms name, or mean by a pronoun.
        responses: Answers.
    """

    kind: LinkageKind
    give: Term | None = None
    get: Term | None = None
    what: Term | None = None
    if_: Term | None = msgspec.field(default=None, name="if")
    then: Term | None = None
    deadline: str | None = None
    proposed_by: tuple[str, ...] = ()
    proposed_by_text: tuple[str, ...] = ()
    addressed_to: tuple[str, ...] = ()
    addressed_to_text: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    responses: tuple[Response, ...] = ()
