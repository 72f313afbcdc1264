import re
import time as clock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.times import find, find_times
from onrecord.annotate.times.find import RULES
from onrecord.annotate.times.patterns import Match, match_at
from onrecord.annotate.times.tokens import Tokens, tokenize
from onrecord.annotate.times.vocabulary import WORDS
from onrecord.model import edtf
from onrecord.model.article import Article
from onrecord.model.evidence import Span
from onrecord.model.time import Time
from onrecord.text.ids import fact_id


def read(text: str, published: str | None = "2031-03-14") -> tuple[Time, ...]:
    return find_times(Article(id="ar-1", text=text, sha256="", published=published))


PIECES = st.one_of(
    st.sampled_from(sorted(WORDS)).map(str.title),
    st.sampled_from(sorted(WORDS)),
    st.sampled_from(["2031", "9", "30", "31", "12th", "9:30", "a.m.", "1980s", "99"]),
    st.sampled_from(
        [",", "-", ".", "'s", "\n\n", "3/4/31", "2031-02-30", "\U0001f600"]
    ),
    st.text(max_size=4),
)
TEXTS = st.lists(PIECES, max_size=24).map(" ".join)


@given(TEXTS, st.sampled_from([None, "2031", "2031-03-14", "1000-01-01", "2999-12-31"]))
def test_records_hold_whatever_the_text(text: str, published: str | None) -> None:
    last_end = 0
    for found in read(text, published):
        assert last_end <= found.start < found.end
        last_end = found.end
        assert found.evidence[0].exact == text[found.start : found.end]
        assert found.id == fact_id("time", "ar-1", "text", found.start, found.end)
        assert found.edtf is None or edtf.is_valid(found.edtf)
        assert found.other is None or edtf.is_valid(found.other)
        assert (found.basis in (None, "event")) == (found.edtf is None)
        assert (found.basis_start is None) == (found.basis_end is None)
        assert found.proposed is None or edtf.is_valid(found.proposed)
        assert found.proposed is None or found.edtf is None
        if found.earliest and found.latest:
            assert found.earliest <= found.latest


@given(TEXTS)
def test_without_a_publication_day_nothing_rests_on_one(text: str) -> None:
    assert all(found.basis != "published" for found in read(text, None))


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "12 ",
        "the ",
        "a ",
        "first ",
        "twenty ",
        "of ",
        "1,111",
        "last ",
        "May ",
        "12:",
        "1/",
        "two to ",
        "more than ",
        "\n",
        "every ",
        "Friday ",
        "2031-",
    ],
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = clock.perf_counter()
    read(text)
    assert clock.perf_counter() - began < 20  # A pattern that backtracks takes hours.


def test_no_rule_repeats_without_a_bound() -> None:
    for one in RULES:
        assert not re.search(r"[*+]|\{\d*,\}", one.pattern.pattern)


def count_work(text: str, published: str | None) -> int:
    """Return how many tokens are made and how many patterns are tried."""
    work = 0

    def tokenize_counted(text: str, *, breaks: tuple[Span, ...] = ()) -> Tokens:
        nonlocal work
        tokens = tokenize(text, breaks=breaks)
        work += len(tokens.words)
        return tokens

    def match_counted(pattern: re.Pattern[str], tokens: Tokens, i: int) -> Match | None:
        nonlocal work
        work += 1
        return match_at(pattern, tokens, i)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "tokenize", tokenize_counted)
        patch.setattr(find, "match_at", match_counted)
        read(text, published)
    return work


@settings(max_examples=25, deadline=None)
@given(
    st.lists(PIECES, min_size=1, max_size=5).map(" ".join),
    st.sampled_from(["", " ", ", ", "-", "\n"]),
    st.sampled_from([None, "2031-03-14"]),
)
def test_twice_the_text_is_twice_the_work(
    unit: str, glue: str, published: str | None
) -> None:
    text = (unit + glue) * 40
    once, twice = count_work(text, published), count_work(text * 2, published)
    # What stands at the seam may be read otherwise.
    assert twice <= 2 * once + SEAM


SEAM = 12 * len(RULES)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1", "1,111", "1/1", "1.1", "\n ", "a1", "12:"])
def test_a_megabyte_is_read_in_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    began = clock.process_time()
    read(text)
    # 0.05 to 3 s on a quiet core; what backtracks takes hours.
    assert clock.process_time() - began < 30


def test_bounds_are_those_of_the_words_and_edtf_has_the_open_end() -> None:
    (found,) = read("He has been held since January.")
    assert (found.edtf, found.earliest, found.latest) == (
        "2031-01/..",
        "2031-01-01",
        "2031-01-31",
    )


def test_basis_says_what_was_counted_from() -> None:
    found = read("On 2 March 2031 he fled. Two days later he was seen. He left Friday.")
    assert [time.basis for time in found] == ["text", "expression", "published"]


def test_second_reading_is_kept() -> None:
    (found,) = read("He left Monday.")
    assert (found.edtf, found.other) == ("2031-03-10", "2031-03-17")


def test_no_expression_reaches_over_a_paragraph() -> None:
    text = "It was May\n9 people died."
    article = Article(id="ar-1", text=text, sha256="", published="2031-06-01")
    paragraphs = (Span(0, 10), Span(11, len(text)))
    assert [t.end for t in find_times(article)] == [12]
    assert [t.end for t in find_times(article, paragraphs=paragraphs)] == [10]


def test_offsets_are_code_points() -> None:
    text = "\U0001f600 e\u0301\r\n\u00a0On\u00a0March\u00a09, 2031 he left."
    (found,) = read(text)
    assert text[found.start : found.end] == "March\u00a09, 2031"


def test_reading_twice_is_reading_once() -> None:
    text = "He left Monday, two days later than planned, and since May."
    assert read(text) == read(text)
