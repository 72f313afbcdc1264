"""A network that answers what a test writes down, window by window."""

import numpy as np

from onrecord.annotate.encoder.network import Window
from onrecord.annotate.encoder.pieces import Pieces

LABELS = {
    "upos": ["NOUN", "VERB", "PROPN", "PUNCT", "ADP"],
    "xpos": ["NN", "VBD", "NNP", ".", "IN", ","],
    "rel": ["root", "nsubj", "obj", "punct", "ccomp", "parataxis", "case", "obl"],
    "role": ["O", "ARG0", "ARG1"],
    "names": ["O", "B-PER", "I-PER"],
    "bio": ["O", "B", "I"],
}
SIZE = 8


class ScriptedNetwork:
    """Answers for one window of `words`.

    Each row of `words` is (upos, xpos, head, rel, name, source, cue, content): labels,
    a head's number from 1 (0 the root), and tags of O, B, I.
    """

    def __init__(
        self, rows: list[tuple[str, str, int, str, str, str, str, str]]
    ) -> None:
        self.rows = rows
        self.labels = LABELS
        self.pieces = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
        self.begins: set[int] = set()
        self.predicates: dict[int, dict[int, str]] = {}
        self.tables = {}
        for name, labels in (
            ("rel", len(LABELS["rel"])),
            ("role", 2 * len(LABELS["role"])),
            ("cue_source", 1),
            ("content_cue", 1),
        ):
            self.tables |= {
                f"{name}.both": np.zeros((labels, SIZE), dtype=np.float32),
                f"{name}.by_left": np.zeros((labels, SIZE), dtype=np.float32),
                f"{name}.by_right": np.zeros((labels, SIZE), dtype=np.float32),
                f"{name}.bias": np.zeros(labels, dtype=np.float32),
                f"{name}.near": np.zeros((16, labels), dtype=np.float32),
            }
        # A relation is read off its dependant: one place of the vector a label.
        self.tables["rel.by_left"] = np.eye(len(LABELS["rel"]), SIZE, dtype=np.float32)
        # The nearer, the better.
        for name in ("cue_source", "content_cue"):
            near = -np.concatenate([np.arange(8), np.arange(8)]).astype(np.float32)
            self.tables[f"{name}.near"] = near[:, None]

    def run(self, window: Window) -> dict[str, np.ndarray]:
        """Return the arrays for a window."""
        rows = self.rows[window.start : window.end]
        n = len(rows)

        def tags(column: int, labels: list[str]) -> np.ndarray:
            out = np.zeros((n + 1, len(labels)), dtype=np.float32)
            for i, row in enumerate(rows):
                out[i + 1, labels.index(str(row[column]))] = 5
            return out

        def zeros(width: int) -> np.ndarray:
            return np.zeros((n + 1, width), dtype=np.float32)

        arcs = zeros(n + 1)
        for i, row in enumerate(rows):
            head = row[2] - window.start if row[2] else 0
            arcs[i + 1, head] = 5
        begins, pred = zeros(2), zeros(2)
        begins[:, 0] = 1
        for i in self.begins:
            begins[i + 1 - window.start, 1] = 5
        left = zeros(SIZE)
        for i, row in enumerate(rows):
            left[i + 1, LABELS["rel"].index(row[3])] = 5
        none = zeros(1)
        none[:] = -9
        return {
            "begins": begins,
            "upos": tags(0, LABELS["upos"]),
            "xpos": tags(1, LABELS["xpos"]),
            "names": tags(4, LABELS["names"]),
            "source": tags(5, LABELS["bio"]),
            "cue": tags(6, LABELS["bio"]),
            "content": tags(7, LABELS["bio"]),
            "pred": pred,
            "arcs": arcs,
            "fact": zeros(1) + 2.5,
            "rel_left": left,
            "rel_right": zeros(SIZE),
            "role_left": zeros(SIZE),
            "role_right": zeros(SIZE),
            "cue_source_left": zeros(SIZE),
            "cue_source_right": zeros(SIZE),
            "no_source": none,
            "content_first": zeros(SIZE),
            "content_last": zeros(SIZE),
            "content_cue": zeros(SIZE),
        }


SAID = ScriptedNetwork(
    [
        ("NOUN", "NN", 2, "nsubj", "O", "O", "O", "B"),
        ("VERB", "VBD", 0, "root", "O", "O", "O", "I"),
        ("PUNCT", ",", 2, "punct", "O", "O", "O", "O"),
        ("PROPN", "NNP", 5, "nsubj", "B-PER", "B", "O", "O"),
        ("VERB", "VBD", 2, "parataxis", "O", "O", "B", "O"),
        ("PUNCT", ".", 2, "punct", "O", "O", "O", "O"),
    ]
)
TEXT = "Rain fell, Ilic said."
