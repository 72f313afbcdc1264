from datetime import date

import resolve_builders as build

from onrecord.model.proceeding import AnnouncedDay
from onrecord.resolve.announced import judge_days, next_day, unite_days


def day(day, known_from="2031-03-01", **fields):
    return AnnouncedDay(day=day, known_from=known_from, **fields)


def kept(days, *steps):
    return [one.kept for one in judge_days(days, steps)]


def test_reports_of_one_day_are_one_announcement_known_from_the_first():
    (one,) = unite_days(
        [
            day("2031-06-09", "2031-04-01", evidence=(build.words("b"),)),
            day("2031-06-09", evidence=(build.words("a"),), kept=True),
        ]
    )
    assert (one.known_from, one.kept, len(one.evidence)) == ("2031-03-01", True, 2)


def test_a_day_on_which_the_step_was_taken_was_kept():
    assert kept([day("2031-06-09")], "2031-06-09") == [True]
    assert kept([day("2031-06")], None, "2031-06-09") == [True]


def test_a_day_that_was_moved_before_it_came_was_missed():
    days = [day("2031-06-09"), day("2031-09-23", "2031-05-02")]
    assert kept(days) == [False, None]


def test_a_next_day_told_after_the_first_had_come_misses_nothing():
    days = [day("2031-06-09"), day("2031-09-23", "2031-06-10")]
    assert kept(days, "2031-06-09") == [True, None]
    assert kept(days) == [None, None]


def test_what_an_article_says_of_it_stands():
    assert kept([day("2031-06-09", kept=False)], "2031-06-09") == [False]


def test_next_is_the_last_announced_that_has_not_passed():
    days = [day("2031-06-09", kept=False), day("2031-09-23", "2031-05-02")]
    assert next_day(days, date(2031, 6, 1)) == "2031-09-23"
    assert next_day(days, date(2031, 9, 23)) == "2031-09-23"
    assert next_day(days, date(2031, 9, 24)) is None
    assert next_day(days, None) == "2031-09-23"
    assert next_day([], None) is None


def test_a_court_that_sits_and_adjourns_has_kept_its_day():
    (one,) = judge_days([day("2031-06-09")], (), ["2031-06-09"])
    assert one.kept is True


def test_a_day_about_which_the_matter_was_put_off_was_missed():
    (one,) = judge_days([day("2031-06-09")], (), ["2031-06"])
    assert one.kept is False
