import importlib.util
from pathlib import Path

import pytest

from onrecord.extract.step import find_courts, is_legal

_SPEC = importlib.util.spec_from_file_location(
    "golden_legal", Path(__file__).with_name("golden_legal.py")
)
assert _SPEC is not None
assert _SPEC.loader is not None
golden = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(golden)

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
