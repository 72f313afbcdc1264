"""Words of an article -> the windows that the network reads one by one.

A window holds whole paragraphs while they fit; a paragraph that alone is too long is
cut at a sentence's end. Windows do not overlap and depend on the text alone.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.annotate.encoder.network import Window
from onrecord.annotate.encoder.pieces import Pieces, shape

# Pieces in a window, the two marks included. The network knows 512 places; longer
# windows cost more a word and bring little.
LONGEST = 256
# Words that may be looked back over for a sentence's end when a paragraph is cut.
_BACK = 80
_ENDS = frozenset({".", "?", "!", "”", '"'})


def make_windows(
    words: Sequence[str], breaks: Sequence[int], pieces: Pieces, longest: int = LONGEST
) -> Iterator[Window]:
    """Yield windows in order.

    Args:
        words: The article's words.
        breaks: Numbers of the words that begin a paragraph; the first is 0.
        pieces: The vocabulary.
        longest: Pieces that a window may hold, marks included.
    """
    cut = [pieces.cut(w)[: longest - 2] for w in words]
    for start, end in _runs(words, breaks, [len(c) for c in cut], longest - 2):
        ids = [pieces.cls]
        shapes = [0]
        first: list[int] = []
        for i in range(start, end):
            first.append(len(ids))
            ids.extend(cut[i])
            shapes.extend([shape(words[i])] * len(cut[i]))
        yield Window(
            start,
            end,
            np.array([*ids, pieces.sep], dtype=np.int64),
            np.array([*shapes, 0], dtype=np.int64),
            np.array(first, dtype=np.int64),
        )


def _runs(
    words: Sequence[str], breaks: Sequence[int], sizes: Sequence[int], most: int
) -> Iterator[tuple[int, int]]:
    """Cut words into runs of at most `most` pieces, at breaks where that can be."""
    allowed = set(breaks)
    start = size = 0
    last_break = 0
    i = 0
    while i < len(words):
        if i in allowed:
            last_break = i
        if size + sizes[i] > most:
            cut = last_break if last_break > start else _back(words, start, i)
            yield start, cut
            start = i = cut
            size = 0
            continue
        size += sizes[i]
        i += 1
    if start < len(words):
        yield start, len(words)


def _back(words: Sequence[str], start: int, cut: int) -> int:
    """Move a forced cut back to a sentence's end, if one is near."""
    for i in range(cut, max(start + 1, cut - _BACK), -1):
        if words[i - 1] in _ENDS:
            return i
    return cut
