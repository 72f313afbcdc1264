import resolve_builders as build

from onrecord.model.actor import ActorKind, ActorRole
from onrecord.model.correction import Operation


def actors(*facts, **options):
    return {one.id: one for one in build.view(*facts, **options).actors}


def groups(*facts, **options):
    made = build.view(*facts, **options).actors
    return {frozenset(one.members) for one in made}


def split(*members, **fields):
    return build.correction("cx-s", Operation.SPLIT, members=members, **fields)


def merge(target, other, one="cx-m", **fields):
    return build.correction(one, Operation.MERGE, target=target, new=other, **fields)


HALVIKS = (
    build.actor("ac-3", "a", "Teodor Halvik", aliases=("the engineer", "Halvik")),
    build.actor("ac-1", "b", "Mr Teodor Halvik", aliases=("Halvik",)),
    build.actor("ac-2", "c", "Halvik"),
)


def test_persons_of_one_full_name_are_one_actor_under_the_smallest_id():
    made = actors(*HALVIKS)
    assert set(made) == {"ac-1", "ac-2"}
    assert made["ac-1"].members == ("ac-3", "ac-1")
    assert made["ac-1"].sources == 2
    assert made["ac-1"].known_from == "2031-01-15"


def test_name_is_the_fullest_without_an_honorific():
    assert actors(*HALVIKS)["ac-1"].name == "Teodor Halvik"


def test_aliases_come_most_used_first():
    assert actors(*HALVIKS)["ac-1"].aliases == (
        "Halvik",
        "Mr Teodor Halvik",
        "the engineer",
    )


def test_a_family_name_alone_asks_same_both_ways():
    made = actors(*HALVIKS)
    assert made["ac-2"].same_as == ("ac-1",)
    assert made["ac-1"].same_as == ("ac-2",)


def test_bare_names_nobody_fuller_carries_ask_about_the_first():
    made = actors(*(build.actor(f"ac-{n}", n, "Varga") for n in "abc"))
    assert made["ac-a"].same_as == ("ac-b", "ac-c")
    assert made["ac-c"].same_as == ("ac-a",)


def test_two_persons_of_one_family_do_not_ask():
    made = actors(
        build.actor("ac-1", "a", "Noor Fask"), build.actor("ac-2", "b", "Ellis Fask")
    )
    assert all(one.same_as == () for one in made.values())


def test_a_person_and_a_state_of_one_name_stay_two():
    made = actors(
        build.actor("ac-1", "a", "Mira Chad", kind=ActorKind.PERSON),
        build.actor("ac-2", "b", "Mira Chad", kind=ActorKind.STATE),
    )
    assert len(made) == 2


def test_kind_is_what_most_articles_say():
    kinds = (ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY, ActorKind.PUBLIC_BODY)
    made = actors(
        *(
            build.actor(f"ac-{place}", name, "High Court", kind=kind)
            for place, (name, kind) in enumerate(zip("abc", kinds, strict=True))
        )
    )
    assert made["ac-0"].kind is ActorKind.PUBLIC_BODY


def test_evidence_is_the_first_mention_in_each_article():
    made = actors(
        build.actor("ac-1", "a", "Mira Dorn", start=40),
        build.actor("ac-2", "a", "Mira Dorn", start=9),
        build.actor("ac-3", "b", "Mira Dorn", start=5),
    )["ac-1"]
    places = [(one.article, one.start) for one in made.evidence]
    assert places == [("a", 9), ("b", 5)]


def test_roles_of_one_title_and_place_are_united():
    roles = [
        (ActorRole(title="minister", of="Tavara", evidence=(build.words(name),)),)
        for name in "ab"
    ]
    made = actors(
        build.actor("ac-1", "a", "Mira Dorn", roles=roles[0]),
        build.actor("ac-2", "b", "Mira Dorn", roles=roles[1]),
    )["ac-1"]
    assert [len(role.evidence) for role in made.roles] == [2]


def test_members_of_a_group_are_case_actors():
    made = actors(
        build.actor("ac-2", "a", "Mira Dorn"),
        build.actor("ac-1", "b", "Mira Dorn"),
        build.actor(
            "ac-3",
            "a",
            "the two",
            kind=ActorKind.GROUP,
            group_members=("ac-2",),
            size=2,
        ),
    )
    assert made["ac-3"].group_members == ("ac-1",)


def test_a_merge_joins_all_who_carry_the_names():
    corrections = [merge("ac-2", "ac-1", members=("ac-2",))]
    assert groups(*HALVIKS, corrections=corrections) == {
        frozenset({"ac-1", "ac-2", "ac-3"})
    }


def test_a_merge_holds_before_its_own_article_is_known():
    given = [merge("ac-9", "ac-8")]
    facts = (
        build.actor("ac-1", "a", "Mira Dorn"),
        build.actor("ac-2", "b", "Captain M. Dorn-Vale"),
        build.actor("ac-3", "a", "Mira Vale"),
        build.actor("ac-9", "x", "Mira Dorn"),
        build.actor("ac-8", "x", "Mira Vale"),
    )
    found = groups(*facts, corrections=given, as_of="2031-02-20")
    assert frozenset({"ac-1", "ac-3"}) in found


def test_an_actor_split_off_stays_apart_from_later_reports_too():
    given = [split("ac-3", target="ac-1")]
    later = build.actor("ac-4", "d", "Teodor Halvik")
    found = groups(*HALVIKS, later, corrections=given)
    assert frozenset({"ac-3"}) in found
    assert frozenset({"ac-1", "ac-4"}) in found


def test_two_split_off_together_stay_one():
    given = [split("ac-3", "ac-4", target="ac-1")]
    later = build.actor("ac-4", "d", "Teodor Halvik")
    found = groups(*HALVIKS, later, corrections=given)
    assert frozenset({"ac-3", "ac-4"}) in found


def test_a_split_that_names_all_members_parts_each():
    given = [split("ac-1", "ac-3", target="ac-1")]
    found = groups(*HALVIKS, corrections=given)
    assert {frozenset({"ac-1"}), frozenset({"ac-3"})} <= found


def test_a_merge_after_a_split_joins_again_and_a_split_after_a_merge_parts():
    parted = split("ac-3", target="ac-1", at="2032-02-01")
    before = merge("ac-3", "ac-1", "cx-b", members=("ac-3",), at="2032-01-01")
    after = merge("ac-3", "ac-1", "cx-a", members=("ac-3",), at="2032-03-01")
    assert frozenset({"ac-3"}) in groups(*HALVIKS, corrections=[before, parted])
    joined = groups(*HALVIKS, corrections=[before, parted, after])
    assert frozenset({"ac-1", "ac-3"}) in joined


def test_a_rejected_actor_leaves_its_words_in_the_facts():
    given = [build.correction("cx-1", Operation.REJECT, target="ac-2")]
    said = build.statement("st-1", "c", "no", speaker="ac-2", speaker_text="Halvik")
    made = build.view(*HALVIKS, said, corrections=given)
    assert "ac-2" not in {one.id for one in made.actors}
    assert [one.id for one in made.rejected] == ["ac-2"]
    assert made.statements[0].speaker is None
    assert made.statements[0].speaker_text == "Halvik"


def court(one, source, *aliases, name="High Court"):
    return build.actor(one, source, name, kind=ActorKind.PUBLIC_BODY, aliases=aliases)


def test_a_body_of_one_owner_joins_those_whose_owner_nobody_says():
    courts = court("ac-1", "a", "Tavara's High Court"), court("ac-2", "b")
    assert groups(*courts) == {frozenset({"ac-1", "ac-2"})}


def test_bodies_of_one_name_and_two_owners_stay_apart():
    courts = (
        court("ac-1", "a", "Tavara's High Court"),
        court("ac-2", "b", "Kestria's High Court"),
        court("ac-3", "c"),
        court("ac-4", "d", name="Tavara's High Court"),
    )
    assert groups(*courts) == {
        frozenset({"ac-1", "ac-4"}),
        frozenset({"ac-2"}),
        frozenset({"ac-3"}),
    }
