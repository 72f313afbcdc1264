import pytest

import golden_legal as golden
from onrecord.extract.legal.step import find_courts, is_legal

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def test_legal_words() -> None:
    assert is_legal("the jury was out")
    assert not is_legal("the team was out")


def test_a_judge_is_told_from_a_court() -> None:
    context = golden.read("Judge Rena Holm convicted Oskar Brun.", DAY)
    forum, decider = find_courts(context, context.document.clauses[0])
    assert [who.text for who in decider] != []
    assert forum == ()
