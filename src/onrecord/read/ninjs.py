"""IPTC ninjs: news items in JSON, as agencies deliver them (versions 1, 2 and 3).

One item by itself, an array, one item a line, or a list under `items`, `data` or
`associations`. The text is the body: XHTML, HTML or plain text, by `body_*` of version
1 or `bodies` of later ones. `pubstatus` `canceled` or `withheld` is an order not to
use the item: it is rejected and says so.

Source: iptc.org/std/ninjs (schemas 1.5, 2.1, 3.0).
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.model.article import PublishedBasis
from onrecord.read.dateline import find_dateline
from onrecord.read.days import Day, parse_day
from onrecord.read.edges import trim_edges
from onrecord.read.encoding import decode, explain_failure
from onrecord.read.fragment import split_fragment, split_text
from onrecord.read.kinds import Kind
from onrecord.read.names import clean_line, split_names
from onrecord.read.place import Item, Place
from onrecord.read.receive import Found, receive, reject

_BODIES = ("body_xhtml", "body_html", "body_text")
# A delivery is the first that was public; a version only says when it was changed.
_DAYS = ("firstcreated", "firstCreated", "versioncreated", "versionCreated")
_DAYS_LATER = ("contentcreated", "contentCreated")
_NO_TEXT = "This item has no body (its type: {}); ask for the text of the item."
_WITHDRAWN = (
    "Its publisher has marked this item as {!r}, so it is not read; if it may be used, "
    "change its pubstatus."
)


def read_ninjs(content: bytes, place: Place) -> Iterator[Item]:
    """Read one item or many."""
    text = decode(content)
    if text is None:
        yield reject(place.source, explain_failure(content), content)
        return
    items = list(_parse(text))
    for number, (item, piece) in enumerate(items, start=1):
        source = f"{place.source}#{number}" if len(items) > 1 else place.source
        raw = content if len(items) == 1 else piece.encode("utf-8", "surrogatepass")
        found = _find(item) if isinstance(item, dict) else str(item)
        if isinstance(found, str):
            yield reject(source, found, raw)
        else:
            yield receive(
                found, raw, source=source, media_type=Kind.NINJS, options=place.options
            )


def _parse(text: str) -> Iterator[tuple[dict[str, Any] | str, str]]:
    """Every item with how it is written; a string is why it is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as err:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines):
            for line in lines:
                yield from _parse(line)
            return
        yield f"This is no JSON that can be read ({err}); repair it.", text
        return
    values = value if isinstance(value, list) else [value]
    if isinstance(value, dict) and not _is_item(value):
        held = (value.get(name) for name in ("items", "data", "associations"))
        values = next((list(_values(one)) for one in held if one), values)
    for one in values:
        written = text if one is value else json.dumps(one, ensure_ascii=False)
        yield (one if isinstance(one, dict) else "This item is no object."), written


def _is_item(value: Mapping[str, Any]) -> bool:
    return any(name in value for name in (*_BODIES, "bodies", "headline", "headlines"))


def _values(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _find(item: Mapping[str, Any]) -> Found | str:
    """Gather the fields of one item; a string is why it cannot be read."""
    status = str(item.get("pubstatus") or item.get("pubStatus") or "usable")
    if status.lower() in ("canceled", "cancelled", "withheld"):
        return _WITHDRAWN.format(status)
    titles = tuple(_find_titles(item))
    authors = _find_authors(item)
    edges = trim_edges(_find_body(item), titles=titles, authors=authors)
    text = "\n\n".join(edges.paragraphs)
    if not text:
        return _NO_TEXT.format(clean_line(item.get("type")) or "not said")
    day = _find_day(item)
    dateline = find_dateline(text)
    return Found(
        text=text,
        title=titles[0] if titles else None,
        url=_find_address(item),
        ref=clean_line(item.get("uri")),
        publisher=_find_publisher(item),
        authors=authors or edges.authors,
        published=day or (dateline.day if dateline else None),
        basis=PublishedBasis.META
        if day
        else PublishedBasis.DATELINE
        if dateline and dateline.day
        else None,
        dateline=dateline.place if dateline else clean_line(item.get("located")),
        language=_find_language(item) if len(text) < 200 else None,
    )


def _find_body(item: Mapping[str, Any]) -> list[str]:
    """The paragraphs of the fullest body; marked-up ones before plain ones."""
    for name in _BODIES:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return split_text(value) if name == "body_text" else split_fragment(value)
    found: list[list[str]] = []
    for body in _values(item.get("bodies")):
        if isinstance(body, dict) and isinstance(body.get("value"), str):
            written = str(body.get("contenttype") or body.get("contentType") or "")
            split = split_text if written.startswith("text/plain") else split_fragment
            found.append(split(body["value"]))
    return max(found, key=lambda lines: sum(map(len, lines)), default=[])


def _find_titles(item: Mapping[str, Any]) -> Iterator[str]:
    """The headline's wordings, the main one first."""
    listed = [one for one in _values(item.get("headlines")) if isinstance(one, dict)]
    listed.sort(key=lambda one: "main" not in str(one.get("role", "")))
    for value in (item.get("headline"), *(one.get("value") for one in listed)):
        line = clean_line(value)
        if line:
            yield re.sub(r"<[^<>]{1,100}>", "", line)


def _find_authors(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The byline; else the people listed as the ones who made it."""
    byline = clean_line(item.get("byline") or item.get("by"))
    if byline:
        return split_names(byline)
    people = (one for one in _values(item.get("infosources")) if isinstance(one, dict))
    names = (
        clean_line(one.get("name"))
        for one in people
        if str(one.get("role", "")).rpartition(":")[2] in ("author", "writer")
    )
    return tuple(name for name in names if name)


def _find_publisher(item: Mapping[str, Any]) -> str | None:
    """Who publishes it: the source of information that says so, else the copyright."""
    sources = [one for one in _values(item.get("infosources")) if isinstance(one, dict)]
    sources.sort(key=lambda one: "publisher" not in str(one.get("role", "")))
    named = [clean_line(one.get("name")) for one in sources]
    held = clean_line(item.get("copyrightholder") or item.get("copyrightHolder"))
    return next(filter(None, (clean_line(item.get("source")), *named, held)), None)


def _find_day(item: Mapping[str, Any]) -> Day | None:
    """The day of the item's first version."""
    written = (item.get(name) for name in (*_DAYS, *_DAYS_LATER))
    days = (parse_day(value) for value in written if isinstance(value, str))
    return next(filter(None, days), None)


def _find_address(item: Mapping[str, Any]) -> str | None:
    """The item's address on the web: its own, or that of a rendition of its page."""
    for name in ("webUrl", "weburl", "url", "uri"):
        line = clean_line(item.get(name))
        if line and line.startswith(("http://", "https://")):
            return line
    return None


def _find_language(item: Mapping[str, Any]) -> str | None:
    match = re.match(r"([A-Za-z]{2})(?:[-_]|$)", str(item.get("language") or ""))
    return match[1].lower() if match else None
