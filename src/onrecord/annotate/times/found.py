"""An expression as it is found: the tokens it covers, and what it says."""

from dataclasses import dataclass

from onrecord.annotate.times.context import Reading


@dataclass(frozen=True, slots=True)
class Found:
    """An expression over tokens `start` up to, not including, `end`."""

    start: int
    end: int
    reading: Reading
