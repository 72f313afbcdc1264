import pytest

import golden_legal as golden
from onrecord.extract.legal.held_people import holdings_of_phrases

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _people(text):
    return [h.person.text for h in holdings_of_phrases(golden.read(text, DAY))]


def test_people_in_jails_are_held() -> None:
    assert _people("They spoke of 12 miners in Norlandish jails.") == ["12 miners"]


def test_former_hostages_are_not() -> None:
    assert _people("Three former hostages met in Brel.") == []
