import report_builders as build

from onrecord.model.relation import Point
from onrecord.report.lines import RelationLine
from onrecord.report.page.marks import Shape
from onrecord.report.page.relations import plot_relation, undated_steps
from onrecord.report.sections.desk import make_desk
from onrecord.report.sections.relations import relation_lines


def line(*points: Point) -> RelationLine:
    view = build.view(relations=(build.relation(points=points),))
    (made,) = relation_lines(view, make_desk(view))
    return made


def test_steps_stand_above_and_below_the_zero_line() -> None:
    plot = plot_relation(
        line(
            Point(when="2031-03-01", score=-6.0, fact="ev-1"),
            Point(when="2031-06", score=10.0, fact="ev-2"),
        ),
        width=720,
    )
    assert plot is not None
    hostile, kind = plot.stems
    assert hostile.y > plot.zero > kind.y
    assert (hostile.shape, kind.shape) == (Shape.DOT, Shape.SPAN)
    assert kind.y == plot.lines[0][0]
    assert [label for _, label in plot.lines] == ["+10", "0", "−10"]
    assert hostile.words.startswith("1 March 2031, −6: ")


def test_a_score_off_the_scale_stands_at_its_end() -> None:
    points = [Point(when=f"2031-03-0{n}", score=99.0, fact="ev-1") for n in (1, 2)]
    plot = plot_relation(line(*points), width=328)
    assert plot is not None
    assert {stem.y for stem in plot.stems} == {plot.lines[0][0]}


def test_one_step_with_a_day_is_no_plot() -> None:
    told = line(
        Point(when="2031-03-01", score=-6.0, fact="ev-1"),
        Point(score=4.0, fact="ev-2"),
    )
    assert plot_relation(told, width=720) is None
    assert undated_steps(told.steps) == 1
