import report_builders as build

from onrecord.model.event import EventType
from onrecord.model.relation import Point
from onrecord.report.sections.desk import make_desk
from onrecord.report.sections.relations import latest_point, relation_lines

POINTS = (
    Point(when="2031-03-09", score=-6.0, fact="ev-2"),
    Point(when="2031-03-01", score=2.0, fact="ev-1"),
    Point(score=9.0, fact="ev-3"),
)


def test_direction_flashpoints_and_the_last_point_are_told() -> None:
    moved = build.relation(points=POINTS, flashpoints=("the barley ban",))
    sanction = build.event(
        "ev-2", event_type=EventType.SANCTION, mode=None, when="2031-03-09"
    )
    view = build.view(relations=(moved,), events=(sanction,))
    (line,) = relation_lines(view, make_desk(view))
    assert "worsening: “ties sank to their lowest”" in line.words
    assert [d.words for d in line.details] == [
        "Flashpoint: “the barley ban”",
        "Last step with a day, 9 March 2031, −6 on a scale from −10 (hostile) to 10: "
        "Sanction by Coastal Police against Ilse Maren: “police seized Maren”",
    ]
    assert (line.points, line.last_score) == (3, -6.0)
    assert line.details[1].fact == "ev-2"
    assert [(s.when, s.score) for s in line.steps] == [
        (p.when, p.score) for p in POINTS
    ]


def test_a_step_whose_deed_is_not_known_says_so() -> None:
    view = build.view(relations=(build.relation(points=POINTS[:1]),))
    (line,) = relation_lines(view, make_desk(view))
    assert (line.steps[0].words, line.steps[0].sources) == ("not told any more", ())


def test_words_that_only_name_the_direction_are_not_said_twice() -> None:
    view = build.view(relations=(build.relation(direction_text="worsening"),))
    (line,) = relation_lines(view, make_desk(view))
    assert line.words.endswith("— “worsening”")


def test_a_pair_of_which_nothing_is_told_is_left_out() -> None:
    view = build.view(relations=(build.relation(direction=None),))
    assert relation_lines(view, make_desk(view)) == ()


def test_the_last_point_is_the_last_in_the_world() -> None:
    last = latest_point(build.relation(points=POINTS))
    assert last is not None
    assert last.fact == "ev-2"
    assert latest_point(build.relation()) is None
