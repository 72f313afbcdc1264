"""Where words stand: spans and the evidence of a fact.

Offsets are Unicode code points, start inclusive, end exclusive, and count from the
first character of the article's `text` (or `title`).
"""

from typing import Literal

import msgspec

Field = Literal["text", "title"]

CONTEXT_CHARS = 32
"""Length of `prefix` and `suffix` (CASEFILE.md, W3C TextQuoteSelector)."""


class Span(msgspec.Struct, frozen=True, gc=False, array_like=True, order=True):
    """A stretch of text, written `[start, end]` in JSON.

    Raises:
        ValueError: unless `0 <= start < end`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Check what must always hold."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}..{self.end} is not 0 <= start < end")

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Evidence(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The words of an article that say a fact (W3C Web Annotation selectors).

    Attributes:
        article: Id of the article.
        field: What `start` and `end` count in: its `text` or its `title`.
        start: First character, in Unicode code points from 0.
        end: One past the last character.
        exact: The words themselves: `text[start:end]`, always.
        prefix: Up to 32 characters before.
        suffix: Up to 32 characters after.

    Raises:
        ValueError: unless `0 <= start < end` and `exact` is that long.
    """

    article: str
    field: Field = "text"
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        """Check what must always hold."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"evidence {self.start}..{self.end}: not 0 <= start < end")
        if len(self.exact) != self.end - self.start:
            raise ValueError(f"evidence {self.start}..{self.end}: exact is not as long")
