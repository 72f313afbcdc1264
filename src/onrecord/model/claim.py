"""What one side asserts and another denies."""

import msgspec

from onrecord.model.fact import Fact


class Position(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who takes a side; `actor` is `narrator` for the article's own voice."""

    actor: str
    actor_text: str | None = None
    statement: str | None = None
    when: str | None = None


class Claim(Fact, frozen=True, gc=False, kw_only=True, tag="claim"):
    """A proposition that more than one party speaks to. Never a verdict."""

    text: str
    asserted_by: tuple[Position, ...] = ()
    denied_by: tuple[Position, ...] = ()
    contested: bool = False
