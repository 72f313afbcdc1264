from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.times import values
from onrecord.model import edtf


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2031-03-09", "2031-03-09"),
        ("2031-03-09T14:30", "2031-03-09"),
        ("2031-03-09T24:00", "2031-03-09"),
        ("2031-03-09TNI", "2031-03-09"),
        ("2031-W10", "2031-03-03/2031-03-09"),
        ("2031-W10-WE", "2031-03-08/2031-03-09"),
        ("2031-Q3", "2031-07/2031-09"),
        ("2031-H2", "2031-07/2031-12"),
        ("2031-WI", "2031-24"),
        ("198", "198X"),
        ("20", "20XX"),
        ("2031-W60", None),
        ("XXXX-03-09", None),
        ("P3M", None),
        ("PAST_REF", None),
        ("T14:30", None),
        (None, None),
    ],
)
def test_values_as_edtf(value: str | None, written: str | None) -> None:
    assert values.to_edtf(value) == written


def test_a_month_later_is_never_past_its_end() -> None:
    assert values.shift(date(2031, 1, 31), 1, "M") == date(2031, 2, 28)


def test_no_day_outside_the_years_we_read() -> None:
    assert values.shift(date(1000, 1, 1), -1, "D") is None
    assert values.shift(date(2999, 1, 1), 99, "C") is None


@given(st.dates(date(1001, 1, 1), date(2998, 1, 1)), st.sampled_from("DWMQYEC"))
def test_a_written_day_lies_in_its_unit(day: date, unit: str) -> None:
    value = values.write(day, unit)
    assert edtf.overlaps(str(values.to_edtf(value)), day.isoformat())
    assert values.unit_of(value) == unit
