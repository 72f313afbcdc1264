import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.evidence import CONTEXT_CHARS, Span
from onrecord.text.quote import cut_evidence, trim_span


@given(st.text(min_size=1, max_size=200), st.data())
def test_evidence_is_the_words_with_their_context(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = cut_evidence(text, start, end, article="ar-1")
    assert evidence.exact == text[start:end]
    around = evidence.prefix + evidence.exact + evidence.suffix
    assert around in text
    assert len(evidence.prefix) <= CONTEXT_CHARS
    assert len(evidence.suffix) <= CONTEXT_CHARS


def test_a_span_past_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="reaches past"):
        cut_evidence("short", 2, 9, article="ar-1")


def test_trimming_takes_white_space_off_both_ends() -> None:
    assert trim_span("a  held  b", 1, 9) == Span(3, 7)


def test_trimming_nothing_but_space_gives_nothing() -> None:
    assert trim_span("a   b", 1, 4) is None
