"""What a rule may look at besides its own words: the day, the words around, what came.

`published` is the only day that is taken from outside; where it is None nothing
relative is resolved. Direction is that of `direction.py`.
"""

from dataclasses import dataclass, field
from datetime import date

from onrecord.annotate.times.direction import Direction, find_direction
from onrecord.annotate.times.tokens import Tokens

# An earlier expression further back than this is no longer what "later" counts from.
MEMORY_TOKENS = 150


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says, before it is a record.

    `value` is TIMEX3's; `basis` as in `model.time.Time`; `other` a second value;
    `mark` the doubt to show in EDTF; `edtf` is given only where it is not the value's
    own; `is_clock` tells that the time of day stands without its day; `zone` is its
    distance from UTC; `skip` leaves out that many tokens at the start ("a" of "a
    third-quarter loss"); `anchor` are the tokens that it was counted from; `reason`
    says why a value is missing or doubtful; `count` is (how many, unit) of what may
    be counted from something else: `two weeks` of "two weeks after the raid".
    """

    timex_type: str
    value: str | None
    basis: str | None = None
    other: str | None = None
    mark: str = ""
    edtf: str | None = None
    is_clock: bool = False
    zone: str = ""
    skip: int = 0
    anchor: tuple[int, int] | None = None
    reason: str | None = None
    count: tuple[int | None, str] | None = None


@dataclass(slots=True)
class Context:
    """The publication day and the expressions read so far."""

    tokens: Tokens
    published: date | None
    last: str | None = None
    last_at: int = -MEMORY_TOKENS
    last_span: tuple[int, int] | None = None
    quarter: str | None = None
    quarter_at: int = -MEMORY_TOKENS
    quarter_span: tuple[int, int] | None = None
    directions: dict[int, Direction] = field(default_factory=dict)

    def remember(
        self, value: str, at: int, *, basis: str | None, end: int | None = None
    ) -> None:
        """Note that the expression over tokens `at` to `end` has this value.

        A quarter that was itself counted from another is not what a report is about.
        """
        span = (at, at + 1 if end is None else end)
        self.last, self.last_at, self.last_span = value, at, span
        if "-Q" in value and basis != "expression":
            self.quarter, self.quarter_at, self.quarter_span = value, at, span

    def last_before(self, at: int) -> str | None:
        """Return the value of the last expression, if it stands near enough."""
        return self.last if at - self.last_at < MEMORY_TOKENS else None

    def quarter_before(self, at: int) -> str | None:
        """Return the quarter that a report speaks of, if it stands near enough."""
        return self.quarter if at - self.quarter_at < MEMORY_TOKENS else None

    def direction(self, start: int, end: int) -> Direction:
        """Return where the words around tokens `start` to `end` point."""
        if start not in self.directions:
            self.directions[start] = find_direction(self.tokens, start, end)
        return self.directions[start]
