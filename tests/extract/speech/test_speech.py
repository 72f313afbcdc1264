"""No text makes the reader of statements raise, whatever its marks."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.statement import Statement

pytestmark = pytest.mark.model

MARKS = [*list("\"'“”‘’„«»,.:;!?-–—()[]…\n\t\u00a0\u200b"), "\n\n", "''", "``", "..."]
WORDS = [
    "Orr",
    "he",
    "said",
    "denied",
    "according to",
    "that",
    "is baseless",
    "who",
    "led by",
    "NOTE:",
    "the ministry",
    "must",
    "if",
    "would",
    "on Friday",
]
TEXTS = st.lists(st.sampled_from(MARKS + WORDS), min_size=1, max_size=40)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(TEXTS, st.sampled_from(["", " "]))
def test_no_text_makes_it_raise(
    extract: Callable[..., Any], pieces: list[str], between: str
) -> None:
    text = between.join(pieces)
    _, facts = extract(text)
    for fact in facts:
        if isinstance(fact, Statement):
            said = " ".join(text[s.start : s.end] for s in fact.content_spans)
            assert fact.content == said
            assert fact.content.strip()
