"""A stream whose first bytes were already looked at, standing at its first byte again.

A file is simply wound back; a pipe or the member of an archive gives the looked-at
bytes once more and then its own. `seekable()` says which it is.
"""

import io
from typing import BinaryIO


def rewind(head: bytes, stream: BinaryIO) -> BinaryIO:
    """Return a stream of `head` and then the rest of `stream`.

    Args:
        head: What was read from the start of `stream`.
        stream: Stands behind `head`.
    """
    if isinstance(stream, io.BytesIO | io.BufferedReader) and stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return stream
    return io.BufferedReader(_Joined(head, stream))


class _Joined(io.RawIOBase):
    """The head, then the rest; bytes come as they are asked for."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer` with what comes next; 0 at the end."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any buffer
        if self._head:
            piece: bytes | memoryview = self._head[: len(view)]
            self._head = self._head[len(piece) :]
        else:
            piece = self._rest.read(len(view))
        view[: len(piece)] = piece
        return len(piece)
