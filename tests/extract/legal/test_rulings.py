import pytest

import golden_legal as golden
from onrecord.extract.legal.matters import find_matters
from onrecord.extract.legal.rulings import settle_rulings

pytestmark = pytest.mark.model


def _settled(text):
    (matter,) = find_matters(golden.read(text, "2031-03-14"))
    return [(s.stage, s.when.edtf, s.outcome) for s in settle_rulings(matter.steps)]


def test_an_appeal_told_first_has_the_day_of_the_ruling_told_next() -> None:
    text = (
        "The Court of Appeal has overturned a ruling to extradite Oskar Brun. "
        "The court ruled on Tuesday that Freedonia had kept back a letter."
    )
    assert ("appeal", "2031-03-11", "overturned") in _settled(text)
    assert not any(stage == "ruling" for stage, _, _ in _settled(text))


def test_a_ruling_of_a_day_without_what_it_held_stays() -> None:
    text = (
        "A court in Brel convicted Oskar Brun of fraud in March. The court ruled on "
        "Tuesday that he must pay the costs."
    )
    assert ("ruling", "2031-03-11", None) in _settled(text)
