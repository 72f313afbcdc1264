from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.evidence import Span
from onrecord.text.spans import SpanIndex

SPANS = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 2000),
    st.integers(1, 1500),
)


@given(spans=st.lists(SPANS, max_size=12), asked=SPANS)
def test_the_index_finds_what_a_search_would(spans: list[Span], asked: Span) -> None:
    numbered = [(span, n) for n, span in enumerate(spans)]
    index = SpanIndex(numbered)
    assert list(index.holding(asked)) == [s for s in numbered if s[0].holds(asked)]
    assert index.overlapping(asked) == [s for s in numbered if s[0].overlaps(asked)]


def test_neighbours_do_not_overlap() -> None:
    index = SpanIndex([(Span(0, 256), "one"), (Span(256, 300), "two")])
    assert index.overlapping(Span(255, 256)) == [(Span(0, 256), "one")]
    assert index.overlapping(Span(256, 257)) == [(Span(256, 300), "two")]
