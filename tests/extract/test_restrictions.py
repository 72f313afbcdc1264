import importlib.util
from pathlib import Path

import pytest

from onrecord.extract.restrictions import find_conditions

_SPEC = importlib.util.spec_from_file_location(
    "golden_legal", Path(__file__).with_name("golden_legal.py")
)
assert _SPEC is not None
assert _SPEC.loader is not None
golden = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(golden)

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def test_a_term_of_somebody_else_is_left_out() -> None:
    text = "Jana Velt was detained. Oskar Brun must wear an electronic tag."
    context = golden.read(text, DAY)
    (holding,) = golden.find_holdings(context)
    found = find_conditions(context, holding.person, [holding], is_bail=False)
    assert found == ()
