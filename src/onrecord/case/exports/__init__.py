"""Export formats by name. A later format is one more entry of `FORMATS`.

Every format is a pure function from what is to be exported to (file name, pieces of
text); writing them is the caller's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.case.exports.content import Content
from onrecord.case.exports.jsonl import to_jsonl
from onrecord.case.exports.table import to_csv
from onrecord.errors import InputError

__all__ = ["FORMATS", "Content", "Format", "find_format"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a case is written.

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


FORMATS: dict[str, Format] = {
    "csv": Format("csv", ".csv", to_csv, one_type_a_file=True),
    "jsonl": Format("jsonl", ".jsonl", to_jsonl),
}
"""By name, sorted."""


def find_format(name: str) -> Format:
    """Return a format by its name; `InputError` where there is none."""
    if name not in FORMATS:
        raise InputError(
            f"There is no export format {name!r}; there are {', '.join(FORMATS)}."
        )
    return FORMATS[name]
