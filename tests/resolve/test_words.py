from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.words import WordIndex, containment, content_words, dice

TEXTS = st.lists(st.frozensets(st.sampled_from("abcdefghij"), min_size=1), max_size=12)


def test_small_words_and_case_do_not_count():
    assert content_words("The release of the Captain") == content_words(
        "captain release"
    )


def test_forms_of_one_word_count_as_one():
    assert content_words("releases") == content_words("released")
    assert content_words("detention of divers") == content_words("Detentions, diver")


def test_numbers_count_as_words():
    assert content_words("a bail of 40 million") != content_words("a bail of 4 million")


def test_overlaps_of_nothing_are_none():
    assert dice(frozenset(), frozenset()) == 0.0
    assert containment(frozenset(), frozenset("a")) == 0.0


def test_overlaps_are_shares():
    assert dice(frozenset("abc"), frozenset("bcd")) == 4 / 6
    assert containment(frozenset("ab"), frozenset("abcd")) == 1.0


@given(texts=TEXTS, least=st.sampled_from([0.5, 0.6, 0.8]))
def test_index_misses_no_text_that_overlaps_enough(texts, least):
    index = WordIndex(texts, least=least)
    for number, words in enumerate(texts):
        found = index.find(words)
        wanted = {n for n in range(number) if dice(words, texts[n]) >= least}
        assert wanted <= set(found)
        index.add(number, words)


def test_texts_of_different_blocks_do_not_meet():
    index = WordIndex([frozenset("ab")] * 2, least=0.5)
    index.add(0, frozenset("ab"), block="demand")
    assert index.find(frozenset("ab"), block="offer") == []
    assert index.find(frozenset("ab"), block="demand") == [0]
