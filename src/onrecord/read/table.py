"""CSV and TSV: one article a row, its fields by column names (`--field` as for JSON).

The head decides how cells are parted (`dialect.py`). Cells are kept character for
character, line breaks inside quotation marks included. The bytes received of a row are
the table's first line and the row's own, so that they are a table again. A row with too
few or too many cells is rejected alone.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.read.dialect import Dialect, find_dialect
from onrecord.read.encoding import decode, explain_failure
from onrecord.read.jsonl import read_object
from onrecord.read.kinds import HEAD_BYTES, Kind
from onrecord.read.place import Item, Place
from onrecord.read.receive import refuse_size, reject
from onrecord.read.rewound import rewind

_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_table(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """Read one article a row."""
    head = stream.read(HEAD_BYTES)
    wide = next((codec for mark, codec in _WIDE if head.startswith(mark)), None)
    if wide is not None:
        yield from _read_wide(head, stream, wide, place)
        return
    text = decode(head[: head.rfind(b"\n") + 1]) or head.decode("utf-8", "replace")
    dialect = find_dialect(text, field_map=place.options.field_map)
    if dialect is None:
        reason = "Its first line does not name columns; write their names there."
        yield reject(place.source, reason, None)
        return
    yield from _read_rows(rewind(head, stream), dialect, place)


def _read_wide(
    head: bytes, stream: BinaryIO, codec: str, place: Place
) -> Iterator[Item]:
    """Read a table in UTF-16, as some programs save "Unicode text"."""
    limit = place.options.config.max_page_bytes
    content = head + stream.read(max(0, limit + 1 - len(head)))
    if len(content) > limit:
        reason = "This is a large table in UTF-16; save it as UTF-8 and read that."
        yield reject(place.source, reason, None)
        return
    text = decode(content)
    if text is None:
        yield reject(place.source, explain_failure(content), content)
        return
    yield from read_table(io.BytesIO(text.encode("utf-8")), place)


def _read_rows(stream: BinaryIO, dialect: Dialect, place: Place) -> Iterator[Item]:
    """Read the rows below the names."""
    limit = place.options.config.max_page_bytes
    first = b""
    for number, (content, size) in enumerate(
        _cut_rows(stream, limit, dialect.delimiter.encode())
    ):
        if number == 0:
            first = content or b""
            continue
        source = f"{place.source}#{number}"
        if content is None:
            yield refuse_size(source, size, limit)
        elif content.strip():
            yield _read_row(first, content, dialect, source, place)


def _cut_rows(
    stream: BinaryIO, limit: int, delimiter: bytes
) -> Iterator[tuple[bytes | None, int]]:
    """Every row as it is written, with its size; None for one over the limit.

    A row ends at the first line end outside quotation marks. Where marks are opened and
    never closed, every line from there on is a row, so that the rest is not lost.
    """
    lines: list[bytes] = []
    size = 0
    is_open = False
    while line := stream.readline(limit):
        size += len(line)
        is_open = _leaves_open(line, delimiter, is_open=is_open)
        lines.append(line)
        if size > limit:
            yield None, size
        elif not is_open and (line.endswith(b"\n") or len(line) < limit):
            yield b"".join(lines), size
        else:
            continue
        while size > limit and not line.endswith(b"\n"):
            # The rest of a line that is too long is no row.
            line = stream.readline(limit) or b"\n"
        lines, size, is_open = [], 0, False
    yield from ((line, len(line)) for line in lines)


def _leaves_open(line: bytes, delimiter: bytes, *, is_open: bool) -> bool:
    """Whether a cell in quotation marks goes on behind the end of `line`.

    Args:
        line: With its end.
        delimiter: Marks open a cell only behind one, or at the start of a row.
        is_open: Whether a cell goes on from the line before.
    """
    at = 0
    while True:
        if not is_open:
            if line[at : at + 1] != b'"':
                at = line.find(delimiter, at) + 1
                if at == 0:
                    return False
                continue
            at += 1
        at = line.find(b'"', at) + 1
        if at == 0:
            return True
        # Two marks inside a cell are one that is meant.
        is_open = line[at : at + 1] == b'"'
        at += is_open


def _read_row(
    first: bytes, content: bytes, dialect: Dialect, source: str, place: Place
) -> Item:
    """Read one row as one article."""
    whole = first + content
    text = decode(content)
    if text is None:
        return reject(source, explain_failure(content), whole)
    cells = _split(text.removesuffix("\n").removesuffix("\r"), dialect.delimiter)
    if isinstance(cells, str):
        return reject(source, cells, whole)
    if len(cells) != len(dialect.columns):
        reason = (
            f"The row has {len(cells)} cells and the table {len(dialect.columns)} "
            "columns; put cells that hold a delimiter or a line break in quotation "
            "marks."
        )
        return reject(source, reason, whole)
    value = dict(zip(dialect.columns, cells, strict=True))
    return read_object(
        value,
        whole,
        source=source,
        media_type=Kind.TABLE,
        options=place.options,
    )


def _split(row: str, delimiter: str) -> list[str] | str:
    """The cells of one row; a string is why it has none."""
    csv.field_size_limit(max(csv.field_size_limit(), len(row)))
    try:
        rows = list(csv.reader([row], delimiter=delimiter, strict=True))
    except csv.Error as err:
        return f"The row is no row of a table ({err}); repair its quotation marks."
    return rows[0] if rows else []
