"""Mails: one (`.eml`) or a mailbox of them (mbox).

The article of a mail is its HTML part, read as a page, else its text part, read as
plain text. Its subject is the title, its day (basis `mail`) the local day of the
sender. A newsletter, which says how to leave its list, is published by its sender; of
any other mail the sender is the author. Attachments are read as what they are; a
forwarded mail is one; images, sound and signatures are passed over.

The bytes received of an article are the whole mail, of an attachment its own.
"""

import contextlib
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO

from onrecord.model.article import PublishedBasis, Received
from onrecord.read.days import Day, parse_day
from onrecord.read.edges import trim_edges
from onrecord.read.encoding import decode, find_codec
from onrecord.read.fragment import split_fragment
from onrecord.read.html import read_html
from onrecord.read.kinds import HEAD_BYTES, Kind, find_kind
from onrecord.read.names import clean_line
from onrecord.read.overlay import as_received, overlay, overlay_day
from onrecord.read.place import Item, Place
from onrecord.read.plain import read_plain
from onrecord.read.receive import Found, receive, refuse_size, reject

MAX_BOUNDARIES = 100
"""Parts nested deeper are an attack: the standard library's parser tests every line
against every open boundary."""

MAX_HEADER = 4000
"""Longer ones are an attack: taking their parameters apart costs the square of it."""

_NO_TEXT = "This mail has no text in it; give the article itself."
_BROKEN = "This mail could not be taken apart ({}); save its text as plain text."
# Parts that programs add and nobody reads.
_PASSED_OVER = re.compile(
    r"(?:image|audio|video|font)/|text/(?:calendar|x?-?vcard|css)"
    r"|application/(?:pgp-\w+|pkcs7-\w+|x-pkcs7-\w+|ics|ms-tnef)"
    r"|message/(?:delivery-status|disposition-notification|external-body|partial)",
    re.IGNORECASE,
)
_CONTENT_HEADER = re.compile(
    rb"^Content-[A-Za-z-]{1,40}:.*(?:\r?\n[ \t].*)*", re.IGNORECASE | re.MULTILINE
)
_FROM_LINE = re.compile(rb"From \S.*\d{4}\s*(?:[+-]\d{4})?\s*$")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|sv|vs)\s*:\s*)+", re.IGNORECASE)


def read_mbox(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """Read a mailbox, one mail at a time."""
    limit = place.options.config.max_page_bytes
    for number, (content, size) in enumerate(_cut_mbox(stream, limit), start=1):
        source = f"{place.source}#{number}"
        if content is None:
            yield refuse_size(source, size, limit)
        elif content.strip():
            yield from place.read_inside(content, source, read_mail)


def _cut_mbox(stream: BinaryIO, limit: int) -> Iterator[tuple[bytes | None, int]]:
    """Every mail of a mailbox with its size; None for one over the limit."""
    lines: list[bytes] = []
    size = 0
    is_blank, begun = True, False
    while line := stream.readline(limit):
        if is_blank and _FROM_LINE.match(line[:500]):
            if begun:
                yield _join(lines, size, limit), size
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            if size <= limit:
                lines.append(line)
        is_blank = line in (b"\n", b"\r\n")
    if begun:
        yield _join(lines, size, limit), size


def _join(lines: list[bytes], size: int, limit: int) -> bytes | None:
    """A mail as it was before the mailbox quoted its lines that begin with "From"."""
    if size > limit:
        return None
    # The blank line before the next mail belongs to the mailbox.
    if lines and lines[-1] in (b"\n", b"\r\n"):
        del lines[-1]
    return _QUOTED_FROM.sub(rb"\1", b"".join(lines))


def read_whole_mail(content: bytes, place: Place) -> Iterator[Item]:
    """Read one mail that stands by itself."""
    return _read_message(content, place)


def read_mail(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """Read one mail of a mailbox."""
    return _read_message(stream.read(), place)


def parse_message(content: bytes) -> Message | str:
    """Take a mail apart; a string is the reason why that is not possible."""
    if content.count(b"boundary=") > MAX_BOUNDARIES:
        return "It has more parts inside one another than any mail; give its text."
    if any(len(found[0]) > MAX_HEADER for found in _CONTENT_HEADER.finditer(content)):
        return "It has a header longer than any mail; give its text."
    # Broken structure makes the parser raise nearly anything.
    try:
        return message_from_bytes(content)
    except Exception as err:
        return _BROKEN.format(type(err).__name__)


def _read_message(content: bytes, place: Place) -> Iterator[Item]:
    """Read a mail's article and what is attached to it."""
    message = parse_message(content)
    if isinstance(message, str):
        yield reject(place.source, message, content)
        return
    bodies: dict[str, Message] = {}
    attached: list[Message] = []
    for part in list_parts(message):
        kind = part.get_content_type()
        is_body = kind in ("text/html", "text/plain") and not _is_attached(part)
        if is_body and kind not in bodies:
            bodies[kind] = part
        elif not is_body:
            attached.append(part)
    article = _read_bodies(message, bodies, content, place)
    inside = [item for part in attached for item in _read_attached(part, place)]
    # A mail that only brings an article says nothing itself.
    if isinstance(article, Received) or not inside:
        yield article
    yield from inside


def list_parts(message: Message) -> Iterator[Message]:
    """All parts that hold something, in order; a mail inside is one part."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting.extend(one for one in reversed(inside) if isinstance(one, Message))
        else:
            yield part


def read_part(part: Message) -> bytes:
    """Return the bytes of a part, its transfer encoding undone."""
    try:
        payload = part.get_payload(decode=True)
    except Exception:
        # The standard library raises on broken encodings of several kinds.
        payload = None
    return payload if isinstance(payload, bytes) else b""


def read_text(part: Message) -> bytes:
    """Return a text part as UTF-8 with its mark, or as it is where it is not known."""
    content = read_part(part)
    try:
        charset = part.get_content_charset()
    except Exception:
        charset = None
    text = decode(content, declared=find_codec(charset) if charset else None)
    if text is None:
        return content
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _unwrap(text, part)
    # The mark says it is UTF-8, whatever the page itself declares.
    return BOM_UTF8 + text.encode("utf-8", "surrogatepass")


def _unwrap(text: str, part: Message) -> str:
    """Join lines that end in a space, which a mail program had broken (RFC 3676)."""
    text = text.replace("\r\n", "\n")
    deleted = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    # "-- " stands before a signature and is no broken line.
    return re.sub(r"(?<!\n--) \n(?!\n)", deleted, text)


def _is_attached(part: Message) -> bool:
    """Whether a part was attached and is not shown."""
    try:
        return part.get_content_disposition() == "attachment" or bool(
            part.get_filename()
        )
    except Exception:
        return True


def _read_bodies(
    message: Message, bodies: dict[str, Message], content: bytes, place: Place
) -> Item:
    """Read the article: the page, else the text, else the page's bare words."""
    subject = read_header(message, "Subject")
    title = _REPLY.sub("", subject, count=1) if subject else None
    item: Item = reject(place.source, _NO_TEXT)
    html, plain = bodies.get("text/html"), bodies.get("text/plain")
    if html is not None:
        item = read_html(read_text(html), source=place.source, options=place.options)
    if plain is not None and not isinstance(item, Received):
        item = read_plain(read_text(plain), source=place.source, options=place.options)
    if html is not None and not isinstance(item, Received):
        item = _read_bare(html, title, place)
    item = as_received(item, content, str(Kind.MAIL))
    if isinstance(item, Received):
        known = _find_sender(message)
        item = overlay(item, title=title, ref=read_header(message, "Message-ID"))
        item = overlay(item, fill=True, **known)
        item = overlay_day(item, place, _find_day(message), PublishedBasis.MAIL)
    return item


def _read_bare(html: Message, title: str | None, place: Place) -> Item:
    """All words of a page that has no story by its form, as newsletters in tables."""
    content = read_text(html)
    markup = decode(content) or ""
    edges = trim_edges(split_fragment(markup), titles=(title,) if title else ())
    found = Found(text="\n\n".join(edges.paragraphs), authors=edges.authors)
    return receive(
        found,
        content,
        source=place.source,
        media_type=Kind.MAIL,
        options=place.options,
    )


def _find_sender(message: Message) -> dict[str, str | tuple[str, ...] | None]:
    """Whose article it is: of a newsletter the outlet, of a letter the author."""
    name, address = "", read_header(message, "From") or ""
    # Comments inside comments make the parser call itself.
    with contextlib.suppress(Exception):
        name, address = parseaddr(address)
    sender = clean_line(name) or clean_line(address)
    is_list = message.get("List-Unsubscribe") or message.get("List-Id")
    if is_list or sender is None:
        return {"publisher": sender}
    return {"authors": (sender,)}


def _find_day(message: Message) -> Day | None:
    """The sender's local day."""
    printed = read_header(message, "Date")
    # A comment behind the zone ("(CET)") is allowed and says nothing.
    return parse_day(re.sub(r"\s*\([^()]*\)\s*$", "", printed)) if printed else None


def read_header(message: Message, name: str) -> str | None:
    """Return a header on one line, its encoded words decoded."""
    given = message.get(name)
    if given is None:
        return None
    value = str(given)[:MAX_HEADER]
    # Of an unknown charset, or bytes that are none of it, it is read as it stands.
    with contextlib.suppress(Exception):
        value = str(make_header(decode_header(value)))
    line = clean_line(value)
    return line.encode("utf-8", "ignore").decode() or None if line else None


def _read_attached(part: Message, place: Place) -> Iterator[Item]:
    """Read an attachment as what it is; what nobody reads is passed over."""
    kind = part.get_content_type()
    if _PASSED_OVER.match(kind):
        return
    source = f"{place.source}!{_find_name(part)}"
    content = _inner_mail(part) if kind == "message/rfc822" else read_part(part)
    found = find_kind(content[:HEAD_BYTES], field_map=place.options.field_map)
    if isinstance(found, Kind):
        yield from place.read_inside(content, source)
    else:
        yield reject(source, found, content)


def _inner_mail(part: Message) -> bytes:
    """A forwarded mail, written out again."""
    inside = part.get_payload()
    try:
        return bytes(inside[0]) if isinstance(inside, list) else read_part(part)  # type: ignore[arg-type] # a message
    except Exception:
        # A part that was read may still not be written, as with a wrong charset.
        return b""


def _find_name(part: Message) -> str:
    """An attachment's name as it can be shown."""
    try:
        name = clean_line(part.get_filename())
    except Exception:
        name = None
    return name or part.get_content_type()
