"""The axis of time of a drawing: where a day stands, and what is written under it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

TICK_WIDTH = 74
"""Least units between two labels: "Sep 2031" and some air."""

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
"""Months from one label to the next."""

_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


class Tick(NamedTuple):
    """A label under the axis."""

    x: float
    label: str


class Axis(NamedTuple):
    """Days from `first` to `last`, drawn from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where a day stands; one outside stands at the edge."""
        days = max(1, (self.last - self.first).days)
        share = min(max((day - self.first).days / days, 0.0), 1.0)
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Return labels at first days of months or years, as many as have room."""
        begin = self.first.year * 12 + self.first.month - 1
        end = self.last.year * 12 + self.last.month - 1
        room = max(2, int((self.right - self.left) // TICK_WIDTH))
        step = next((s for s in _STEPS if (end - begin) / s <= room), _STEPS[-1])
        months = range(begin + (-begin) % step, end + 1, step)
        days = (date(m // 12, m % 12 + 1, 1) for m in months)
        return tuple(
            Tick(self.x(day), _label(day, step)) for day in days if day >= self.first
        )


def make_axis(days: Iterable[date], *, width: float, margin: float) -> Axis | None:
    """Return an axis over all the days, with some air at both ends; None without any.

    Args:
        days: What has to find its place.
        width: Units of the whole drawing.
        margin: Units left free on both sides.
    """
    known = sorted(days)
    if not known:
        return None
    first, last = known[0], known[-1]
    air = max(7, (last - first).days // 40)
    first = date.fromordinal(max(1, first.toordinal() - air))
    last = date.fromordinal(min(date.max.toordinal(), last.toordinal() + air))
    return Axis(first, last, margin, width - margin)


def _label(day: date, step: int) -> str:
    """Return a month with its year, the year alone where steps are years."""
    if step % 12 == 0:
        return str(day.year)
    return f"{_MONTHS[day.month - 1]} {day.year}"
