"""What kind of input some bytes are, told from the bytes and never from a file name.

    find_kind(head)  ->  Kind.HTML | Kind.JSONL | Kind.JSON | Kind.TEXT
                     ->  a sentence that says why it cannot be read and what to do

Only the first `HEAD_BYTES` are looked at, so a stream is decided before it is read.
`JSONL` is one object a line; `JSON` is one object over several lines, or an array.
"""

import codecs
import json
import re
from enum import StrEnum

HEAD_BYTES = 65_536

EMPTY = "It is empty; give a file that holds an article."


class Kind(StrEnum):
    """The kinds that are read; the values are media types."""

    HTML = "text/html"
    JSONL = "application/x-ndjson"
    JSON = "application/json"
    TEXT = "text/plain"


_UNPACK = "unpack it and read what is inside."
_SAVE = "save it as HTML or plain text and read that."
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", f"This is a PDF; {_SAVE}"),
    (b"{\\rtf", f"This is an RTF document; {_SAVE}"),
    (b"\xd0\xcf\x11\xe0", f"This is an old Office document; {_SAVE}"),
    (b"PK\x03\x04", f"This is a ZIP archive, Office document or e-book; {_UNPACK}"),
    (b"PK\x05\x06", "This is an empty ZIP archive; give a file that holds an article."),
    (b"\x1f\x8b", f"This is packed with gzip; {_UNPACK}"),
    (b"BZh", f"This is packed with bzip2; {_UNPACK}"),
    (b"\xfd7zXZ\x00", f"This is packed with xz; {_UNPACK}"),
    (b"\x28\xb5\x2f\xfd", f"This is packed with zstd; {_UNPACK}"),
    (b"7z\xbc\xaf\x27\x1c", f"This is a 7z archive; {_UNPACK}"),
    (b"Rar!\x1a\x07", f"This is a RAR archive; {_UNPACK}"),
    (b"WARC/", "This is a web archive (WARC); take the pages out and read those."),
    (
        b"SQLite format 3\x00",
        "This is an SQLite database; if it is a case file, name it with --case.",
    ),
)
_IMAGE = "This is an image; give the text of the article instead."
_SOUND = "This is sound or video; give a transcript as plain text instead."
_MEDIA: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"RIFF", "This is an image or a sound; give the text of the article instead."),
)
_MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_COMMENTS = re.compile(r"\s*(?:<!--.*?-->\s*)*", re.DOTALL)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|div|section|p|h1|h2|title|meta"
    r"|table|center|font|script|style|link|base)[\s>/]",
    re.IGNORECASE,
)
_LATE_HTML = re.compile(
    r"(?:^|>)\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.MULTILINE
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_XML = re.compile(r"<(?:\?xml|svg|nitf|newsitem|newsml)[\s>]", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|$))')
_MAIL = re.compile(
    r"(?:From \S+@\S+ .*\n|(?:Return-Path|Delivered-To|Received|MIME-Version): )"
)


def find_kind(head: bytes) -> Kind | str:
    """Tell the kind from the first bytes.

    Returns:
        The kind, or the sentence that says why this is not read.
    """
    if not head.strip(b" \t\r\n\x0b\x0c"):
        return EMPTY
    for signature, reason in _SIGNATURES + _MEDIA:
        if head.startswith(signature):
            return reason
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not wide:
        problem = _find_binary(head)
        if problem is not None:
            return problem
    text = _peek(head)
    if not text.strip():
        return EMPTY
    kind = _find_text_kind(text, complete=len(head) < HEAD_BYTES)
    if wide and kind in (Kind.JSON, Kind.JSONL):
        return "This is JSON in UTF-16; save it as UTF-8 and read that."
    return kind


def _find_text_kind(text: str, *, complete: bool) -> Kind | str:
    """The kind of something that consists of characters."""
    if _JSON.match(text):
        return _find_layout(text, complete=complete)
    start = text[_matched(_COMMENTS, text) :]
    if start.startswith("<"):
        early = start[:1024]
        if _FEED.search(early) and not _LATE_HTML.search(early):
            return "This is a feed or a site map; save the articles and read those."
        if _HTML.match(start) or _LATE_HTML.search(start):
            return Kind.HTML
        if _XML.match(start):
            return f"This is XML of a kind that is not read; {_SAVE}"
    if _LATE_HTML.search(text[:1024]):
        return Kind.HTML
    if _MAIL.match(text):
        return "This is an e-mail; save the article in it as HTML or plain text."
    return Kind.TEXT


def _find_layout(text: str, *, complete: bool) -> Kind:
    """Whether JSON is one object a line or one document over several lines.

    Only a first line that is no object by itself can begin a document; if the next
    line begins an object of its own, the first one is merely broken.
    """
    lines = text.lstrip().split("\n")
    if lines[0].startswith("["):
        return Kind.JSON
    if len(lines) == 1 or _is_object(lines[0]):
        return Kind.JSONL
    rest = lines[1:] if complete else lines[1:-1]
    following = next((line.rstrip() for line in rest if line.strip()), "")
    return Kind.JSONL if following.startswith("{") else Kind.JSON


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _find_binary(head: bytes) -> str | None:
    """Why these bytes are no text in any 8-bit encoding, or None."""
    if 0 in head:
        # UTF-16 without its mark: every second byte of Latin text is zero.
        if head[1::2].count(0) > 0.4 * len(head) / 2 and 0 not in head[::2]:
            return "This looks like UTF-16 without its mark; save it as UTF-8."
        if head[::2].count(0) > 0.4 * len(head) / 2 and 0 not in head[1::2]:
            return "This looks like UTF-16 without its mark; save it as UTF-8."
    if head.count(0) > 0.001 * len(head):
        return f"This is a binary file; {_SAVE}"
    controls = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b\x1a" for byte in head)
    return f"This is a binary file; {_SAVE}" if controls > 0.02 * len(head) else None


def _peek(head: bytes) -> str:
    """The head as characters, good enough to see markup; marks at its start are off."""
    for mark in _MARKED:
        if head.startswith(mark):
            wide = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
            return head[len(mark) :].decode(wide.get(mark, "utf-8"), errors="ignore")
    return head.decode("utf-8", errors="replace")


def _matched(pattern: re.Pattern[str], text: str) -> int:
    """End of `pattern` at the start of `text`."""
    match = pattern.match(text)
    return match.end() if match else 0
