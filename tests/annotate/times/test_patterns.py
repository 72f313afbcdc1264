import pytest

from onrecord.annotate.times.patterns import compile_pattern, match_at, read_number
from onrecord.annotate.times.tokens import tokenize


def test_a_pattern_keeps_what_its_names_matched() -> None:
    pattern = compile_pattern("month=<month> day=<day_number> (<comma>? year=<year>)?")
    match = match_at(pattern, tokenize("June 9, 2031"), 0)
    assert match is not None
    assert (match.integer("month"), match.integer("day")) == (6, 9)
    assert (match.value("year"), match.end) == ("2031", 4)


def test_a_name_that_took_no_part_is_empty() -> None:
    pattern = compile_pattern("month=<month> (<comma> year=<year>)?")
    match = match_at(pattern, tokenize("June"), 0)
    assert match is not None
    assert not match.has("year")
    assert (match.value("year"), match.integer("year")) == ("", None)


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        compile_pattern("<no_such_class>")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("twenty-four", 24),
        ("two hundred", 200),
        ("a hundred", 100),
        ("a couple of", 2),
        ("a dozen", 12),
        ("a", 1),
        ("several", None),
        ("a few", None),
    ],
)
def test_numbers_in_words_and_figures(text: str, number: int | None) -> None:
    match = match_at(compile_pattern("{NUMBER}"), tokenize(text), 0)
    assert match is not None
    assert read_number(match) == number
