from onrecord.annotate.times.vocabulary import WORDS, list_words


def test_words_are_in_lower_case_with_a_class_and_a_value() -> None:
    assert list_words() == WORDS
    assert all(
        word == word.lower() and all(pair)
        for word, pair in WORDS.items()
        if word not in BARE
    )


BARE = {"now", "currently", "nowadays", "bst", "ist"}


def test_words_that_are_also_ordinary_words_have_their_own_class() -> None:
    assert WORDS["may"] == ("maybe_month", "5")
    assert WORDS["fall"] == ("fall", "FA")
    assert WORDS["second"] == ("ordinal", "2")
    assert WORDS["seconds"] == ("units", "s")
    assert WORDS["centuries"] == ("units", "C")
