"""Feeds: RSS, Atom and JSON Feed. Every entry of the file is an article.

feedparser reads RSS and Atom, broken ones included; it is given bytes, never an
address, so nothing is fetched. The full content of an entry is its text; where there is
only a summary, that is the text, and the media type says so (`;text=summary`). An
entry's day has the basis `feed`, its outlet is the feed's title (or that of the feed it
was taken from), its `ref` the entry's id.

The bytes received of an entry are its own `<item>` or `<entry>`, as it stands in the
file; where those cannot be told apart, the whole file.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.model.article import PublishedBasis
from onrecord.read.days import Day, parse_day
from onrecord.read.edges import trim_edges
from onrecord.read.encoding import decode, explain_failure
from onrecord.read.follow import reject_entry
from onrecord.read.fragment import split_fragment, split_text, strip_markup
from onrecord.read.kinds import HEAD_BYTES, Kind
from onrecord.read.names import clean_line, split_names
from onrecord.read.place import Item, Place
from onrecord.read.receive import Found, receive, reject

SUMMARY = ";text=summary"
"""Added to the media type of an entry that has no more than a summary."""

MAX_OPEN = 200
"""Entries never closed; feedparser goes through all that are open at each tag."""

_ATOM = "application/atom+xml"
_DECLARED = re.compile(rb"<!ENTITY[^<>]*>")
_TAG = re.compile(rb"<(/?)((?:\w{1,40}:)?(?:item|entry))[\s>]")
# WordPress puts it behind every entry.
_APPEARED = re.compile(
    r"The post .{1,300} (?:appeared first|first appeared) on .{1,200}"
)
_UNCLOSED = "This feed opens entries and does not close them; save its articles."
_EMPTY = "The feed holds no entries; get it again, or save its articles."


def read_feed(content: bytes, place: Place) -> Iterator[Item]:
    """Read RSS or Atom."""
    # Imported here so that `onrecord --help` does not pay for it.
    import feedparser

    if not _are_closed(content):
        yield reject(place.source, _UNCLOSED, content)
        return
    # It meets hostile files, and any exception of its parsers must cost this file only.
    try:
        feed = feedparser.parse(
            _Bytes(_drop_entities(content)),
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as err:
        reason = f"This feed could not be taken apart ({type(err).__name__}: {err})."
        yield reject(place.source, f"{reason} Save its articles instead.", content)
        return
    if not feed.entries:
        yield reject(place.source, _EMPTY, content)
        return
    media_type = _ATOM if feed.version.startswith("atom") else str(Kind.FEED)
    pieces = _cut_entries(content)
    if len(pieces) != len(feed.entries):
        pieces = [content] * len(feed.entries)
    for number, (entry, piece) in enumerate(
        zip(feed.entries, pieces, strict=True), start=1
    ):
        source = f"{place.source}#{number}"
        found, is_summary = _find_entry(entry, feed.feed)
        yield _receive(found, is_summary, piece, media_type, source, place)


def _are_closed(content: bytes) -> bool:
    """Whether entries end before the next begins, but for a few."""
    open_ones = sum(-1 if tag[1] else 1 for tag in _TAG.finditer(content))
    return open_ones <= MAX_OPEN


def _cut_entries(content: bytes) -> list[bytes]:
    """The entries as they stand in the file, in one pass."""
    pieces: list[bytes] = []
    start, name = -1, b""
    for tag in _TAG.finditer(content):
        if not tag[1]:
            start, name = tag.start(), tag[2]
        elif start >= 0 and tag[2] == name:
            pieces.append(content[start : tag.end()])
            start = -1
    return pieces


def _drop_entities(content: bytes) -> bytes:
    """A feed without entities of its own: they can only be an attack or an old habit.

    expat stops a bomb of them only after some megabytes.
    """
    head, rest = content[:HEAD_BYTES], content[HEAD_BYTES:]
    return _DECLARED.sub(b"", head) + rest if b"<!ENTITY" in head else content


class _Bytes:
    """Bytes as feedparser takes them without looking for a file or an address."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self) -> bytes:
        """Return all of them."""
        return self._content


def _receive(
    found: Found,
    is_summary: bool,
    piece: bytes,
    media_type: str,
    source: str,
    place: Place,
) -> Item:
    """Make the article of one entry, or say why it is none."""
    if not found.text:
        return reject_entry(found, piece, source=source, reason=_NO_TEXT)
    kind = media_type + (SUMMARY if is_summary else "")
    return receive(found, piece, source=source, media_type=kind, options=place.options)


_NO_TEXT = "This entry has neither content nor a summary; read the article's own page."


def _find_entry(entry: Any, feed: Any) -> tuple[Found, bool]:
    """What an entry of RSS or Atom says, and whether it is only a summary."""
    title = strip_markup(entry.get("title"))
    bodies = [_paragraphs(part) for part in entry.get("content", [])]
    body = max(bodies, key=lambda lines: sum(map(len, lines)), default=[])
    is_summary = not body
    if is_summary:
        body = _paragraphs(entry.get("summary_detail") or {})
    printed = [entry.get(name) for name in ("published", "created") if name in entry]
    printed += [entry.get("updated")] if "updated" in entry else []
    origin = entry.get("source") or {}
    address, ref = _address(entry.get("link")), clean_line(entry.get("id"))
    found = _make(
        body,
        title=title,
        url=address,
        ref=ref if ref != address else None,
        publisher=strip_markup(origin.get("title")) or strip_markup(feed.get("title")),
        authors=_find_authors(entry),
        published=next(filter(None, map(_day, printed)), None),
        language=_language(feed.get("language")),
    )
    return found, is_summary


def _make(
    body: list[str],
    *,
    title: str | None,
    authors: tuple[str, ...],
    published: Day | None,
    language: str | None,
    **known: str | None,
) -> Found:
    """Put an entry together; its text may be empty."""
    while body and _APPEARED.fullmatch(body[-1]):
        body = body[:-1]
    edges = trim_edges(body, titles=(title,) if title else (), authors=authors)
    day, basis = published, PublishedBasis.FEED
    if day is None and edges.dateline is not None:
        day, basis = edges.dateline.day, PublishedBasis.DATELINE
    text = "\n\n".join(edges.paragraphs)
    return Found(
        text=text,
        title=title,
        authors=authors or edges.authors,
        published=day,
        basis=basis if day else None,
        dateline=edges.dateline.place if edges.dateline else None,
        # A short summary alone does not show its language.
        language=language if len(text) < 200 else None,
        **known,
    )


def _paragraphs(part: Mapping[str, Any]) -> list[str]:
    """The paragraphs of one content element."""
    value = part.get("value")
    if not isinstance(value, str):
        return []
    plain = part.get("type") == "text/plain" and not re.search(r"</?\w+[^<>]*>", value)
    return split_text(value) if plain else split_fragment(value)


def _find_authors(entry: Any) -> tuple[str, ...]:
    """The names of an entry's authors."""
    named = [author.get("name") for author in entry.get("authors", [])]
    named = named if any(named) else [entry.get("author")]
    names = (name for value in named if value for name in split_names(str(value)))
    return tuple(dict.fromkeys(names))


def _day(value: object) -> Day | None:
    """A day as printed; None where it is not understood."""
    return parse_day(value) if isinstance(value, str) else None


def _address(value: object) -> str | None:
    """A full web address, or None."""
    line = clean_line(value)
    return line if line and line.startswith(("http://", "https://")) else None


def _language(value: object) -> str | None:
    """The two letters of a language code."""
    match = re.match(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)", str(value or ""))
    return match[1].lower() if match else None


def read_json_feed(content: bytes, place: Place) -> Iterator[Item]:
    """Read JSON Feed (versions 1 and 1.1)."""
    text = decode(content)
    if text is None:
        yield reject(place.source, explain_failure(content), content)
        return
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as err:
        reason = f"This JSON Feed cannot be read ({err}); get it again."
        yield reject(place.source, reason, content)
        return
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(entries, list) or not entries:
        yield reject(place.source, _EMPTY, content)
        return
    for number, entry in enumerate(entries, start=1):
        source = f"{place.source}#{number}"
        piece = json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")
        if not isinstance(entry, dict):
            yield reject(source, "This entry is no JSON object; repair it.", piece)
            continue
        found, is_summary = _find_json_entry(entry, feed)
        yield _receive(found, is_summary, piece, str(Kind.JSON_FEED), source, place)


def _find_json_entry(
    entry: Mapping[str, Any], feed: Mapping[str, Any]
) -> tuple[Found, bool]:
    """What an item of JSON Feed says, and whether it is only a summary."""
    html, plain, summary = (
        entry.get(name) if isinstance(entry.get(name), str) else None
        for name in ("content_html", "content_text", "summary")
    )
    body = split_fragment(html) if html else split_text(plain) if plain else []
    is_summary = not body
    if is_summary:
        body = split_text(summary) if summary else []
    address = _address(entry.get("url")) or _address(entry.get("external_url"))
    ref = clean_line(str(entry.get("id", "")))
    printed = (entry.get("date_published"), entry.get("date_modified"))
    found = _make(
        body,
        title=clean_line(entry.get("title")),
        url=address,
        ref=ref if ref != address else None,
        publisher=clean_line(feed.get("title")),
        authors=_find_json_authors(entry) or _find_json_authors(feed),
        published=next(filter(None, map(_day, printed)), None),
        language=_language(entry.get("language") or feed.get("language")),
    )
    return found, is_summary


def _find_json_authors(holder: Mapping[str, Any]) -> tuple[str, ...]:
    """The authors of an item or feed: version 1.1 has a list, version 1 one object."""
    given = holder.get("authors") or [holder.get("author")]
    people = given if isinstance(given, list) else [given]
    names = (clean_line(one.get("name")) for one in people if isinstance(one, dict))
    return tuple(dict.fromkeys(name for name in names if name))
