from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.runs import MAX_RUN, PIECE, break_runs


def test_words_of_any_language_stay_whole():
    text = "He was held. " + "a" * MAX_RUN + " https://post.example/" + "b" * 400
    assert break_runs(text) == text


def test_an_overlong_run_is_cut_at_fixed_distances():
    broken = break_runs("ok " + "(" * 2000 + " end")
    assert max(map(len, broken.split())) == PIECE - 1
    assert broken.startswith("ok ((")
    assert broken.endswith("(  end")


@given(st.text(alphabet="a( \n", max_size=3000), st.integers(0, 5))
def test_every_code_point_stays_in_its_place(text, times):
    text = text * (times + 1)
    broken = break_runs(text)
    assert len(broken) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, broken, strict=True))
