"""How a pair of actors stood to each other, drawn step by step over time."""

from collections.abc import Sequence

import msgspec

from onrecord.model.fact import Factuality
from onrecord.report.days import day_bounds, say_day
from onrecord.report.lines import RelationLine, Step
from onrecord.report.page.axis import Tick, make_axis
from onrecord.report.page.marks import Shape, make_mark
from onrecord.report.sections.relations import say_score

SCALE = 10
"""The scale of relations runs from minus to plus this."""

HALF = 66
TOP = 18
MARGIN = 30
AXIS_HEIGHT = 24


class Stem(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One step: from the zero line at `x` to `y`; `end` where its day is a span."""

    shape: Shape
    x: float
    end: float
    y: float
    score: float
    words: str


class Plot(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The steps of one pair that have a day. `lines` are heights with their scores."""

    width: float
    height: float
    left: float
    right: float
    zero: float
    bottom: float
    stems: tuple[Stem, ...]
    lines: tuple[tuple[float, str], ...]
    ticks: tuple[Tick, ...]


def plot_relation(line: RelationLine, *, width: int) -> Plot | None:
    """Return the plot of a pair, or None where fewer than two steps have a day."""
    dated = [step for step in line.steps if any(day_bounds(step.when))]
    if len(dated) < 2:
        return None
    days = [day for step in dated for day in day_bounds(step.when) if day]
    axis = make_axis(days, width=width, margin=MARGIN)
    if axis is None:
        return None
    zero, bottom = TOP + HALF, TOP + 2 * HALF
    stems = []
    for step in dated:
        words = f"{say_day(step.when)}, {say_score(step.score)}: {step.words}"
        if mark := make_mark(step.when, Factuality.ASSERTED, axis, words):
            stems.append(_stem(step, mark.shape, (mark.x, mark.end), words))
    return Plot(
        width=width,
        height=bottom + AXIS_HEIGHT,
        left=axis.left,
        right=axis.right,
        zero=zero,
        bottom=bottom,
        stems=tuple(stems),
        lines=tuple((_height(s), say_score(s) if s else "0") for s in (10, 0, -10)),
        ticks=axis.ticks(),
    )


def undated_steps(steps: Sequence[Step]) -> int:
    """Return how many steps cannot be drawn, for no day is told for them."""
    return sum(not any(day_bounds(step.when)) for step in steps)


def _stem(step: Step, shape: Shape, across: tuple[float, float], words: str) -> Stem:
    """Return the stem of a step."""
    x, end = across
    return Stem(
        shape=shape, x=x, end=end, y=_height(step.score), score=step.score, words=words
    )


def _height(score: float) -> float:
    """Return the height of a score in the plot."""
    share = min(max(score / SCALE, -1.0), 1.0)
    return round(TOP + HALF - share * HALF, 1)
