"""The timeline of a page as a drawing.

A lane for each person held, each proceeding, the decisions, what was done and said.
Drawn once for narrow and once for wide pages, so that its letters are readable on both.
Everything drawn stands in the list of the same page in words.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from onrecord.model.fact import Factuality
from onrecord.model.proceeding import ProceedingKind
from onrecord.model.view import CaseView
from onrecord.report.days import day_bounds, say_day
from onrecord.report.lines import Brief, HeldLine, Row, RowKind
from onrecord.report.lookup import SOMEBODY
from onrecord.report.page.axis import Axis, Tick, make_axis
from onrecord.report.page.marks import Mark, Shape, make_mark
from onrecord.report.words import PROCEEDING_OF, RESTRICTED, join_names, shorten

MARGIN = 12
LABEL_HEIGHT = 17
LANE_HEIGHT = 40
AXIS_HEIGHT = 24
LETTER = 6.4
"""Units of a letter of a label, at the size the page gives it."""

FAR = 2.0
"""What lies further before the first article than this many times the span of all
articles stands at the edge: one old date must not press the rest together."""

LEAST_SPAN = timedelta(days=60)

LANES = {
    RowKind.DECISION: "Decisions",
    RowKind.EVENT: "What was done",
    RowKind.STATEMENT: "What was said",
}


class Bar(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A spell of custody; `goes_on` where no end is told.

    From `earliest` to `x` it may have begun, from `end` to `latest` it may have ended.
    """

    earliest: float
    x: float
    end: float
    latest: float
    restricted: bool = False
    goes_on: bool = False
    words: str = ""


class Lane(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A label and what stands under it, at height `y`."""

    label: str
    y: float
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()


class Drawing(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Lanes over an axis, in units that are pixels at the size meant."""

    width: float
    height: float
    left: float
    right: float
    bottom: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: float | None = None


def draw_timeline(
    view: CaseView, brief: Brief, rows: Sequence[Row], *, width: int
) -> Drawing | None:
    """Return the drawing, or None where nothing has a day.

    Args:
        view: What the reports were made of.
        brief: Names who is held and which proceedings have a lane.
        rows: The rows of the timeline that the page lists.
        width: Units of the drawing.
    """
    held = [line for line in (*brief.held, *brief.released) if _is_drawn(line)]
    axis = make_axis(_days(view, brief, held, rows), width=width, margin=MARGIN)
    if axis is None:
        return None
    today = date.fromisoformat(brief.day) if brief.day else axis.last
    lanes: list[Lane] = []
    for label, bars, marks in (
        *_custody(held, axis, today),
        *_proceedings(view, brief, rows, axis),
        *_others(rows, axis),
    ):
        y = len(lanes) * LANE_HEIGHT + LABEL_HEIGHT
        fits = int((width - 2 * MARGIN) / LETTER)
        label = shorten(label, fits)
        lanes.append(Lane(label=label, y=y, bars=tuple(bars), marks=tuple(marks)))
    bottom = len(lanes) * LANE_HEIGHT + 4
    return Drawing(
        width=width,
        height=bottom + AXIS_HEIGHT,
        left=axis.left,
        right=axis.right,
        bottom=bottom,
        lanes=tuple(lanes),
        ticks=axis.ticks(),
        today=axis.x(today) if brief.day else None,
    )


def _is_drawn(line: HeldLine) -> bool:
    """Whether a spell is told as so, and some day of it is known."""
    has_day = line.since or line.until or line.known_from
    return line.factuality is Factuality.ASSERTED and bool(has_day)


def _days(
    view: CaseView, brief: Brief, held: Iterable[HeldLine], rows: Iterable[Row]
) -> Iterator[date]:
    """Yield the days that the axis has to hold, none too far back."""
    values = [row.when for row in rows]
    values += [value for line in held for value in (line.since, line.until)]
    published = [day for a in view.articles for day in day_bounds(a.published) if day]
    known = [day for value in values for day in day_bounds(value) if day]
    if brief.day:
        known.append(date.fromisoformat(brief.day))
    if published:
        span = max(max(published) - min(published), LEAST_SPAN)
        reach = int(span.days * FAR)
        floor = date.fromordinal(max(1, min(published).toordinal() - reach))
        ceiling = min(date.max.toordinal(), max(published).toordinal() + reach)
        known = [min(max(day, floor), date.fromordinal(ceiling)) for day in known]
    yield from known


def _custody(
    held: Iterable[HeldLine], axis: Axis, today: date
) -> Iterator[tuple[str, list[Bar], list[Mark]]]:
    """Yield a lane for each person or group that is or was held."""
    lanes: dict[str, list[HeldLine]] = {}
    for line in held:
        lanes.setdefault(line.person_name or SOMEBODY, []).append(line)
    for name, lines in lanes.items():
        yield name, [_bar(line, axis, today) for line in lines], []


def _bar(line: HeldLine, axis: Axis, today: date) -> Bar:
    """Return the bar of one spell."""
    goes_on = line.end is None and line.until is None
    first, last = day_bounds(line.since or f"../{line.known_from}")
    end, latest = (today, today) if goes_on else day_bounds(line.until)
    start = last or first or axis.first
    end = max(end or latest or start, start)
    return Bar(
        earliest=axis.x(first or axis.first),
        x=axis.x(start),
        end=axis.x(end),
        latest=axis.x(max(latest or end, end)),
        restricted=line.kind in RESTRICTED,
        goes_on=goes_on,
        words=line.words,
    )


def _proceedings(
    view: CaseView, brief: Brief, rows: Iterable[Row], axis: Axis
) -> Iterator[tuple[str, list[Bar], list[Mark]]]:
    """Yield a lane for each proceeding of the brief that has a day."""
    of = {stage.id: p.id for p in view.proceedings for stage in p.stages}
    stages: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind is RowKind.STAGE and row.fact in of:
            stages.setdefault(of[row.fact], []).append(row)
    for line in brief.proceedings:
        if found := stages.get(line.fact):
            kind = PROCEEDING_OF[ProceedingKind(line.kind)]
            label = f"{kind} {join_names(line.subject_names) or SOMEBODY}"
            yield label, [], _marks(found, axis)


def _others(
    rows: Sequence[Row], axis: Axis
) -> Iterator[tuple[str, list[Bar], list[Mark]]]:
    """Yield a lane for each other kind that has a row."""
    for kind, label in LANES.items():
        if found := [row for row in rows if row.kind is kind]:
            yield label, [], _marks(found, axis)


def _marks(rows: Iterable[Row], axis: Axis) -> list[Mark]:
    """Return the marks of rows, spans first so that they hide no dot."""
    made = (
        make_mark(row.when, row.factuality, axis, f"{say_day(row.when)}: {row.words}")
        for row in rows
    )
    return sorted(filter(None, made), key=lambda mark: mark.shape is not Shape.SPAN)
