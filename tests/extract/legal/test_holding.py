import pytest

import golden_legal as golden
from onrecord.extract.legal.holding import find_day, judge_told, names_prison

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def test_a_remand_centre_is_a_place_of_custody() -> None:
    assert names_prison("the Karsk remand centre")
    assert not names_prison("the town hall")


def test_a_day_before_the_verb_is_the_verb_s() -> None:
    context = golden.read("A court in Brel on Tuesday convicted Oskar Brun.", DAY)
    clause = context.document.clauses[-1]
    assert find_day(context, clause).edtf == "2031-03-11"


def test_what_is_awaited_is_not_told() -> None:
    context = golden.read("He will wait until Jana Velt is acquitted.", DAY)
    clause = next(c for c in context.document.clauses if c.lemma == "acquit")
    assert judge_told(context, clause) == "hypothetical"
