from typing import Any

import pytest

from clauses_by_hand import clause, context
from onrecord.extract.judging import judge
from onrecord.model.clause import Link, Tense
from onrecord.model.fact import Factuality

COLOURS = {
    "plan": {"factuality": "planned", "negated": "negated"},
    "tell": {"factuality": "asked", "negated": "asked"},
}
TEXT = "Velt spoke that Brun left"


def _judged(parent: dict[str, Any], **child: Any) -> Factuality:
    """What the text makes of "left", which hangs on "spoke"."""
    above = clause(TEXT, "spoke", **{"tense": Tense.PAST, **parent})
    below = clause(TEXT, "left", index=1, parent=0, extent="Brun left", **child)
    return judge(context(TEXT, {"colours": COLOURS}, clauses=(above, below)), below)


@pytest.mark.parametrize(
    ("form", "factuality"),
    [
        ({}, Factuality.ASSERTED),
        ({"negated": True}, Factuality.NEGATED),
        ({"modality": "may"}, Factuality.HYPOTHETICAL),
        ({"modality": "will"}, Factuality.PLANNED),
        ({"modality": "must"}, Factuality.ASKED),
        ({"question": True}, Factuality.HYPOTHETICAL),
        ({"link": Link.CONDITION}, Factuality.HYPOTHETICAL),
        ({"link": Link.PURPOSE}, Factuality.HYPOTHETICAL),
        ({"raised": "plan"}, Factuality.PLANNED),
        ({"raised": "plan", "negated": True}, Factuality.NEGATED),
        ({"marker": "until", "tense": Tense.PRESENT}, Factuality.HYPOTHETICAL),
        ({"marker": "until", "tense": Tense.PAST}, Factuality.ASSERTED),
    ],
)
def test_a_clauses_own_form(form: dict[str, Any], factuality: Factuality) -> None:
    left = clause("Brun left", "left", **form)
    told = context("Brun left", {"colours": COLOURS}, clauses=(left,))
    assert judge(told, left) is factuality


def test_a_verb_lends_its_colour_to_its_complement() -> None:
    assert _judged({"lemma": "plan"}, link=Link.COMPLEMENT) is Factuality.PLANNED


def test_a_relative_clause_takes_no_colour() -> None:
    assert _judged({"lemma": "plan"}, link=Link.RELATIVE) is Factuality.ASSERTED


def test_would_after_speech_in_the_past_is_a_plan() -> None:
    form = {"link": Link.COMPLEMENT, "modality": "would"}
    assert _judged({"lemma": "say"}, **form) is Factuality.PLANNED
    assert _judged({"lemma": "see"}, **form) is Factuality.HYPOTHETICAL


def test_saying_nothing_of_a_deed_leaves_the_deed_asserted() -> None:
    parent = {"lemma": "say", "negated": True}
    assert _judged(parent, link=Link.COMPLEMENT) is Factuality.ASSERTED


def test_told_that_reports_and_told_to_asks() -> None:
    link = Link.COMPLEMENT
    parent = {"lemma": "tell"}
    that = _judged(parent, link=link, marker="that", tense=Tense.PAST)
    assert that is Factuality.ASSERTED
    assert _judged(parent, link=link, marker="to") is Factuality.ASKED


def test_what_goes_on_from_a_condition_is_conditional_too() -> None:
    parent = {"link": Link.CONDITION}
    assert _judged(parent, link=Link.COORDINATE) is Factuality.HYPOTHETICAL
    assert _judged({}, link=Link.COORDINATE) is Factuality.ASSERTED
