import pytest

from onrecord.read.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("QUELLMAR, March 7 (Corvane) - Police have", "QUELLMAR"),
        ("PORT SEL, March 9 (Agency) -- Police have", "PORT SEL"),
        ("TOLMUND, Veshara, Oct 4 (Coastal Wire) - Gunmen", "TOLMUND, Veshara"),
        ("SARNHOLT (Corvane) - Orvenia suspended", "SARNHOLT"),
        ("QUELLMAR - Sixty-three former", "QUELLMAR"),
        ("BUFFALO, N.Y. \u2014 Hours before", "BUFFALO, N.Y."),
        ("NEW DELHI: Their hopes", "NEW DELHI"),
        ("Paris (AP) \u2014 Ministers", "Paris"),
        ("\n\nVIENNA \u2014 The house", "VIENNA"),
    ],
)
def test_the_place_before_the_first_words_is_found(text, place):
    found = find_dateline(text)
    assert found is not None
    assert found.place == place


def test_a_dateline_without_a_year_gives_no_day():
    found = find_dateline("PORT SEL, March 9 (Agency) -- Police have")
    assert found is not None
    assert found.day is None


def test_a_dateline_with_its_year_gives_the_day():
    found = find_dateline("PORT SEL, March 9, 2031 (Agency) -- Police have")
    assert found is not None
    assert found.day is not None
    assert found.day.edtf == "2031-03-09"


@pytest.mark.parametrize(
    "text",
    [
        "A court in Marn on Wednesday convicted",
        "I \u2014 and I alone \u2014 did it",
        "WATCH: The moment",
        "EXCLUSIVE - The minister",
        "Ministers - all of them - left",
        "He was in PORT SEL, March 9 (Agency) -- Police",
        "",
    ],
)
def test_other_beginnings_are_no_dateline(text):
    assert find_dateline(text) is None
