"""Packed inputs: ZIP, with folders and anything nested in it, and gzip.

Members are read in sorted order from the archive itself, a piece at a time; nothing is
ever written to disk, so a member's name is only a name, whatever it says. Hidden
members (`.git/`, `__MACOSX/`) are passed over, as in folders. Office documents are ZIP
archives: the one with a text in it goes to its reader, others are told.

Limits, for one input with all that is in it: `MAX_EXPANDED` bytes and `MAX_MEMBERS`
members (`place.py`), and no member unpacks to more than `MAX_RATIO` times its size.
What is over a limit is rejected by itself, and the rest is read.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO

from onrecord.read.docx import is_document, read_docx
from onrecord.read.names import clean_line
from onrecord.read.place import MAX_EXPANDED, Item, Place
from onrecord.read.receive import reject
from onrecord.read.wacz import is_wacz, read_wacz

MAX_RATIO = 400
"""Text packs to a tenth, the most regular tables to a hundredth of their size."""
FREE_BYTES = 1_000_000
"""Small members may pack better than `MAX_RATIO`."""
MAX_HELD = 20
"""An archive inside another, or from a pipe, may have this many times the bytes of one
article: it is held in memory, because it has to be read from its end."""

_OTHER_KINDS = (
    ("xl/workbook", "a spreadsheet; save it as CSV and read that."),
    ("ppt/presentation", "a presentation; save its text as plain text."),
    ("META-INF/container.xml", "an e-book; save the article as HTML or plain text."),
    ("content.xml", "an OpenDocument file; save it as .docx, HTML or plain text."),
)
_OVERLAPS = (
    "Its bytes are those of another member too, as in an attack, and it was not read; "
    "get the archive again."
)
_UNPACK = "unpack it and read what is inside."


class _LimitError(Exception):
    """A limit is reached; the message is the reason to reject the member."""


def read_zip(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """Read everything in a ZIP archive, or the text of an Office document."""
    held = _hold(stream, place)
    if isinstance(held, str):
        yield reject(place.source, held)
        return
    # Damaged directories make the standard library raise nearly anything.
    try:
        archive = zipfile.ZipFile(held)
    except Exception as err:
        reason = f"This ZIP archive cannot be opened ({_name(err)}); get it again."
        yield reject(place.source, reason)
        return
    with archive:
        names = {info.filename for info in archive.infolist()}
        if is_document(names):
            yield from _read_document(archive, held, place)
            return
        if is_wacz(names):
            yield from read_wacz(archive, place)
            return
        other = next((what for name, what in _OTHER_KINDS if _holds(names, name)), None)
        if other is not None:
            yield reject(place.source, f"This is {other}")
            return
        yield from _read_members(archive, place)


def _holds(names: set[str], start: str) -> bool:
    return any(name.startswith(start) for name in names)


def _hold(stream: BinaryIO, place: Place) -> BinaryIO | str:
    """A stream that can be read from its end; a string is why there is none."""
    # Going back in a packed stream means unpacking it again from its start.
    if stream.seekable() and not isinstance(stream, zipfile.ZipExtFile):
        return stream
    limit = MAX_HELD * place.options.config.max_page_bytes
    content = stream.read(limit + 1)
    if len(content) > limit:
        return f"This archive inside another is over {limit:,} bytes; {_UNPACK}"
    return io.BytesIO(content)


def _read_document(
    archive: zipfile.ZipFile, stream: BinaryIO, place: Place
) -> Iterator[Item]:
    """Hand a Word document to its reader, with its bytes."""
    limit = place.options.config.max_page_bytes
    stream.seek(0)
    content = stream.read(limit + 1)
    if len(content) > limit:
        reason = (
            f"This document is over the limit of {limit:,} bytes; save it without its "
            "pictures, or raise the setting max_page_bytes."
        )
        yield reject(place.source, reason)
        return
    yield from read_docx(archive, content, place)


def _read_members(archive: zipfile.ZipFile, place: Place) -> Iterator[Item]:
    """Read every member, in sorted order."""
    members = [info for info in archive.infolist() if not info.is_dir()]
    shown = [info for info in members if not _is_hidden(info.filename)]
    if not shown:
        reason = "The archive holds no files; give one that holds articles."
        yield reject(place.source, reason)
    overlapping = _find_overlapping(archive.infolist())
    for info in sorted(shown, key=lambda info: info.filename):
        source = f"{place.source}!{_show(info.filename)}"
        problem = _OVERLAPS if id(info) in overlapping else _find_problem(info)
        if problem is not None:
            yield reject(source, problem)
            continue
        # What is damaged inside shows when it is unpacked, in the middle of reading.
        try:
            with archive.open(info) as packed:
                counted = _Counted(packed, max(info.compress_size, 1), place)
                yield from place.read_inside(io.BufferedReader(counted), source)
        except _LimitError as err:
            yield reject(source, str(err))
        except Exception as err:
            reason = f"It cannot be unpacked ({_name(err)}); get the archive again."
            yield reject(source, reason)


def _find_problem(info: zipfile.ZipInfo) -> str | None:
    """Why a member is not unpacked, told from the archive's directory."""
    if info.flag_bits & 0x1:
        return "It is locked with a password; unpack it and read what is inside."
    if stat.S_ISLNK(info.external_attr >> 16):
        return "It is a link and not followed; give the file it stands for."
    return None


def _find_overlapping(members: list[zipfile.ZipInfo]) -> set[int]:
    """The `id` of each member whose bytes begin inside another's.

    So a few kilobytes pass for thousands of large members (D. Fifield, "A better zip
    bomb", WOOT 2019). Which of several is the true one cannot be told.
    """
    overlapping: set[int] = set()
    before: zipfile.ZipInfo | None = None
    end = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        if before is not None and info.header_offset < end:
            overlapping |= {id(before), id(info)}
        if info.header_offset + info.compress_size >= end:
            before, end = info, info.header_offset + info.compress_size + 1
    return overlapping


def _is_hidden(name: str) -> bool:
    """Whether a member would be hidden in a folder, or is what macOS adds."""
    pieces = name.replace("\\", "/").split("/")
    return pieces[0] == "__MACOSX" or any(
        piece.startswith(".") and piece not in (".", "..") for piece in pieces
    )


def _show(name: str) -> str:
    """A member's name as it can be shown."""
    return (clean_line(name) or "?").encode("utf-8", "backslashreplace").decode()


def _name(err: Exception) -> str:
    """An exception in a few words."""
    return f"{type(err).__name__}: {clean_line(str(err)) or ''}"[:150].rstrip(": ")


class _Counted(io.RawIOBase):
    """An unpacked stream that stops at the limits.

    Args:
        stream: Gives unpacked bytes.
        size: Of the packed bytes.
        place: Where the archive stands; its budget is used up.
    """

    def __init__(self, stream: IO[bytes], size: int, place: Place) -> None:
        self._stream = stream
        self._budget = place.budget
        self._left = FREE_BYTES + MAX_RATIO * size

    def allow(self, size: int) -> None:
        """Let `size` more packed bytes be unpacked."""
        self._left += MAX_RATIO * size

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer` with what comes next; 0 at the end."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any buffer
        piece = self._stream.read(len(view))
        self._left -= len(piece)
        self._budget.expanded -= len(piece)
        if self._left < 0:
            raise _LimitError(
                f"It unpacks to more than {MAX_RATIO} times its size and was given up; "
                "if it is no attack, unpack it and read what is inside."
            )
        if self._budget.expanded < 0:
            raise _LimitError(
                f"The input unpacks to more than {MAX_EXPANDED:,} bytes in all, and "
                "this was not read any more; split it and read the pieces."
            )
        view[: len(piece)] = piece
        return len(piece)


def read_gzip(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """Read the one file in a gzip stream as what it is; its source keeps its name."""
    unpacked = _Gunzip(stream)
    counted = _Counted(io.BufferedReader(unpacked), 1, place)
    unpacked.counted = counted
    try:
        yield from place.read_inside(io.BufferedReader(counted), place.source)
    except _LimitError as err:
        yield reject(place.source, str(err))
    except (OSError, EOFError, zlib.error) as err:
        reason = f"It cannot be unpacked ({_name(err)}); get the file again."
        yield reject(place.source, reason)


class _Gunzip(io.RawIOBase):
    """A gzip stream unpacked, its members one behind the other."""

    PIECE = 65_536

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpacker = zlib.decompressobj(31)
        self._packed = b""
        self._begun = False
        self.counted: _Counted | None = None

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer` with what comes next; 0 at the end."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any buffer
        while True:
            if not self._packed:
                self._packed = self._stream.read(self.PIECE)
                if self.counted is not None:
                    self.counted.allow(len(self._packed))
            if not self._packed:
                if self._begun:
                    raise EOFError("it ends early")
                return 0
            self._begun = True
            piece = self._unpacker.decompress(self._packed, len(view))
            self._packed = self._unpacker.unconsumed_tail
            if self._unpacker.eof:
                self._packed = self._unpacker.unused_data.lstrip(b"\0")
                self._unpacker, self._begun = zlib.decompressobj(31), False
            if piece:
                view[: len(piece)] = piece
                return len(piece)
