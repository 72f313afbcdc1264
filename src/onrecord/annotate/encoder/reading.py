"""The encoder's answers for one article.

    reading = read_text(network, text, paragraphs)

Words, sentences, tags, trees, roles, names, attributions and factuality come from one
pass over the article's windows. Numbers are word numbers of the article throughout.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.encoder.network import Network, Window
from onrecord.annotate.encoder.tokens import cut_words
from onrecord.annotate.encoder.trees import best_tree
from onrecord.annotate.encoder.windows import LONGEST, make_windows
from onrecord.model.evidence import Span

Floats = NDArray[np.float32]
Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: who, the cue, the words. Runs are (first, last) word numbers."""

    source: Run | None
    cue: Run | None
    content: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """A predicate's roles: (PropBank label, head word, first word, last word)."""

    predicate: int
    arguments: tuple[tuple[str, int, int, int], ...]


@dataclass(slots=True)
class Reading:
    """All layers of an article.

    Attributes:
        words: Spans in the text.
        sents: Runs of words, in order; every word is in one.
        upos, xpos: Universal and Penn tags, one a word.
        head: Word number of each word's head, -1 for a root.
        rel: Universal dependency relations, subtypes kept.
        names: (first, last, type) with type PER, ORG, LOC or MISC.
        said: Attributions.
        roles: Predicates with their roles.
        fact: For each word, how sure it is that what it names happened: -3 to 3.
    """

    words: list[Span]
    sents: list[Run] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    rel: list[str] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    roles: list[Roles] = field(default_factory=list)
    fact: list[float] = field(default_factory=list)


def read_text(
    network: Network,
    text: str,
    paragraphs: Sequence[Span],
    *,
    split: bool = True,
    longest: int = LONGEST,
) -> Reading:
    """Return the reading of a text.

    Args:
        network: The loaded weights.
        text: The article's text, untouched; offsets count in it.
        paragraphs: In order, not overlapping.
        split: Find sentences inside paragraphs; else each paragraph is one.
        longest: Pieces in a window.
    """
    words: list[Span] = []
    breaks: list[int] = []
    for paragraph in paragraphs:
        found = cut_words(text, paragraph.start, paragraph.end)
        if found:
            breaks.append(len(words))
            words.extend(found)
    reading = Reading(words)
    shown = [text[w.start : w.end] for w in words]
    begins = frozenset(breaks)
    for window in make_windows(shown, breaks, network.pieces, longest):
        _decode(network, window, network.run(window), reading, begins, split)
    return reading


def _decode(
    network: Network,
    window: Window,
    heads: dict[str, Floats],
    out: Reading,
    breaks: frozenset[int],
    split: bool,
) -> None:
    """Append a window's layers to the article's."""
    base = window.start
    n = window.end - base
    tags = {k: heads[k][1:].argmax(axis=1) for k in ("upos", "xpos", "names", "pred")}
    out.upos.extend(network.labels["upos"][i] for i in tags["upos"])
    out.xpos.extend(network.labels["xpos"][i] for i in tags["xpos"])
    out.fact.extend(float(v) for v in heads["fact"][1:, 0])
    starts = [
        i
        for i in range(n)
        if i == 0
        or base + i in breaks
        or (split and heads["begins"][i + 1, 1] > heads["begins"][i + 1, 0])
    ]
    bounds = [*starts, n]
    above = np.zeros(n, dtype=np.int64)
    for first, end in pairwise(bounds):
        columns = np.concatenate([[0], np.arange(first, end) + 1])
        scores = heads["arcs"][first + 1 : end + 1][:, columns]
        tree = best_tree(scores)
        above[first:end] = [first + h if h >= 0 else -1 for h in tree]
        out.sents.append((base + first, base + end - 1))
        _add_roles(network, heads, (first, end), tags["pred"], base, out)
    out.head.extend(base + int(h) if h >= 0 else -1 for h in above)
    rels = _relations(network, heads, above)
    out.rel.extend(network.labels["rel"][i] for i in rels)
    names = network.labels["names"]
    for first, last, kind in _typed(names, tags["names"]):
        out.names.append((base + first, base + last, kind))
    out.said.extend(_attributions(network, heads, base))


def _relations(
    network: Network, heads: dict[str, Floats], above: NDArray[np.int64]
) -> NDArray[np.intp]:
    """Return the label number of each word's relation to its head."""
    n = len(above)
    left = heads["rel_left"][1:]
    right = heads["rel_right"][above + 1]
    table = network.tables
    scores = (left * right) @ table["rel.both"].T
    scores += left @ table["rel.by_left"].T + table["rel.bias"]
    scores += right @ table["rel.by_right"].T
    scores += table["rel.near"][_bucket(above - np.arange(n))]
    root = network.labels["rel"].index("root")
    scores[above >= 0, root] = -np.inf
    found: NDArray[np.intp] = scores.argmax(axis=1)
    found[above < 0] = root
    return found


def _pairs(
    network: Network,
    name: str,
    left: Floats,
    right: Floats,
    distance: NDArray[np.int64],
) -> Floats:
    """Scores of every pair, shape (P, W, labels)."""
    table = network.tables
    both = table[f"{name}.both"]
    mixed = left[:, None, :] * both[None]
    scores: Floats = np.swapaxes(mixed @ right.T, 1, 2)
    scores = (
        scores + (left @ table[f"{name}.by_left"].T + table[f"{name}.bias"])[:, None]
    )
    scores = scores + (right @ table[f"{name}.by_right"].T)[None]
    found: Floats = scores + table[f"{name}.near"][_bucket(distance)]
    return found


def _bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bucket of a signed distance in words: 0-7 before, 8-15 after."""
    size = np.minimum(np.searchsorted(_POWERS, np.abs(distance), side="right"), 7)
    found: NDArray[np.int64] = np.where(distance < 0, size, size + 8)
    return found


_POWERS = np.array([2, 4, 8, 16, 32, 64, 128])


def _add_roles(
    network: Network,
    heads: dict[str, Floats],
    sent: Run,
    pred: NDArray[np.intp],
    base: int,
    out: Reading,
) -> None:
    """Append the roles of a sentence's predicates."""
    first, end = sent
    preds = [i for i in range(first, end) if pred[i]]
    if not preds:
        return
    here = np.arange(first, end)
    distance = here[None] - np.array(preds)[:, None]
    rows = np.array(preds) + 1
    scores = _pairs(
        network,
        "role",
        heads["role_left"][rows],
        heads["role_right"][first + 1 : end + 1],
        distance,
    )
    labels = network.labels["role"]
    inside = scores[:, :, len(labels) :].argmax(axis=2)
    tops = scores[:, :, : len(labels)].argmax(axis=2)
    for k, p in enumerate(preds):
        found: list[tuple[str, int, int, int]] = []
        for a, b, label in _runs(inside[k]):
            head = next((i for i in range(a, b + 1) if tops[k][i] == label), a)
            low = base + first
            found.append((labels[label], low + head, low + a, low + b))
        out.roles.append(Roles(base + p, tuple(found)))


def _runs(tags: NDArray[np.intp]) -> list[tuple[int, int, int]]:
    """Return (first, last, tag) for each run of one tag other than 0."""
    out: list[tuple[int, int, int]] = []
    for i, tag in enumerate(int(t) for t in tags):
        if tag == 0:
            continue
        if out and out[-1][2] == tag and out[-1][1] == i - 1:
            out[-1] = (out[-1][0], i, tag)
        else:
            out.append((i, i, tag))
    return out


def _typed(labels: list[str], tags: NDArray[np.intp]) -> list[tuple[int, int, str]]:
    """Return (first, last, type) of BIO tags; an I that follows nothing begins."""
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(labels[t] for t in tags):
        if tag == "O":
            continue
        kind = tag[2:]
        goes_on = out and out[-1][1] == i - 1 and out[-1][2] == kind
        if tag[0] == "I" and goes_on:
            out[-1] = (out[-1][0], i, kind)
        else:
            out.append((i, i, kind))
    return out


def _bio(scores: Floats) -> list[Run]:
    """Return the runs of one layer of O, B, I scores."""
    out: list[Run] = []
    for i, tag in enumerate(scores.argmax(axis=1)):
        if tag == 0:
            continue
        if tag == 2 and out and out[-1][1] == i - 1:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return out


def _attributions(network: Network, heads: dict[str, Floats], base: int) -> list[Said]:
    """Tie a window's sources and contents to its cues."""
    cues = _bio(heads["cue"][1:])
    contents = _bio(heads["content"][1:])
    if not cues or not contents:
        return []
    sources = _bio(heads["source"][1:])
    of_cue = _sources_of(network, heads, cues, sources)
    of_content = _cues_of(network, heads, cues, contents)
    out: list[Said] = []
    for k, cue in enumerate(cues):
        mine = [c for c, i in zip(contents, of_content, strict=True) if i == k]
        if mine:
            source = of_cue[k]
            out.append(
                Said(
                    _moved(source, base) if source else None,
                    _moved(cue, base),
                    tuple(_moved(c, base) for c in mine),
                )
            )
    return out


def _moved(run: Run, base: int) -> Run:
    """Return a run of a window as one of the article."""
    return (run[0] + base, run[1] + base)


def _sources_of(
    network: Network, heads: dict[str, Floats], cues: list[Run], sources: list[Run]
) -> list[Run | None]:
    """Return each cue's source, None where it has none."""
    if not sources:
        return [None] * len(cues)
    at = np.array([c[0] for c in cues])
    there = np.array([s[0] for s in sources])
    scores = _pairs(
        network,
        "cue_source",
        heads["cue_source_left"][at + 1],
        heads["cue_source_right"][there + 1],
        there[None] - at[:, None],
    )[:, :, 0]
    none = heads["no_source"][at + 1, 0]
    best = scores.argmax(axis=1)
    return [
        sources[int(b)] if scores[k, b] > none[k] else None for k, b in enumerate(best)
    ]


def _cues_of(
    network: Network, heads: dict[str, Floats], cues: list[Run], contents: list[Run]
) -> list[int]:
    """Return the number of each content's cue."""
    first = np.array([c[0] for c in contents])
    last = np.array([c[1] for c in contents])
    at = np.array([c[0] for c in cues])
    left = _gelu(heads["content_first"][first + 1] + heads["content_last"][last + 1])
    before = at[None] < first[:, None]
    distance = np.where(
        before, at[None] - first[:, None], np.maximum(at[None] - last[:, None], 0)
    )
    scores = _pairs(
        network, "content_cue", left, heads["content_cue"][at + 1], distance
    )
    return [int(i) for i in scores[:, :, 0].argmax(axis=1)]


def _gelu(x: Floats) -> Floats:
    """Return x times the normal distribution function of x.

    By formula 7.1.26 of Abramowitz and Stegun, right to 2e-7.
    """
    z = np.abs(x) / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.3275911 * z)
    poly = t * (
        0.254829592
        + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
    )
    erf = np.sign(x) * (1.0 - poly * np.exp(-z * z))
    found: Floats = (0.5 * x * (1.0 + erf)).astype(np.float32)
    return found
