import pytest

import golden_legal as golden
from onrecord.extract.legal.steps import find_steps

pytestmark = pytest.mark.model


def _told(text):
    steps = find_steps(golden.read(text, "2031-03-14"))
    return [(s.stage, s.when.edtf, s.factuality.value) for s in steps]


def test_a_day_not_set_leaves_a_trial_to_come() -> None:
    text = "No date has been set for the trial of Jana Velt."
    assert _told(text) == [("trial", None, "planned")]


def test_a_hearing_ordered_to_open_is_of_the_day_it_opens() -> None:
    text = "The court ordered a new committal hearing for Jana Velt to open on April 2."
    assert ("committal", "2031-04-02", "planned") in _told(text)


def test_a_sentence_without_a_trial_tells_of_no_trial() -> None:
    text = "The envoy called the verdict against Jana Velt a sentence without a trial."
    assert not any(stage == "trial" for stage, _, _ in _told(text))


def test_a_warrant_is_not_of_the_day_of_the_arrest() -> None:
    text = "Oskar Brun was arrested on March 5 on a Freedonian warrant."
    assert ("warrant", None, "asserted") in _told(text)


def test_to_be_told_to_attend_a_hearing_says_that_it_is_to_come() -> None:
    text = "A court ordered Oskar Brun to attend a hearing beginning August 19."
    assert ("hearing", "2031-08-19", "planned") in _told(text)


def test_what_is_called_for_has_not_begun() -> None:
    text = "The envoy called for an inquiry into the killing."
    assert [told for _, _, told in _told(text)] == ["asked"]
