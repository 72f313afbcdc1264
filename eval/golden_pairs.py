"""Pairing golden records with ours, and counting what came of it.

Records are paired one to one, best first. A golden record marked `optional` is neither
required nor held against us: ours that pairs with it counts nowhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = dict[str, Any]
Score = Callable[[Record, Record], float]
Pair = tuple[Record, Record]

# Where ours fits two golden records about equally, it is the required one it is for.
REQUIRED_FIRST = 0.05


@dataclass(frozen=True, slots=True)
class Check:
    """One field of one pair: whether ours is acceptable, and both in words."""

    field: str
    right: bool
    want: str
    got: str


@dataclass(slots=True)
class Tally:
    """What became of the records of one type.

    `checks` holds for each required pair its checked fields, `evidence` how many golden
    words of required pairs our evidence touches, and out of how many.
    """

    name: str
    pairs: list[Pair] = field(default_factory=list)
    misses: list[Record] = field(default_factory=list)
    extras: list[Record] = field(default_factory=list)
    optional: int = 0
    checks: list[tuple[Record, Record, list[Check]]] = field(default_factory=list)
    evidence: tuple[int, int] = (0, 0)

    @property
    def precision(self) -> float:
        """The share of ours that is in the golden file."""
        return share(len(self.pairs), len(self.pairs) + len(self.extras))

    @property
    def recall(self) -> float:
        """The share of the golden file that ours has."""
        return share(len(self.pairs), len(self.pairs) + len(self.misses))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        hits = 2 * len(self.pairs)
        return share(hits, hits + len(self.misses) + len(self.extras))

    @property
    def in_fields(self) -> float:
        """F1 with each pair worth its share of right fields: one number for all."""
        worth = float(len(self.pairs))
        for _, _, checks in self.checks:
            worth -= sum(not check.right for check in checks) / max(len(checks), 1)
        asked = 2 * len(self.pairs) + len(self.misses) + len(self.extras)
        return 2 * worth / asked if asked else 1.0

    def fields(self) -> dict[str, tuple[int, int]]:
        """Return for each field how often it is right, and out of how many."""
        found: dict[str, tuple[int, int]] = {}
        for _, _, checks in self.checks:
            for check in checks:
                right, total = found.get(check.field, (0, 0))
                found[check.field] = (right + check.right, total + 1)
        return found


def share(part: int, whole: int) -> float:
    """Return a share; nothing asked and nothing said is all right."""
    return part / whole if whole else 1.0


def pair_best_first(
    gold: Sequence[Record], ours: Sequence[Record], score: Score
) -> list[tuple[int, int]]:
    """Return pairs of positions, the best scores first; a score of 0 never pairs."""
    scored = []
    for i, wanted in enumerate(gold):
        first = 0.0 if wanted.get("optional") else REQUIRED_FIRST
        for j, got in enumerate(ours):
            value = score(wanted, got)
            if value > 0:
                scored.append((-value - first, i, j))
    pairs, taken_gold, taken_ours = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in taken_gold and j not in taken_ours:
            pairs.append((i, j))
            taken_gold.add(i)
            taken_ours.add(j)
    return pairs


def tally(
    name: str, gold: Sequence[Record], ours: Sequence[Record], score: Score
) -> Tally:
    """Pair the records of one type and count them; no fields are checked yet."""
    pairs = pair_best_first(gold, ours, score)
    counted = Tally(name)
    for i, j in pairs:
        if gold[i].get("optional"):
            counted.optional += 1
        else:
            counted.pairs.append((gold[i], ours[j]))
    met, used = {i for i, _ in pairs}, {j for _, j in pairs}
    counted.misses = [
        record
        for i, record in enumerate(gold)
        if i not in met and not record.get("optional")
    ]
    counted.extras = [record for j, record in enumerate(ours) if j not in used]
    return counted
