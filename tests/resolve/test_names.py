import pytest
import resolve_builders as build

from onrecord.model.actor import ActorKind
from onrecord.resolve.names import (
    family_name,
    find_adjectives,
    join_key,
    may_be_same,
    owners_of,
    plain_name,
)


def key(name, kind=ActorKind.PERSON, **fields):
    return join_key(build.actor("ac-1", "a", name, kind=kind, **fields))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mira Adeyemi", "MIRA ADEYEMI"),
        ("Ms. Mira Adeyemi", "Mira Adeyemi's"),
        ("Prime Minister Mira Adeyemi", "Prime Minister Mira Adeyemi"),
        ("Jan van der Berg", "jan van der berg".title()),
    ],
)
def test_persons_of_one_full_name_share_a_key(one, other):
    assert key(one) == key(other) is not None


@pytest.mark.parametrize("name", ["Halvik", "Mr Halvik", "Justice Renn", "T. Halvik"])
def test_a_single_name_is_no_key(name):
    assert key(name) is None


@pytest.mark.parametrize(
    "name", ["the captain", "two gunmen", "her lawyer", "The Dorns"]
)
def test_a_description_of_a_person_is_no_key(name):
    assert key(name) is None


@pytest.mark.parametrize("name", ["Orvenia", "the Orvenia", "ORVENIA"])
def test_states_join_by_name(name):
    assert key(name, ActorKind.STATE) == ("body", "orvenia")


def test_bodies_join_by_proper_name_only():
    assert key("the State Security Office", ActorKind.PUBLIC_BODY)
    assert key("the ministry", ActorKind.PUBLIC_BODY) is None
    assert key("Ministry officials", ActorKind.PUBLIC_BODY) is None


def test_a_people_is_no_group_but_a_named_group_is():
    assert key("Tavarans", ActorKind.GROUP) is None
    assert key("Red Dawn", ActorKind.GROUP)


@pytest.mark.parametrize(
    "name",
    [
        "Tessaly's foreign ministry",
        "the Foreign Ministry of Tessaly",
        "Foreign ministry of the Tessaly",
    ],
)
def test_a_described_body_joins_whichever_way_it_is_put(name):
    assert key(name, ActorKind.PUBLIC_BODY) == ("of", "tessaly", "foreign ministry")


@pytest.mark.parametrize(
    "name", ["a court of Tessaly", "the minister of justice", "her country's ministry"]
)
def test_a_description_without_a_proper_owner_is_no_key(name):
    assert key(name, ActorKind.OFFICE) is None


def test_an_adjective_of_a_known_state_says_whose_a_body_is():
    state = build.actor(
        "ac-1",
        "a",
        "Tessaly",
        kind=ActorKind.STATE,
        aliases=("Tessalian", "the island"),
    )
    adjectives = find_adjectives([state])
    assert adjectives == {"tessalian": "tessaly"}
    body = build.actor(
        "ac-2", "a", "the Tessalian foreign ministry", kind=ActorKind.PUBLIC_BODY
    )
    assert join_key(body, adjectives) == ("of", "tessaly", "foreign ministry")
    assert join_key(body) is None


def test_an_adjective_of_two_states_says_nothing():
    states = [
        build.actor("ac-1", "a", name, kind=ActorKind.STATE, aliases=("Congolese",))
        for name in ("Congo", "DR Congo")
    ]
    assert find_adjectives(states) == {}


def test_whichever_court_it_is_joins_no_other():
    kind = ActorKind.PUBLIC_BODY
    assert key("court of Tessaly", kind) is not None
    assert key("court of Tessaly", kind, aliases=("A court of Tessaly",)) is None


def test_a_group_described_is_no_key():
    assert key("officers of the Office", ActorKind.GROUP) is None


def test_an_office_alone_is_no_key():
    assert key("Foreign Minister", ActorKind.OFFICE) is None


def test_nobody_unnamed_joins():
    assert key("Mira Adeyemi", anonymous=True) is None
    assert key("The Treaty of Velm", ActorKind.DOCUMENT) is None


def test_family_name_is_a_persons_last_word():
    assert family_name(build.actor("ac-1", "a", "Mr Halvik")) == "halvik"
    assert family_name(build.actor("ac-1", "a", "the captain")) is None
    state = build.actor("ac-1", "a", "Orvenia", kind=ActorKind.STATE)
    assert family_name(state) is None


@pytest.mark.parametrize(
    ("short", "full", "answer"),
    [
        ("Halvik", "Teodor Halvik", True),
        ("T. Halvik", "Teodor Halvik", True),
        ("E. Fask", "Noor Fask", False),
        ("Ellis Fask", "Noor Fask", False),
        ("Halvik", "Noor Fask", False),
    ],
)
def test_a_shorter_name_may_be_short_for_a_fuller_one(short, full, answer):
    one, other = build.actor("ac-1", "a", short), build.actor("ac-2", "b", full)
    assert may_be_same(one, other) is answer


def test_plain_name_drops_case_article_and_possessive():
    assert plain_name("The  High Court\u2019s") == "high court"


def test_owners_are_given_by_any_of_a_bodys_names():
    court = build.actor(
        "ac-1", "a", "Court of Appeal", aliases=("Tavara's Court of Appeal",)
    )
    assert owners_of(court, {}) == {("tavara", "court of appeal")}
    adjectives = {"tavaran": "tavara"}
    court = build.actor("ac-1", "a", "the Tavaran Court of Appeal")
    assert owners_of(court, adjectives) == {("tavara", "court of appeal")}


def test_a_body_is_known_by_the_place_it_sits_in():
    assert key("the agriculture ministry in Sarnholt", ActorKind.PUBLIC_BODY)
    assert key("a court in Sarnholt", ActorKind.PUBLIC_BODY) is None
