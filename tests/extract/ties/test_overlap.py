import pytest

from onrecord.extract.ties.overlap import content_words, dice, share


def test_words_that_say_nothing_do_not_count() -> None:
    assert content_words("the release of the two") == content_words("releases")


def test_endings_do_not_count() -> None:
    assert share("freeing the fishermen", "the fishermen were freed") == 1.0


def test_one_word_of_several_in_common_is_nothing() -> None:
    assert share("the barley ban", "the barley harvest failed") == 0.0


def test_a_single_word_may_be_shared() -> None:
    assert share("espionage", "convicted of espionage in Karsk") == 1.0


@pytest.mark.parametrize("other", ["", "the of"])
def test_no_content_is_no_overlap(other: str) -> None:
    assert share("the barley ban", other) == dice("the barley ban", other) == 0.0


def test_dice_counts_both_sides() -> None:
    assert dice("barley ban", "barley ban dispute deepens") == pytest.approx(2 / 3)
