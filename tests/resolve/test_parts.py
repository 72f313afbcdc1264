import resolve_builders as build

from onrecord.model.actor import ActorKind
from onrecord.model.correction import CorrectionState, Operation
from onrecord.resolve.parts import part_id

PEOPLE = [
    build.actor(f"ac-{n}{source}", source, name)
    for source in "ab"
    for n, name in enumerate(("Noor Fask", "Bram Ostrey"))
]
GROUPS = [
    build.actor(
        f"ac-9{source}",
        source,
        "two Tavarans",
        kind=ActorKind.GROUP,
        size=2,
        group_members=(f"ac-0{source}", f"ac-1{source}"),
    )
    for source in "ab"
]
OF_BOTH = build.custody("cu-0", "b", person="ac-9b", place="Orvenia")
OF_FASK = build.custody("cu-5", "a", person="ac-0a", from_="2031-01-10")
FACTS = (*PEOPLE, *GROUPS, OF_BOTH, OF_FASK)
FASK, OSTREY = part_id("cu-0", "ac-0b"), part_id("cu-0", "ac-1b")


def spells(*facts, **options):
    made = build.view(*(facts or FACTS), **options)
    return {one.person: one for one in made.custody}, made


def test_a_report_about_a_group_is_told_for_each_member():
    found, made = spells()
    assert set(found) == {"ac-0a", "ac-1a"}
    assert set(found["ac-0a"].members) == {"cu-5", FASK}
    assert found["ac-1a"].members == (OSTREY,)
    assert (found["ac-0a"].place, found["ac-0a"].from_) == ("Orvenia", "2031-01-10")
    assert {one.article for one in found["ac-0a"].evidence} == {"a", "b"}
    assert made.leads_to["cu-0"] == found["ac-0a"].id
    assert {"cu-0", FASK, OSTREY} <= {one.id for one in made.read_facts}


def test_words_for_the_person_are_its_own_where_there_are_any():
    group = build.custody("cu-0", "b", person="ac-9b", person_text="two Tavarans")
    own = build.custody("cu-5", "a", person="ac-0a", person_text="Noor Fask")
    found, _ = spells(*PEOPLE, *GROUPS, group, own)
    assert found["ac-0a"].person_text == "Noor Fask"
    assert found["ac-1a"].person_text == "two Tavarans"


def test_a_group_whose_members_are_not_known_keeps_its_own_record():
    group = build.actor("ac-9b", "b", "two gunmen", kind=ActorKind.GROUP, size=2)
    found, _ = spells(*PEOPLE, group, OF_BOTH)
    assert set(found) == {"ac-9b"}


def test_members_known_from_another_article_count_where_both_are_named():
    bare = build.actor("ac-9b", "b", "two Tavarans", kind=ActorKind.GROUP, size=2)
    found, _ = spells(*PEOPLE, GROUPS[0], bare, OF_BOTH)
    assert set(found) == {"ac-0a", "ac-1a"}


def reject(one, **fields):
    return build.correction("cx-1", Operation.REJECT, target=one, **fields)


def test_rejecting_one_members_spell_leaves_the_other():
    found, _ = spells()
    for one, other in (("ac-0a", "ac-1a"), ("ac-1a", "ac-0a")):
        spell = found[one]
        given = [reject(spell.id, members=spell.members)]
        left, made = spells(corrections=given)
        assert set(left) == {other}
        assert [o.id for o in made.rejected] == [spell.id]
        assert made.corrections_state == {"cx-1": CorrectionState.APPLIED}


def test_a_rejection_of_a_member_holds_before_its_own_report_is_known():
    days = {"b": "2031-01-12", "a": "2031-02-01"}
    given = [reject("cu-5", members=("cu-5",))]
    left, _ = spells(corrections=given, days=days, as_of="2031-01-15")
    assert set(left) == {"ac-1b"}


def test_rejecting_the_one_report_takes_it_from_every_member():
    given = [reject("cu-0", members=("cu-0",), report=True)]
    left, made = spells(corrections=given)
    assert set(left) == {"ac-0a"}
    assert left["ac-0a"].members == ("cu-5",)
    assert [one.id for one in made.rejected] == ["cu-0"]


def test_rejecting_what_it_says_of_one_member_leaves_the_rest():
    given = [reject(OSTREY, members=(OSTREY,), report=True)]
    left, _ = spells(corrections=given)
    assert set(left) == {"ac-0a"}
    assert FASK in left["ac-0a"].members


def test_a_correction_given_for_the_whole_report_holds_for_each_member():
    given = [reject("cu-0", members=("cu-0",))]
    left, _ = spells(*PEOPLE, *GROUPS, OF_BOTH, corrections=given)
    assert left == {}


def test_a_correction_that_finds_its_own_reports_leaves_a_moved_groups_others():
    place = build.anchor("b", "words")
    own = build.anchor("a", "words")
    gone = part_id("cu-moved", "ac-0b")
    given = [reject("cu-5", members=("cu-5", gone), anchors=(own, place))]
    left, _ = spells(corrections=given)
    assert set(left) == {"ac-1a"}
