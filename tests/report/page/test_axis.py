from datetime import date
from itertools import pairwise

import pytest

from onrecord.report.page.axis import TICK_WIDTH, make_axis

DAYS = [date(2031, 3, 4), date(2032, 9, 10)]


def test_days_stand_between_the_margins_in_order() -> None:
    axis = make_axis(DAYS, width=700, margin=10)
    assert axis is not None
    assert 10 < axis.x(DAYS[0]) < axis.x(DAYS[1]) < 690
    assert axis.x(date(1900, 1, 1)) == 10
    assert axis.x(date(2100, 1, 1)) == 690


def test_without_a_day_there_is_no_axis() -> None:
    assert make_axis([], width=700, margin=10) is None


@pytest.mark.parametrize("width", [328, 720])
@pytest.mark.parametrize("years", [0, 1, 7, 60, 900])
def test_labels_have_room(width: int, years: int) -> None:
    first = date(1031, 3, 4)
    axis = make_axis([first, date(1031 + years, 3, 4)], width=width, margin=12)
    assert axis is not None
    ticks = axis.ticks()
    steps = [b.x - a.x for a, b in pairwise(ticks)]
    assert all(step > TICK_WIDTH * 0.6 for step in steps)
    assert ticks or years == 0


def test_labels_name_months_and_over_years_the_years() -> None:
    short = make_axis(DAYS, width=720, margin=12)
    long = make_axis([date(2001, 1, 1), date(2031, 1, 1)], width=720, margin=12)
    assert short is not None
    assert long is not None
    assert [tick.label for tick in short.ticks()][:2] == ["Apr 2031", "Jul 2031"]
    assert "2010" in [tick.label for tick in long.ticks()]


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    axis = make_axis([date.min, date.max], width=328, margin=12)
    assert axis is not None
    assert axis.ticks()
