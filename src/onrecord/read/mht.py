"""Pages saved as one file: MHT (MHTML), and HTML as SingleFile and browsers save it.

An MHT file is a mail with the page and its pictures as parts. The page is the part that
`start` names, else the first HTML part; its address is its `Content-Location`, and
counts where the page declares none itself. HTML saved by SingleFile or by a browser
says in a comment at its head where the page stood and when it was saved:

    <!-- Page saved with SingleFile url: https://courier.example/a saved date: ... -->
    <!-- saved from url=(0027)https://courier.example/a -->
"""

import re
from collections.abc import Iterator
from email.message import Message

from onrecord.read.days import parse_day
from onrecord.read.html import read_html
from onrecord.read.kinds import Kind
from onrecord.read.mail import list_parts, parse_message, read_header, read_text
from onrecord.read.names import clean_line
from onrecord.read.overlay import as_received, overlay
from onrecord.read.place import Item, Place
from onrecord.read.receive import reject

HEAD = 4096
_NO_PAGE = (
    "This MHT file holds no page in HTML; save the page again as HTML or plain text."
)
_SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})"
    rb"(?:\s+saved date:\s*([^\r\n]{1,80}))?"
)
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{4}\)\s*(\S{1,2000})\s*-->")
# As browsers write a moment: Wed Mar 05 2031 10:11:12 GMT+0100 (a zone's name).
_MOMENT = re.compile(
    r"(?:\w{3} )?(\w{3}) (\d\d?) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d\d)(\d\d)\b"
)


def read_mht(content: bytes, place: Place) -> Iterator[Item]:
    """Read a page saved as MHT."""
    message = parse_message(content)
    if isinstance(message, str):
        yield reject(place.source, message, content)
        return
    root = _find_root(message)
    if root is None:
        yield reject(place.source, _NO_PAGE, content)
        return
    item = read_html(read_text(root), source=place.source, options=place.options)
    item = as_received(item, content, str(Kind.MHT))
    address = next(
        filter(
            None,
            (
                _address(read_header(part, name))
                for part in (root, message)
                for name in ("Content-Location", "Snapshot-Content-Location")
            ),
        ),
        None,
    )
    yield overlay(item, fill=True, url=address, title=read_header(message, "Subject"))


def read_saved_html(content: bytes, place: Place) -> Iterator[Item]:
    """Read a page; of a saved one, take its address and the day it was saved."""
    item = read_html(content, source=place.source, options=place.options)
    head = content[:HEAD]
    saved = _SINGLE_FILE.search(head) or _SAVED_FROM.search(head)
    if saved is not None:
        moment = saved[2] if saved.re is _SINGLE_FILE else None
        item = overlay(
            item,
            fill=True,
            url=_address(saved[1].decode("utf-8", "ignore")),
            retrieved=_read_moment((moment or b"").decode("utf-8", "ignore")),
        )
    yield item


def _find_root(message: Message) -> Message | None:
    """The part that is the page."""
    pages = [
        part
        for part in list_parts(message)
        if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    start = message.get_param("start")
    named = [part for part in pages if start and part.get("Content-ID") == start]
    return next(iter(named + pages), None)


def _address(value: str | None) -> str | None:
    """A full web address, or None."""
    line = clean_line(value)
    return line if line and line.startswith(("http://", "https://")) else None


def _read_moment(written: str) -> str | None:
    """A moment in ISO 8601; None where it is not understood."""
    match = _MOMENT.match(written.strip())
    if match is None:
        day = parse_day(written)
        return written.strip() if day and day.is_full else None
    day = parse_day(f"{match[2]} {match[1]} {match[3]}")
    return f"{day.edtf}T{match[4]}{match[5]}:{match[6]}" if day else None
