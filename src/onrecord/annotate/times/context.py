"""What a rule may look at besides its own words: the day, the words around, what came.

`published` is the only day that is taken from outside; where it is None nothing
relative is resolved. Direction is a light look at the words of the sentence: back to
the nearest sign of past or future, else ahead to the first one.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from onrecord.annotate.times.tokens import Tokens
from onrecord.annotate.times.vocabulary import FUTURE_CUES, PAST_CUES

Direction = Literal["past", "future"] | None

# Chosen on the bench: 20 words back and 10 ahead lose 0.1 of value F1.
LOOK_BACK = 8
LOOK_AHEAD = 6
# An earlier expression further back than this is no longer what "later" counts from.
MEMORY_TOKENS = 150
# Prepositions that point ahead only for the day right after them.
_BOUNDS = frozenset(["by", "until", "till"])
# A word in -ed no longer than this is no past tense: "need".
MIN_PAST_CHARS = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says, before it is a record.

    `value` is TIMEX3's; `basis` as in `model.time.Time`; `other` a second value;
    `mark` the doubt to show in EDTF; `edtf` is given only where it is not the value's
    own; `is_clock` tells that the time of day stands without its day.
    """

    timex_type: str
    value: str | None
    basis: str | None = None
    other: str | None = None
    mark: str = ""
    edtf: str | None = None
    is_clock: bool = False


@dataclass(slots=True)
class Context:
    """The publication day and the expressions read so far."""

    tokens: Tokens
    published: date | None
    last: str | None = None
    last_at: int = -MEMORY_TOKENS
    quarter: str | None = None
    quarter_at: int = -MEMORY_TOKENS
    directions: dict[int, Direction] = field(default_factory=dict)

    def remember(self, value: str, at: int, *, basis: str | None) -> None:
        """Note that the expression at token `at` has this value.

        A quarter that was itself counted from another is not what a report is about.
        """
        self.last, self.last_at = value, at
        if "-Q" in value and basis != "expression":
            self.quarter, self.quarter_at = value, at

    def last_before(self, at: int) -> str | None:
        """Return the value of the last expression, if it stands near enough."""
        return self.last if at - self.last_at < MEMORY_TOKENS else None

    def quarter_before(self, at: int) -> str | None:
        """Return the quarter that a report speaks of, if it stands near enough."""
        return self.quarter if at - self.quarter_at < MEMORY_TOKENS else None

    def direction(self, start: int, end: int) -> Direction:
        """Return where the words around tokens `start` to `end` point."""
        if start not in self.directions:
            self.directions[start] = _look_back(self.tokens, start) or _look_ahead(
                self.tokens, end
            )
        return self.directions[start]


def _look_back(tokens: Tokens, start: int) -> Direction:
    """Return what the nearest sign before an expression says."""
    for i in range(start - 1, max(start - 1 - LOOK_BACK, -1), -1):
        if tokens.is_a(i, "stop", "break"):
            return None
        sign = _sign_at(tokens, i)
        if sign:
            return sign
    return None


def _look_ahead(tokens: Tokens, end: int) -> Direction:
    """Return what the first sign after an expression says."""
    for i in range(end, min(end + LOOK_AHEAD, len(tokens.words))):
        if tokens.is_a(i, "stop", "break"):
            return None
        if tokens.words[i] in _BOUNDS:
            continue  # "taken on Tuesday by officers": it bounds what follows it
        sign = _sign_at(tokens, i)
        if sign:
            return sign
    return None


def _sign_at(tokens: Tokens, i: int) -> Direction:
    """Return whether word `i` shows past or future."""
    word = tokens.words[i]
    if word in FUTURE_CUES or _is_to_happen(tokens, i):
        return "future"
    if word == "won" and tokens.word(i + 2) == "t":
        return "future"
    is_verb = word in PAST_CUES or (word.endswith("ed") and len(word) > MIN_PAST_CHARS)
    if is_verb and tokens.word(i - 1) not in ("be", "being"):
        return "past"
    return None


def _is_to_happen(tokens: Tokens, i: int) -> bool:
    """Whether word `i` is the `to` of "is to appear"."""
    return tokens.words[i] == "to" and tokens.word(i - 1) in ("is", "are")
