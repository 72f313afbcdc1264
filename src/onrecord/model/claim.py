"""What one side asserts and another denies."""

import msgspec

from onrecord.model.fact import Fact


class Position(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who takes a side.

    Attributes:
        actor: Id of the actor, or `narrator` for the article's own voice.
        actor_text: The words for them.
        statement: Id of the statement that takes it.
        when: On which day, in EDTF.
    """

    actor: str
    actor_text: str | None = None
    statement: str | None = None
    when: str | None = None


class Claim(Fact, frozen=True, gc=False, kw_only=True, tag="claim"):
    """A proposition that more than one party speaks to. Never a verdict.

    Attributes:
        text: The proposition, in the article's words.
        asserted_by: Who says so.
        denied_by: Who says it is not so.
        contested: True when there are both.
    """

    text: str
    asserted_by: tuple[Position, ...] = ()
    denied_by: tuple[Position, ...] = ()
    contested: bool = False
