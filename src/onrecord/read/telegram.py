"""Telegram's JSON export (`result.json`): every message with words is an article.

One channel or chat, or all of them (`chats.list`). The channel's name is the outlet,
the message's number the `ref`, its day the one the export shows (basis `export`), and
the channel that a message was forwarded from is its author. Service messages (somebody
joined, a photo was pinned) are passed over, and so are messages without words.

Exports reach hundreds of megabytes, so messages are taken from the stream one by one
(`json_stream.py`). The bytes received of a message are how it stands in the file.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from onrecord.model.article import PublishedBasis
from onrecord.read.dateline import find_dateline
from onrecord.read.days import parse_day
from onrecord.read.json_stream import Entry, JsonStream
from onrecord.read.kinds import Kind
from onrecord.read.names import clean_line
from onrecord.read.place import Item, Place
from onrecord.read.receive import Found, receive, reject

_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_NAME = re.compile(r'"name"\s*:\s*"((?:[^"\\]|\\.){1,300})"')
_NEXT = re.compile(r'\}\s*,\s*(?=\{\s*"id"\s*:)')
_NOTHING = "The export holds no messages with words; export a channel with its texts."


def read_telegram(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """Read an export, one message at a time."""
    export = JsonStream(stream, limit=place.options.config.max_page_bytes)
    found_any = False
    while (before := export.find(_MESSAGES)) is not None:
        names = _NAME.findall(before)
        chat = _unescape(names[-1]) if names else None
        for number, entry in enumerate(export.entries(_NEXT), start=1):
            item = _read_entry(entry, number, chat, place)
            if item is not None:
                found_any = True
                yield item
    if not found_any:
        yield reject(place.source, _NOTHING)


def _read_entry(
    entry: Entry, number: int, chat: str | None, place: Place
) -> Item | None:
    """Read one entry of a chat; None for what is no message of words."""
    content, value = entry.written.encode("utf-8", "surrogatepass"), entry.value
    if entry.problem is not None:
        return reject(f"{place.source}#{number}", entry.problem, content)
    if not isinstance(value, dict):
        reason = "This entry is no message; export the channel again."
        return reject(f"{place.source}#{number}", reason, content)
    text = join_text(value.get("text"))
    if value.get("type") != "message" or not text.strip():
        return None
    ref = str(value.get("id", number))
    source = f"{place.source}#{ref}"
    return receive(
        _find(value, text, ref, chat),
        content,
        source=source,
        media_type=Kind.TELEGRAM,
        options=place.options,
    )


def join_text(value: object) -> str:
    """Return a message's text: a string, or pieces of which some are marked up."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    pieces = (one.get("text") if isinstance(one, dict) else one for one in value)
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _find(value: Mapping[str, Any], text: str, ref: str, chat: str | None) -> Found:
    """Gather the fields of one message."""
    printed = value.get("date")
    day = parse_day(printed) if isinstance(printed, str) else None
    dateline = find_dateline(text)
    sender = clean_line(value.get("from"))
    named = (
        clean_line(value.get("forwarded_from")),
        clean_line(value.get("author")),
        sender if sender != chat else None,
    )
    author = next(filter(None, named), None)
    return Found(
        text=text,
        ref=ref,
        publisher=chat or sender,
        authors=(author,) if author else (),
        published=day,
        basis=PublishedBasis.EXPORT if day else None,
        dateline=dateline.place if dateline else None,
    )


def _unescape(written: str) -> str | None:
    """A JSON string's value."""
    try:
        return clean_line(json.loads(f'"{written}"'))
    except ValueError:
        return None
