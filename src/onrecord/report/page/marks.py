"""Marks on an axis of time: their shape says how surely and finely a day is known."""

from enum import StrEnum

import msgspec

from onrecord.model.fact import Factuality
from onrecord.report.days import certainty_of, day_bounds
from onrecord.report.lines import Certainty
from onrecord.report.page.axis import Axis

STUB = 14
"""Units of the line that stands for "before" or "after" a day."""

LEAST_SPAN = 5
"""Units of the shortest bar: a month is seen on an axis of ten years too."""


class Shape(StrEnum):
    """What a mark looks like."""

    DOT = "dot"
    SPAN = "span"
    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"
    PLAN = "plan"


SYMBOLS = {
    Shape.DOT: "●",
    Shape.SPAN: "▬",
    Shape.BEFORE: "◂",
    Shape.AFTER: "▸",
    Shape.ABOUT: "○",
    Shape.PLAN: "◇",
}
"""The same shapes in a line of text."""

SHAPE_WORDS = {
    Shape.DOT: "on this day",
    Shape.SPAN: "some day in this span",
    Shape.BEFORE: "before",
    Shape.AFTER: "after",
    Shape.ABOUT: "about, or perhaps",
    Shape.PLAN: "not told as done: planned, asked for, denied",
}
"""What each shape means, for a legend."""

_SHAPES = {
    Certainty.DAY: Shape.DOT,
    Certainty.BEFORE: Shape.BEFORE,
    Certainty.AFTER: Shape.AFTER,
    Certainty.ABOUT: Shape.ABOUT,
    Certainty.PERHAPS: Shape.ABOUT,
}


class Mark(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A mark from `x` to `end` (the same for what is no span), with its words."""

    shape: Shape
    x: float
    end: float
    words: str = ""


def shape_of(when: str | None, factuality: Factuality) -> Shape | None:
    """Return the shape for a day; None where no day is told."""
    how = certainty_of(when)
    if how is Certainty.UNKNOWN:
        return None
    if factuality is not Factuality.ASSERTED:
        return Shape.PLAN
    return _SHAPES.get(how, Shape.SPAN)


def make_mark(
    when: str | None, factuality: Factuality, axis: Axis, words: str
) -> Mark | None:
    """Return the mark of a day on an axis; None where no day is told."""
    shape = shape_of(when, factuality)
    first, last = day_bounds(when)
    if shape is None or (first is None and last is None):
        return None
    left = axis.x(first or last or axis.first)
    right = axis.x(last or first or axis.last)
    if shape is Shape.BEFORE:
        left = max(axis.left, right - STUB)
    elif shape is Shape.AFTER:
        right = min(axis.right, left + STUB)
    elif shape is Shape.SPAN:
        right = max(right, left + LEAST_SPAN)
    else:
        left = right = round((left + right) / 2, 1)
    return Mark(shape=shape, x=left, end=right, words=words)
