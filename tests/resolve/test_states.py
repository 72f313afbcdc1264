import pytest
import resolve_builders as build

from onrecord.model.actor import ActorKind, ActorRole
from onrecord.resolve.states import States

STATES = (
    build.actor("ac-o", "a", "Orvenia", kind=ActorKind.STATE, aliases=("Orvenian",)),
    build.actor("ac-t", "a", "Tavara", kind=ActorKind.STATE, aliases=("Tavaran",)),
    build.actor("ac-f", "a", "Africa", kind=ActorKind.STATE, aliases=("African",)),
)


def state_of(name="Mira Dorn", kind=ActorKind.PERSON, **fields):
    one = build.actor("ac-1", "a", name, kind=kind, **fields)
    return States((*STATES, one)).of("ac-1")


def role(title, of=None):
    return (ActorRole(title=title, of=of),)


@pytest.mark.parametrize(
    "name", ["Tavara's foreign ministry", "Tavaran police", "the Tavaran embassy"]
)
def test_a_body_counts_for_its_owner(name):
    assert state_of(name, ActorKind.PUBLIC_BODY) == "ac-t"


def test_a_state_counts_for_itself():
    assert States(STATES).of("ac-o") == "ac-o"


@pytest.mark.parametrize(
    "fields",
    [
        {"roles": role("Foreign Minister", "Tavara")},
        {"roles": role("minister"), "nationality": "Tavara"},
        {"aliases": ("Tavaran Foreign Minister Mira Dorn",)},
    ],
)
def test_who_acts_for_a_state_counts_for_it(fields):
    assert state_of(**fields) == "ac-t"


@pytest.mark.parametrize(
    "fields",
    [
        {"roles": role("engineer", "Tavara")},
        {"roles": role("former minister", "Tavara")},
        {"aliases": ("a former Tavaran minister",)},
        {"aliases": ("the Tavaran engineer",)},
        {"aliases": ("South African President Mira Dorn",)},
        {"nationality": "Tavara"},
        {"roles": role("minister", "Tavara") + role("envoy", "Orvenia")},
    ],
)
def test_others_count_for_none(fields):
    assert state_of(**fields) is None


def test_an_actor_nobody_knows_counts_for_none():
    assert States(STATES).of("ac-404") is None
