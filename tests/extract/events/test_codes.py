"""Codes of actors, from the words that name and describe them."""

from functools import cache

import pytest

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.events.codes import Codes
from onrecord.model.article import Article
from onrecord.resources import load_lexicons, load_models

pytestmark = pytest.mark.model


@cache
def annotator() -> Annotator:
    return Annotator(load_models(), load_lexicons())


def code_of(words: str, text: str) -> str | None:
    """Return the code of the first mention whose words these are."""
    article = Article(id="ar-1", text=text, sha256="0", published="2031-03-14")
    document = annotator().annotate(article)
    codes = Codes(Context(document=document, lexicons=load_lexicons()))
    for index, phrase in enumerate(document.phrases):
        if text[phrase.span.start : phrase.span.end] == words:
            return codes.of_phrase(index)
    raise AssertionError(f"{words!r} is no phrase")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kenyan police", "KENCOP"),
        ("The Norwegian parliament", "NORLEG"),
        ("Bolivian rebel leaders", "BOLREB"),
        ("The United Nations", "IGOUNO"),
        ("Amnesty International", "NGO"),
        ("Portuguese miners", "PRTLAB"),
        ("The former president", "---ELI"),
        ("Iceland", "ISL"),
    ],
)
def test_country_and_sector_come_from_the_words(words: str, code: str) -> None:
    assert code_of(words, f"{words} criticised the treaty.") == code


def test_a_minister_is_of_the_government_not_of_what_he_leads() -> None:
    text = "The Chilean defence minister met the rebels."
    assert code_of("The Chilean defence minister", text) == "CHLGOV"


def test_a_persons_own_name_is_no_country() -> None:
    text = "Chad Okafor criticised the treaty."
    assert code_of("Chad Okafor", text) is None


def test_a_title_told_elsewhere_counts() -> None:
    text = (
        "Finnish Foreign Minister Aino Salmela arrived. Salmela criticised the treaty."
    )
    assert code_of("Salmela", text) == "FINGOV"


def test_police_are_those_of_the_one_country_where_they_act() -> None:
    text = "In Ecuador, police arrested two sailors."
    assert code_of("police", text) == "ECUCOP"


def test_rebels_may_come_from_anywhere() -> None:
    text = "In Ecuador, rebels attacked two sailors."
    assert code_of("rebels", text) == "---REB"


def test_a_word_that_is_a_name_only_in_capitals() -> None:
    text = "The officers who left met us."
    with pytest.raises(AssertionError, match="no phrase"):
        code_of("WHO", text)
    assert code_of("us", text) is None
