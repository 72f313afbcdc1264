import pytest

from onrecord.read.days import Day, parse_day


@pytest.mark.parametrize(
    ("printed", "edtf", "precision"),
    [
        ("2006-12-01", "2006-12-01", "day"),
        ("20061201", "2006-12-01", "day"),
        ("2006-12", "2006-12", "month"),
        ("2006", "2006", "year"),
        ("2006/12/1", "2006-12-01", "day"),
        ("1.12.2006", "2006-12-01", "day"),
        ("13/12/2006", "2006-12-13", "day"),
        ("12/13/2006", "2006-12-13", "day"),
        ("Fri, 01 Dec 2006 10:00:00 GMT", "2006-12-01", "minute"),
        ("Fri, 01 Dec 2006 10:00:00 +0200", "2006-12-01", "minute"),
        ("2006-12-01T06:15:00Z", "2006-12-01", "minute"),
        ("2006-12-01 06:15", "2006-12-01", "minute"),
        ("20061201T061500Z", "2006-12-01", "minute"),
        ("2006-12-01T10:15:30.123456+01:00[Europe/Paris]", "2006-12-01", "minute"),
        ("1 December 2006", "2006-12-01", "day"),
        ("Friday, December 1, 2006", "2006-12-01", "day"),
        ("Dec. 1st, 2006", "2006-12-01", "day"),
        ("December 2006", "2006-12", "month"),
        ("Dec 1, 2006 at 6:15 a.m. EST", "2006-12-01", "minute"),
        ("Fri Dec  1 10:00:00 2006", "2006-12-01", "minute"),
        ("  2006-12-01\n", "2006-12-01", "day"),
    ],
)
def test_days_are_read_as_printed(printed, edtf, precision):
    assert parse_day(printed) == Day(edtf, precision)


def test_the_local_day_is_not_moved_to_another_zone():
    assert parse_day("2031-09-24T23:45:00-11:00") == Day("2031-09-24", "minute")


def test_midnight_is_no_time_of_day():
    assert parse_day("2031-09-24T00:00:00Z") == Day("2031-09-24", "day")


@pytest.mark.parametrize(
    "printed",
    [
        "03/04/2021",
        "2021-02-30",
        "2021-13-01",
        "yesterday",
        "March 7",
        "",
        "0001-01-01",
        "1",
        "1 May 2020 " * 50,
    ],
)
def test_what_is_ambiguous_or_no_day_is_not_guessed(printed):
    assert parse_day(printed) is None


def test_a_month_is_no_full_day():
    assert not Day("2021-03", "month").is_full
    assert Day("2021-03-01", "minute").is_full
