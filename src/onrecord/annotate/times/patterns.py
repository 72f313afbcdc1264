"""The small language that rules are written in, matched on classes of tokens.

    month=<month> day=<day_number> (<comma>? year=<year>)?

`<month>` is one token of that class, `<month|maybe_month>` of either, `name=` keeps
what it matched, `{NUMBER}` puts in a pattern that is shared. Everything else is as in a
regular expression. Repeats are bounded, so a match takes bounded time.
"""

import re
from dataclasses import dataclass

from onrecord.annotate.times.tokens import LETTER_OF, Tokens
from onrecord.annotate.times.vocabulary import UNKNOWN_NUMBER

SHARED = {
    "NUMBER": (
        "n=(<day_number|number|year> | <number_word> (<hyphen>? <number_word>){0,3}"
        " | <a> <number_word> | <a> (<vague> <of>?)? | <vague> <of>?)"
        " ((<to|hyphen> <a>?) <day_number|number|number_word>)?"
    ),
    "ABOUT": (
        "(about=<approx> | <at> <most> | <up> (<more> <than> | <to> | <most>)"
        " | <more> <than>)?"
    ),
    "EDGE": "(<the>? edge=<edge|beginning> (<hyphen> | <of>)? <the>?)?",
    "MONTH": "month=<month|maybe_month>",
    "WEEKDAY": "weekday=<weekday>",
    "DAY": "day=<day_number|ordinal>",
    "ZONE": "(zone=<zone> | <zone_name> <clock_word>)?",
}


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched: token `start` up to, not including, `end`."""

    tokens: Tokens
    start: int
    end: int
    groups: dict[str, tuple[int, int]]

    def has(self, name: str) -> bool:
        """Whether the group took part."""
        return name in self.groups

    def value(self, name: str) -> str:
        """Return the value of the group's first token; empty if it took no part."""
        return self.tokens.values[self.groups[name][0]] if name in self.groups else ""

    def integer(self, name: str) -> int | None:
        """Return the value as a number; None if the group took no part."""
        return int(self.value(name)) if name in self.groups else None


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern into a regular expression over class letters.

    Raises:
        KeyError: a class or shared pattern that does not exist.
    """
    text = re.sub(r"\{([A-Z]+)\}", lambda m: SHARED[m[1]], pattern)
    text = re.sub(r"(?<![=?])\((?!\?)", "(?:", text)
    text = re.sub(r"(\w+)=\((?!\?)", r"(?P<\1>", text)
    text = re.sub(r"(\w+)=<([a-z_|]+)>", lambda m: f"(?P<{m[1]}>{_set(m[2])})", text)
    text = re.sub(r"(?<!\?P)<([a-z_|]+)>", lambda m: _set(m[1]), text)
    return re.compile(text.replace(" ", ""))


def _set(names: str) -> str:
    """Return the class letters of `a|b` as a set."""
    return "[" + "".join(LETTER_OF[name] for name in names.split("|")) + "]"


def match_at(pattern: re.Pattern[str], tokens: Tokens, i: int) -> Match | None:
    """Match a compiled pattern at token `i`."""
    found = pattern.match(tokens.classes, i)
    if found is None or found.end() == i:
        return None
    groups = {
        name: found.span(name)
        for name, words in found.groupdict().items()
        if words is not None
    }
    return Match(tokens, i, found.end(), groups)


def read_number(match: Match) -> int | None:
    """Return the number in group `n`; None for one nobody said ("several")."""
    start, end = match.groups["n"]
    tokens = match.tokens
    if end - start > 1 and tokens.is_a(start, "a"):
        start += 1
    total = 0
    for value in tokens.values[start:end]:
        if value == UNKNOWN_NUMBER:
            return None
        if value.isdigit():
            number = int(value)
            is_factor = number in (100, 1000) and total
            total = total * number if is_factor else total + number
    return total
