"""Finding spans by where they stand, without going through all of them.

A text of any length is cut into stretches of equal length; each stretch knows the spans
that touch it. What holds or overlaps a few words is then among a few spans.
"""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from onrecord.model.evidence import Span

_T = TypeVar("_T")

# About a sentence: a span touches few stretches and a stretch is touched by few spans.
_STRETCH = 256


class SpanIndex(Generic[_T]):
    """Spans with what they belong to, found by place, in the order they were given."""

    __slots__ = ("_at",)

    def __init__(self, items: Iterable[tuple[Span, _T]]) -> None:
        """Index spans."""
        self._at: dict[int, list[tuple[int, Span, _T]]] = {}
        for n, (span, item) in enumerate(items):
            for stretch in _stretches(span):
                self._at.setdefault(stretch, []).append((n, span, item))

    def holding(self, span: Span) -> Iterator[tuple[Span, _T]]:
        """Yield the spans that hold this one."""
        for _, other, item in self._at.get(span.start // _STRETCH, ()):
            if other.holds(span):
                yield other, item

    def overlapping(self, span: Span) -> list[tuple[Span, _T]]:
        """Return the spans that share a character with this one, each once."""
        found = {
            n: (other, item)
            for stretch in _stretches(span)
            for n, other, item in self._at.get(stretch, ())
            if other.overlaps(span)
        }
        return [found[n] for n in sorted(found)]


def _stretches(span: Span) -> range:
    """Return the numbers of the stretches that a span touches."""
    return range(span.start // _STRETCH, (span.end - 1) // _STRETCH + 1)
