from onrecord.model.fact import Factuality
from onrecord.report.words import (
    Sentence,
    capital,
    join_names,
    plain,
    quoted,
    shorten,
    told_as,
)


def test_a_short_text_is_kept_on_one_line() -> None:
    assert shorten("two\n  lines") == "two lines"


def test_a_long_text_is_cut_after_a_whole_word() -> None:
    assert shorten("alpha beta, gamma", 13) == "alpha beta …"
    assert len(shorten("word " * 100)) <= 182


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    assert shorten("x" * 50, 10) == "x" * 9 + " …"


def test_words_already_in_quotation_marks_get_no_second_pair() -> None:
    assert quoted("“no”") == "“no”"
    assert quoted("he said “no”") == "“he said “no””"
    assert quoted("“no” and “yes”") == "““no” and “yes””"


def test_names_are_joined_and_many_are_counted() -> None:
    assert join_names([]) == ""
    assert join_names(["A"]) == "A"
    assert join_names(["A", "B", "C"]) == "A, B and C"
    assert join_names(list("ABCDEFG")) == "A, B, C, D and 3 others"


def test_only_what_is_not_asserted_is_marked() -> None:
    assert told_as(Factuality.ASSERTED) == ""
    assert told_as(Factuality.PLANNED) == " (planned)"
    assert {bool(told_as(f)) for f in Factuality if f != "asserted"} == {True}


def test_sentence_joins_its_quote() -> None:
    assert Sentence("X said", "no").whole() == "X said: “no”"
    assert Sentence("X said").whole() == "X said"
    assert capital("exit ban") == "Exit ban"
    assert plain("exit_ban") == "exit ban"
