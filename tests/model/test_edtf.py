import random
import time
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from onrecord.model import edtf

DAYS = st.dates(date(1000, 1, 1), date(2999, 11, 30))


def write_point(day: date, shape: str) -> str:
    """Write a day as coarsely as `shape` says."""
    season = 21 + (day.month - 1) // 3
    return {
        "day": day.isoformat(),
        "month": day.isoformat()[:7],
        "year": str(day.year),
        "season": f"{day.year}-{season}",
        "decade": f"{day.year // 10}X",
        "century": f"{day.year // 100}XX",
        "some_month": f"{day.year}-XX",
        "some_day": f"{day.isoformat()[:7]}-XX",
        "any_day": f"{day.year}-XX-XX",
    }[shape]


SHAPES = [
    "day",
    "month",
    "year",
    "season",
    "decade",
    "century",
    "some_month",
    "some_day",
    "any_day",
]
POINTS = st.builds(
    lambda day, shape, mark: write_point(day, shape) + mark,
    DAYS,
    st.sampled_from(SHAPES),
    st.sampled_from(["", "", "~", "?", "%"]),
)


def join(pair: tuple[str, str]) -> str:
    """Join two values in order as an interval."""
    first, last = sorted(pair, key=edtf.order_key)
    return f"{first}/{last}"


INTERVALS = st.one_of(
    st.tuples(POINTS, POINTS).map(join),
    POINTS.map(lambda p: f"{p}/.."),
    POINTS.map(lambda p: f"../{p}"),
    POINTS.map(lambda p: f"{p}/"),
    POINTS.map(lambda p: f"/{p}"),
)
VALUES = st.one_of(POINTS, INTERVALS)


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision"),
    [
        ("2031-03-09", "2031-03-09", "2031-03-09", "day"),
        ("2031-03-09T14:30", "2031-03-09", "2031-03-09", "day"),
        ("2031-03-09T14:30:00+02:00", "2031-03-09", "2031-03-09", "day"),
        ("2031-02", "2031-02-01", "2031-02-28", "month"),
        ("2032-02~", "2032-02-01", "2032-02-29", "month"),
        ("2031", "2031-01-01", "2031-12-31", "year"),
        ("2031-XX", "2031-01-01", "2031-12-31", "year"),
        ("2031-XX-XX", "2031-01-01", "2031-12-31", "year"),
        ("2031-03-XX", "2031-03-01", "2031-03-31", "month"),
        ("203X", "2030-01-01", "2039-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("2031-21", "2031-03-01", "2031-05-31", "season"),
        ("2031-24", "2031-12-01", "2032-02-29", "season"),
        ("2031-03/2031-05", "2031-03-01", "2031-05-31", "interval"),
        ("2031-03/..", "2031-03-01", None, "interval"),
        ("../2031-03", None, "2031-03-31", "interval"),
        ("2031-03/", "2031-03-01", None, "interval"),
        ("/2031-03?", None, "2031-03-31", "interval"),
    ],
)
def test_bounds_and_precision(
    value: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    found = tuple(day.isoformat() if day else None for day in edtf.bounds(value))
    assert found == (earliest, latest)
    assert edtf.precision(value) == precision


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-03-09", "9 March 2031"),
        ("2031-03", "March 2031"),
        ("2031-03~", "about March 2031"),
        ("2031-03-09?", "perhaps 9 March 2031"),
        ("2031%", "perhaps about 2031"),
        ("../2022-09-30", "before 30 September 2022"),
        ("2022-09-30/..", "after 30 September 2022"),
        ("2022-09-30/", "from 30 September 2022, end unknown"),
        ("/2022-09", "until September 2022, start unknown"),
        ("2021-03-01/2021-04-15", "between 1 March and 15 April 2021"),
        ("2021-03-01/2021-03-15", "between 1 and 15 March 2021"),
        ("2021-03-01/2022-04-15", "between 1 March 2021 and 15 April 2022"),
        ("2021-03/2021-05", "between March and May 2021"),
        ("2021-03~/2021-05", "between about March 2021 and May 2021"),
        ("2019/2021", "between 2019 and 2021"),
        ("2021-03/2021", "between March 2021 and 2021"),
        ("2021-21", "spring 2021"),
        ("201X~", "about the 2010s"),
        ("20XX", "the years 2000 to 2099"),
        ("2021-XX", "a month in 2021"),
        ("2021-XX-XX", "a day in 2021"),
        ("2021-03-XX", "a day in March 2021"),
        ("2021-03-XX/2021-05", "between a day in March 2021 and May 2021"),
    ],
)
def test_display(value: str, words: str) -> None:
    assert edtf.display(value) == words


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("", "not EDTF"),
        ("March 2031", "not EDTF"),
        ("0999", "not EDTF"),
        ("3000", "not EDTF"),
        ("2031-3", "not EDTF"),
        ("2031-03-09\n", "not EDTF"),
        ("\uff12\uff10\uff13\uff11", "not EDTF"),
        ("2031-03/2031-04/2031-05", "not EDTF"),
        ("2031-13", "not 01 to 12"),
        ("2031-00", "not 01 to 12"),
        ("2031-02-30", "February 2031 has 28 days"),
        ("2031-03-00", "March 2031 has 31 days"),
        ("2031-21-01", "day in a season"),
        ("203X-03", "not whole"),
        ("2031-XX-09", "month that is not known"),
        ("2031-03-09T25:00", "no clock"),
        ("2031-05/2031-03", "ends before it starts"),
        ("../..", "no end that is known"),
        ("/", "no end that is known"),
    ],
)
def test_what_is_no_edtf_is_refused_with_its_reason(value: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        edtf.parse(value)
    assert not edtf.is_valid(value)


def test_known_by_is_the_latest_day() -> None:
    assert edtf.known_by("2031-02") == date(2031, 2, 28)
    assert edtf.known_by("2031-02/..") is None


def test_qualifier_joins_both_ends() -> None:
    assert edtf.qualifier("2031-02") == ""
    assert edtf.qualifier("2031-02?") == "?"
    assert edtf.qualifier("2031-02~/2031-03") == "~"
    assert edtf.qualifier("2031-02~/2031-03?") == "%"


def test_order_is_that_of_a_timeline() -> None:
    ordered = [
        "2030",
        "../2031-03-01",
        "2031-03-01",
        "2031-03",
        "2031-03/..",
        "2031-03-02",
    ]
    shuffled = random.Random(3).sample(ordered, len(ordered))
    assert sorted(shuffled, key=edtf.order_key) == ordered


def test_overlap_counts_open_ends_as_endless() -> None:
    assert edtf.overlaps("2031-03", "2031-03-31")
    assert edtf.overlaps("2031-03/..", "2040")
    assert edtf.overlaps("../2031-03", "2031-03-31/..")
    assert not edtf.overlaps("2031-03", "2031-04")
    assert not edtf.overlaps("../2031-03", "2031-04/..")


def test_same_looks_at_days_and_not_at_spelling() -> None:
    assert edtf.same("2031-03~", "2031-03-01/2031-03-31")
    assert not edtf.same("2031-03", "2031-03/..")


@given(VALUES)
def test_bounds_are_in_order_and_precision_is_known(value: str) -> None:
    earliest, latest = edtf.bounds(value)
    assert earliest is not None or latest is not None
    if earliest and latest:
        assert earliest <= latest
    assert edtf.precision(value)


@given(DAYS, st.sampled_from(SHAPES))
def test_a_coarser_value_holds_the_day_unless_it_is_a_season(
    day: date, shape: str
) -> None:
    value = write_point(day, shape)
    if shape != "season":
        earliest, latest = edtf.bounds(value)
        assert earliest is not None
        assert latest is not None
        assert earliest <= day <= latest


@given(VALUES, VALUES)
def test_overlap_and_same_do_not_depend_on_order(a: str, b: str) -> None:
    assert edtf.overlaps(a, b) == edtf.overlaps(b, a)
    assert edtf.same(a, b) == edtf.same(b, a)
    if edtf.same(a, b):
        assert edtf.overlaps(a, b)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_displays_with_its_numbers(day: date) -> None:
    words = edtf.display(day.isoformat())
    assert words.split()[0] == str(day.day)
    assert words.endswith(str(day.year))


@given(VALUES)
def test_display_is_never_empty_and_never_shows_codes(value: str) -> None:
    words = edtf.display(value)
    assert words.strip() == words != ""
    assert not set("/~%") & set(words)


@given(st.text(alphabet="0123456789-/X.~?%T: ", max_size=24))
def test_any_text_parses_or_raises_value_error(text: str) -> None:
    try:
        earliest, latest = edtf.bounds(text)
    except ValueError:
        return
    assert earliest or latest


# What the `edtf` package reads otherwise than the standard, and is not asked: a winter
# ends in December, doubt on a season is no value, unspecified digits stand in no
# interval, a time of day needs its zone, an end that is unknown is ten years away.
PLAIN = st.builds(
    lambda day, shape, mark: write_point(day, shape) + mark,
    DAYS,
    st.sampled_from(["day", "month", "year"]),
    st.sampled_from(["", "~", "?", "%"]),
)
SEASONS = st.builds("{}-{}".format, st.integers(1000, 2999), st.integers(21, 23))
UNSAID = st.builds(
    write_point, DAYS, st.sampled_from(["century", "some_month", "some_day", "any_day"])
)
ASKED = st.one_of(
    PLAIN,
    SEASONS,
    UNSAID,
    st.tuples(PLAIN, PLAIN).map(join),
    PLAIN.map(lambda p: f"{p}/.."),
    PLAIN.map(lambda p: f"../{p}"),
)
# The package takes 20 ms a value, so little is asked, and nothing made smaller.
asked_of_the_package = settings(
    max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate]
)


def ask(value: str) -> tuple[date | None, date | None]:
    """Return the bounds that the `edtf` package gives; None for an open end."""
    parsed = pytest.importorskip("edtf").parse_edtf(value)
    ends = (parsed.lower_strict(), parsed.upper_strict())
    first, last = (None if isinstance(e, float) else date(*e[:3]) for e in ends)
    return first, last


@asked_of_the_package
@given(ASKED)
def test_bounds_are_those_of_the_edtf_package(value: str) -> None:
    assert edtf.bounds(value) == ask(value)


@asked_of_the_package
@given(
    st.builds(
        lambda year, month, day: (
            f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
        ),
        st.integers(1000, 2999),
        st.integers(0, 20),
        st.integers(0, 32),
    )
)
def test_the_calendar_is_that_of_the_edtf_package(value: str) -> None:
    oracle = pytest.importorskip("edtf")
    try:
        oracle.parse_edtf(value)
        is_read = True
    except oracle.EDTFParseException:
        is_read = False
    assert edtf.is_valid(value) == is_read


@asked_of_the_package
@given(ASKED, ASKED)
def test_order_and_overlap_are_those_of_the_package_s_bounds(a: str, b: str) -> None:
    (a_first, a_last), (b_first, b_last) = ask(a), ask(b)
    apart = (a_last and b_first and a_last < b_first) or (
        b_last and a_first and b_last < a_first
    )
    assert edtf.overlaps(a, b) == (not apart)
    if a_first and b_first and a_first != b_first:
        earlier = edtf.order_key(a) < edtf.order_key(b)
        assert earlier == (a_first < b_first)


@asked_of_the_package
@given(ASKED)
def test_doubt_is_that_of_the_edtf_package(value: str) -> None:
    oracle = pytest.importorskip("edtf")
    parsed = oracle.parse_edtf(value)
    mark = edtf.qualifier(value)
    if "/" not in value and "X" not in value:
        both = getattr(parsed, "is_uncertain_and_approximate", False)
        assert getattr(parsed, "is_uncertain", False) == (mark == "?")
        assert getattr(parsed, "is_approximate", False) == (mark == "~")
        assert both == (mark == "%")


@asked_of_the_package
@given(ASKED)
def test_the_numbers_shown_are_those_of_the_package_s_days(value: str) -> None:
    first, last = ask(value)
    words = edtf.display(value)
    day = last or first
    assert day is not None
    assert edtf.precision(value) != "day" or words.endswith(
        f"{day.day} {edtf.MONTHS[day.month - 1]} {day.year}"
    )
    if edtf.precision(value) == "year":
        assert str(day.year) in words


def test_a_value_is_read_in_microseconds() -> None:
    values = [f"{year}-{month:02}" for year in range(1900, 2100) for month in (1, 7)]
    edtf._parse.cache_clear()
    began = time.process_time()
    for value in values:
        edtf.bounds(value)
    # 5 µs on a quiet core; the package takes 20,000.
    assert (time.process_time() - began) / len(values) < 0.0005
