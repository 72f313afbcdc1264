import importlib.util
from pathlib import Path

import pytest

from onrecord.extract.sent_away import holdings_of_sending

_SPEC = importlib.util.spec_from_file_location(
    "golden_legal", Path(__file__).with_name("golden_legal.py")
)
assert _SPEC is not None
assert _SPEC.loader is not None
golden = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(golden)

pytestmark = pytest.mark.model

PUT = "Oskar Brun was put on a ferry to Brel on Tuesday."


def _ends(text):
    context = golden.read(text, "2031-03-14")
    return [
        (holding.person.text, holding.end, holding.until.edtf)
        for clause in context.document.clauses
        for holding in holdings_of_sending(context, clause)
    ]


def test_put_on_a_ferry_where_a_deportation_is_told_ends_custody() -> None:
    text = f"Freedonia deported a pilot it had held. {PUT}"
    assert _ends(text) == [("Oskar Brun", "deported", "2031-03-11")]


def test_put_on_a_ferry_alone_says_nothing() -> None:
    assert _ends(PUT) == []
