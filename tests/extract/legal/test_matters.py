import pytest

import golden_legal as golden
from onrecord.extract.legal.matters import find_matters

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
