import importlib.util
from pathlib import Path

import pytest

from onrecord.extract.held_people import holdings_of_phrases

_SPEC = importlib.util.spec_from_file_location(
    "golden_legal", Path(__file__).with_name("golden_legal.py")
)
assert _SPEC is not None
assert _SPEC.loader is not None
golden = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(golden)

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _people(text):
    return [h.person.text for h in holdings_of_phrases(golden.read(text, DAY))]


def test_people_in_jails_are_held() -> None:
    assert _people("They spoke of 12 miners in Norlandish jails.") == ["12 miners"]


def test_former_hostages_are_not() -> None:
    assert _people("Three former hostages met in Brel.") == []
