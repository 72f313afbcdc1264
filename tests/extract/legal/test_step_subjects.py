import pytest

import golden_legal as golden
from onrecord.extract.legal.step_subjects import find_targets

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def test_sanctions_name_whom_they_are_on() -> None:
    context = golden.read("Norland imposed sanctions on Osteria.", DAY)
    verb, nominal = context.document.clauses[:2]
    phrase = next(p for p in context.document.phrases if p.head_lemma == "sanction")
    row = context.lexicons["stage_nouns"]["sanction"]
    found = find_targets(context, phrase, row, nominal, verb)
    assert [who.text for who in found] == ["Osteria"]
