"""Sides that another sentence of the article gives, read with the model."""

from functools import cache

import pytest

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.events.draft import Draft, Reading
from onrecord.extract.events.drafts import find_drafts
from onrecord.extract.events.frames import Frames
from onrecord.extract.events.slots import Slots
from onrecord.model.article import Article
from onrecord.resources import load_lexicons, load_models

pytestmark = pytest.mark.model


@cache
def annotator() -> Annotator:
    return Annotator(load_models(), load_lexicons())


def drafts(text: str) -> list[Draft]:
    article = Article(id="ar-1", text=text, sha256="0", published="2031-03-14")
    document = annotator().annotate(article)
    context = Context(document=document, lexicons=load_lexicons())
    slots = Slots(context)
    return find_drafts(context, Reading(slots, Frames(slots)))


def test_the_demand_is_refused_to_whoever_made_it() -> None:
    text = "Kestria demanded an inquiry. Prime Minister Ana Roth rejected the demand."
    first, last = drafts(text)
    assert [w.text for w in last.target] == ["Kestria"]
    assert last.repeats == first.clause


def test_a_demand_with_words_of_its_own_says_whose_it_is() -> None:
    text = "Kestria demanded an inquiry. Ana Roth rejected the demand of the union."
    assert [w.text for w in drafts(text)[-1].target] == ["the union"]


def test_who_summons_and_goes_on_to_demand_demands_it_of_the_summoned() -> None:
    text = "Kestria summoned the ambassador and demanded an apology."
    assert [w.text for w in drafts(text)[-1].target] == ["the ambassador"]


def test_a_threat_is_made_to_whoever_is_to_act() -> None:
    text = "Kestria warned of further steps unless Tavara frees the engineer."
    threat = next(d for d in drafts(text) if d.event_type == "THREATEN")
    assert [w.text for w in threat.target] == ["Tavara"]


def test_who_holds_somebody_is_told_once() -> None:
    text = "Kestrian police arrested Ilse Roth. Roth was detained on a ferry."
    first, again = drafts(text)
    assert again.source == first.source
    assert again.repeats == first.clause


def test_what_is_demanded_for_a_captive_is_demanded_of_the_holder() -> None:
    text = "The rebels kidnapped Ilse Roth. Kestria demanded that Roth be freed."
    demand = next(d for d in drafts(text) if d.event_type == "REQUEST")
    assert [w.text for w in demand.target] == ["The rebels"]


def test_a_bare_noun_that_is_judged_is_no_second_event() -> None:
    text = "Police arrested Ilse Roth. The embassy condemned the arrest."
    assert [d.event_type for d in drafts(text)] == ["COERCE", "ACCUSE"]
