"""What a page's JSON-LD says of its article (schema.org `NewsArticle` and its kin).

Pages put it alone, in arrays, in `@graph`, inside a `WebPage`, with references by
`@id`, in HTML comments, and often slightly broken: trailing commas, raw line breaks.
What cannot be repaired is searched for its headline and day alone. Of several articles
the one with the page's own address counts, else the one that says most.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.read.days import Day, parse_day
from onrecord.read.names import clean_line, split_names

# A page holds a few hundred nodes; more is an attack or an error.
MAX_NODES = 5000

_ARTICLE = re.compile(r"(?:Article|Posting|LiveBlogPosting|Report)$")
_COMMAS = re.compile(r",(\s*[}\]])")
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)+|"
    r"(?:-->|//\s*\]\]>|\]\]>|;)\s*$"
)
_BROKEN = re.compile(r'"(headline|datePublished)"\s*:\s*"((?:[^"\\\n]|\\.){1,500})"')

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """What JSON-LD says; absent is None or empty."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: Day | None = None


def read_jsonld(scripts: list[str], *, address: str | None) -> Linked:
    """Read the article's description from a page's JSON-LD scripts.

    Args:
        scripts: The contents of its `application/ld+json` elements.
        address: The page's canonical URL, which tells its article from linked ones.
    """
    nodes: list[Node] = []
    salvaged: dict[str, str] = {}
    for script in scripts:
        value = _parse(script)
        if value is None:
            for name, written in _BROKEN.findall(script):
                salvaged.setdefault(name, written)
        else:
            nodes.extend(_walk(value, MAX_NODES - len(nodes)))
    article = _choose(nodes, address)
    by_id = {node["@id"]: node for node in nodes if _is_definition(node)}
    linked = _describe(article, by_id) if article is not None else Linked()
    return _fill(linked, nodes, salvaged)


def _parse(script: str) -> Any:
    """The JSON of one script, slightly repaired; None where that does not help."""
    stripped = _WRAPPED.sub("", script.strip())
    for attempt in (stripped, _COMMAS.sub(r"\1", stripped)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: Any, limit: int) -> Iterator[Node]:
    """Every object inside `value`, outer ones and earlier ones first."""
    waiting = [value]
    while waiting and limit > 0:
        item = waiting.pop(0)
        if isinstance(item, dict):
            limit -= 1
            yield item
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def _types(node: Node) -> list[str]:
    """The names of a node's types, without their namespace."""
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return [str(name).rpartition("/")[2] for name in named]


def _is_definition(node: Node) -> bool:
    """Whether a node says something of its `@id` and is no mere reference."""
    return isinstance(node.get("@id"), str) and len(node) > 1


def _choose(nodes: list[Node], address: str | None) -> Node | None:
    """The node of the page's own article."""
    articles = [
        node for node in nodes if any(_ARTICLE.search(name) for name in _types(node))
    ]
    own = [node for node in articles if address and _address(node) == address]
    wanted = ("headline", "datePublished", "author", "publisher")
    return max(
        own or articles,
        key=lambda node: sum(bool(node.get(name)) for name in wanted),
        default=None,
    )


def _describe(node: Node, by_id: Mapping[str, Node]) -> Linked:
    """Read the fields of an article's node."""
    title = _text(node.get("headline")) or _text(node.get("name"))
    return Linked(
        title=title,
        publisher=next(iter(_names(node.get("publisher"), by_id)), None),
        authors=tuple(dict.fromkeys(_authors(node.get("author"), by_id))),
        url=_address(node),
        published=read_stamp(node.get("datePublished")),
    )


def _fill(linked: Linked, nodes: list[Node], salvaged: dict[str, str]) -> Linked:
    """Add what only a `WebPage` node or a broken script says."""
    pages = (node for node in nodes if "WebPage" in _types(node))
    days = (read_stamp(node.get("datePublished")) for node in pages)
    published = linked.published or next(filter(None, days), None)
    return Linked(
        title=linked.title or _text(salvaged.get("headline")),
        publisher=linked.publisher,
        authors=linked.authors,
        url=linked.url,
        published=published or read_stamp(salvaged.get("datePublished")),
    )


def read_stamp(value: object) -> Day | None:
    """Read a program's time stamp; the default of 1970 counts as none."""
    line = clean_line(value)
    day = parse_day(line) if line else None
    return None if day is None or day.edtf.startswith("1970-01-01") else day


def _names(value: Any, by_id: Mapping[str, Node]) -> Iterator[str]:
    """The names of people or organizations: strings, objects, references, lists."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            known = by_id.get(str(item.get("@id")), item)
            inner = item.get("name") or known.get("name")
            items = inner if isinstance(inner, list) else [inner]
        else:
            items = [item]
        yield from filter(None, map(_text, items))


def _authors(value: Any, by_id: Mapping[str, Node]) -> Iterator[str]:
    """The authors; one string may name several of them."""
    for name in _names(value, by_id):
        # A URL of a profile is no name.
        if not name.startswith(("http://", "https://")):
            yield from split_names(name)


def _address(node: Node) -> str | None:
    """The URL of an article's page."""
    page = node.get("mainEntityOfPage")
    inner = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    for value in (node.get("url"), inner):
        line = clean_line(value)
        if line and line.startswith(("http://", "https://")):
            return line.partition("#")[0]
    return None


def _text(value: object) -> str | None:
    """One line of text with its HTML entities resolved."""
    return clean_line(html.unescape(value)) if isinstance(value, str) else None
