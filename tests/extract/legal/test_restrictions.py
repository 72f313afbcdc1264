import pytest

import golden_legal as golden
from onrecord.extract.legal.restrictions import find_conditions

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def test_a_term_of_somebody_else_is_left_out() -> None:
    text = "Jana Velt was detained. Oskar Brun must wear an electronic tag."
    context = golden.read(text, DAY)
    (holding,) = golden.find_holdings(context)
    found = find_conditions(context, holding.person, [holding], is_bail=False)
    assert found == ()
