from datetime import date
from typing import Any

import report_builders as build

from onrecord.model.fact import Factuality
from onrecord.report.brief import make_brief
from onrecord.report.page.drawing import Drawing, draw_timeline
from onrecord.report.timeline import make_timeline


def draw(width: int = 720, **fields: Any) -> Drawing | None:
    view = build.view(**fields)
    rows = make_timeline(view).rows
    return draw_timeline(view, make_brief(view), rows, width=width)


def test_who_is_held_and_was_held_has_a_lane_with_a_bar_for_each_spell() -> None:
    before = build.released("cu-0", from_="2031-02-01", to="2031-03-01")
    drawing = draw(custody=(build.custody(), before))
    assert drawing is not None
    lane = drawing.lanes[0]
    assert lane.label == "Ilse Maren"
    going, past = lane.bars
    assert (going.goes_on, past.goes_on) == (True, False)
    assert going.end == drawing.today
    assert past.end < going.x


def test_an_unsure_start_is_pale() -> None:
    drawing = draw(custody=(build.custody(from_="2031-02"),))
    assert drawing is not None
    (bar,) = drawing.lanes[0].bars
    assert bar.earliest < bar.x
    assert bar.end == bar.latest


def test_what_is_only_planned_has_no_bar() -> None:
    planned = build.custody(factuality=Factuality.PLANNED)
    drawing = draw(custody=(planned,))
    assert drawing is not None
    assert all(not lane.bars for lane in drawing.lanes)


def test_each_proceeding_and_kind_has_a_lane() -> None:
    matter = build.proceeding("pr-1", build.stage("arrest"))
    drawing = draw(
        proceedings=(matter,),
        decisions=(build.decision(when="2031-03-02"),),
        events=(build.event(),),
        statements=(build.statement(),),
    )
    assert drawing is not None
    assert [lane.label for lane in drawing.lanes] == [
        "Extradition of Ilse Maren", "Decisions", "What was done", "What was said",
    ]  # fmt: skip
    assert all(lane.marks for lane in drawing.lanes)
    heights = [lane.y for lane in drawing.lanes]
    assert heights == sorted(heights)
    assert drawing.bottom > heights[-1]


def test_one_old_day_does_not_press_the_rest_together() -> None:
    old = build.event("ev-0", when="1902-05-05")
    drawing = draw(events=(old, build.event()))
    assert drawing is not None
    first, last = (mark.x for mark in drawing.lanes[-1].marks)
    assert first < last
    assert drawing.ticks[0].label.endswith(str(date(2030, 1, 1).year))


def test_without_any_day_nothing_is_drawn() -> None:
    assert draw(as_of=None, articles=()) is None


def test_labels_fit_the_width() -> None:
    long = build.actor(build.MAREN, "Ilse Maren of the very long name " * 9)
    drawing = draw(328, actors=(long, *build.ACTORS[1:]), custody=(build.custody(),))
    assert drawing is not None
    assert len(drawing.lanes[0].label) * 6.4 <= 328
