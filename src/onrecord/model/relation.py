"""How a pair of actors stands to each other over time."""

from enum import StrEnum

import msgspec

from onrecord.model.fact import Fact


class Direction(StrEnum):
    """Where a relation is heading, as the text puts it."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    STABLE = "stable"
    MIXED = "mixed"


class Point(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One step of a relation.

    Attributes:
        when: On which day, in EDTF.
        score: From -10 to 10.
        fact: Id of the event or statement behind it.
    """

    when: str | None = None
    score: float
    fact: str


class Relation(Fact, frozen=True, gc=False, kw_only=True, tag="relation"):
    """A pair of actors; a read fact is what one sentence says of their relation.

    Attributes:
        actors: The pair.
        actors_text: The words for them.
        points: Its steps, in order.
        flashpoints: What it turns on, in words.
        direction: Where it is heading, as the text puts it.
        direction_text: The words for it.
    """

    actors: tuple[str, ...]
    actors_text: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    flashpoints: tuple[str, ...] = ()
    direction: Direction | None = None
    direction_text: str | None = None
