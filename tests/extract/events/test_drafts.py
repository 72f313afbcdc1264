"""Who is on which side of an event, read with the model."""

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


def test_arrested_in_a_state_that_acts_is_by_that_state() -> None:
    found = drafts("Two sailors were jailed in France.")
    assert [w.text for w in found[0].source] == ["France"]


def test_a_named_agent_is_not_replaced_by_the_place() -> None:
    found = drafts("Rebels jailed two sailors in France.")
    assert [w.text for w in found[0].source] == ["Rebels"]


def test_will_not_is_a_refusal() -> None:
    found = drafts("The government will not free the sailors.")
    assert [d.event_type for d in found] == ["REJECT"]


def test_a_threat_takes_the_target_of_its_deed() -> None:
    found = drafts("The general threatened to attack the rebels.")
    assert [w.text for w in found[0].target] == ["the rebels"]


def test_the_repeated_noun_takes_its_sides_and_keeps_their_clause() -> None:
    first, again = drafts("Police arrested Tomas Verrick. The arrest shocked Arlen.")
    assert again.target == first.target
    assert again.repeats == first.clause


def test_a_noun_that_repeats_nothing_is_no_event() -> None:
    assert drafts("The arrest shocked everybody in the market.") == []
