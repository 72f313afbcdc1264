import pytest

import golden_legal as golden
from onrecord.extract.legal.wording import find_reasons, without_time

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _reasons(text):
    context = golden.read(text, DAY)
    spans = find_reasons(context, context.document.clauses[0])
    return [context.words(span) for span in spans]


def test_the_charge_is_given_without_the_word_for_it() -> None:
    assert _reasons("Jana Velt was jailed on charges of fraud.") == ["fraud"]


def test_a_length_of_time_is_no_reason() -> None:
    assert _reasons("Jana Velt was held for six days.") == []


def test_a_reason_ends_before_the_day() -> None:
    context = golden.read("Oskar Brun was jailed for theft on Tuesday.", DAY)
    end = len("Oskar Brun was jailed for theft on Tuesday")
    span = golden.Span(len("Oskar Brun was jailed for "), end)
    assert context.words(without_time(context, span)) == "theft"
