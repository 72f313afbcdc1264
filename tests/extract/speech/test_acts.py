import pytest

from clauses_by_hand import argument, clause, context, phrase, span
from onrecord.extract.speech.acts import choose_act, denied_words
from onrecord.model.clause import Role
from onrecord.model.statement import Act


def _act_on(act: str, thing: str) -> Act:
    """The act of "Velt rejected the THING"."""
    text = f"Velt rejected the {thing}"
    told = argument(text, Role.PATIENT, f"the {thing}", mention=0)
    cue = clause(text, "rejected", told)
    made = context(text, clauses=(cue,), phrases=(phrase(text, f"the {thing}"),))
    return choose_act(made, {"act": act}, cue, [told.span])


@pytest.mark.parametrize(
    ("act", "thing", "is_"),
    [
        ("refuse", "allegation", Act.DENY),
        ("refuse", "visa", Act.REFUSE),
        ("deny", "request", Act.REFUSE),
        ("deny", "rumour", Act.DENY),
    ],
)
def test_claims_are_denied_and_requests_refused(act: str, thing: str, is_: Act) -> None:
    assert _act_on(act, thing) is is_


def test_refusing_to_comment_is_declining() -> None:
    text = "Velt refused to comment"
    said = argument(text, Role.COMPLEMENT, "comment", marker="to", clause=1)
    cue = clause(text, "refused", said)
    inner = clause(text, "comment", index=1, parent=0)
    told = context(text, clauses=(cue, inner))
    assert choose_act(told, {"act": "refuse"}, cue, [said.span]) is Act.DECLINE


@pytest.mark.parametrize(
    ("act", "is_"),
    [
        ("assert", Act.DECLINE),
        ("deny", Act.ACKNOWLEDGE),
        ("promise", Act.REFUSE),
        ("warn", Act.WARN),
    ],
)
def test_what_a_negated_cue_comes_to(act: str, is_: Act) -> None:
    text = "Velt did not speak of it"
    cue = clause(text, "speak", negated=True)
    told = context(text, clauses=(cue,))
    assert choose_act(told, {"act": act}, cue, [span(text, "it")]) is is_


@pytest.mark.parametrize(("negated", "is_"), [(False, Act.DEMAND), (True, Act.ASSERT)])
def test_must_in_the_words_is_a_demand(negated: bool, is_: Act) -> None:
    text = "Velt said Brun must go"
    cue = clause(text, "said")
    must = clause(text, "go", index=1, modality="must", negated=negated)
    told = context(text, clauses=(cue, must))
    words = [span(text, "Brun must go")]
    assert choose_act(told, {"act": "assert"}, cue, words) is is_
    assert choose_act(told, {"act": "assert"}, None, words) is is_


def test_a_belief_only_asserts() -> None:
    text = "Velt believes Brun must go"
    cue = clause(text, "believes")
    row = {"act": "warn", "belief": "yes"}
    told = context(text, clauses=(cue,))
    assert choose_act(told, row, cue, [span(text, "Brun")]) is Act.ASSERT


def test_only_a_denial_denies_words() -> None:
    text = "Velt denied any link"
    words = [span(text, "any link")]
    assert denied_words(context(text), Act.DENY, words) == "any link"
    assert denied_words(context(text), Act.REFUSE, words) is None
