"""A text as a row of classes: the first, and only, pass over its characters.

Every word, number and mark becomes one token with one class and one value; a class is
one letter, so the text becomes a short string that patterns are matched on. Both steps
are linear in the length of the text, whatever stands in it.
"""

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.annotate.times.holidays import FIRST_WORDS, match_holiday
from onrecord.annotate.times.vocabulary import MONTHS, WEEKDAYS, WORDS
from onrecord.model.evidence import Span

OTHER = "other"
BREAK = "break"
MARKS = {",": "comma", "-": "hyphen", "\u2013": "hyphen", ".": "stop", "'s": "genitive"}
_NUMERIC = ["iso", "slash_date", "clock", "oclock", "meridiem", "year", "day_number"]
_NUMERIC += ["number", "fraction", "holiday"]
NAMES = (
    OTHER,
    BREAK,
    "opaque",
    *dict.fromkeys(MARKS.values()),
    *_NUMERIC,
    *dict.fromkeys(name for name, _ in WORDS.values()),
)
# From U+0100 on, no letter means anything in a regular expression.
LETTER_OF = {name: chr(0x100 + i) for i, name in enumerate(NAMES)}

_NO_EDGE = sys.maxsize

_SHORT = "|".join(
    word.title() for word, (name, _) in WORDS.items() if name.startswith("short_")
)
_TOKEN = re.compile(
    rf"""
      (?P<short>(?=[A-Z][a-z]{{2,4}}\.)(?:{_SHORT})\.)
    | (?P<meridiem>[AaPp]\.\ ?[Mm]\b\.? | [AaPp][Mm]\b)
    | (?P<oclock>[oO]['\u2019]clock\b)
    | (?P<word>[^\W\d_]+)
    | (?P<iso>\d{{4}}-\d\d-\d\d(?!\d))
    | (?P<slash_date>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\d/]))
    | (?P<fraction>(?:1/2|1/4|3/4)(?![\d/]) | [\u00bd\u00bc\u00be])
    | (?P<opaque>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)? | \d+/\d+ | \d+\.\d+)
    | (?P<clock>\d{{1,2}}:\d\d(?!\d))
    | (?P<digits>\d+)(?P<tail>(?:st|nd|rd|th|s)\b)?
    | (?P<genitive>['\u2019]s\b)
    | (?P<decade>['\u2019]\d0s\b)
    | (?P<break>\n\s*\n\s*)
    | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Tokens:
    """The tokens of a text, side by side; `classes` has one letter for each."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    values: list[str]
    classes: str
    text: str

    def is_capitalised(self, i: int) -> bool:
        """Whether token `i` exists and starts with a capital letter."""
        return 0 <= i < len(self.starts) and self.text[self.starts[i]].isupper()

    def opens_sentence(self, i: int) -> bool:
        """Whether token `i` is the first of a sentence, as far as marks tell."""
        return i <= 0 or not self.words[i - 1][-1:].isalnum()

    def word(self, i: int) -> str:
        """Return token `i` in lower case; empty where there is none."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def is_a(self, i: int, *names: str) -> bool:
        """Whether token `i` exists and has one of these classes."""
        letters = {LETTER_OF[name] for name in names}
        return 0 <= i < len(self.classes) and self.classes[i] in letters


def tokenize(text: str, *, breaks: tuple[Span, ...] = ()) -> Tokens:
    """Cut a text into tokens with their classes.

    Args:
        text: The article's text.
        breaks: Paragraphs; no expression reaches over the start of one.
    """
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    values: list[str] = []
    letters: list[str] = []
    edges = sorted(span.start for span in breaks)
    passed = bisect_right(edges, 0)
    next_edge = edges[passed] if passed < len(edges) else _NO_EDGE
    done = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < done:
            continue  # Inside a holiday's name.
        if start >= next_edge:
            passed = bisect_right(edges, start)
            next_edge = edges[passed] if passed < len(edges) else _NO_EDGE
            starts.append(start)
            ends.append(start)
            words.append("")
            values.append("")
            letters.append(LETTER_OF[BREAK])
        lower = match.group().lower()
        if lower not in _SPECIAL and match.lastgroup == "word":
            name, value, done = OTHER, "", match.end()  # Most words of a text.
        else:
            name, value, done = _classify(match, text)
            if done > match.end():
                lower = text[start:done].lower()
        starts.append(start)
        ends.append(done)
        words.append(lower)
        values.append(value)
        letters.append(LETTER_OF[name])
    return Tokens(starts, ends, words, values, "".join(letters), text)


def _classify(match: re.Match[str], text: str) -> tuple[str, str, int]:
    """Return class, value and end of a token."""
    kind = match.lastgroup or OTHER
    if kind == "word":
        return _classify_word(match, text)
    if kind == "short":
        name, value = WORDS[match.group()[:-1].lower()]
        return name.replace("short_month", "month"), value, match.end()
    end = match.end()
    if kind in ("digits", "tail"):
        return *_classify_digits(match["digits"], match["tail"]), end
    if kind == "mark":
        return MARKS.get(match.group(), OTHER), "", end
    if kind == "decade":
        return kind, match.group()[1], end
    return kind, match.group(), end


def _classify_word(match: re.Match[str], text: str) -> tuple[str, str, int]:
    """Return class, value and end of a word; names of days need their capital."""
    word, end = match.group(), match.end()
    lower = word.lower()
    if lower in FIRST_WORDS and word[0].isupper():
        holiday = match_holiday(text, match.start())
        if holiday:
            return "holiday", *holiday
    found = WORDS.get(lower)
    if found is None:
        return OTHER, "", end
    name, value = found
    if name in ("short_month", "short_weekday"):
        return _classify_short(word, name, value, end, text)
    needs_capital = lower in _CAPITALISED or name == "weekdays"
    if needs_capital and not word[0].isupper():
        return OTHER, "", end
    return name, value, end


_SPECIAL = WORDS.keys() | FIRST_WORDS
_CAPITALISED = {*MONTHS, *WEEKDAYS}


def _classify_short(
    word: str, name: str, value: str, end: int, text: str
) -> tuple[str, str, int]:
    """Classify `Jan` or `Fri` without a stop: a month only before a number."""
    if not word[0].isupper():
        return OTHER, "", end
    if name == "short_month":
        return ("month", value, end) if _is_digit(text, end) else (OTHER, "", end)
    return name, value, end


def _is_digit(text: str, end: int) -> bool:
    """Whether a digit follows after one space."""
    return text[end + 1 : end + 2].isdigit()


def _classify_digits(digits: str, tail: str | None) -> tuple[str, str]:
    """Return class and value of a number: a year, a decade, an ordinal, a day."""
    if tail == "s":
        is_decade = digits.endswith("0") and len(digits) in (2, 4)
        return ("decade", digits[:-1]) if is_decade else ("opaque", digits)
    if tail:
        return ("ordinal", digits) if len(digits) < 3 else ("opaque", digits)
    if len(digits) == 4 and digits[0] in "12":
        return "year", digits
    if len(digits) > 4:
        return "opaque", digits
    return ("day_number" if len(digits) < 3 else "number"), str(int(digits))
