"""Where the words around an expression point: back, ahead, or nowhere.

A light look at the sentence, without a parser: back to the nearest sign of past or
future, else ahead to the first one. Nouns spelled as signs ("the plan"), words in -ed
that are no verb ("United", "an alleged") and what was planned in the past
("had been due to expire Friday") are told apart by the words beside them.
"""

from typing import Literal

from onrecord.annotate.times.tokens import Tokens
from onrecord.annotate.times.vocabulary import (
    BOUND_SIGNS,
    DURATIVES,
    FUTURE_CUES,
    PAST_CUES,
    PLAN_CUES,
    PLAN_FOLLOWERS,
    PLAN_NOUNS,
    TITLES,
)

Direction = Literal["past", "future"] | None

# Chosen on the bench: of 6 to 20 words back and 4 to 12 ahead, these.
LOOK_BACK = 10
LOOK_AHEAD = 6
# A word in -ed no longer than this is no past tense: "need".
MIN_PAST_CHARS = 4
_BE = frozenset({"be", "being", "is", "are"})
_HAD = frozenset({"had"})
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that"})
_SOON = frozenset({"soon", "early"})


def find_direction(tokens: Tokens, start: int, end: int) -> Direction:
    """Return where the words around tokens `start` to `end` point."""
    after = range(end, min(end + LOOK_AHEAD, len(tokens.words)))
    if tokens.word(start - 1) in BOUND_SIGNS and tokens.opens_sentence(start - 1):
        return _look(tokens, after) or "future"  # "Until Friday they had not met."
    return (
        _bound_before(tokens, start)
        or _look(tokens, range(start - 1, max(start - 1 - LOOK_BACK, -1), -1))
        or _look(tokens, after)
    )


def _bound_before(tokens: Tokens, start: int) -> Direction:
    """Return what the words right before say: `as early as Friday`."""
    word, before = tokens.word(start - 1), tokens.word(start - 2)
    is_soon = word == "as" and before in _SOON and tokens.word(start - 3) == "as"
    is_counted = word == "from" and tokens.is_a(start - 2, "unit", "units")
    return "future" if is_soon or is_counted else None


def _look(tokens: Tokens, places: range) -> Direction:
    """Return what the first sign in these places says, up to the sentence's end."""
    for i in places:
        if ends_sentence(tokens, i):
            return None
        sign = _sign_at(tokens, i, is_before=places.step < 0, at=places.start)
        if sign:
            return sign
    return None


def ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether token `i` ends a sentence: no stop of an initial or a title does."""
    if tokens.is_a(i, "break"):
        return True
    if not tokens.is_a(i, "stop"):
        return tokens.words[i] in ("?", "!")
    before = tokens.word(i - 1)
    return not (len(before) == 1 and before.isalpha()) and before not in TITLES


def _sign_at(tokens: Tokens, i: int, *, is_before: bool, at: int) -> Direction:
    """Return whether word `i` shows past or future."""
    word = tokens.words[i]
    if word in BOUND_SIGNS:
        return _bound_sign(tokens, i) if is_before and i == at else None
    if word in PLAN_CUES:
        return _plan_sign(tokens, i, is_before=is_before)
    if word in FUTURE_CUES or _is_to_happen(tokens, i):
        return "future"
    if word == "won" and tokens.word(i + 2) == "t":
        return "future"
    return "past" if _is_past(tokens, i, word) else None


def _bound_sign(tokens: Tokens, i: int) -> Direction:
    """Return what `until` says: ahead, unless what went on is told of the past."""
    words = tokens.words[max(i - 3, 0) : i]
    return "past" if any(word in DURATIVES for word in words) else "future"


def _is_past(tokens: Tokens, i: int, word: str) -> bool:
    """Whether word `i` is a verb of the past."""
    before = tokens.word(i - 1)
    if word in PAST_CUES:
        return before not in _BE
    is_verb = word.endswith("ed") and len(word) > MIN_PAST_CHARS
    is_verb = is_verb and not word.endswith(("ceed", "deed"))
    if not is_verb or before in _BE or before in _ARTICLES:
        return False
    return not tokens.is_capitalised(i) or tokens.opens_sentence(i)


def _plan_sign(tokens: Tokens, i: int, *, is_before: bool) -> Direction:
    """Return what a word of planning says: "had been due to" lies behind."""
    word, before = tokens.words[i], tokens.word(i - 1)
    if word in PLAN_NOUNS:
        is_verb = tokens.word(i + 1) == "to" and before not in _ARTICLES
        return "future" if is_verb else None
    if before == "been" and tokens.word(i - 2) in _HAD:
        return "past"
    if not is_before and word.endswith("ed") and before not in _BE:
        return "past"  # "On Friday the board planned to meet": the day of planning.
    if word == "set" and tokens.word(i + 1) not in PLAN_FOLLOWERS:
        return "past" if before not in _BE else None
    return "future"


def _is_to_happen(tokens: Tokens, i: int) -> bool:
    """Whether word `i` is the `to` of "is to appear"."""
    return tokens.words[i] == "to" and tokens.word(i - 1) in ("is", "are")
