"""What `resources` loads and the steps are handed."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Models:
    """The loaded models.

    `parser` is the pipeline behind `annotate` (typed loosely: only `annotate` knows
    it); `digests` the sha256 of each weight file or package, by name.
    """

    parser: Any
    digests: dict[str, str]
