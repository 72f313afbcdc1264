"""Attributions: which source and which words belong to which cue."""

from dataclasses import dataclass

import numpy as np

from onrecord.annotate.encoder.network import Floats, Network
from onrecord.annotate.encoder.scoring import gelu, pair_scores

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: who, the cue, the words. Runs are (first, last) word numbers."""

    source: Run | None
    cue: Run | None
    content: tuple[Run, ...]


def find_said(network: Network, heads: dict[str, Floats], base: int) -> list[Said]:
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


def _sources_of(
    network: Network, heads: dict[str, Floats], cues: list[Run], sources: list[Run]
) -> list[Run | None]:
    """Return each cue's source, None where it has none."""
    if not sources:
        return [None] * len(cues)
    at = np.array([c[0] for c in cues])
    there = np.array([s[0] for s in sources])
    scores = pair_scores(
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
    left = gelu(heads["content_first"][first + 1] + heads["content_last"][last + 1])
    before = at[None] < first[:, None]
    distance = np.where(
        before, at[None] - first[:, None], np.maximum(at[None] - last[:, None], 0)
    )
    scores = pair_scores(
        network, "content_cue", left, heads["content_cue"][at + 1], distance
    )
    return [int(i) for i in scores[:, :, 0].argmax(axis=1)]
