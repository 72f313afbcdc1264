"""Roles: what each predicate's arguments are, and which words they cover."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.encoder.network import Floats, Network
from onrecord.annotate.encoder.scoring import pair_scores

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Roles:
    """A predicate's roles: (PropBank label, head word, first word, last word)."""

    predicate: int
    arguments: tuple[tuple[str, int, int, int], ...]


def find_roles(
    network: Network,
    heads: dict[str, Floats],
    sent: Run,
    pred: NDArray[np.intp],
    tree: tuple[NDArray[np.int64], list[str]],
    base: int,
) -> list[Roles]:
    """Return the roles of a sentence's predicates.

    Args:
        network: The loaded weights.
        heads: The window's arrays.
        sent: First word, and the one after the last, in the window.
        pred: Whether each word of the window is a predicate.
        tree: Heads of the window's words (-1: root), and the sentence's relations.
        base: The window's first word in the article.
    """
    first, end = sent
    preds = [i for i in range(first, end) if pred[i]]
    if not preds:
        return []
    here = np.arange(first, end)
    distance = here[None] - np.array(preds)[:, None]
    rows = np.array(preds) + 1
    scores = pair_scores(
        network,
        "role",
        heads["role_left"][rows],
        heads["role_right"][first + 1 : end + 1],
        distance,
    )
    labels = network.labels["role"]
    scores = scores[:, :, : len(labels)]
    parts = Subtrees(first, end, *tree)
    out: list[Roles] = []
    for k, p in enumerate(preds):
        found: list[tuple[str, int, int, int]] = []
        for head, label in _best_roles(scores[k], labels, p - first):
            a, b = parts.span(first + head, p)
            found.append((label, base + first + head, base + a, base + b))
        out.append(Roles(base + p, tuple(found)))
    return out


def _best_roles(scores: Floats, labels: list[str], own: int) -> list[tuple[int, str]]:
    """Return (word, label) of a predicate's arguments; a core role is given once.

    The predicate's own word is never one of them.
    """
    found: list[tuple[int, str]] = []
    best: dict[str, tuple[float, int]] = {}
    for i, tag in enumerate(scores.argmax(axis=1)):
        if tag == 0 or i == own:
            continue
        label = labels[tag]
        if not label.startswith("ARG") or label.startswith("ARGM"):
            found.append((i, label))
            continue
        gain = float(scores[i, tag] - scores[i, 0])
        if label not in best or gain > best[label][0]:
            best[label] = (gain, i)
    found.extend((i, label) for label, (_, i) in best.items())
    return sorted(found)


class Subtrees:
    """What hangs on each word of a sentence; numbers are those of the window."""

    def __init__(
        self, first: int, end: int, above: NDArray[np.int64], rels: list[str]
    ) -> None:
        self.kids: dict[int, list[int]] = {}
        self.rels = rels
        self.first = first
        for i in range(first, end):
            self.kids.setdefault(int(above[i]), []).append(i)

    def span(self, head: int, predicate: int) -> Run:
        """Return the words of an argument: what hangs on its head, cut at its verb."""
        inside = {head}
        todo = [head]
        under = self._holds(head, predicate)
        while todo:
            here = todo.pop()
            for k in self.kids.get(here, ()):
                if k == predicate and here != predicate:
                    continue
                rel = self.rels[k - self.first]
                if here == head and rel in {"cc", "punct"} and k < head:
                    continue
                if here == head and under and rel in {"case", "mark"}:
                    continue
                inside.add(k)
                todo.append(k)
        low = high = head
        while low - 1 in inside:
            low -= 1
        while high + 1 in inside:
            high += 1
        while high > head and self.rels[high - self.first] == "punct":
            high -= 1
        while low < head and self.rels[low - self.first] == "punct":
            low += 1
        return low, high

    def _holds(self, head: int, word: int) -> bool:
        """Whether a word hangs on another, at any depth."""
        todo = [head]
        while todo:
            here = todo.pop()
            if here == word:
                return True
            todo.extend(self.kids.get(here, ()))
        return False
