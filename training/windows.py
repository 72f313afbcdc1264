"""Documents -> windows of word pieces with the gold that falls into them.

A window is what the encoder reads in one call: `[CLS]`, the pieces of consecutive
words, `[SEP]`. It follows sentences (syntax), lines (names) or paragraphs
(attribution, coreference), so that what is read together at run time was together here.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from readers import Doc

from onrecord.annotate.encoder.pieces import Pieces, shape

Ints = NDArray[np.int64]


@dataclass
class Window:
    """Pieces and words of one call.

    Attributes:
        ids: Piece numbers with `[CLS]` and `[SEP]`, shape (L,).
        shapes: Word shape of each piece, 0 for the two marks, shape (L,).
        first: Position of each word's first piece, shape (W,).
        gold: Arrays by name, in word numbers of the window.
    """

    task: str
    doc: str
    start: int
    ids: Ints
    shapes: Ints
    first: Ints
    gold: dict[str, Any] = field(default_factory=dict)


# Pieces that one window may hold, by task.
LONGEST = {
    "syntax": 160,
    "names": 160,
    "attribution": 256,
    "factuality": 160,
    "coref": 480,
}


def make_windows(
    doc: Doc, pieces: Pieces, labels: dict[str, dict[str, int]], rng: random.Random
) -> Iterator[Window]:
    """Yield the windows of a document; `rng` varies where they begin."""
    cut = [pieces.cut(w) for w in doc.words]
    for first, last in _spans(doc, [len(c) for c in cut], rng):
        ids = [pieces.cls]
        shapes = [0]
        starts: list[int] = []
        for i in range(first, last):
            starts.append(len(ids))
            ids.extend(cut[i])
            shapes.extend([shape(doc.words[i])] * len(cut[i]))
        window = Window(
            doc.task,
            doc.id,
            first,
            np.array([*ids, pieces.sep]),
            np.array([*shapes, 0]),
            np.array(starts),
        )
        _GOLD[doc.task](doc, first, last, labels, window.gold)
        yield window


def _spans(doc: Doc, sizes: list[int], rng: random.Random) -> Iterator[tuple[int, int]]:
    """Cut a document's words into runs that fit, at breaks where there are any."""
    most = LONGEST[doc.task] - 2
    breaks = doc.sents if doc.task == "syntax" else doc.breaks
    bounds = [*sorted(set(breaks)), len(doc.words)]
    total = np.concatenate([[0], np.cumsum(sizes)])
    limit = most
    begin = bounds[0]
    for i in range(len(bounds) - 1):
        end = bounds[i + 1]
        if total[end] - total[begin] > limit and bounds[i] > begin:
            yield begin, bounds[i]
            begin = bounds[i]
            limit = _limit(doc, most, rng)
        while total[end] - total[begin] > most:
            cut = int(np.searchsorted(total, total[begin] + most, side="right")) - 1
            cut = _back(doc.words, begin, max(cut, begin + 1))
            yield begin, cut
            begin = cut
    if begin < len(doc.words):
        yield begin, len(doc.words)


def _limit(doc: Doc, most: int, rng: random.Random) -> int:
    """Return how much the next window takes: syntax also learns lone sentences."""
    if doc.task == "syntax":
        return 1 if rng.random() < 0.4 else rng.randint(40, most)
    if doc.task == "names":
        return 1 if rng.random() < 0.2 else rng.randint(60, most)
    return rng.randint(most * 3 // 4, most)


def _back(words: list[str], begin: int, cut: int) -> int:
    """Move a forced cut back to the last sentence end, if one is near."""
    for i in range(cut, max(begin + 1, cut - 80), -1):
        if words[i - 1] in {".", "?", "!", "”", '"'}:
            return i
    return cut


def _syntax(
    doc: Doc, first: int, last: int, labels: dict[str, dict[str, int]], out: Any
) -> None:
    """Tags, heads and roles of the words from `first` to before `last`."""
    gold = doc.gold
    n = last - first
    starts = [s for s in doc.sents if first <= s < last]
    sent = np.zeros(n, dtype=np.int64)
    for s in starts:
        sent[s - first :] += 1
    begins = np.zeros(n, dtype=np.int64)
    begins[[s - first for s in starts]] = 1
    span = range(first, last)
    heads = [gold["head"][i] for i in span]
    whole = [h == -1 or first <= h < last for h in heads]
    out.update(
        sent=sent,
        begins=begins,
        upos=np.array([labels["upos"].get(gold["upos"][i], -1) for i in span]),
        xpos=np.array([labels["xpos"].get(gold["xpos"][i] or "", -1) for i in span]),
        head=np.array(
            [
                0 if h == -1 else h - first + 1 if ok else -1
                for h, ok in zip(heads, whole, strict=True)
            ]
        ),
        rel=np.array([labels["rel"].get(gold["rel"][i], -1) for i in span]),
    )
    at = {s: k for k, s in enumerate(doc.sents)}
    known = [gold["annotated"][at[s]] for s in starts]
    pred = np.full(n, -1, dtype=np.int64)
    for s, ok in zip(starts, known, strict=True):
        if ok:
            pred[s - first :] = 0
    if len(known) and not all(known):
        for s, ok in zip(starts, known, strict=True):
            if not ok:
                pred[sent == sent[s - first]] = -1
    roles = [
        (
            p - first,
            [
                (labels["role"].get(label, 0), a - first, b - first, h - first)
                for label, a, b, h in args
            ],
        )
        for p, args in gold["roles"]
        if first <= p < last and all(first <= a and b < last for _, a, b, _ in args)
    ]
    for p, _ in roles:
        pred[p] = 1
    out.update(pred=pred, roles=roles)


def _bio(spans: list[tuple[int, int]], first: int, last: int) -> Ints:
    """Return 0, 1 (begins), 2 (inside) for each word."""
    tags = np.zeros(last - first, dtype=np.int64)
    for a, b in spans:
        low, high = max(a, first), min(b, last - 1)
        if low <= high:
            tags[low - first : high - first + 1] = 2
            if a >= first:
                tags[a - first] = 1
    return tags


def _names(
    doc: Doc, first: int, last: int, labels: dict[str, dict[str, int]], out: Any
) -> None:
    """Names as BIO tags."""
    tags = np.zeros(last - first, dtype=np.int64)
    for a, b, kind in doc.gold["names"]:
        if first <= a and b < last:
            tags[a - first : b - first + 1] = labels["names"][f"I-{kind}"]
            tags[a - first] = labels["names"][f"B-{kind}"]
    out["names"] = tags


def _attribution(
    doc: Doc, first: int, last: int, labels: dict[str, dict[str, int]], out: Any
) -> None:
    """Source, cue and content as three layers of BIO, and which go together."""
    del labels
    said = doc.gold["said"]
    for k, name in enumerate(("source", "cue", "content")):
        out[name] = _bio([s for a in said for s in a[k]], first, last)
    sources = sorted({s for a in said for s in a[0] if first <= s[0] < last})
    cues = sorted({s for a in said for s in a[1] if first <= s[0] < last})
    contents = sorted({s for a in said for s in a[2] if first <= s[0] and s[1] < last})
    of_cue = np.full(len(cues), -1, dtype=np.int64)
    of_content = np.full(len(contents), -1, dtype=np.int64)
    for source, cue, content in said:
        here = [cues.index(c) for c in cue if c in cues]
        if here and not source:
            of_cue[here[0]] = 0
        elif here and source[0] in sources:
            of_cue[here[0]] = sources.index(source[0]) + 1
        for c in content:
            if here and c in contents:
                of_content[contents.index(c)] = here[0]
    out.update(
        sources=np.array([s[0] - first for s in sources], dtype=np.int64),
        cues=np.array([s[0] - first for s in cues], dtype=np.int64),
        contents=np.array(
            [(a - first, b - first) for a, b in contents], dtype=np.int64
        ).reshape(-1, 2),
        of_cue=of_cue,
        of_content=of_content,
    )


def _factuality(
    doc: Doc, first: int, last: int, labels: dict[str, dict[str, int]], out: Any
) -> None:
    """Values at predicates."""
    del labels
    events = [(w - first, v) for w, v in doc.gold["events"] if first <= w < last]
    out["event"] = np.array([w for w, _ in events], dtype=np.int64)
    out["value"] = np.array([v for _, v in events], dtype=np.float32)


def _coref(
    doc: Doc, first: int, last: int, labels: dict[str, dict[str, int]], out: Any
) -> None:
    """Mentions of the window in order of their ends, with their clusters."""
    del labels
    found = [
        (a - first, b - first, k)
        for k, cluster in enumerate(doc.gold["clusters"])
        for a, b in cluster
        if first <= a and b < last
    ]
    inside = {(a, b) for a, b, _ in found}
    lone = [
        (a - first, b - first, -1)
        for a, b in doc.gold.get("others", ())
        if first <= a and b < last and (a - first, b - first) not in inside
    ]
    mentions = sorted(set(found) | set(lone))
    out["mentions"] = np.array([m[:2] for m in mentions], dtype=np.int64).reshape(-1, 2)
    out["cluster"] = np.array([m[2] for m in mentions], dtype=np.int64)


_GOLD = {
    "syntax": _syntax,
    "names": _names,
    "attribution": _attribution,
    "factuality": _factuality,
    "coref": _coref,
}
