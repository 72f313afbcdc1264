"""Web archives (WARC 1.0 and 1.1, plain or gzip): the pages that servers answered with.

    read_warc(stream, place)  ->  an article for each page, one record at a time

Only `response` records with status 200 that hold HTML or plain text are read; images,
scripts, requests and what a crawler writes about itself are passed over without being
held. An article's `url` is `WARC-Target-URI`, its `retrieved` is `WARC-Date`: the day
of a capture is never taken for the day of publication.

The format is a head of lines and a body of a told length, so it is read here, with a
limit on everything that a file tells: what was at hand reads a line of any length, and
says what is wrong on stderr (docs/decisions/0007). Source: ISO 28500:2017.
"""

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

from onrecord.errors import InputError
from onrecord.read.body import PIECE_BYTES, read_body
from onrecord.read.kinds import HEAD_BYTES, Kind, find_kind
from onrecord.read.place import Item, Place
from onrecord.read.receive import refuse_size, reject
from onrecord.read.web import is_web_address

MAX_LINE_BYTES = 65_536
MAX_HEAD_BYTES = 262_144
MAX_LENGTH_DIGITS = 15
MAX_PAGES = 1_000_000
"""Addresses that are kept of a list of pages."""

MAX_RATIO = 400
FREE_BYTES = 10_000_000
"""Text packs to a tenth; what unpacks to more than this is made to do harm."""

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
# Texts that servers keep for programs.
_FOR_PROGRAMS = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|llms|llms-full|sellers)\.(?:txt|json)$"
)
_VERSION = re.compile(rb"WARC/[01]\.\d+\s*$")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_MOVED = range(300, 400)
_OK = 200


_ReadLine = Callable[[int], bytes]


class _BrokenError(Exception):
    """The archive cannot be read on from here; the message says why."""


@dataclass(frozen=True, slots=True)
class _Record:
    """The head of a record, names in lower case, and how long its body is."""

    head: Mapping[str, str]
    length: int

    @property
    def url(self) -> str:
        """Where it was captured."""
        return self.head.get("warc-target-uri", "").strip("<> ")


def read_warc(
    stream: BinaryIO, place: Place, *, pages: set[str] | None = None
) -> Iterator[Item]:
    """Read the pages of a web archive.

    Args:
        stream: At its first byte; read to its end in flat memory.
        place: Where it stands.
        pages: Addresses, where it is known which of the answers are pages and not
            frames or advertisements in them; where one leads on is added.
    """
    number = 1
    try:
        opened = _open(stream)
        while (record := _next_record(opened)) is not None:
            body = _Body(opened, record.length)
            yield from _read_record(record, body, number, place, pages)
            body.skip()
            number += 1
    except (_BrokenError, OSError, EOFError, zlib.error) as err:
        yield reject(
            f"{place.source}#{number}",
            f"The web archive cannot be read on from record {number} ({err}); what "
            "stands before it was read. Get the file again if it was cut off.",
        )
    else:
        if number == 1:
            yield reject(place.source, "The web archive holds no records.")


def _open(stream: BinaryIO) -> io.BufferedReader:
    """Unpack a stream where it is packed."""
    counted = _Counted(stream)
    buffered: io.BufferedReader = io.BufferedReader(counted)
    if buffered.peek(2)[:2] != b"\x1f\x8b":
        return buffered
    return io.BufferedReader(_Limited(gzip.GzipFile(fileobj=buffered), counted))


class _Counted(io.RawIOBase):
    """A stream that counts what was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any buffer
        piece = self._stream.read(len(view))
        view[: len(piece)] = piece
        self.size += len(piece)
        return len(piece)


class _Limited(io.RawIOBase):
    """An unpacked stream that ends where it gives too much for its packed size."""

    def __init__(self, stream: gzip.GzipFile, packed: _Counted) -> None:
        self._stream, self._packed = stream, packed
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any buffer
        # No further than one step: what is damaged must not cost what stands before.
        piece = self._stream.read1(len(view))
        view[: len(piece)] = piece
        self._size += len(piece)
        if self._size > FREE_BYTES + MAX_RATIO * self._packed.size:
            raise _BrokenError(f"it unpacks to more than {MAX_RATIO} times its size")
        return len(piece)


class _Body:
    """What is left of a record's body."""

    def __init__(self, stream: io.BufferedReader, length: int) -> None:
        self._stream, self.left = stream, length

    def chunks(self) -> Iterator[bytes]:
        """Give all that is left, in pieces."""
        while piece := self.read(PIECE_BYTES):
            yield piece

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes."""
        wanted = min(size, self.left)
        piece = self._stream.read(wanted) if wanted else b""
        if len(piece) < wanted:
            raise _BrokenError("it breaks off inside a record")
        self.left -= len(piece)
        return piece

    def readline(self, limit: int) -> bytes:
        """Return up to the next line end, or `limit` bytes."""
        line = self._stream.readline(min(limit, self.left))
        self.left -= len(line)
        return line

    def skip(self) -> None:
        """Pass over what is left."""
        for _ in self.chunks():
            pass


def _next_record(stream: io.BufferedReader) -> _Record | None:
    """Read the head of the next record; None at the end."""
    line = b"\n"
    while line in (b"\r\n", b"\n"):
        line = stream.readline(MAX_LINE_BYTES)
    if not line:
        return None
    if not _VERSION.match(line):
        raise _BrokenError("no record begins here")
    head = _read_head(stream.readline)
    told = head.get("content-length", "")
    if not (told.isascii() and told.isdigit() and len(told) <= MAX_LENGTH_DIGITS):
        raise _BrokenError("a record does not tell its length")
    return _Record(head, int(told))


def _read_head(readline: _ReadLine) -> dict[str, str]:
    """Read `Name: value` lines up to an empty one; the first of a name counts."""
    head: dict[str, list[str]] = {}
    size = 0
    name = ""
    while (line := readline(MAX_LINE_BYTES)) not in (b"\r\n", b"\n", b""):
        size += len(line)
        if size > MAX_HEAD_BYTES or not line.endswith(b"\n"):
            raise _BrokenError("the head of a record is too long or breaks off")
        text = line.decode("utf-8", errors="replace")
        if text[0] in " \t" and name:
            head[name].append(text.strip())
            continue
        before, colon, value = text.partition(":")
        name = before.strip().lower() if colon else ""
        if name and name not in head:
            head[name] = [value.strip()]
        else:
            name = ""
    return {name: " ".join(filter(None, values)) for name, values in head.items()}


def _read_record(
    record: _Record, body: _Body, number: int, place: Place, pages: set[str] | None
) -> Iterator[Item]:
    """Read a record if it is a page."""
    is_answer = record.head.get("warc-type") == "response"
    if not is_answer or not is_web_address(record.url):
        return
    if pages is not None and record.url not in pages:
        return
    source = f"{place.source}#{number}"
    status = _read_status(body.readline(MAX_LINE_BYTES))
    try:
        head = _read_head(body.readline)
    except _BrokenError:
        # Where the record ends is told by its length, so the next one can be read.
        yield reject(source, _NO_HEAD)
        return
    if status in _MOVED and pages is not None and len(pages) < MAX_PAGES:
        pages.add(_follow(record.url, head.get("location", "")))
    if status != _OK or not _is_page(record.url, head):
        return
    limit = place.options.config.max_page_bytes
    if body.left > limit:
        yield refuse_size(source, body.left, limit)
        return
    try:
        content = _unpack(body.read(body.left), head, limit)
    except InputError as err:
        yield reject(source, str(err))
        return
    yield from _read_page(content, record, source, place)


_NO_HEAD = (
    "The answer in this record has a head that is too long or breaks off; get the page "
    "again."
)


def _read_page(
    content: bytes, record: _Record, source: str, place: Place
) -> Iterator[Item]:
    """Read what was captured, if its content is that of a page too."""
    if find_kind(content[:HEAD_BYTES]) not in (Kind.HTML, Kind.TEXT):
        return
    options = replace(
        place.options, address=record.url, retrieved=record.head.get("warc-date")
    )
    yield from place.read_inside(content, source, options=options)


def _read_status(line: bytes) -> int:
    """Return the status of an answer; 0 where it tells none."""
    match = re.match(rb"HTTP/[\d.]+\s+(\d{3})\b", line)
    return int(match[1]) if match else 0


def _is_page(url: str, head: Mapping[str, str]) -> bool:
    """Whether an answer says that it is text for people."""
    kind = head.get("content-type", "").partition(";")[0].strip().lower()
    return kind in _PAGE_TYPES and not _FOR_PROGRAMS.search(_path(url))


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _follow(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return url


def _unpack(content: bytes, head: Mapping[str, str], limit: int) -> bytes:
    """Return a body as a browser sees it.

    Crawlers may have unpacked it already and left the head as it was.

    Raises:
        InputError: it is too large or packed in an unknown way.
    """
    if "chunked" in head.get("transfer-encoding", "").lower():
        content = _join_chunks(content)
    packing = head.get("content-encoding")
    if find_kind(content[:HEAD_BYTES]) in (Kind.HTML, Kind.TEXT):
        packing = None
    return read_body([content], packing, limit=limit)


def _join_chunks(content: bytes) -> bytes:
    """Join the chunks of a body; as it is where it has none."""
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK.match(content, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        start = match.end()
        pieces.append(content[start : start + size])
        at = start + size
        # The line end behind the chunk.
        at += len(content[at : at + 2]) - len(content[at : at + 2].lstrip(b"\r\n"))
    return b"".join(pieces) if pieces and at >= len(content) else content
