import resolve_builders as build

from onrecord.model.correction import Operation
from onrecord.resolve.matching import FactIndex, follow


def reject(**fields):
    return build.correction("cx-1", Operation.REJECT, **fields)


def match(*facts, redirects=None, **fields):
    return FactIndex(facts, redirects or {}).match(reject(**fields))


SAID = build.statement("st-1", "a", "he broke no law", start=40)


def test_a_chain_of_redirects_is_followed_and_a_circle_ends():
    assert follow("a", {"a": "b", "b": "c"}) == "c"
    assert follow("a", {"a": "b", "b": "a"}) in {"a", "b"}


def test_by_id():
    assert match(SAID, target="st-1") == {"st-1"}


def test_by_redirect():
    assert match(SAID, redirects={"st-0": "st-1"}, target="st-0") == {"st-1"}


def test_by_exact_words_nearest_to_the_old_place():
    twin = build.statement("st-2", "a", "he broke no law", start=400)
    place = build.anchor("a", "he broke no law", 390)
    found = match(SAID, twin, target="st-0", fact_type="statement", anchors=(place,))
    assert found == {"st-2"}


def test_by_overlap_where_the_words_changed():
    place = build.anchor("a", "Mr Halvik, he broke no law, he said", 35)
    found = match(SAID, target="st-0", anchors=(place,))
    assert found == {"st-1"}


def test_another_type_article_or_place_is_no_match():
    place = build.anchor("a", "he broke no law", 40)
    assert not match(SAID, target="ev-0", anchors=(place,))
    assert not match(
        SAID, target="st-0", anchors=(build.anchor("b", "he broke no law"),)
    )
    assert not match(SAID, target="st-0", anchors=(build.anchor("a", "he", 400),))


def test_members_found_by_id_leave_the_anchors_of_the_others():
    other = build.statement("st-9", "b", "she broke no law", start=7)
    found = match(
        SAID,
        other,
        target="st-0",
        members=("st-1", "st-0"),
        anchors=(
            build.anchor("a", "he broke no law", 40),
            build.anchor("b", "she broke no law", 7),
        ),
    )
    assert found == {"st-1", "st-9"}


def test_a_report_correction_holds_for_its_target_alone():
    other = build.statement("st-2", "b", "he broke no law")
    found = match(SAID, other, target="st-1", members=("st-1", "st-2"), report=True)
    assert found == {"st-1"}
