import pytest
import resolve_builders as build

from onrecord.model.actor import ActorKind
from onrecord.resolve.holding import find_holder, find_place
from onrecord.resolve.states import States

ACTORS = States(
    [
        build.actor("ac-t", "a", "Tavara", kind=ActorKind.STATE, aliases=("Tavaran",)),
        build.actor("ac-p", "a", "Tavaran police", kind=ActorKind.PUBLIC_BODY),
        build.actor("ac-d", "a", "Red Dawn", kind=ActorKind.GROUP),
    ]
)


def held(*holders, place=None):
    fields = {"holder": holders, "holder_text": holders, "place": place}
    return build.custody("cu-1", "a", **fields)


def test_police_arrest_and_their_state_holds():
    assert find_holder([held("ac-p")], ACTORS) == (("ac-t",), ("ac-p",))


def test_the_state_comes_before_others_and_else_the_most_named():
    assert find_holder([held("ac-d"), held("ac-t")], ACTORS)[0] == ("ac-t",)
    reports = [held("ac-x"), held("ac-d"), held("ac-d")]
    assert find_holder(reports, ACTORS)[0] == ("ac-d",)


def test_nobody_named_is_nobody():
    assert find_holder([held()], ACTORS) == ((), ())


@pytest.mark.parametrize(
    ("places", "found"),
    [
        (["Port Lessing", "Port Lessing", "the Brannock remand centre"], 2),
        (["Orvenia", "a cell", "Orvenia"], 0),
        (["the Grell Street centre", "the Grell Street detention centre in Velm"], 1),
        (["Velm", None, "Velm"], 0),
    ],
)
def test_a_place_to_keep_people_in_says_most(places, found):
    assert find_place([held(place=one) for one in places]) == places[found]


def test_no_place_told_is_none():
    assert find_place([held()]) is None
