"""Vocabulary as the steps receive it: tables of words, read once by `resources`."""

from collections.abc import Mapping
from dataclasses import dataclass

Row = Mapping[str, str]
"""One entry's other columns by their header, absent where the cell is empty."""

Table = Mapping[str, Row]
"""A lexicon: its first column (lower case) to the rest of the row."""


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All lexicons by file name without its ending, and one digest of them all.

    A name that no file has gives an error, so that a misspelt table cannot pass for
    an empty one.
    """

    tables: Mapping[str, Table]
    digest: str

    def __getitem__(self, name: str) -> Table:
        """Return one table.

        Raises:
            KeyError: no lexicon has this name.
        """
        return self.tables[name]
