import pytest

from onrecord.case.lookup import complete_id, find_actor
from onrecord.errors import InputError, UnknownFactError
from onrecord.model.actor import Actor, ActorKind


def actor(number: int, name: str, *aliases: str) -> Actor:
    return Actor(
        id=f"ac-{number:015x}",
        evidence=(),
        name=name,
        aliases=aliases,
        kind=ActorKind.PERSON,
    )


ACTORS = [
    actor(1, "Teodor Halvik", "Halvik", "the engineer"),
    actor(2, "Piotr Lanz", "the spokesman"),
    actor(3, "Anna Lanz", "the spokesman"),
]


@pytest.mark.parametrize("given", ["teodor  HALVIK", "halvik", "The Engineer", "Piotr"])
def test_an_actor_is_found_by_name_alias_or_a_word_of_it(given: str) -> None:
    assert find_actor(given, ACTORS).id in {ACTORS[0].id, ACTORS[1].id}


def test_an_actor_is_found_by_the_beginning_of_its_id() -> None:
    assert find_actor("ac-000000000000003", ACTORS).name == "Anna Lanz"


def test_an_ambiguous_name_lists_who_it_may_be() -> None:
    with pytest.raises(InputError, match=r"Piotr Lanz \(ac-.*2\) or Anna Lanz"):
        find_actor("lanz", ACTORS)
    with pytest.raises(InputError, match="give the id"):
        find_actor("the spokesman", ACTORS)


def test_nobody_is_an_error_that_says_where_to_look() -> None:
    with pytest.raises(UnknownFactError, match="onrecord actors"):
        find_actor("Greel", ACTORS)


IDS = {"st-00000000000000a", "st-00000000000001b", "ev-00000000000000a"}


def test_the_beginning_of_one_id_is_completed() -> None:
    assert complete_id("st-00000000000001", IDS) == "st-00000000000001b"
    assert complete_id("ev-000", IDS) == "ev-00000000000000a"


def test_the_beginning_of_several_lists_them() -> None:
    with pytest.raises(InputError, match="st-00000000000000a or st-00000000000001b"):
        complete_id("st-0000", IDS)


def test_too_short_unknown_and_foreign_ids_are_told_apart() -> None:
    with pytest.raises(InputError, match="too short"):
        complete_id("st-0", IDS)
    with pytest.raises(UnknownFactError, match="no statement 'st-fff'"):
        complete_id("st-fff", IDS)
    with pytest.raises(UnknownFactError, match="not an id"):
        complete_id("xy-000", IDS)
