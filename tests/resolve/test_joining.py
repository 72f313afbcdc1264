import pytest
import resolve_builders as build

from onrecord.model.actor import ActorKind, ActorRole
from onrecord.model.correction import Operation
from onrecord.resolve.derive import derive

ORVENIA = build.actor(
    "ac-s", "a", "Orvenia", kind=ActorKind.STATE, aliases=("Orvenian",)
)
HALVIK = build.actor(
    "ac-1", "a", "Teodor Halvik", aliases=("the Orvenian engineer", "Mr Halvik")
)
RENN = (
    build.actor("ac-r", "a", "Amalia Renn"),
    build.actor("ac-q", "b", "Amalia Renn"),
)
GROUP = {"kind": ActorKind.GROUP, "size": 2}


def view(*facts, **options):
    return build.view(ORVENIA, *RENN, *facts, **options)


def case_of(one, *facts, **options):
    made = view(*facts, **options)
    return made.leads_to[one]


def same_as(one, *facts):
    made = view(*facts)
    return next(a.same_as for a in made.actors if one in a.members)


def engineer(one="ac-2", source="b", name="Orvenian engineer", **fields):
    return build.actor(one, source, name, nationality="Orvenia", **fields)


def test_a_description_joins_the_one_person_of_its_noun_and_state():
    assert case_of("ac-2", HALVIK, engineer()) == "ac-1"


@pytest.mark.parametrize(
    "described",
    [
        engineer(name="Orvenian man"),
        engineer(name="Orvenian official"),
        engineer(name="Orvenian pilot"),
        build.actor("ac-2", "b", "engineer"),
        build.actor("ac-2", "b", "Tavaran engineer", nationality="Tavara"),
    ],
)
def test_a_vague_or_another_description_joins_nobody(described):
    assert case_of("ac-2", HALVIK, described) == "ac-2"


def test_a_description_that_fits_two_asks_both():
    other = build.actor("ac-3", "a", "Piet Dorn", aliases=("an Orvenian engineer",))
    assert case_of("ac-2", HALVIK, other, engineer()) == "ac-2"
    assert same_as("ac-2", HALVIK, other, engineer()) == ("ac-1", "ac-3")


def test_a_description_in_an_article_about_other_people_only_asks():
    alone = engineer(source="z")
    assert case_of("ac-2", HALVIK, alone) == "ac-2"
    assert same_as("ac-2", HALVIK, alone) == ("ac-1",)


def test_who_was_split_off_does_not_join_again():
    split = build.correction("cx-s", Operation.SPLIT, target="ac-1", members=("ac-2",))
    assert case_of("ac-2", HALVIK, engineer(), corrections=[split]) == "ac-2"


ELLIS = build.actor(
    "ac-1", "a", "Ellis Fask", roles=(ActorRole(title="brother", of="botanist"),)
)


def test_a_first_name_with_the_same_role_is_the_fuller_named_person():
    short = build.actor("ac-2", "b", "Ellis", aliases=("her brother",))
    assert case_of("ac-2", ELLIS, short) == "ac-1"


def test_a_single_name_without_a_second_sign_only_asks():
    short = build.actor("ac-2", "b", "Fask")
    assert case_of("ac-2", ELLIS, short) == "ac-2"
    assert same_as("ac-2", ELLIS, short) == ("ac-1",)


def test_who_is_a_woman_is_nobodys_brother():
    short = build.actor("ac-2", "b", "Ms Fask", roles=(ActorRole(title="clerk"),))
    clerk = build.actor("ac-1", "a", "Ellis Fask", aliases=("the clerk", "Mr Fask"))
    assert case_of("ac-2", clerk, short) == "ac-2"
    assert same_as("ac-2", clerk, short) in ((), ("ac-1",))


def test_a_titled_name_is_who_carries_it_and_is_named_beside_it():
    facts = (
        build.actor("ac-1", "a", "Bram Ostrey", aliases=("Mr. Ostrey",)),
        build.actor("ac-2", "b", "Bram Ostrey"),
        build.actor("ac-3", "b", "Hanne Ostrey"),
        build.actor("ac-4", "b", "Ostrey", aliases=("Mr. Ostrey",)),
    )
    assert case_of("ac-4", *facts) == "ac-1"
    assert case_of("ac-4", *facts[:1], *facts[2:]) == "ac-4"


def test_groups_of_the_same_members_are_one():
    people = [
        build.actor(f"ac-{n}{source}", source, name)
        for source in "ab"
        for n, name in enumerate(("Noor Fask", "Bram Ostrey"))
    ]
    one = build.actor(
        "ac-8", "a", "two Tavarans", group_members=("ac-0a", "ac-1a"), **GROUP
    )
    both = build.actor("ac-9", "b", "both", group_members=("ac-1b", "ac-0b"), **GROUP)
    assert case_of("ac-9", *people, one, both) == "ac-8"


@pytest.mark.parametrize(
    ("name", "size", "case"),
    [
        ("two detained Tavarans", 2, "ac-8"),
        ("two gunmen", 2, "ac-9"),
        ("three Tavarans", 3, "ac-9"),
    ],
)
def test_a_group_without_members_is_the_one_whose_members_stand_beside_it(
    name, size, case
):
    people = [
        build.actor(f"ac-{n}{source}", source, who)
        for source in "ab"
        for n, who in enumerate(("Noor Fask", "Bram Ostrey"))
    ]
    known = build.actor(
        "ac-8", "a", "two Tavarans", group_members=("ac-0a", "ac-1a"), **GROUP
    )
    bare = build.actor("ac-9", "b", name, kind=ActorKind.GROUP, size=size)
    assert case_of("ac-9", *people, known, bare) == case
    assert case_of("ac-9", *people[:3], known, bare) == "ac-9"


STORY = " ".join(f"story{number}" for number in range(40))


def copied(*facts):
    articles = [
        build.article(name, "2031-03-05", f"{STORY} {name}") for name in ("a", "b")
    ]
    return derive(articles, facts, []).leads_to


def test_copies_of_a_story_call_one_body_by_one_description():
    facts = [
        build.actor(f"ac-{n}", n, "parliament", kind=ActorKind.PUBLIC_BODY)
        for n in "ab"
    ]
    assert copied(*facts)["ac-b"] == "ac-a"
    assert build.view(*facts).leads_to["ac-b"] == "ac-b"


def test_a_description_in_a_copy_is_whom_the_other_copy_calls_so():
    named = build.actor("ac-a", "a", "Teodor Halvik", aliases=("an engineer",))
    bare = build.actor("ac-b", "b", "engineer", aliases=("an engineer",))
    assert copied(named, bare)["ac-b"] == "ac-a"


def test_two_of_one_description_in_a_copy_stay_two():
    facts = [build.actor(f"ac-{n}", n[0], "soldier") for n in ("a1", "a2", "b1")]
    assert len(set(copied(*facts).values())) == 3
