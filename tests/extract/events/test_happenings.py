from typing import Any

from onrecord.extract.events.happenings import share_happenings
from onrecord.model.event import Event, EventType
from onrecord.model.fact import Factuality


def event(number: int, **fields: Any) -> Event:
    values: dict[str, Any] = {
        "id": f"ev-{number}",
        "evidence": (),
        "event_type": EventType.COERCE,
        "mode": "arrest",
        "target": ("ac-her",),
        "trigger": "arrested",
    }
    return Event(**{**values, **fields})


def shared(*events: Event) -> list[str | None]:
    return [e.happening for e in share_happenings(events, {"ac-police": PARTS})]


PARTS = frozenset(("ac-state",))


def test_mentions_of_one_arrest_share_the_least_id() -> None:
    assert shared(event(2), event(1)) == ["ev-1", "ev-1"]


def test_another_person_is_another_happening() -> None:
    assert shared(event(1), event(2, target=("ac-him",))) == ["ev-1", "ev-2"]


def test_two_days_that_cannot_be_one_are_two_happenings() -> None:
    found = shared(event(1, when="2031-03-05"), event(2, when="2031-04-05"))
    assert found == ["ev-1", "ev-2"]


def test_a_vague_day_does_not_part_them() -> None:
    found = shared(event(1, when="2031-03-05"), event(2, when="2031-03"))
    assert found == ["ev-1", "ev-1"]


def test_what_is_asked_is_not_what_was_done() -> None:
    found = shared(event(1), event(2, factuality=Factuality.ASKED))
    assert found == ["ev-1", "ev-2"]


def test_a_part_of_the_source_agrees_with_the_whole() -> None:
    found = shared(event(1, source=("ac-police",)), event(2, source=("ac-state",)))
    assert found == ["ev-1", "ev-1"]


def test_sources_that_differ_part_them() -> None:
    found = shared(event(1, source=("ac-police",)), event(2, source=("ac-gang",)))
    assert found == ["ev-1", "ev-2"]


def test_a_demand_told_again_needs_its_source_and_target() -> None:
    demand = {"event_type": EventType.REQUEST, "mode": None}
    found = shared(event(1, **demand), event(2, source=("ac-state",), **demand))
    assert found == ["ev-1", "ev-2"]
