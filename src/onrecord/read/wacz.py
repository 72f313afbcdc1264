"""WACZ: a ZIP of web archives with a list of the pages that were visited.

    is_wacz(names)  ->  whether a ZIP with these members is one
    read_wacz(archive, place)  ->  an article for each page of the list

Beside each page stand its frames, advertisements and answers to its scripts. The list
(`pages/*.jsonl`) says which of them is the page; without one, everything that is text
is tried. Source: Webrecorder, "Web Archive Collection Zipped", 1.1.1.
"""

import io
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import IO

import msgspec

from onrecord.read.place import Item, Place
from onrecord.read.receive import reject
from onrecord.read.warc import MAX_LINE_BYTES, MAX_PAGES, read_warc

_LIST = "datapackage.json"
_ENDINGS = (".warc", ".warc.gz")


def is_wacz(names: Collection[str]) -> bool:
    """Whether these are the members of a WACZ."""
    return _LIST in names and any(map(_is_archive, names))


def read_wacz(archive: zipfile.ZipFile, place: Place) -> Iterator[Item]:
    """Read the pages of all archives in it, in sorted order."""
    names = sorted(set(archive.namelist()))
    # Damaged members make the standard library raise nearly anything.
    try:
        pages = _read_pages(archive, names)
    except Exception as err:
        yield reject(place.source, _DAMAGED.format("list of pages", err))
        pages = None
    for name in filter(_is_archive, names):
        inner = replace(place, source=f"{place.source}!{name}", depth=place.depth + 1)
        try:
            with archive.open(name) as packed:
                yield from read_warc(_buffered(packed), inner, pages=pages)
        except Exception as err:
            yield reject(inner.source, _DAMAGED.format("web archive", err))


_DAMAGED = "The {} in this collection cannot be unpacked ({}); get the file again."


def _buffered(packed: IO[bytes]) -> io.BufferedReader:
    return io.BufferedReader(packed)  # type: ignore[arg-type] # a raw stream in all


def _is_archive(name: str) -> bool:
    return name.startswith("archive/") and name.endswith(_ENDINGS)


def _read_pages(archive: zipfile.ZipFile, names: Collection[str]) -> set[str] | None:
    """Return the addresses of pages; None where there is no list."""
    pages: set[str] = set()
    lists = [n for n in names if n.startswith("pages/") and n.endswith(".jsonl")]
    for name in lists:
        with archive.open(name) as packed:
            lines = _buffered(packed)
            while (line := lines.readline(MAX_LINE_BYTES)) and len(pages) < MAX_PAGES:
                url = _url_of(line)
                if url is not None:
                    pages.add(url.partition("#")[0])
    return pages or None


def _url_of(line: bytes) -> str | None:
    try:
        found = msgspec.json.decode(line)
    except (ValueError, RecursionError):
        return None
    url = found.get("url") if isinstance(found, dict) else None
    return url if isinstance(url, str) else None
