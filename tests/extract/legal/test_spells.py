"""Which holdings are one spell."""

import pytest

import golden_legal as golden

pytestmark = pytest.mark.model
DAY = "2031-03-14"


def kinds(text: str) -> list[str]:
    return [str(one["kind"]) for one in golden.custody_of(text, DAY)]


def test_an_arrest_and_the_prison_it_led_to_are_one_spell() -> None:
    text = "Police arrested Jana Velt on Tuesday. Velt is in prison in Brel."
    assert kinds(text) == ["prison"]


def test_bail_is_a_spell_of_its_own() -> None:
    text = "Police arrested Jana Velt on Monday. Velt was freed on bail on Wednesday."
    assert sorted(kinds(text)) == ["bail", "detention"]


def test_a_second_arrest_opens_another_spell() -> None:
    text = (
        "Police arrested Jana Velt in January 2030 and freed her in February 2030. "
        "Velt was arrested again in March 2031."
    )
    assert kinds(text) == ["detention", "detention"]


def test_two_people_are_two_spells() -> None:
    assert len(kinds("Police arrested Jana Velt and Oskar Brun on Tuesday.")) == 2
