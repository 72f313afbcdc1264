"""The reader's weights behind ONNX Runtime: one window in, arrays for each head out.

A call holds one window of one article and nothing else: int8 products take the scale
of their inputs over the whole call, so a window alone gives the same bytes whatever is
read beside it, in whatever number of threads.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.encoder.pieces import Pieces
from onrecord.errors import MissingModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_TABLE = "table:"


@dataclass(frozen=True)
class Window:
    """What one call reads: consecutive words of one article.

    Attributes:
        start, end: The words, as numbers in the article.
        ids, shapes: Piece numbers and word shapes with the two marks, shape (L,).
        first: Position of each word's first piece, shape (W,).
    """

    start: int
    end: int
    ids: Ints
    shapes: Ints
    first: Ints


class Network:
    """The loaded weights. Not thread-safe; one for each process."""

    def __init__(self, path: Path, sha256: str | None = None, threads: int = 1) -> None:
        """Load the weights.

        Raises:
            MissingModelError: The file is not the one that this version was made for.
        """
        if sha256 is not None:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
            if found != sha256:
                raise MissingModelError(
                    f"{path.name} is not the reader of this version (its sha256 is"
                    f" {found}): install onrecord again"
                )
        self._session = _session(path, threads)
        meta = self._session.get_modelmeta().custom_metadata_map
        self.labels: dict[str, list[str]] = json.loads(meta["labels"])
        self.pieces = Pieces(meta["vocabulary"].split("\n"))
        names = [o.name for o in self._session.get_outputs()]
        self._heads = [n for n in names if not n.startswith(_TABLE)]
        tables = [n for n in names if n.startswith(_TABLE)]
        nothing = np.zeros((1, 2), dtype=np.int64)
        feed = {"ids": nothing, "shapes": nothing, "first": np.zeros(1, np.int64)}
        found_tables: list[Any] = self._session.run(tables, feed)
        self.tables: dict[str, Floats] = {
            name.removeprefix(_TABLE): value
            for name, value in zip(tables, found_tables, strict=True)
        }

    def run(self, window: Window) -> dict[str, Floats]:
        """Return each head's array by name.

        Rows are the window itself (row 0, the root of its trees) and then its words:
        shape (1 + W, …); `arcs` is (1 + W, 1 + W), dependant by head.
        """
        values: list[Any] = self._session.run(
            self._heads,
            {
                "ids": window.ids[np.newaxis],
                "shapes": window.shapes[np.newaxis],
                "first": window.first,
            },
        )
        return dict(zip(self._heads, values, strict=True))


def _session(path: Path, threads: int) -> "InferenceSession":
    """Open an ONNX Runtime session with this many threads."""
    # Imported late: `--help` and everything that reads nothing must not pay for it.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry(
        "session.use_device_allocator_for_initializers", "1"
    )
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"]
    )
