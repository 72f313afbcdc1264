"""A rule: a pattern over classes of tokens, and the function that reads its match."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.patterns import Match, compile_pattern

Read = Callable[[Match, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` gives None where the words turn out to be no time expression."""

    pattern: re.Pattern[str]
    read: Read


def rule(pattern: str, read: Read) -> Rule:
    """Return a rule from a pattern in the language of `patterns.py`."""
    return Rule(compile_pattern(pattern), read)
