"""Decisions as an article tells them."""

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model


def test_without_a_publication_day_the_day_stays_open() -> None:
    text = "Osteria suspended imports of barley on Thursday."
    (decision,) = golden.short("decisions", text, None)
    assert "when" not in decision
