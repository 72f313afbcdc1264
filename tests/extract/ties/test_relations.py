"""Relations as an article tells them."""

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model


def test_a_word_for_relations_between_nobody_gives_none() -> None:
    assert golden.short("relations", "Relations have worsened, he said.") == []
