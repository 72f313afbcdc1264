"""The label sets of the heads, in the order of their numbers, from training data."""

import json
from collections import Counter
from pathlib import Path

from readers import NAME_TYPES, read_syntax

BIO_NAMES = ("O", *(f"{b}-{t}" for t in NAME_TYPES for b in "BI"))
BIO = ("O", "B", "I")
# Labels rarer than this in training are not worth a row of a matrix.
RARE = 20


def make_labels(bench: Path) -> dict[str, list[str]]:
    """Return each head's labels by name."""
    upos: Counter[str] = Counter()
    xpos: Counter[str] = Counter()
    rel: Counter[str] = Counter()
    role: Counter[str] = Counter()
    for doc in read_syntax(bench, "train"):
        upos.update(doc.gold["upos"])
        xpos.update(x for x in doc.gold["xpos"] if x)
        rel.update(doc.gold["rel"])
        role.update(label for _, args in doc.gold["roles"] for label, *_ in args)
    return {
        "upos": sorted(upos),
        "xpos": sorted(k for k, n in xpos.items() if n >= RARE),
        "rel": sorted(k for k, n in rel.items() if n >= RARE),
        "role": ["O", *sorted(k for k, n in role.items() if n >= RARE)],
        "names": list(BIO_NAMES),
        "bio": list(BIO),
    }


def save_labels(labels: dict[str, list[str]], path: Path) -> None:
    """Write the label sets as JSON."""
    path.write_text(json.dumps(labels, indent=0) + "\n", encoding="utf-8")
