import pytest

from onrecord.case import Case
from onrecord.case.shown import ANY_ROLE, EXPORTED
from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model.view import CaseView


def test_every_exported_type_is_a_list_of_a_view() -> None:
    assert set(EXPORTED.values()) < set(CaseView.__struct_fields__)


def test_any_role_holds_every_field_an_actor_can_stand_in() -> None:
    assert {"speaker", "person", "decider", "actors", "responses"} <= set(
        ANY_ROLE.split("|")
    )


def test_relations_are_chosen_by_both_of_a_pair(case: Case) -> None:
    pair = case.relations(actor="Police", other="Halvik")
    assert len(pair) == len(case.relations(actor="Halvik", other="Police"))
    assert case.relations(actor="Lanz", other="Halvik") == []


def test_the_lists_without_facts_are_empty(case: Case) -> None:
    assert case.custody() == case.proceedings() == case.linkages() == []
    assert case.claims(contested=True) == case.decisions(status="pending") == []


def test_a_brief_calls_recent_what_the_setting_says(case: Case) -> None:
    assert case.brief().since == "2031-02-19"
    case.config = Config(changed_within_days=7)
    assert case.brief().since == "2031-03-14"
    assert case.brief(since="2031-03-01").since == "2031-03-01"


def test_articles_are_listed_earliest_first(case: Case) -> None:
    assert [one.title for one in case.articles()] == ["Two speak", "An arrest"]
    assert len(case.articles(as_of="2031-03-10")) == 1


def test_articles_are_found_by_their_words(case: Case) -> None:
    (hit,) = case.search("harbour OR port")[:1] or case.search("port")
    assert hit.title == "An arrest"


def test_a_timeline_is_of_one_actor_or_outlet(case: Case) -> None:
    assert len(case.timeline(actor="Halvik").rows) == 1
    assert case.timeline(outlets=["The Courier"], kinds=["event"]).rows == ()


def test_a_bad_day_is_told_by_the_argument_it_was_given_for(case: Case) -> None:
    with pytest.raises(InputError, match="until 'x' is not a day"):
        case.timeline(until="x")


def test_events_are_chosen_by_how_they_are_told_and_by_whom(case: Case) -> None:
    events = case.events()
    assert len(events) == 1
    told = events[0]
    assert case.events(factuality=told.factuality.value) == events
    assert case.events(voice="narrator") == [e for e in events if e.voice == "narrator"]
    assert case.events(mode="no such mode") == []
    speaker = case.statements()[0].speaker
    said = {s.id for s in case.statements(speaker=speaker)}
    assert case.events(voice=speaker) == [e for e in events if e.voice in said]
