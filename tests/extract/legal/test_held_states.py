import pytest

import golden_legal as golden
from onrecord.extract.legal.held_states import find_state

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _state(text):
    context = golden.read(text, DAY)
    return find_state(context, context.document.clauses[0])


def test_bail_is_a_state() -> None:
    assert _state("Jana Velt is on bail.").kind == "bail"


def test_a_term_served_is_a_state() -> None:
    assert _state("Jana Velt spent three years in jail.").kind == "prison"


def test_a_place_is_none() -> None:
    assert _state("Jana Velt is in the garden.") is None
