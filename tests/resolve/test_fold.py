import resolve_builders as build

from onrecord.model.fact import Factuality, Level
from onrecord.resolve import fold
from onrecord.resolve.known import describe_known


def test_a_case_fact_takes_the_smallest_id_and_the_evidence_of_all():
    known = describe_known(
        [build.article("a", "2031-03-02"), build.article("b", "2031-03-01")]
    )
    reports = [
        build.custody("cu-2", "b", voice="st-1", known_from="2031-03-01"),
        build.custody("cu-1", "a", confidence=0.8, corrected=("cx-1",)),
    ]
    made = fold.as_case(reports, known, place="Velm")
    assert (made.id, made.level, made.place) == ("cu-1", Level.CASE, "Velm")
    assert made.members == ("cu-2", "cu-1")
    assert [one.article for one in made.evidence] == ["a", "b"]
    assert (made.voice, made.known_from) == ("narrator", "2031-03-01")
    assert (made.sources, made.confidence, made.corrected) == (2, 0.8, ("cx-1",))


def test_the_same_words_are_evidence_once():
    one, other = build.custody("cu-1", "a"), build.custody("cu-2", "a")
    assert len(fold.unite_evidence([one, other])) == 1


def test_copies_count_as_one_source():
    known = describe_known(
        [build.article(name, text="one story told to all") for name in "abc"]
    )
    facts = [build.custody(f"cu-{name}", name) for name in "abc"]
    assert fold.count_sources(facts, known) == 1


def test_most_said_is_the_first_of_two_said_as_often():
    assert fold.most_said(["b", "a", None, "a", "b"]) == "b"
    assert fold.most_said([None]) is None


def test_a_list_comes_with_the_words_for_it():
    reports = [
        build.custody("cu-1", "a", holder_text=("they",)),
        build.custody("cu-2", "b", holder=("ac-1",), holder_text=("police",)),
    ]
    assert fold.most_said_list(reports, "holder") == (("ac-1",), ("police",))
    assert fold.most_said_list(reports[:1], "holder") == ((), ("they",))


def test_the_day_that_fits_most_reports_wins_then_the_most_precise():
    assert fold.agree_day(["2031-03", "2031-03-05", None]) == ("2031-03-05", ())
    assert fold.agree_day(["2031-03-05", "2031-03-06", "2031-03-06"]) == (
        "2031-03-06",
        ("2031-03-05",),
    )
    assert fold.agree_day([None]) == (None, ())


def test_what_is_not_asserted_does_not_speak_for_what_is():
    known = describe_known([build.article("a")])
    planned = build.custody("cu-1", "a", factuality=Factuality.PLANNED)
    made = fold.as_case([planned, build.custody("cu-2", "a")], known)
    assert made.factuality is Factuality.ASSERTED


def test_reading_order_is_article_then_place_then_id():
    known = describe_known(
        [build.article("b", "2031-03-01"), build.article("a", "2031-03-02")]
    )
    facts = [
        build.custody("cu-1", "a"),
        build.custody("cu-2", "b", start=9),
        build.custody("cu-3", "b", start=2),
    ]
    ordered = sorted(facts, key=lambda one: fold.reading_key(one, known))
    assert [one.id for one in ordered] == ["cu-3", "cu-2", "cu-1"]


def test_a_view_lists_what_was_known_first_first():
    facts = [
        build.custody("cu-1", "a"),
        build.custody("cu-2", "a", known_from="2031-03-02"),
        build.custody("cu-3", "a", known_from="2031-03-01"),
    ]
    assert [one.id for one in fold.sort_case(facts)] == ["cu-3", "cu-2", "cu-1"]


def test_groups_keep_the_order_in_which_facts_come():
    facts = [build.custody(f"cu-{n}", "a", k) for n, k in enumerate(("b", "a", "b"))]
    groups = fold.group_by(facts, lambda one: one.kind)
    assert [len(group) for group in groups.values()] == [2, 1]
    assert list(groups) == ["b", "a"]
