import pytest

import golden_legal as golden
from onrecord.extract.legal.holdings import find_holdings

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _effects(text):
    return [(h.effect, h.person.text) for h in find_holdings(golden.read(text, DAY))]


def test_a_noun_takes_an_arrest_for_granted() -> None:
    text = "The union protested in response to the arrest of Jana Velt."
    assert _effects(text) == [("start", "Jana Velt")]


def test_a_demanded_release_is_no_release() -> None:
    assert _effects("Norland demanded the release of Jana Velt.") == []


def test_a_warrant_says_that_somebody_is_sought() -> None:
    text = "A court issued a warrant for the arrest of Jana Velt."
    assert _effects(text) == [("wanted", "Jana Velt")]
