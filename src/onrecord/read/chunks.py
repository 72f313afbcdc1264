"""Stories that a page cuts into pieces, with advertisements between them.

    <div class="parts">
      <div class="row"><div class="body"> <p>…</p> <p>…</p> </div></div>
      <div class="row"><div class="ad">…</div></div>
      <div class="row"><div class="body"> <p>…</p> <p>…</p> </div></div>
    </div>

Extraction takes the first piece for the story and leaves the others. Pieces are twins:
same element and class, in wrappers of the same element and class, of one parent. Where
the story was found in one of them, the others are moved into it. A wrapper with a
headline or a time of its own is another article, and stays.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element
else:
    _Element = Any

# Shorter paragraphs stand in menus and teasers too.
LONG_PARAGRAPH = 80
MIN_PARAGRAPHS = 2
MAX_PIECES = 200

_OTHER_ARTICLE = ("article", "h1", "header", "time")

Group = list[_Element]


def find_chunks(tree: _Element) -> list[Group]:
    """Return the groups of twin elements that each hold long paragraphs."""
    counted: dict[_Element, int] = defaultdict(int)
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        if parent is not None and len(_start_of(paragraph)) >= LONG_PARAGRAPH:
            counted[parent] += 1
    groups: dict[Any, Group] = defaultdict(list)
    for element, count in counted.items():
        wrapper = element.getparent()
        if count >= MIN_PARAGRAPHS and wrapper is not None:
            look = (
                element.tag,
                element.get("class"),
                wrapper.tag,
                wrapper.get("class"),
            )
            groups[(*look, wrapper.getparent())].append(element)
    return [group for group in groups.values() if len(group) > 1 and _is_one(group)]


def join_chunks(groups: Iterable[Group], paragraphs: Iterable[str]) -> bool:
    """Move the pieces of the story together in the tree.

    Args:
        groups: As found in this very tree.
        paragraphs: What a first extraction took for the story.

    Returns:
        Whether anything was moved, so that extraction is worth a second run.
    """
    known = {_squeeze(paragraph)[:LONG_PARAGRAPH] for paragraph in paragraphs}
    moved = False
    for group in groups:
        held = [sum(start in known for start in _starts(piece)) for piece in group]
        if max(held) >= MIN_PARAGRAPHS and min(held) == 0:
            first, *others = group
            for piece in others:
                first.extend(list(piece))
            moved = True
    return moved


def _is_one(group: Group) -> bool:
    """Whether the pieces can be of one article: no wrapper has a head of its own."""
    wrappers = [piece.getparent() for piece in group]
    if len(group) > MAX_PIECES or None in wrappers:
        return False
    return not any(
        wrapper.tag == "article"
        or next(wrapper.iter(*_OTHER_ARTICLE), None) is not None
        for wrapper in wrappers
    )


def _starts(piece: _Element) -> list[str]:
    return [_start_of(child) for child in piece if child.tag == "p"]


def _start_of(paragraph: _Element) -> str:
    """The first characters of a paragraph, without looking through all of it."""
    return _squeeze("".join(islice(paragraph.itertext(), 40)))[:LONG_PARAGRAPH]


def _squeeze(text: str) -> str:
    """Text without white space: parsers differ in how much they keep."""
    return "".join(text[: 4 * LONG_PARAGRAPH].split())
