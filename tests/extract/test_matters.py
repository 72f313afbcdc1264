import importlib.util
from pathlib import Path

import pytest

from onrecord.extract.matters import find_matters

_SPEC = importlib.util.spec_from_file_location(
    "golden_legal", Path(__file__).with_name("golden_legal.py")
)
assert _SPEC is not None
assert _SPEC.loader is not None
golden = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(golden)

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _matters(text):
    found = find_matters(golden.read(text, DAY))
    return [(m.kind, [who.text for who in m.subjects.values()]) for m in found]


def test_two_cases_of_two_people_are_kept_apart() -> None:
    text = "Jana Velt was charged with fraud. Oskar Brun was convicted of theft."
    assert len(_matters(text)) == 2


def test_somebody_told_of_alone_has_a_case_of_their_own() -> None:
    text = "Police charged Jana Velt and Oskar Brun with theft. Brun's trial began."
    assert [len(who) for _, who in _matters(text)] == [1, 1]
