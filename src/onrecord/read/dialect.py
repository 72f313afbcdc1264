"""Whether text is a table, and how its cells are parted: told from its head.

    title,outlet,text            ->  Dialect(delimiter=",")
    title;outlet;text            ->  Dialect(delimiter=";")
    He came, saw, and left.      ->  None

A table begins with a line of column names, each once, one of which is that of the text
(as the field map has it) or two of which are fields that we know. Nothing is guessed
from the cells: the delimiter that gives such a first line is the one. Cells are quoted
with double quotation marks, doubled inside (RFC 4180).
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.read.receive import FIELDS

KNOWN = frozenset(FIELDS) | {
    *("date", "outlet", "byline", "author", "headline", "body", "content", "source"),
    *("link", "id", "summary", "description", "language"),
}
"""Names of columns that tables of articles have, lower case."""

DELIMITERS = ("\t", ",", ";", "|")
MAX_COLUMNS = 500

_NAME = re.compile(r"[\w .#/()&-]{1,60}")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of a table are parted, and its column names."""

    delimiter: str
    columns: tuple[str, ...]


def find_dialect(text: str, *, field_map: Mapping[str, str]) -> Dialect | None:
    """Tell from the head of `text` whether it is a table."""
    first = text.removeprefix("\ufeff").lstrip("\r\n").split("\n", 1)
    if len(first) < 2 and not text.endswith("\n"):
        return None
    line = first[0].rstrip("\r")
    for delimiter in DELIMITERS:
        if 0 < line.count(delimiter) < MAX_COLUMNS:
            columns = _split(line, delimiter)
            if _are_names(columns, field_map):
                return Dialect(delimiter, columns)
    return None


def _split(line: str, delimiter: str) -> tuple[str, ...]:
    """The cells of one line; nothing where it is no such line."""
    try:
        rows = list(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        return ()
    return tuple(cell.strip() for cell in rows[0]) if rows else ()


def _are_names(columns: tuple[str, ...], field_map: Mapping[str, str]) -> bool:
    """Whether cells are the names of a table of articles."""
    named = [column for column in columns if column]
    if len(named) < 2 or len(set(named)) < len(named):
        return False
    if not all(_NAME.fullmatch(column) for column in named):
        return False
    if field_map.get("text", "text") in named:
        return True
    return sum(column.lower() in KNOWN for column in named) >= 2
