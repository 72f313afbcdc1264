import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.evidence import CONTEXT_CHARS, Span
from onrecord.text.quote import cut_evidence, trim_span

TEXT = "\U0001f6a2 The ship left Port Sel.\r\nNobody saw it go."


@given(st.data())
def test_evidence_quotes_the_text_with_its_context(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    made = cut_evidence(TEXT, start, end, article="ar-1")
    assert made.exact == TEXT[start:end]
    assert TEXT[:start].endswith(made.prefix)
    assert TEXT[end:].startswith(made.suffix)
    assert len(made.prefix) == min(start, CONTEXT_CHARS)
    assert len(made.suffix) == min(len(TEXT) - end, CONTEXT_CHARS)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 4), (0, 1000), (-1, 3)])
def test_a_span_that_is_none_raises(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"span|evidence"):
        cut_evidence(TEXT, start, end, article="ar-1")


def test_white_space_at_the_ends_is_left_out() -> None:
    assert trim_span(" \xa0ab \n", 0, 6) == Span(2, 4)
    assert trim_span("ab", 0, 2) == Span(0, 2)


def test_nothing_but_white_space_is_no_span() -> None:
    assert trim_span(" \r\n\u2028", 0, 4) is None
    assert trim_span("", 0, 0) is None
