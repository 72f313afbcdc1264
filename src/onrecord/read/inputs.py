"""Reading bytes, files, folders and stdin: the two functions that callers use.

The first bytes decide the kind. Kinds that hold many articles stream in flat memory
(`_STREAMED`), everything else is read whole, up to the limit (`_WHOLE`); a new kind
plugs in with one line in one of the two tables (`place.py` has the interface). Nothing
here raises for what it reads: an input that cannot be an article is handed out as
`Rejected`, in its place.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import BinaryIO

from onrecord.config import Config
from onrecord.model.article import Received, Rejected
from onrecord.read.archive import read_gzip, read_zip
from onrecord.read.encoding import decode
from onrecord.read.feed import read_feed, read_json_feed
from onrecord.read.folder import (
    STDIN,
    check_paths,
    explain_os_error,
    find_files,
    name_path,
)
from onrecord.read.follow import follow as follow_entries
from onrecord.read.follow import read_address
from onrecord.read.jsonl import read_document, read_lines
from onrecord.read.kinds import HEAD_BYTES, Kind, find_kind
from onrecord.read.mail import read_mbox, read_whole_mail
from onrecord.read.mht import read_mht, read_saved_html
from onrecord.read.ninjs import read_ninjs
from onrecord.read.pdf import read_pdf
from onrecord.read.place import Budget, Item, Place
from onrecord.read.plain import read_plain
from onrecord.read.press import is_export, read_export, split_blocks
from onrecord.read.receive import Options, make_options, refuse_size, reject
from onrecord.read.rewound import rewind
from onrecord.read.table import read_table
from onrecord.read.telegram import read_telegram
from onrecord.read.warc import read_warc
from onrecord.read.web import Fetch, is_web_address

CHUNK_BYTES = 1_048_576


def read_paths(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    *,
    config: Config,
    published: str | None = None,
    field_map: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    retrieved: str | None = None,
    fetch: Fetch | None = None,
    follow: bool = False,
) -> Iterator[Received | Rejected]:
    """Read files, folders, stdin and web addresses, one article at a time.

    Args:
        paths: Files; folders, of which all files are read in sorted order; `-` for
            stdin.
        config: `max_page_bytes` limits one article (of JSONL: one line).
        published: The publication day of everything read here; wins over the input.
        field_map: For JSON, our field name to the name used there.
        stdin: What `-` reads; None takes the process's own.
        retrieved: When it was fetched, stored as given; a JSON field wins over it.
        fetch: Fetches the pages whose addresses stand among `paths` (`fetch.Fetcher`);
            without it nothing leaves the machine, and they are rejected.
        follow: Fetch the pages that feeds name, too.

    Returns:
        Articles and rejected inputs in order; `source` is the path, with `#n` for the
        n-th line, entry or message in it and `!name` for a member of an archive.

    Raises:
        InputError: At the call: a path that does not exist, a `published` that is no
            day, a field map with an unknown field. Never later.
    """
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    checked = [os.fspath(path) for path in named]
    check_paths(checked)
    options = make_options(
        config, published=published, field_map=field_map, retrieved=retrieved
    )
    options = replace(options, follow=fetch if follow else None)
    return _read_all(checked, options, stdin, fetch)


def read_bytes(
    content: bytes,
    *,
    source: str,
    config: Config,
    published: str | None = None,
    field_map: Mapping[str, str] | None = None,
    retrieved: str | None = None,
) -> Iterator[Received | Rejected]:
    """Read bytes that are already in memory; see `read_paths` for the arguments.

    Args:
        content: One page, one text, or any number of JSON objects.
        source: Where they came from, for messages.
        config: `max_page_bytes` limits one article.
        published: The publication day; wins over the input.
        field_map: For JSON, our field name to the name used there.
        retrieved: When it was fetched.

    Raises:
        InputError: At the call: a `published` that is no day, an unknown field.
    """
    options = make_options(
        config, published=published, field_map=field_map, retrieved=retrieved
    )
    return _read_named(BytesIO(content), source=source, options=options)


def _read_all(
    paths: list[str],
    options: Options,
    stdin: BinaryIO | None,
    fetch: Fetch | None,
) -> Iterator[Received | Rejected]:
    """Read every path in order."""
    for path in paths:
        if path == STDIN:
            stream = stdin if stdin is not None else sys.stdin.buffer
            yield from _read_named(stream, source="stdin", options=options)
            continue
        if is_web_address(path):
            place = Place(path, options, read_any, Budget())
            yield from read_address(path, fetch or _fetch_nothing, place)
            continue
        for item in find_files(path):
            if isinstance(item, Rejected):
                yield item
                continue
            source = name_path(item)
            try:
                with item.open("rb") as stream:
                    yield from _read_named(stream, source=source, options=options)
            except OSError as err:
                yield reject(source, explain_os_error(err))


def _fetch_nothing(url: str) -> Rejected:
    return reject(url, "It is a web address, and nothing may be fetched here.")


def _read_named(stream: BinaryIO, *, source: str, options: Options) -> Iterator[Item]:
    """Read an open file or pipe that the caller named, with all that is inside it."""
    return read_any(stream, Place(source, options, read_any, Budget()))


def read_any(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """Decide the kind by the first bytes and read on as that kind."""
    head = _take(stream, HEAD_BYTES)
    kind = find_kind(head[:HEAD_BYTES], field_map=place.options.field_map)
    streamed = _STREAMED.get(kind) if isinstance(kind, Kind) else None
    if streamed is not None:
        yield from streamed(rewind(head, stream), place)
        return
    limit = place.options.config.max_page_bytes
    content = head + _take(stream, limit + 1 - len(head))
    if not isinstance(kind, Kind):
        whole = content if len(content) <= limit else None
        yield reject(place.source, kind, whole)
    elif len(content) > limit:
        yield refuse_size(place.source, None, limit)
    elif kind in _WHOLE:
        yield from _WHOLE[kind](content, place)
    else:
        yield reject(place.source, _NO_READER.format(kind), content)


_NO_READER = "This is {}, which is not read; save it as HTML or plain text."


def _read_jsonl(stream: BinaryIO, place: Place) -> Iterator[Item]:
    chunks = iter(partial(stream.read, CHUNK_BYTES), b"")
    return read_lines(chunks, source=place.source, options=place.options)


def _read_json(content: bytes, place: Place) -> Iterator[Item]:
    return read_document(content, source=place.source, options=place.options)


def _read_text(content: bytes, place: Place) -> Iterator[Item]:
    text = decode(content)
    if text is not None and is_export(text):
        blocks = split_blocks(text)
        items = read_export(blocks, content, Kind.TEXT, place, is_text=True)
        if items is not None:
            yield from items
            return
    yield read_plain(content, source=place.source, options=place.options)


_STREAMED: Mapping[Kind, Callable[[BinaryIO, Place], Iterator[Item]]] = {
    Kind.GZIP: read_gzip,
    Kind.JSONL: _read_jsonl,
    Kind.MBOX: read_mbox,
    Kind.TABLE: read_table,
    Kind.TELEGRAM: read_telegram,
    Kind.WARC: read_warc,
    Kind.ZIP: read_zip,
}
"""Kinds of any size; their readers are given the stream, at its first byte."""

_WHOLE: Mapping[Kind, Callable[[bytes, Place], Iterator[Item]]] = {
    Kind.FEED: follow_entries(read_feed),
    Kind.HTML: read_saved_html,
    Kind.JSON: _read_json,
    Kind.JSON_FEED: follow_entries(read_json_feed),
    Kind.MAIL: read_whole_mail,
    Kind.MHT: read_mht,
    Kind.NINJS: read_ninjs,
    Kind.PDF: read_pdf,
    Kind.TEXT: _read_text,
}
"""Kinds that are read whole, up to `max_page_bytes`."""


def _take(stream: BinaryIO, size: int) -> bytes:
    """Read until there are `size` bytes, or no more: a pipe gives what it has."""
    taken: list[bytes] = []
    while size > 0 and (chunk := stream.read(min(size, CHUNK_BYTES))):
        taken.append(chunk)
        size -= len(chunk)
    return b"".join(taken)
