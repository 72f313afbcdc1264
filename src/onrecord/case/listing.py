"""Lists of records that show themselves as a table in a notebook."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Generic, TypeVar

import msgspec

from onrecord.case.columns import COLUMNS
from onrecord.text.safe import printable

R = TypeVar("R", bound=msgspec.Struct)

# A notebook page with more rows than this no longer scrolls.
SHOWN_ROWS = 200


class Listing(list[R], Generic[R]):
    """Records of one type, in order, with the names of the actors they speak of.

    Attributes:
        type: Their record type.
        names: Actor id to name.
    """

    def __init__(
        self, type_: str, records: Iterable[R], names: Mapping[str, str]
    ) -> None:
        """Hold `records` in their order."""
        super().__init__(records)
        self.type = type_
        self.names = names

    def rows(self) -> list[list[str]]:
        """Return the cells of the listing's columns, row by row."""
        return [self.cells(record) for record in self]

    def cells(self, record: R) -> list[str]:
        """Return the cells of one record."""
        return [column.cell(record, self.names) for column in COLUMNS[self.type]]

    def _repr_html_(self) -> str:
        """Return the table that a notebook shows; all words from articles escaped."""
        heads = "".join(f"<th>{escape(c.heading)}</th>" for c in COLUMNS[self.type])
        body = "".join(
            "<tr>"
            + "".join(f"<td>{escape(printable(cell))}</td>" for cell in self.cells(one))
            + "</tr>"
            for one in self[:SHOWN_ROWS]
        )
        more = len(self) - SHOWN_ROWS
        foot = f"<p>and {more} more</p>" if more > 0 else ""
        return (
            f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{foot}"
        )
