from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.ties.alike import alike_pairs
from onrecord.extract.ties.overlap import content_words

WORDS = "court harbour pilot ruling bridge map charts minister prison".split()
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


class Said:
    def __init__(self, content):
        self.content = content


@given(st.lists(texts, max_size=20))
def test_every_pair_that_shares_a_third_of_the_larger_is_among_them(contents):
    said = [Said(content) for content in contents]
    found = [(id(a), id(b)) for a, b in alike_pairs(said)]
    for one, other in combinations(said, 2):
        a, b = content_words(one.content), content_words(other.content)
        if 3 * len(a & b) >= max(len(a), len(b)):
            assert (id(one), id(other)) in found
    order = [(id(a), id(b)) for a, b in combinations(said, 2)]
    assert found == [pair for pair in order if pair in set(found)]


def test_a_sentence_repeated_for_ever_makes_no_square_of_pairs():
    said = [Said("the court ruled on the harbour pilot") for _ in range(2000)]
    assert len(alike_pairs(said)) <= 60 * 2000
