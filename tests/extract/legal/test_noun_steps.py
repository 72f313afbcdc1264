import pytest

import golden_legal as golden
from onrecord.extract.legal.noun_steps import find_owners, noun_step

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _steps(text):
    context = golden.read(text, DAY)
    owners = find_owners(context)
    nominal = {c.predicate.start: c for c in context.document.clauses}
    made = [
        noun_step(context, p, nominal.get(p.head.start), owners)
        for p in context.document.phrases
    ]
    return [step for step in made if step is not None]


def test_the_verb_says_how_an_appeal_came_out() -> None:
    (step,) = _steps("The judge rejected the appeal of Oskar Brun.")
    assert (step.stage, step.outcome) == ("appeal", "refused")


def test_an_appeal_for_calm_is_none() -> None:
    assert _steps("The minister issued an appeal for calm.") == []
