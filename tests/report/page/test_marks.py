from datetime import date

import pytest

from onrecord.model.fact import Factuality
from onrecord.report.page.axis import make_axis
from onrecord.report.page.marks import (
    LEAST_SPAN,
    SHAPE_WORDS,
    STUB,
    SYMBOLS,
    Shape,
    make_mark,
    shape_of,
)

AXIS = make_axis([date(2030, 1, 1), date(2040, 1, 1)], width=700, margin=10)
SO = Factuality.ASSERTED


@pytest.mark.parametrize(
    ("when", "shape"),
    [
        ("2031-03-04", Shape.DOT),
        ("2031-03", Shape.SPAN),
        ("2031", Shape.SPAN),
        ("2031-03-01/2031-04-15", Shape.SPAN),
        ("../2031-03-04", Shape.BEFORE),
        ("2031-03-04/..", Shape.AFTER),
        ("2031-03~", Shape.ABOUT),
        ("2031-03-04?", Shape.ABOUT),
        ("soon", None),
        (None, None),
    ],
)
def test_the_shape_says_how_surely_a_day_is_known(
    when: str | None, shape: Shape | None
) -> None:
    assert shape_of(when, SO) is shape
    mark = make_mark(when, SO, AXIS, "")
    assert (mark.shape if mark else None) is shape


def test_what_is_not_told_as_done_has_a_shape_of_its_own() -> None:
    assert shape_of("2031-03-04", Factuality.PLANNED) is Shape.PLAN
    assert shape_of("2031-03", Factuality.DENIED) is Shape.PLAN


def test_a_span_is_never_too_short_to_see() -> None:
    mark = make_mark("2031-03-04/2031-03-05", SO, AXIS, "")
    assert mark is not None
    assert mark.end - mark.x == pytest.approx(LEAST_SPAN)


def test_before_and_after_are_short_lines_on_the_right_side() -> None:
    before = make_mark("../2031-03-04", SO, AXIS, "")
    after = make_mark("2031-03-04/..", SO, AXIS, "")
    assert before is not None
    assert after is not None
    assert before.end == after.x
    assert before.end - before.x == pytest.approx(STUB)
    assert after.end - after.x == pytest.approx(STUB)


def test_every_shape_has_a_symbol_and_words() -> None:
    assert set(SYMBOLS) == set(SHAPE_WORDS) == set(Shape)
