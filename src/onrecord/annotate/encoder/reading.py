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

from onrecord.annotate.encoder.attributions import Said, find_said
from onrecord.annotate.encoder.network import Floats, Network, Window
from onrecord.annotate.encoder.roles import Roles, find_roles
from onrecord.annotate.encoder.scoring import bucket
from onrecord.annotate.encoder.tokens import cut_words
from onrecord.annotate.encoder.trees import best_tree
from onrecord.annotate.encoder.windows import LONGEST, make_windows
from onrecord.model.evidence import Span

Run = tuple[int, int]


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
    out.head.extend(base + int(h) if h >= 0 else -1 for h in above)
    rels = _relations(network, heads, above)
    rel_names = [network.labels["rel"][i] for i in rels]
    out.rel.extend(rel_names)
    for first, end in pairwise(bounds):
        shape = (above, rel_names[first:end])
        out.roles += find_roles(network, heads, (first, end), tags["pred"], shape, base)
    names = network.labels["names"]
    for first, last, kind in _typed(names, tags["names"]):
        out.names.append((base + first, base + last, kind))
    out.said.extend(find_said(network, heads, base))


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
    scores += table["rel.near"][bucket(above - np.arange(n))]
    root = network.labels["rel"].index("root")
    scores[above >= 0, root] = -np.inf
    found: NDArray[np.intp] = scores.argmax(axis=1)
    found[above < 0] = root
    return found


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
