"""Scores of heads -> one tree for each sentence.

The best head of each word is nearly always a tree already; where it is not, cycles are
broken as Chu and Liu (1965) and Edmonds (1967) do, with one root a sentence.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def best_tree(scores: Floats) -> list[int]:
    """Return each word's head, -1 for the root.

    Args:
        scores: Shape (n, 1 + n): word by head; column 0 is the root.
    """
    n = len(scores)
    if n == 1:
        return [-1]
    table = scores.astype(np.float64)
    table[np.arange(n), np.arange(n) + 1] = -np.inf
    heads = table.argmax(axis=1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) != 1:
        heads = _one_root(table, roots)
    if _has_cycle(heads):
        square = np.full((n + 1, n + 1), -np.inf)
        square[1:] = table
        root = int(np.flatnonzero(heads == 0)[0]) + 1
        square[1:, 0] = -np.inf
        square[root] = -np.inf
        square[root, 0] = 0.0
        heads = np.array(_edmonds(square)[1:])
    return [int(h) - 1 for h in heads]


def _one_root(table: NDArray[np.float64], roots: NDArray[np.intp]) -> NDArray[np.intp]:
    """Choose the root that costs least; the others take their next best head."""
    rest = table[:, 1:].max(axis=1)
    margin = table[:, 0] - rest
    among = roots if len(roots) else np.arange(len(table))
    root = int(among[margin[among].argmax()])
    heads: NDArray[np.intp] = table[:, 1:].argmax(axis=1) + 1
    heads[root] = 0
    return heads


def _has_cycle(heads: NDArray[np.intp]) -> bool:
    """Whether following heads from some word never ends at the root."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(state)):
        path = []
        here = start
        while state[here] == 0:
            state[here] = 1
            path.append(here)
            here = int(heads[here - 1])
        if state[here] == 1:
            return True
        for i in path:
            state[i] = 2
    return False


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Return the best arborescence from node 0; `scores` is dependant by head."""
    n = len(scores)
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not cycle:
        return [int(h) for h in heads]
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = [i for i in range(n) if not inside[i]]
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    here = np.array(cycle)
    own = scores[here, heads[here]]
    enter = np.zeros(m, dtype=int)
    leave = np.zeros(m, dtype=int)
    for k, i in enumerate(outside):
        gain = scores[here, i] - own
        enter[k] = int(here[gain.argmax()])
        small[m, k] = gain.max()
        if i:
            leave[k] = int(here[scores[i, here].argmax()])
            small[k, m] = scores[i, here].max()
    solved = _edmonds(small)
    out = [int(h) for h in heads]
    for k, i in enumerate(outside):
        if i:
            out[i] = leave[k] if solved[k] == m else outside[solved[k]]
    source = solved[m]
    out[enter[source]] = outside[source]
    return out


def _find_cycle(heads: NDArray[np.intp]) -> list[int]:
    """Return the nodes of one cycle, or an empty list."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path: list[int] = []
        here = start
        while state[here] == 0:
            state[here] = 1
            path.append(here)
            here = int(heads[here])
        if state[here] == 1:
            return path[path.index(here) :]
        for i in path:
            state[i] = 2
    return []
