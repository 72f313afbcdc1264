import re
from pathlib import Path

import pytest
import resolve_builders as build

from onrecord.model.actor import ActorKind, ActorRole
from onrecord.model.event import EventType
from onrecord.model.fact import Factuality
from onrecord.model.relation import Direction
from onrecord.model.statement import Act
from onrecord.resolve.relations import ACT_SCALE, EVENT_SCALE

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "relations.md"
STATES = tuple(
    build.actor(one, "a", name, kind=ActorKind.STATE)
    for one, name in (("ac-1", "Orvenia"), ("ac-2", "Tavara"))
)


def relations(*facts, **options):
    return list(build.view(*STATES, *facts, **options).relations)


def deed(one="ev-1", source="a", **fields):
    fields.setdefault("target", ("ac-2",))
    fields.setdefault("event_type", EventType.SANCTION)
    return build.fact(
        build.Event, one, source, source=("ac-1",), trigger="did", **fields
    )


def test_every_event_type_has_a_score_on_the_scale():
    assert set(EVENT_SCALE) == set(EventType)
    scores = (*EVENT_SCALE.values(), *ACT_SCALE.values())
    assert all(-10 <= score <= 10 and score for score in scores)


def test_events_between_two_states_are_points_of_their_relation():
    (made,) = relations(
        deed("ev-2", when="2031-04-16"),
        deed("ev-1", "b", event_type=EventType.AID, when="2031-03-01"),
    )
    assert made.actors == ("ac-1", "ac-2")
    assert [(one.fact, one.score) for one in made.points] == [
        ("ev-1", 7.0),
        ("ev-2", -6.0),
    ]
    assert (made.sources, made.known_from) == (2, "2031-01-15")
    assert made.direction is None
    assert made.id.startswith("re-")


def test_a_statement_to_somebody_is_a_point_by_its_act():
    said = {"speaker": "ac-2", "addressee": ("ac-1",), "said_on": "2031-04-16"}
    (made,) = relations(
        build.statement("st-1", "a", "free him", act=Act.DEMAND, **said),
        build.statement("st-2", "a", "it rained", act=Act.ASSERT, **said),
        deed(when="2031-04-17"),
    )
    assert [one.fact for one in made.points] == ["st-1", "ev-1"]


def test_deeds_of_one_day_or_of_none_told_are_no_relation():
    assert relations(deed(when="2031-04-16")) == []
    assert relations(deed(), deed("ev-2", "b")) == []
    same_day = deed("ev-2", "b", when="2031-04-16", event_type=EventType.REJECT)
    assert relations(deed(when="2031-04-16"), same_day) == []


def test_who_acts_for_a_state_counts_for_it():
    minister = build.actor(
        "ac-3", "a", "Aldo Verrin", roles=(ActorRole(title="minister", of="Tavara"),)
    )
    ministry = build.actor(
        "ac-4", "a", "Orvenia's foreign ministry", kind=ActorKind.PUBLIC_BODY
    )
    (made,) = relations(
        minister,
        ministry,
        deed(when="2031-04-16", target=("ac-3",)),
        build.fact(
            build.Event,
            "ev-2",
            "a",
            event_type=EventType.ACCUSE,
            trigger="accused",
            source=("ac-3",),
            target=("ac-4",),
            when="2031-05-01",
        ),
    )
    assert made.actors == ("ac-1", "ac-2")


def test_a_sentence_about_their_bodies_is_about_the_states():
    ministry = build.actor(
        "ac-4", "a", "Orvenia's foreign ministry", kind=ActorKind.PUBLIC_BODY
    )
    (made,) = relations(ministry, build.relation("re-1", "a", "ac-4", "ac-2"))
    assert made.actors == ("ac-1", "ac-2")


def test_what_two_people_do_to_each_other_is_no_relation():
    people = [build.actor(f"ac-{n}", "a", f"Mira Dorn{n}") for n in (3, 4)]
    deeds = [
        build.fact(
            build.Event,
            f"ev-{day}",
            "a",
            event_type=EventType.AID,
            trigger="helped",
            source=("ac-3",),
            target=("ac-4",),
            when=f"2031-05-0{day}",
        )
        for day in (1, 2)
    ]
    assert relations(*people, *deeds) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"factuality": Factuality.HYPOTHETICAL},
        {"target": ("ac-1",)},
        {"target": ()},
        {"target": ("ac-nobody",)},
    ],
)
def test_what_did_not_happen_between_two_states_is_no_point(fields):
    deeds = [deed(f"ev-{n}", when=f"2031-04-1{n}", **fields) for n in (1, 2)]
    assert relations(*deeds) == []


def test_sentences_about_a_pair_give_direction_in_their_words():
    (made,) = relations(
        build.relation(
            "re-2",
            "a",
            "ac-1",
            "ac-2",
            direction=Direction.IMPROVING,
            flashpoints=("x",),
        ),
        build.relation(
            "re-1",
            "b",
            "ac-2",
            "ac-1",
            direction=Direction.WORSENING,
            direction_text="deepening a dispute",
        ),
        deed(),
    )
    assert (made.id, made.members) == ("re-1", ("re-2", "re-1"))
    assert made.direction is Direction.WORSENING
    assert made.direction_text == "deepening a dispute"
    assert made.flashpoints == ("x",)
    assert len(made.points) == 1


def test_latest_reports_that_differ_are_mixed_and_denied_ones_do_not_count():
    both = [
        build.relation(f"re-{n}", "a", "ac-1", "ac-2", direction=way, direction_text=n)
        for n, way in (("1", Direction.IMPROVING), ("2", Direction.WORSENING))
    ]
    denied = build.relation(
        "re-3",
        "b",
        "ac-1",
        "ac-2",
        direction=Direction.STABLE,
        factuality=Factuality.DENIED,
    )
    (made,) = relations(*both, denied)
    assert (made.direction, made.direction_text) == (Direction.MIXED, "1; 2")


def test_a_relation_of_one_actor_stays_as_told():
    (made,) = relations(build.relation("re-1", "a", "ac-1"))
    assert (made.actors, made.level.value) == (("ac-1",), "case")


def test_the_page_gives_every_score_of_the_scale() -> None:
    told: dict[str, float] = {}
    for row in PAGE.read_text(encoding="utf-8").splitlines():
        told |= {
            name.lower(): float(score)
            for name, score in re.findall(r"\| ([A-Za-z]+) \| (-?\d+)(?= \|)", row)
            if name.isupper()
        }
    assert told == {kind.value.lower(): score for kind, score in EVENT_SCALE.items()}
    spoken = {
        name: float(score)
        for row in PAGE.read_text(encoding="utf-8").splitlines()
        for name, score in re.findall(r"\| ([a-z]+) \| (-?\d+)(?= \|)", row)
    }
    assert spoken == {act.value: score for act, score in ACT_SCALE.items()}
