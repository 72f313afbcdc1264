"""Reading bytes, files, folders and stdin: the two functions that callers use.

The first bytes decide the kind; JSONL then streams line by line in flat memory, and
everything else is read whole, up to the limit. Nothing here raises for what it reads:
an input that cannot be an article is handed out as `Rejected`, in its place.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import BinaryIO

from onrecord.config import Config
from onrecord.model.article import Received, Rejected
from onrecord.read.folder import (
    STDIN,
    check_paths,
    explain_os_error,
    find_files,
    name_path,
)
from onrecord.read.html import read_html
from onrecord.read.jsonl import read_document, read_lines
from onrecord.read.kinds import HEAD_BYTES, Kind, find_kind
from onrecord.read.plain import read_plain
from onrecord.read.receive import Options, make_options, refuse_size, reject

CHUNK_BYTES = 1_048_576


def read_paths(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    *,
    config: Config,
    published: str | None = None,
    field_map: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    retrieved: str | None = None,
) -> Iterator[Received | Rejected]:
    """Read files, folders and stdin, one article at a time.

    Args:
        paths: Files; folders, of which all files are read in sorted order; `-` for
            stdin.
        config: `max_page_bytes` limits one article (of JSONL: one line).
        published: The publication day of everything read here; wins over the input.
        field_map: For JSON, our field name to the name used there.
        stdin: What `-` reads; None takes the process's own.
        retrieved: When it was fetched, stored as given; a JSON field wins over it.

    Returns:
        Articles and rejected inputs in order; `source` is the path, with `#n` for the
        n-th line of JSONL or entry of an array.

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
    return _read_all(checked, options, stdin)


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
    return _read_chunks(iter([content]), source=source, options=options)


def _read_all(
    paths: list[str], options: Options, stdin: BinaryIO | None
) -> Iterator[Received | Rejected]:
    """Read every path in order."""
    for path in paths:
        if path == STDIN:
            stream = stdin if stdin is not None else sys.stdin.buffer
            yield from _read_stream(stream, source="stdin", options=options)
            continue
        for item in find_files(path):
            if isinstance(item, Rejected):
                yield item
                continue
            source = name_path(item)
            try:
                with item.open("rb") as stream:
                    yield from _read_stream(stream, source=source, options=options)
            except OSError as err:
                yield reject(source, explain_os_error(err))


def _read_stream(
    stream: BinaryIO, *, source: str, options: Options
) -> Iterator[Received | Rejected]:
    """Read an open file or pipe."""
    chunks = iter(partial(stream.read, CHUNK_BYTES), b"")
    return _read_chunks(chunks, source=source, options=options)


def _read_chunks(
    chunks: Iterator[bytes], *, source: str, options: Options
) -> Iterator[Received | Rejected]:
    """Decide the kind by the first bytes and read on as that kind."""
    head = _take(chunks, HEAD_BYTES)
    kind = find_kind(head[:HEAD_BYTES])
    if kind is Kind.JSONL:
        yield from read_lines(chain([head], chunks), source=source, options=options)
        return
    limit = options.config.max_page_bytes
    content = head + _take(chunks, limit + 1 - len(head))
    if not isinstance(kind, Kind):
        whole = content if len(content) <= limit else None
        yield reject(source, kind, whole)
    elif len(content) > limit:
        yield refuse_size(source, None, limit)
    elif kind is Kind.JSON:
        yield from read_document(content, source=source, options=options)
    else:
        read = read_html if kind is Kind.HTML else read_plain
        yield read(content, source=source, options=options)


def _take(chunks: Iterator[bytes], size: int) -> bytes:
    """Join chunks until there are `size` bytes, or no more."""
    taken: list[bytes] = []
    while size > 0 and (chunk := next(chunks, None)) is not None:
        taken.append(chunk)
        size -= len(chunk)
    return b"".join(taken)
