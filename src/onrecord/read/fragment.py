"""Paragraphs of HTML that is known to be a story: the content of a feed or a wire item.

Unlike a page it has no furniture around it, so nothing is searched; every block is a
paragraph. What cannot be read (scripts, styles, forms, captions) is left out, and no
markup gets through, so there is nothing left to make safe.
"""

import re
from html import unescape
from typing import Any

BREAK = "\x1e"
"""A line break inside a block; two of them part paragraphs."""

_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data"),
        *("del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s"),
        *("samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt"),
        *("u", "var", "wbr"),
        # Not shown, so they part nothing.
        *("script", "style", "template"),
    }
)
_SILENT = frozenset(
    {
        *("script", "style", "noscript", "template", "iframe", "object", "embed"),
        *("form", "button", "select", "textarea", "nav", "aside", "footer", "head"),
        *("figcaption", "svg", "math", "audio", "video", "title"),
    }
)
# Control characters, which XML and lxml refuse.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"<[^<>]*>?")
_HIDDEN = re.compile(r"<(script|style)\b[^<]*(?:<(?!/\1)[^<]*)*", re.IGNORECASE)
_SPACE = re.compile(rf"[^\S{BREAK}]+")
_BREAKS = re.compile(rf" ?{BREAK}(?: ?{BREAK})+ ?")


def split_fragment(markup: str) -> list[str]:
    """Return the paragraphs of a fragment, none of them empty."""
    # Imported here so that `onrecord --help` does not pay for lxml.
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    clean = _CONTROLS.sub(" ", _SURROGATES.sub("", markup))
    if not clean.strip():
        return []
    # Without `huge_tree` the words below 256 nested elements would be lost.
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        # As bytes: a str that declares an encoding is refused.
        tree: Any = document_fromstring(
            f"<html><body><div>{clean}</div></body></html>".encode(), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return _strip(clean)
    found = [paragraph for block in _walk(tree) for paragraph in _cut(block)]
    # libxml2 gives up on thousands of nested elements and returns nothing at all.
    return found or _strip(clean)


def split_text(text: str) -> list[str]:
    """Return the paragraphs of plain text: blank lines part them."""
    return list(_cut(text.replace("\r\n", "\n").replace("\n", BREAK)))


def strip_markup(value: str | None) -> str | None:
    """Return a title without markup, on one line; None where nothing is left."""
    if not value:
        return None
    if "<" not in value and "&" not in value:
        return " ".join(value.split()) or None
    return " ".join(" ".join(split_fragment(value)).split()) or None


def _strip(markup: str) -> list[str]:
    """The words between tags, where no parser helps: every tag parts paragraphs."""
    shown = _HIDDEN.sub(BREAK, markup)
    return list(_cut(unescape(_TAG.sub(BREAK * 2, shown))))


def _walk(tree: Any) -> list[str]:
    """The text of every block in order; iterative, however deep the tree is."""
    blocks: list[str] = []
    pieces: list[str] = []
    silent: Any = None
    # A stack of (element, whether its end is meant).
    waiting: list[tuple[Any, bool]] = [(tree, False)]
    while waiting:
        element, ends = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else "script"
        if ends:
            silent = None if silent is element else silent
        elif silent is None and tag in _SILENT:
            silent = element
        if tag == "br" and not ends:
            pieces.append(BREAK)
        elif tag not in _INLINE and tag != "br":
            blocks.append("".join(pieces))
            pieces = []
        said = element.tail if ends else element.text
        if silent is None:
            pieces.append(said or "")
        if not ends:
            waiting.append((element, True))
            waiting.extend((child, False) for child in reversed(element))
    return [*blocks, "".join(pieces)]


def _cut(block: str) -> list[str]:
    """The paragraphs of one block."""
    found = []
    for paragraph in _BREAKS.split(_SPACE.sub(" ", block)):
        lines = (line.strip() for line in paragraph.split(BREAK))
        kept = "\n".join(line for line in lines if line)
        if kept:
            found.append(kept)
    return found
