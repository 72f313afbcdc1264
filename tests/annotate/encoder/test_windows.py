"""Windows follow paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.encoder.pieces import Pieces
from onrecord.annotate.encoder.windows import make_windows

PIECES = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##b", "."])


def bounds(words: list[str], breaks: list[int], longest: int) -> list[tuple[int, int]]:
    return [(w.start, w.end) for w in make_windows(words, breaks, PIECES, longest)]


def test_paragraphs_that_fit_are_read_together() -> None:
    assert bounds(["a"] * 6, [0, 3], 8) == [(0, 6)]


def test_a_window_ends_before_the_paragraph_that_does_not_fit() -> None:
    assert bounds(["a"] * 8, [0, 3], 8) == [(0, 3), (3, 8)]


def test_a_long_paragraph_is_cut_at_a_sentence_end() -> None:
    words = ["a", "a", "a", ".", "a", "a", "a", "a"]
    assert bounds(words, [0], 8) == [(0, 4), (4, 8)]


def test_pieces_carry_marks_and_first_positions() -> None:
    window = next(make_windows(["ab", "a"], [0], PIECES))
    assert window.ids.tolist() == [2, 4, 5, 4, 3]
    assert window.first.tolist() == [1, 3]


@given(
    st.lists(
        st.sampled_from(["a", "ab", "abb", ".", "abbbbbbbbbbbbbbbb"]), max_size=60
    ),
    st.sets(st.integers(1, 59), max_size=8),
)
def test_every_word_is_in_one_window_that_fits(
    words: list[str], places: set[int]
) -> None:
    breaks = [0, *sorted(p for p in places if p < len(words))]
    found = list(make_windows(words, breaks, PIECES, 12))
    covered = [i for w in found for i in range(w.start, w.end)]
    assert covered == list(range(len(words)))
    assert all(len(w.ids) <= 12 for w in found)
