from onrecord.text.shingles import make_shingles, shared_share


def test_case_and_punctuation_do_not_count():
    assert make_shingles("Police arrested, Captain Dorn.") == make_shingles(
        "police ARRESTED captain “Dorn”"
    )


def test_a_shingle_is_three_words_in_order():
    assert len(make_shingles("one two three four five")) == 3
    assert not make_shingles("one two three") & make_shingles("three two one")


def test_a_text_of_fewer_words_is_its_words():
    assert len(make_shingles("two words")) == 2
    assert make_shingles("") == frozenset()


def test_numbers_are_the_same_everywhere():
    assert min(make_shingles("one two three")) == 15204678797259503756


def test_share_is_that_of_the_larger_set():
    assert shared_share(frozenset({1, 2}), frozenset({1, 2, 3, 4})) == 0.5
    assert shared_share(frozenset(), frozenset()) == 0.0


def test_a_lone_surrogate_is_a_word_like_another():
    assert len(make_shingles("a b\ud800 c")) == len(make_shingles("a b c"))
