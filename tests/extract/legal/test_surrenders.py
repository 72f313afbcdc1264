import pytest

import golden_legal as golden
from onrecord.extract.legal.surrenders import find_surrenders

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _one(text):
    (step,) = find_surrenders(golden.read(text, DAY))
    return step


def test_a_decision_put_off_is_adjourned_and_waited_for() -> None:
    step = _one(
        "The justice minister, Ida Rask, has put off until June 30 her decision on "
        "whether to surrender Oskar Brun to Freedonia."
    )
    assert (step.stage, step.outcome) == ("surrender_order", "adjourned")
    assert step.until.edtf == "../2031-06-30"
    assert step.waits_for.startswith("her decision on whether to surrender Oskar Brun")


def test_a_decision_to_come_is_planned_with_its_decider() -> None:
    step = _one(
        "Justice Minister Ida Rask has until June 30 to decide whether Oskar Brun will "
        "be surrendered to Freedonia."
    )
    assert step.factuality.value == "planned"
    assert [who.text for who in step.decider] == ["Justice Minister Ida Rask"]


def test_a_decision_taken_has_its_outcome() -> None:
    step = _one("The minister decided on Tuesday to extradite Oskar Brun to Freedonia.")
    assert (step.outcome, step.when.edtf) == ("granted", "2031-03-11")
    assert step.waits_for is None


def test_a_decision_on_something_else_is_none() -> None:
    text = "The minister put off her decision on whether to send Oskar Brun a letter."
    assert list(find_surrenders(golden.read(text, DAY))) == []
