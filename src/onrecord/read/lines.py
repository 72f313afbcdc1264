"""Cutting a stream of bytes into lines, in flat memory whatever the stream's size.

A line ends at LF (a CR before it is dropped). A line over the limit is not kept: it is
counted and hashed while it passes.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, and its bytes or, where it is too long, None."""

    number: int
    content: bytes | None
    size: int
    sha256: str


def split_lines(chunks: Iterable[bytes], *, limit: int) -> Iterator[Line]:
    """Cut chunks into lines; a last line without its end is one too."""
    pending = _Pending(limit)
    number = 1
    for chunk in chunks:
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            pending.add(chunk[start:end])
            yield pending.take(number)
            number, start = number + 1, end + 1
        pending.add(chunk[start:])
    if pending.size:
        yield pending.take(number)


class _Pending:
    """The line that is being gathered."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._start()

    def _start(self) -> None:
        self.size = 0
        self._parts: list[bytes] = []
        self._hash = hashlib.sha256()

    def add(self, piece: bytes) -> None:
        """Add a piece; beyond the limit only its size and hash are kept."""
        self.size += len(piece)
        self._hash.update(piece)
        if self.size <= self._limit:
            self._parts.append(piece)
        else:
            self._parts.clear()

    def take(self, number: int) -> Line:
        """Return the line and start the next one."""
        content = b"".join(self._parts) if self.size <= self._limit else None
        if content is not None and content.endswith(b"\r"):
            content = content[:-1]
        digest = self._hash.hexdigest()
        if content is not None:
            digest = hashlib.sha256(content).hexdigest()
        line = Line(number, content, self.size, digest)
        self._start()
        return line
