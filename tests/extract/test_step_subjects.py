import importlib.util
from pathlib import Path

import pytest

from onrecord.extract.step_subjects import find_targets

_SPEC = importlib.util.spec_from_file_location(
    "golden_legal", Path(__file__).with_name("golden_legal.py")
)
assert _SPEC is not None
assert _SPEC.loader is not None
golden = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(golden)

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def test_sanctions_name_whom_they_are_on() -> None:
    context = golden.read("Norland imposed sanctions on Osteria.", DAY)
    verb, nominal = context.document.clauses[:2]
    phrase = next(p for p in context.document.phrases if p.head_lemma == "sanction")
    row = context.lexicons["stage_nouns"]["sanction"]
    found = find_targets(context, phrase, row, nominal, verb)
    assert [who.text for who in found] == ["Osteria"]
