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
        ({"modality": "may", "negated": True}, Factuality.HYPOTHETICAL),
        ({"modality": "must", "negated": True}, Factuality.ASKED),
        ({"modality": "will", "negated": True}, Factuality.NEGATED),
        ({"link": Link.COMPLEMENT, "marker": "whether"}, Factuality.HYPOTHETICAL),
        ({"link": Link.COMPLEMENT, "marker": "without"}, Factuality.NEGATED),
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


def test_what_somebody_is_asked_not_to_do_is_asked() -> None:
    parent = {"lemma": "tell"}
    form = {"link": Link.COMPLEMENT, "marker": "to", "negated": True}
    assert _judged(parent, **form) is Factuality.ASKED


def test_a_noun_lends_its_colour_to_what_stands_behind_it() -> None:
    colours = {"refusal (noun)": {"factuality": "negated", "negated": "negated"}}
    for noun, told in (("refusal", "negated"), ("journey", "hypothetical")):
        text = f"The {noun} to leave"
        left = clause(text, "leave", extent="to leave", link=Link.PURPOSE, marker="to")
        read = context(text, {"colours": colours}, clauses=(left,))
        assert judge(read, left) == told


def test_no_evidence_that_leaves_it_open() -> None:
    text = "There is no evidence that Brun left"
    form = {"link": Link.RELATIVE, "marker": "that", "extent": "that Brun left"}
    left = clause(text, "left", **form)
    read = context(text, {"colours": COLOURS}, clauses=(left,))
    assert judge(read, left) is Factuality.HYPOTHETICAL


def test_hearsay_leaves_it_open_and_yet_to_negates() -> None:
    for text, told in (
        ("Brun allegedly left", Factuality.HYPOTHETICAL),
        ("Brun has yet to left the port", Factuality.NEGATED),
    ):
        left = clause(text, "left")
        read = context(text, {"colours": COLOURS}, clauses=(left,))
        assert judge(read, left) is told


def test_a_verb_right_behind_another_is_its_object() -> None:
    text = "Brun planned leaving"
    above = clause(text, "planned", lemma="plan")
    form = {"index": 1, "parent": 0, "link": Link.ADVERBIAL, "extent": "leaving"}
    below = clause(text, "leaving", **form)
    read = context(text, {"colours": COLOURS}, clauses=(above, below))
    assert judge(read, below) is Factuality.PLANNED


def test_who_is_able_does_though_what_is_to_be_is_planned() -> None:
    colours = {
        "be": {"factuality": "planned", "negated": "negated"},
        "able": {"factuality": "asserted", "negated": "negated"},
    }
    text = "Brun was able to leave"
    above = clause(text, "was", lemma="be")
    form = {"index": 1, "parent": 0, "link": Link.COMPLEMENT, "extent": "to leave"}
    for raised, told in (("able", Factuality.ASSERTED), (None, Factuality.PLANNED)):
        below = clause(text, "leave", raised=raised, **form)
        read = context(text, {"colours": colours}, clauses=(above, below))
        assert judge(read, below) is told


def test_warned_that_reports_a_fact_unless_it_is_still_to_come() -> None:
    parent = {"lemma": "warn"}
    colours = {"warn": {"factuality": "hypothetical", "negated": "hypothetical"}}
    link = Link.COMPLEMENT
    for tense, told in (
        (Tense.PAST, Factuality.ASSERTED),
        (Tense.FUTURE, Factuality.HYPOTHETICAL),
    ):
        above = clause(TEXT, "spoke", tense=Tense.PAST, **parent)
        form = {"index": 1, "parent": 0, "extent": "Brun left", "marker": "that"}
        below = clause(TEXT, "left", link=link, tense=tense, **form)
        read = context(TEXT, {"colours": colours}, clauses=(above, below))
        assert judge(read, below) is told


def test_who_is_never_ready_to_does_not() -> None:
    text = "Brun was never ready to leave"
    colours = {"ready": {"factuality": "planned", "negated": "negated"}}
    above = clause(text, "was", lemma="be", negated=True)
    form = {"index": 1, "parent": 0, "link": Link.COMPLEMENT, "extent": "to leave"}
    below = clause(text, "leave", raised="ready", **form)
    read = context(text, {"colours": colours}, clauses=(above, below))
    assert judge(read, below) is Factuality.NEGATED


def test_for_him_to_go_is_asked_where_it_is_called_for_and_else_a_purpose() -> None:
    colours = {"call": {"factuality": "asked", "negated": "asked"}}
    form = {"link": Link.ADVERBIAL, "marker": "for", "tense": Tense.NONE}
    for lemma, told in (
        ("call", Factuality.ASKED),
        ("go", Factuality.HYPOTHETICAL),
    ):
        above = clause(TEXT, "spoke", lemma=lemma)
        below = clause(TEXT, "left", index=1, parent=0, extent="Brun left", **form)
        read = context(TEXT, {"colours": colours}, clauses=(above, below))
        assert judge(read, below) is told


def test_a_bare_infinitive_shares_the_modal_before_it() -> None:
    above = clause(TEXT, "spoke", modality="must")
    form = {"index": 1, "parent": 0, "link": Link.COORDINATE, "extent": "Brun left"}
    below = clause(TEXT, "left", subject_shared=True, **form)
    read = context(TEXT, {"colours": {}}, clauses=(above, below))
    assert judge(read, below) is Factuality.ASKED
