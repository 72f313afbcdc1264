import pytest

import golden_legal as golden
from onrecord.extract.legal.steps import find_blame, find_steps

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def test_steps_come_in_text_order() -> None:
    text = "Oskar Brun was charged in May. His trial began on Tuesday in a court."
    found = find_steps(golden.read(text, DAY))
    assert [step.stage for step in found][:2] == ["charge", "trial"]


def test_blame_names_the_person_and_the_deed() -> None:
    context = golden.read("Norland accused Oskar Brun of forging charts.", DAY)
    ((person, span),) = find_blame(context)
    assert (person.text, context.words(span)) == ("Oskar Brun", "forging charts")
