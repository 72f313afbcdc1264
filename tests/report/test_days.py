from datetime import date

import pytest
import report_builders as build

from onrecord.model.custody import CustodyStatus
from onrecord.report.days import (
    are_apart,
    certainty_of,
    day_bounds,
    days_before,
    days_held,
    may_lie_within,
    report_day,
    say_day,
    say_days_held,
    say_on,
    say_since,
)
from onrecord.report.lines import Certainty, DaysHeld

DAY = date(2031, 10, 2)


def test_days_held_count_to_the_day_asked_about() -> None:
    assert days_held(build.custody(), DAY) == DaysHeld(
        min=212, max=212, as_of="2031-10-02"
    )


def test_days_held_is_a_range_where_the_start_is() -> None:
    held = days_held(build.custody(from_="2031-09"), DAY)
    assert held is not None
    assert (held.min, held.max) == (2, 31)
    assert say_days_held(held) == "between 2 and 31 days"


def test_days_held_without_a_first_bound_has_no_most() -> None:
    held = days_held(build.custody(from_="../2031-09-30"), DAY)
    assert held == DaysHeld(min=2, max=None, as_of="2031-10-02")
    assert say_days_held(held) == "at least 2 days"


def test_days_held_of_a_past_spell_count_to_its_end() -> None:
    assert days_held(build.released(), DAY) == DaysHeld(min=10, max=10, as_of=None)


def test_days_held_of_a_spell_that_ended_on_an_unknown_day_is_none() -> None:
    assert days_held(build.released(to=None), DAY) is None


def test_days_held_without_start_or_with_broken_start_is_none() -> None:
    assert days_held(build.custody(from_=None), DAY) is None
    assert days_held(build.custody(from_="last week"), DAY) is None


def test_days_held_never_fall_below_zero() -> None:
    spell = build.custody(from_="2031-10-01/2031-10-31", status=CustodyStatus.HELD)
    held = days_held(spell, DAY)
    assert held is not None
    assert (held.min, held.max) == (0, 1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-03-04", Certainty.DAY),
        ("2031-03", Certainty.MONTH),
        ("2031", Certainty.YEAR),
        ("2031-22", Certainty.SEASON),
        ("203X", Certainty.YEARS),
        ("2031-03-01/2031-04-15", Certainty.BETWEEN),
        ("../2031-03-04", Certainty.BEFORE),
        ("2031-03-04/..", Certainty.AFTER),
        ("2031-03~", Certainty.ABOUT),
        ("2031-03-04?", Certainty.PERHAPS),
        (None, Certainty.UNKNOWN),
        ("soon", Certainty.UNKNOWN),
    ],
)
def test_certainty_is_read_off_the_value(value: str | None, expected: str) -> None:
    assert certainty_of(value) is expected


def test_words_of_days() -> None:
    assert say_on("2031-03-04") == "on 4 March 2031"
    assert say_on("2031-03") == "in March 2031"
    assert say_on("../2031-03-04") == "before 4 March 2031"
    assert say_since("2031-03-01/2031-03-03").startswith("since a day between 1 and 3")
    assert say_day("next week") == "next week"
    assert say_day(None) == "on a day not told"


def test_values_are_apart_only_where_no_day_fits_both() -> None:
    assert are_apart("2031-03-04", "2031-03-05")
    assert not are_apart("2031-03", "2031-03-05")
    assert not are_apart("../2031-03-10", "2031-03-05")
    assert not are_apart("no day", "2031-03-05")


def test_a_window_keeps_what_may_lie_in_it() -> None:
    first, last = date(2031, 3, 10), date(2031, 3, 20)
    assert may_lie_within("2031-03", first, last)
    assert not may_lie_within("2031-03-09", first, last)
    assert not may_lie_within("2031-03-21", None, last)
    assert may_lie_within("2031-03-21", first, None)


def test_report_day_is_as_of_else_the_last_publication() -> None:
    articles = (build.article("a", "2031-03-05"), build.article("b", None))
    assert report_day(build.view(articles=articles)) == date(2031, 3, 14)
    assert report_day(build.view(as_of=None, articles=articles)) == date(2031, 3, 5)
    assert report_day(build.view(as_of=None, articles=())) is None


def test_days_before_stop_at_the_first_day_there_is() -> None:
    assert days_before(date(1, 1, 5), 30) == date(1, 1, 1)
    assert day_bounds("") == (None, None)
