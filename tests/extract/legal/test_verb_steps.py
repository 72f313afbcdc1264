import pytest

import golden_legal as golden
from onrecord.extract.legal.verb_steps import verb_step

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _step(text):
    context = golden.read(text, DAY)
    clause = next(
        c for c in context.document.clauses if c.lemma in context.lexicons["stages"]
    )
    return verb_step(context, clause, context.lexicons["stages"][clause.lemma])


def test_found_not_guilty_is_acquitted() -> None:
    assert _step("The court found Oskar Brun not guilty.").outcome == "acquitted"


def test_a_term_is_the_outcome_in_words() -> None:
    step = _step("A court sentenced Oskar Brun to six years in prison.")
    assert step.outcome_text == "sentenced to six years in prison"


def test_a_try_is_no_trial() -> None:
    assert _step("Oskar Brun tried to leave.") is None
