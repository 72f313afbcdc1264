"""Web pages: metadata from the head, the story from the body.

trafilatura (precision mode, without comments and tables) finds the story; we write its
paragraphs apart by a blank line and take captions, bylines and furniture off both ends
(`edges.py`). White space inside a paragraph becomes one plain space, no-break spaces
included: trafilatura turns most of them into plain ones already. The text is then
fixed: every offset counts in what is stored.
"""

import copy
import logging
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from onrecord.model.article import PublishedBasis, Received, Rejected
from onrecord.read.chunks import find_chunks, join_chunks
from onrecord.read.edges import Edges, spell_link, trim_edges
from onrecord.read.encoding import decode, explain_failure, find_declared
from onrecord.read.guard import find_wide_element
from onrecord.read.kinds import Kind
from onrecord.read.language import SHORT_LETTERS
from onrecord.read.metadata import Declared, read_metadata
from onrecord.read.receive import Found, Options, receive, reject

if TYPE_CHECKING:
    from lxml.etree import _Element
else:
    _Element = Any

_NO_STORY = (
    "No article was found in this page; save the article's own page, or its text as "
    "plain text."
)
_BLOCKS = frozenset(
    {"body", "div", "p", "head", "quote", "list", "item", "table", "row", "cell"}
)
MAX_LINK = 200
MAX_LINK_PIECES = 20

# Two breaks part paragraphs in pages that use no <p>; one is a line end inside one.
_BREAK = "\x1e"
_SPACE = re.compile(rf"[^\S{_BREAK}]+")


def read_html(content: bytes, *, source: str, options: Options) -> Received | Rejected:
    """Read one web page."""
    markup = decode(content, declared=find_declared(content))
    if markup is None:
        return reject(source, explain_failure(content), content)
    excess = find_wide_element(markup)
    if excess is not None:
        return reject(source, excess, content)
    # Three parsers meet hostile pages here, and any exception of theirs must cost this
    # page only: it is kept as rejected with the reason.
    try:
        found = _find_article(markup)
    except Exception as err:
        reason = f"This page could not be taken apart ({type(err).__name__}: {err})."
        return reject(source, f"{reason} Save its text as plain text.", content)
    if found is None:
        return reject(source, _NO_STORY, content)
    return receive(found, content, source=source, media_type=Kind.HTML, options=options)


def _find_article(markup: str) -> Found | None:
    """Take a page apart; None where it has no story."""
    # Imported here so that `onrecord --help` does not pay for lxml and trafilatura.
    from trafilatura import load_html

    # What it logs is said in our own reason; by itself it would reach the screen.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    # A lone paragraph is no page for trafilatura; browsers read it as one.
    if "<html" not in markup[:4096].lower():
        markup = f"<html><body>{markup}</body></html>"
    tree = load_html(markup)
    if tree is None:
        return None
    declared, links = read_metadata(tree), find_links(tree)
    groups = find_chunks(tree)
    paragraphs = _extract(tree, keep=bool(groups))
    if groups and join_chunks(groups, paragraphs):
        paragraphs = _extract(tree, keep=False)
    if not paragraphs:
        return None
    edges = trim_edges(
        paragraphs,
        titles=declared.titles,
        authors=declared.authors,
        links=links,
    )
    return _join(declared, edges)


def _extract(tree: _Element, *, keep: bool) -> list[str]:
    """The paragraphs of the page's story; `keep` leaves the tree as it is."""
    from trafilatura import bare_extraction

    page: Any = bare_extraction(
        copy.deepcopy(tree) if keep else tree,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
    )
    if page is None or page.body is None:
        return []
    return list(split_paragraphs(page.body))


def find_links(tree: _Element) -> frozenset[str]:
    """The wordings of links and of list items that are mostly links.

    They are written as `edges.spell_link` writes them.
    """
    found = {spell_link(_short_text(link)) for link in tree.iter("a")}
    for item in tree.iter("li"):
        words = _short_text(item)
        linked = sum(len(_short_text(link)) for link in islice(item.iter("a"), 4))
        if 2 * linked >= len(words):
            found.add(spell_link(words))
    return frozenset(found - {""})


def _short_text(element: _Element) -> str:
    """The words of an element; empty where they are more than any heading has."""
    # Only so far: one element may hold all the page.
    words = "".join(islice(element.itertext(), MAX_LINK_PIECES))
    return words.strip() if len(words) <= MAX_LINK else ""


def split_paragraphs(body: _Element) -> Iterator[str]:
    """Yield the paragraphs of an extracted body, none of them empty."""
    block: list[str] = []
    for piece in _walk(body):
        if piece is not None:
            block.append(piece)
            continue
        yield from _cut_block("".join(block))
        block.clear()
    yield from _cut_block("".join(block))


def _walk(body: _Element) -> Iterator[str | None]:
    """The body's text in order; None where a block begins or ends."""
    # A stack, not recursion: hostile pages nest thousands of elements.
    waiting: list[Any] = [body]
    while waiting:
        item = waiting.pop()
        if item is None or isinstance(item, str):
            yield item
            continue
        edge = [None] if item.tag in _BLOCKS else []
        inside: list[Any] = [*edge, _BREAK if item.tag == "lb" else item.text or ""]
        for child in item:
            inside += [child, child.tail or ""]
        waiting.extend(reversed(inside + edge))


def _cut_block(text: str) -> Iterator[str]:
    """The paragraphs of one block: two line breaks part them."""
    spaced = _SPACE.sub(" ", text)
    for paragraph in re.split(rf"(?: ?{_BREAK} ?){{2,}}", spaced):
        lines = [line.strip() for line in paragraph.split(_BREAK)]
        kept = "\n".join(line for line in lines if line)
        if kept:
            yield kept


def _join(declared: Declared, edges: Edges) -> Found:
    """Put together what the head declares and what the ends of the story say."""
    text = "\n\n".join(edges.paragraphs)
    day, basis = declared.published, declared.basis
    dateline = edges.dateline
    if day is None:
        day = edges.published or (dateline.day if dateline else None)
        basis = PublishedBasis.DATELINE if day else None
    is_short = sum(map(str.isalpha, text)) < SHORT_LETTERS
    return Found(
        text=text,
        title=declared.title,
        url=declared.url,
        publisher=declared.publisher,
        authors=declared.authors or edges.authors,
        published=day,
        basis=basis,
        dateline=dateline.place if dateline else None,
        language=declared.language if is_short else None,
    )
