from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onrecord.case.moments import parse_day, parse_moment
from onrecord.errors import InputError


def test_a_day_is_put_as_iso() -> None:
    assert parse_day("2031-03-07", name="since") == "2031-03-07"
    assert parse_day(date(2031, 3, 7), name="since") == "2031-03-07"
    assert parse_day(None, name="since") is None


@pytest.mark.parametrize("text", ["March", "2031-02-30", "", "07.03.2031"])
def test_what_is_no_day_names_itself_and_the_form(text: str) -> None:
    with pytest.raises(InputError, match=r"as_of .* YYYY-MM-DD"):
        parse_day(text, name="as_of")


def test_a_day_as_a_moment_is_its_last_one() -> None:
    assert parse_moment("2031-03-07", name="x") == "2031-03-07T23:59:59.999999Z"


def test_a_second_is_whole_and_a_fraction_exact() -> None:
    assert (
        parse_moment("2031-03-07T10:00:00", name="x") == "2031-03-07T10:00:00.999999Z"
    )
    assert parse_moment("2031-03-07T10:00:00.5", name="x") == (
        "2031-03-07T10:00:00.500000Z"
    )


def test_zones_are_put_in_utc() -> None:
    there = timezone(timedelta(hours=2))
    moment = datetime(2031, 3, 7, 12, tzinfo=there)
    assert parse_moment(moment, name="x") == "2031-03-07T10:00:00.000000Z"
    assert parse_moment(datetime(2031, 3, 7), name="x") == parse_moment(
        datetime(2031, 3, 7, tzinfo=UTC), name="x"
    )


def test_what_is_no_moment_is_told() -> None:
    with pytest.raises(InputError, match="recorded_as_of 'soon' is not a time"):
        parse_moment("soon", name="recorded_as_of")
