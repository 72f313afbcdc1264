from datetime import date

import pytest

from onrecord.annotate.times.holidays import (
    FIXED,
    NAMES,
    easter,
    holiday_in,
    match_holiday,
)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        # Dates as published by the U.S. Naval Observatory and, for 1818 and 2285, the
        # earliest day that Easter can fall on.
        (1999, date(1999, 4, 4)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2019, date(2019, 4, 21)),
        (2024, date(2024, 3, 31)),
        (1818, date(1818, 3, 22)),
        (2285, date(2285, 3, 22)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(1999, 11, 25)),
        ("labor day", date(1999, 9, 6)),
        ("memorial day", date(1999, 5, 31)),
        ("martin luther king day", date(1999, 1, 18)),
        ("good friday", date(1999, 4, 2)),
        ("christmas eve", date(1999, 12, 24)),
    ],
)
def test_the_day_of_a_holiday(name: str, day: date) -> None:
    assert holiday_in(name, 1999) == day


def test_every_holiday_has_a_day_in_every_year_we_read() -> None:
    for year in (1000, 1582, 2000, 2999):
        assert all(holiday_in(name, year).year == year for name in NAMES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Christmas Eve fell", ("christmas eve", 13)),
        ("Christmas fell", ("christmas", 9)),
        ("New Year\u2019s Day", ("new year's day", 14)),
        ("St Patrick's Day", ("st. patrick's day", 16)),
        ("Easterners left", None),
        ("May day", None),
        ("Fourth of July", ("fourth of july", 14)),
    ],
)
def test_names_need_their_capitals(text: str, found: tuple[str, int] | None) -> None:
    assert match_holiday(text, 0) == found


def test_fixed_days_are_days_of_the_calendar() -> None:
    assert all(date(2001, *day) for day in FIXED.values())
