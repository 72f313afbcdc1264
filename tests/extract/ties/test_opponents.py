"""Who holds against a denial in other words than its own."""

from typing import Any

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model


def _claim(text: str) -> Any:
    (claim,) = golden.FINDERS["claims"](golden.read(text, "2031-03-14"))
    return claim


def test_who_does_not_believe_a_denial_asserts_what_it_denies() -> None:
    claim = _claim(
        "Minister Ada Renz denied that the two had been seized in retaliation. "
        "Jana Velt, an opposition leader, said few of her colleagues believed that."
    )
    assert claim.contested
    assert [p.actor_text for p in claim.asserted_by] == ["Jana Velt"]


def test_doubt_of_something_else_earlier_asserts_nothing() -> None:
    claim = _claim(
        "Jana Velt said few of her colleagues believed in the reform. "
        "Minister Ada Renz denied that the two had been seized in retaliation."
    )
    assert not claim.contested


def test_the_same_deed_done_to_the_same_person_is_asserted() -> None:
    claim = _claim(
        "Oskar Brun is kept alone in a cell, lawyer Jana Velt said. "
        "The Security Office denied that Brun was kept in isolation."
    )
    assert [p.actor_text for p in claim.asserted_by] == ["lawyer Jana Velt"]


def test_an_exchange_that_the_article_tells_of_is_the_narrators() -> None:
    claim = _claim(
        "Norland offered to free two engineers in return for an end to the trial. "
        "Spokesman Ada Renz denied that it was an exchange."
    )
    assert [p.actor for p in claim.asserted_by] == ["narrator"]
