from datetime import date

import resolve_builders as build

from onrecord.resolve import days


def test_bounds_of_an_open_end_lie_far_away():
    assert days.find_bounds("2031-03/..") == (date(2031, 3, 1), days.FAR_AHEAD)
    assert days.find_bounds("../2031-03") == (days.LONG_AGO, date(2031, 3, 31))


def test_what_is_no_day_has_no_bounds():
    assert days.find_bounds(None) is None
    assert days.find_bounds("last Tuesday") is None


def test_an_unknown_day_can_be_any_day():
    assert days.meet(None, "2031-03-05")
    assert days.meet("2031-03", "2031-03-05")
    assert not days.meet("2031-03-04", "2031-03-05")


def test_days_apart_counts_between_the_nearest_ends():
    assert days.days_apart("2031-03-05", "2031-03-12") == 7
    assert days.days_apart("2031-03", "2031-04-02") == 2
    assert days.days_apart("2031-03", "2031-03-09") == 0


def test_published_day_drops_the_time_and_refuses_what_is_no_day():
    assert days.published_day(build.article("a", "2031-03-05T10:30")) == "2031-03-05"
    assert days.published_day(build.article("a", "soon")) is None


def test_publication_order_is_by_the_latest_day_allowed():
    month, day = build.article("a", "2031-03"), build.article("b", "2031-03-09")
    assert sorted([month, day], key=days.publication_key) == [day, month]


def test_earliest_and_latest_leave_out_what_has_no_day():
    assert days.earliest_known([None, "2031-04-01", "2031-03"]) == "2031-03"
    assert days.earliest_known([None]) is None
    assert days.latest_day([None, "2031-03"]) == date(2031, 3, 31)
    assert days.latest_day([None]) is None


def test_unknown_days_sort_last():
    found = sorted([None, "2031-05", "2031-03-09"], key=days.order_day)
    assert found == ["2031-03-09", "2031-05", None]


def test_width_counts_the_days_left_open():
    assert days.width("2031-03-09") == 0
    assert days.width("2031-03") == 30
    assert days.width("..") > 10_000
