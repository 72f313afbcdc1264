import msgspec
import report_builders as build

from onrecord.model.view import CaseView
from onrecord.report.changes import TYPES, compare_views, say_fact
from onrecord.report.lines import ChangeLine, Changes, ReasonKind
from onrecord.report.lookup import make_lookup

B = build.article("b", "2031-03-12")
BEFORE = build.view(as_of="2031-03-10", custody=(build.custody(),))


def after(**fields: object) -> CaseView:
    return build.view(**{"articles": (build.article("a"), B)} | fields)


def only(changes: Changes, sort: str) -> ChangeLine:
    (group,) = changes.types
    (line,) = getattr(group, sort)
    assert isinstance(line, ChangeLine)
    return line


def test_equal_views_have_no_changes() -> None:
    assert compare_views(BEFORE, BEFORE).types == ()


def test_an_added_fact_names_the_article_that_brought_it() -> None:
    new = build.decision(evidence=(build.words("x", "b"),))
    changes = compare_views(BEFORE, after(custody=BEFORE.custody, decisions=(new,)))
    assert changes.articles_added == ("b",)
    line = only(changes, "added")
    assert line.words.startswith("Pending: “whether to surrender her”")
    assert [(r.kind, r.id, r.words) for r in line.reasons] == [
        (ReasonKind.ARTICLE, "b", "Outlet b, 12 March 2031")
    ]


def test_a_changed_fact_tells_old_and_new_and_why() -> None:
    evidence = (build.words("x"), build.words("freed", "b"))
    changes = compare_views(BEFORE, after(custody=(build.released(evidence=evidence),)))
    line = only(changes, "changed")
    assert [(f.field, f.old, f.new) for f in line.fields] == [
        ("to", None, "14 March 2031"),
        ("end", None, "released"),
        ("status", "held", "past"),
    ]
    assert [r.id for r in line.reasons] == ["b"]


def test_a_correction_is_the_reason_where_one_was_given() -> None:
    put_right = build.custody(place="Marn", corrected=("cx-1",))
    line = only(compare_views(BEFORE, build.view(custody=(put_right,))), "changed")
    assert [(f.old, f.new) for f in line.fields] == [("Port Sel", "Marn")]
    assert [(r.kind, r.id) for r in line.reasons] == [(ReasonKind.CORRECTION, "cx-1")]


def test_a_rejected_fact_is_gone_by_its_correction() -> None:
    rejected = build.custody(corrected=("cx-2",))
    line = only(compare_views(BEFORE, build.view(rejected=(rejected,))), "gone")
    assert [(r.kind, r.id) for r in line.reasons] == [(ReasonKind.CORRECTION, "cx-2")]


def test_a_fact_of_an_article_not_known_is_left_out() -> None:
    line = only(compare_views(BEFORE, build.view(articles=())), "gone")
    assert line.reasons[0].kind is ReasonKind.LEFT_OUT
    assert line.sources == (1,)


def test_facts_that_became_one_say_so_on_both() -> None:
    before = build.view(events=(build.event(), build.event("ev-2")))
    joined = build.event(when="2031-03-05", members=("ev-1", "ev-2"))
    changes = compare_views(
        before, build.view(events=(joined,), leads_to={"ev-2": "ev-1"})
    )
    (group,) = changes.types
    assert [r.kind for r in group.gone[0].reasons] == [ReasonKind.JOINED]
    assert [r.kind for r in group.changed[0].reasons] == [ReasonKind.JOINED]


def test_a_fact_that_came_out_of_another_says_so() -> None:
    before = build.view(events=(build.event(),), leads_to={"ev-2": "ev-1"})
    line = only(
        compare_views(before, build.view(events=(build.event(), build.event("ev-2")))),
        "added",
    )
    assert [(r.kind, r.id) for r in line.reasons] == [(ReasonKind.PARTED, "ev-1")]


def test_without_any_other_reason_it_is_the_reading() -> None:
    line = only(compare_views(BEFORE, build.view()), "gone")
    assert [r.kind for r in line.reasons] == [ReasonKind.READING]


def test_a_fact_that_is_only_told_again_is_counted() -> None:
    again = build.custody(sources=2, evidence=(build.words("x"), build.words("y", "b")))
    (group,) = compare_views(BEFORE, after(custody=(again,))).types
    assert (group.changed, group.more_sources) == ((), 1)


def test_a_new_id_of_the_same_fact_is_told() -> None:
    new = build.custody("cu-0", place="Marn")
    changes = compare_views(
        BEFORE, build.view(custody=(new,), leads_to={"cu-1": "cu-0"})
    )
    assert only(changes, "changed").was == "cu-1"


def test_every_type_can_be_told() -> None:
    look = make_lookup(build.view())
    facts = [
        build.statement(),
        build.event(),
        build.custody(),
        build.proceeding(),
        build.linkage(),
        build.claim(),
        build.decision(),
        build.relation(),
        build.ACTORS[0],
    ]
    assert len(facts) == len(TYPES)
    assert all(say_fact(fact, look) != fact.id for fact in facts)


def test_the_changes_are_json_and_back() -> None:
    changes = compare_views(BEFORE, after(custody=(build.released(),)))
    assert msgspec.json.decode(msgspec.json.encode(changes), type=Changes) == changes
