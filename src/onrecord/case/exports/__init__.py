"""Export formats by name. A later format is one more entry of `FORMATS`.

Every format is a pure function to pieces of text, from the records or from the
timeline; writing them is the caller's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.case.exports.calendar import to_ics
from onrecord.case.exports.content import Content
from onrecord.case.exports.ftm import to_ftm
from onrecord.case.exports.jsonl import to_jsonl
from onrecord.case.exports.network import to_gexf, to_graphml
from onrecord.case.exports.plover import to_plover
from onrecord.case.exports.table import to_csv
from onrecord.case.exports.timelinejs import to_timelinejs
from onrecord.errors import InputError
from onrecord.report.lines import Timeline

__all__ = [
    "FORMATS",
    "Content",
    "Format",
    "TimelineFormat",
    "find_format",
    "find_timeline_format",
]


@dataclass(frozen=True, slots=True)
class Format:
    """How the records of a case are written.

    Attributes:
        name: What `--format` calls it.
        suffix: The end of its files' names.
        render: Gives the text in pieces.
        one_type_a_file: Whether each record type needs a file of its own.
    """

    name: str
    suffix: str
    render: Callable[[Content], Iterator[str]]
    one_type_a_file: bool = False


@dataclass(frozen=True, slots=True)
class TimelineFormat:
    """How the timeline of a case is written; attributes as in `Format`."""

    name: str
    suffix: str
    render: Callable[[Timeline], Iterator[str]]


FORMATS: dict[str, Format | TimelineFormat] = {
    "csv": Format("csv", ".csv", to_csv, one_type_a_file=True),
    "ftm": Format("ftm", ".ftm.jsonl", to_ftm),
    "gexf": Format("gexf", ".gexf", to_gexf),
    "graphml": Format("graphml", ".graphml", to_graphml),
    "ics": TimelineFormat("ics", ".ics", to_ics),
    "jsonl": Format("jsonl", ".jsonl", to_jsonl),
    "plover": Format("plover", ".plover.jsonl", to_plover),
    "timelinejs": TimelineFormat("timelinejs", ".json", to_timelinejs),
}
"""By name, sorted."""


def find_format(name: str) -> Format | TimelineFormat:
    """Return a format by its name; `InputError` where there is none."""
    if name not in FORMATS:
        raise InputError(
            f"There is no export format {name!r}; there are {', '.join(FORMATS)}."
        )
    return FORMATS[name]


def find_timeline_format(name: str) -> TimelineFormat:
    """Return a format of timelines by its name; `InputError` where there is none."""
    found = FORMATS.get(name)
    if not isinstance(found, TimelineFormat):
        names = [n for n, one in FORMATS.items() if isinstance(one, TimelineFormat)]
        raise InputError(
            f"There is no timeline format {name!r}; there are {', '.join(names)}."
        )
    return found
