"""What kind of input some bytes are, told from the bytes and never from a file name.

    find_kind(head)  ->  Kind.HTML | Kind.JSONL | Kind.FEED | ...
                     ->  a sentence that says why it cannot be read and what to do

Only the first `HEAD_BYTES` are looked at, so a stream is decided before it is read.
`JSONL` is one object a line; `JSON` is one object over several lines, or an array. What
is told only by the whole (an Office document from any other ZIP, an export of a press
database from any other text) is told by the reader.
"""

import codecs
import json
import re
import zlib
from collections.abc import Mapping
from enum import StrEnum

from onrecord.read.dialect import find_dialect

HEAD_BYTES = 65_536

EMPTY = "It is empty; give a file that holds an article."


class Kind(StrEnum):
    """The kinds that are read; the values are media types."""

    HTML = "text/html"
    JSONL = "application/x-ndjson"
    JSON = "application/json"
    TEXT = "text/plain"
    TABLE = "text/csv"
    FEED = "application/rss+xml"
    JSON_FEED = "application/feed+json"
    NINJS = "application/vnd.iptc.ninjs+json"
    TELEGRAM = "application/vnd.telegram.export+json"
    MAIL = "message/rfc822"
    MBOX = "application/mbox"
    MHT = "multipart/related"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ZIP = "application/zip"
    GZIP = "application/gzip"
    WARC = "application/warc"


_UNPACK = "unpack it and read what is inside."
_SAVE = "save it as HTML or plain text and read that."
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"This is an RTF document; {_SAVE}"),
    (b"\xd0\xcf\x11\xe0", f"This is an old Office document; {_SAVE}"),
    (b"PK\x05\x06", "This is an empty ZIP archive; give a file that holds an article."),
    (b"BZh", f"This is packed with bzip2; {_UNPACK}"),
    (b"\xfd7zXZ\x00", f"This is packed with xz; {_UNPACK}"),
    (b"\x28\xb5\x2f\xfd", f"This is packed with zstd; {_UNPACK}"),
    (b"7z\xbc\xaf\x27\x1c", f"This is a 7z archive; {_UNPACK}"),
    (b"Rar!\x1a\x07", f"This is a RAR archive; {_UNPACK}"),
    (
        b"SQLite format 3\x00",
        "This is an SQLite database; if it is a case file, name it with --case.",
    ),
)
_PACKED: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"PK\x03\x04", Kind.ZIP),
    (b"WARC/", Kind.WARC),
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
_FEED = re.compile(r"<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]", re.IGNORECASE)
_SITE_MAP = re.compile(r"<(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_XML = re.compile(r"<(?:\?xml|svg|nitf|newsitem|newsml)[\s>]", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|$))')
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version')
_NINJS = re.compile(
    r'"standard"\s*:\s*\{[^{}]{0,300}"ninjs"'
    r'|"(?:pubstatus|versioncreated|bod(?:y_(?:text|html|xhtml)|ies))"\s*:'
)
_TELEGRAM = re.compile(
    r'"type"\s*:\s*"(?:(?:public|private)_(?:super)?(?:channel|group)|personal_chat'
    r'|bot_chat|saved_messages)"'
)
_TELEGRAM_ALL = re.compile(r'\s*\{\s*"about"\s*:')
_MBOX = re.compile(
    r"From (?:\S+ )+\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} .{10,40}\r?\n"
    r">?[A-Za-z][\w-]*:"
)
# What follows a name in a mail's head; a folded line begins with white space.
_MAIL_LINE = re.compile(r"([A-Za-z][\w-]*):.*(?:\r?\n[ \t].*)*(?:\r?\n|$)")
_MAIL_SURE = frozenset({"received", "return-path", "delivered-to", "message-id"})
# A page saved as MHT has these in its head and no reader of mail.
_MHT = re.compile(
    r"^Snapshot-Content-Location:|^From: .{0,40}Saved by"
    r"|^Content-Type:\s*multipart/related\b",
    re.IGNORECASE | re.MULTILINE,
)


def find_kind(head: bytes, *, field_map: Mapping[str, str] | None = None) -> Kind | str:
    """Tell the kind from the first bytes.

    Args:
        head: The first `HEAD_BYTES`, or all there are.
        field_map: Names of columns, by which a table is told from text with commas.

    Returns:
        The kind, or the sentence that says why this is not read.
    """
    if not head.strip(b" \t\r\n\x0b\x0c"):
        return EMPTY
    # Some programs write a byte order mark or blank lines before a PDF.
    bare = head[:1024].lstrip(b"\xef\xbb\xbf\r\n\t ")
    for signature, kind in _PACKED:
        if bare.startswith(signature):
            return kind
    if head.startswith(b"\x1f\x8b"):
        return _find_gzip(head)
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
    found = _find_text_kind(text, complete=len(head) < HEAD_BYTES)
    if found is Kind.TEXT and find_dialect(text, field_map=field_map or {}) is not None:
        return Kind.TABLE
    if wide and found in _JSON_KINDS:
        return "This is JSON in UTF-16; save it as UTF-8 and read that."
    return found


_JSON_KINDS = (Kind.JSON, Kind.JSONL, Kind.JSON_FEED, Kind.NINJS, Kind.TELEGRAM)


def _find_gzip(head: bytes) -> Kind:
    """Whether gzip holds a web archive, which has a reader of its own, or a file."""
    try:
        inside = zlib.decompressobj(31).decompress(head, 16)
    except zlib.error:
        return Kind.GZIP
    return Kind.WARC if inside.startswith(b"WARC/") else Kind.GZIP


def _find_text_kind(text: str, *, complete: bool) -> Kind | str:
    """The kind of something that consists of characters."""
    if _JSON.match(text):
        return _find_json_kind(text) or _find_layout(text, complete=complete)
    start = text[_matched(_COMMENTS, text) :]
    if start.startswith("<"):
        early = start[:1024]
        if not _LATE_HTML.search(early):
            if _FEED.search(early):
                return Kind.FEED
            if _SITE_MAP.search(early):
                return "This is a site map; save the articles and read those."
        if _HTML.match(start) or _LATE_HTML.search(start):
            return Kind.HTML
        if _XML.match(start):
            return f"This is XML of a kind that is not read; {_SAVE}"
    # A mail's page begins behind its head.
    mail = _find_mail(text)
    if mail is None and _LATE_HTML.search(text[:1024]):
        return Kind.HTML
    return mail or Kind.TEXT


def _find_json_kind(text: str) -> Kind | None:
    """A kind of JSON with a reader of its own, told by what its format demands."""
    start = text[:4096]
    if _JSON_FEED.search(start):
        return Kind.JSON_FEED
    # An export of all chats begins with who exported it.
    where = text if _TELEGRAM_ALL.match(start) else start
    if '"messages"' in where and _TELEGRAM.search(where):
        return Kind.TELEGRAM
    return Kind.NINJS if '"uri"' in text and _NINJS.search(text) else None


def _find_mail(text: str) -> Kind | None:
    """A mail, a mailbox or a page saved as one (MHT), told by its head."""
    if _MBOX.match(text):
        return Kind.MBOX
    names: set[str] = set()
    at = 0
    while (line := _MAIL_LINE.match(text, at)) and line.end() > at:
        names.add(line[1].lower())
        at = line.end()
    if _MHT.search(text[:at]) and not names & _MAIL_SURE:
        return Kind.MHT
    is_mail = (
        bool(names & _MAIL_SURE)
        or {"mime-version", "content-type"} <= names
        or ("from" in names and {"date", "subject"} <= names)
    )
    return Kind.MAIL if is_mail else None


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
