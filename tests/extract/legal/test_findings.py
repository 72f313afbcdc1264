import pytest

import golden_legal as golden
from onrecord.extract.legal.findings import find_findings

pytestmark = pytest.mark.model

MET = (
    "The judge found that the test of dual criminality was met for the charge of fraud."
)


def _found(text):
    context = golden.read(text, "2031-03-14")
    return [(s.stage, s.kind, s.outcome) for s in find_findings(context)]


def test_a_test_that_is_met_is_a_step_of_its_kind() -> None:
    assert _found(MET) == [("double_criminality", "extradition", "met")]


def test_it_was_not_met_is_of_the_test_told_before() -> None:
    text = f"{MET} It was not met, she held, for a second charge."
    assert _found(text)[1:] == [("double_criminality", "extradition", "not_met")]


def test_whether_a_test_is_met_is_no_finding() -> None:
    text = "The judge must decide whether the test of double criminality is met."
    assert _found(text) == []


def test_meeting_somebody_is_no_finding() -> None:
    assert _found("The minister met the envoy in Brel.") == []


def test_the_charge_is_what_is_alleged() -> None:
    context = golden.read(MET, "2031-03-14")
    (step,) = find_findings(context)
    assert [context.words(span) for span in step.reasons] == ["fraud"]
