"""Plain text: an optional header block, then the article, character for character.

    Title: Tavara arrests Orvenian survey chief
    Outlet: Corvane Wire
    Published: 2031-03-07
    Byline: By Jonas Merrit

    QUELLMAR, March 7 (Corvane) - Tavaran police have arrested ...

The block is a header when its first line has a known key and all its lines up to the
first blank one are `Key: value`; unknown keys are passed over. Exactly that one blank
line is taken off; everything after it is `text`, CRLF, no-break spaces and the last
line's end included (a byte order mark is no character and is gone). A text that really
begins with such words is kept whole by putting an empty line before it.
"""

import re

from onrecord.model.article import PublishedBasis, Received, Rejected
from onrecord.read.dateline import Dateline, find_dateline
from onrecord.read.days import Day, parse_day
from onrecord.read.edges import find_byline
from onrecord.read.encoding import decode, explain_failure
from onrecord.read.kinds import Kind
from onrecord.read.names import clean_line, split_names
from onrecord.read.receive import Found, Options, receive, reject

KEYS = {
    "title": "title",
    "headline": "title",
    "outlet": "publisher",
    "publisher": "publisher",
    "published": "published",
    "date": "published",
    "byline": "authors",
    "author": "authors",
    "authors": "authors",
    "url": "url",
    "ref": "ref",
    "language": "language",
}
"""Keys of the header block, lower case, with the field each one fills."""

_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,24}):[ \t]*([^\r\n]*)(\r\n|\r|\n|$)")
_BLANK = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n|$)")


def read_plain(content: bytes, *, source: str, options: Options) -> Received | Rejected:
    """Read one plain text."""
    text = decode(content)
    if text is None:
        return reject(source, explain_failure(content), content)
    header, start = split_header(text)
    printed = header.get("published")
    day = parse_day(printed) if printed else None
    if printed and day is None and options.published is None:
        return reject(source, explain_day(printed), content)
    found = _find(text[start:], header, day)
    return receive(found, content, source=source, media_type=Kind.TEXT, options=options)


def split_header(text: str) -> tuple[dict[str, str], int]:
    """Return the header's fields and where the article starts.

    Without a header block the fields are empty and the article starts at 0. Authors
    of several lines are joined by commas; of another field the first value counts.
    """
    fields: dict[str, str] = {}
    authors: list[str] = []
    at = 0
    while not (blank := _BLANK.match(text, at)):
        line = _LINE.match(text, at)
        if line is None or (at == 0 and line[1].strip().lower() not in KEYS):
            return {}, 0
        name = KEYS.get(line[1].strip().lower())
        value = clean_line(line[2])
        if name == "authors" and value:
            authors.append(value)
        elif name and value:
            fields.setdefault(name, value)
        at = line.end()
    if authors:
        fields["authors"] = ", ".join(authors)
    return (fields, blank.end()) if at else ({}, 0)


def explain_day(printed: str) -> str:
    """Say that a publication day which the input states is not understood."""
    return (
        f"The publication day {printed!r} is not understood; write it as YYYY-MM-DD, "
        "or give the day with --published."
    )


def settle_day(
    stated: Day | None, dateline: Dateline | None
) -> tuple[Day | None, PublishedBasis | None]:
    """Return the stated day (the caller's word), else the dateline's whole day."""
    if stated is not None:
        return stated, PublishedBasis.CALLER
    if dateline is not None and dateline.day is not None:
        return dateline.day, PublishedBasis.DATELINE
    return None, None


def _find(text: str, header: dict[str, str], stated: Day | None) -> Found:
    """Gather the fields of one text; `stated` is the header's day."""
    dateline = find_dateline(text)
    day, basis = settle_day(stated, dateline)
    authors = header.get("authors")
    return Found(
        text=text,
        title=header.get("title"),
        url=header.get("url"),
        ref=header.get("ref"),
        publisher=header.get("publisher"),
        authors=split_names(authors) if authors else find_byline(text),
        published=day,
        basis=basis,
        dateline=dateline.place if dateline else None,
        language=header.get("language"),
    )
