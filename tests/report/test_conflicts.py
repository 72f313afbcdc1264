import report_builders as build

from onrecord.model.records import AnyFact
from onrecord.model.view import CaseView
from onrecord.report.conflicts import find_conflict, may_conflict, members_of
from onrecord.report.entries import told_entries
from onrecord.report.folding import Group, fold_day, gather_happenings
from onrecord.report.lines import RowKind, Variant
from onrecord.report.sources import SourceBook

ARTICLES = (build.article("a"), build.article("b"))


def read(key: str, article: str, **fields: object) -> AnyFact:
    return build.custody(
        key, evidence=(build.words(f"told by {article}", article),), **fields
    )


def groups(view: CaseView) -> list[Group]:
    told = told_entries(view, set(RowKind))
    return fold_day([*told, *gather_happenings(view.events)])


def conflict(view: CaseView, *reads: AnyFact) -> tuple[Variant, ...]:
    group = groups(view)[0]
    by_id = {fact.id: fact for fact in reads}
    return find_conflict(group, by_id, SourceBook(ARTICLES))


def custody_view(**fields: object) -> CaseView:
    return build.view(custody=(build.custody(members=("cu-1", "cu-2"), **fields),))


def test_two_days_for_one_start_stand_side_by_side() -> None:
    found = conflict(
        custody_view(),
        read("cu-1", "a", from_="2031-03-04"),
        read("cu-2", "b", from_="2031-03-03"),
    )
    assert [(v.when, v.sources, v.quote, v.facts) for v in found] == [
        ("2031-03-03", (1,), "told by b", ("cu-2",)),
        ("2031-03-04", (2,), "told by a", ("cu-1",)),
    ]


def test_a_rougher_day_is_no_conflict() -> None:
    rough = read("cu-2", "b", from_="2031-03")
    assert conflict(custody_view(), read("cu-1", "a"), rough) == ()


def test_conflicts_the_case_fact_holds_are_kept_without_reports() -> None:
    found = conflict(custody_view(conflicts={"from": ("2031-03-06",)}))
    assert [v.when for v in found] == ["2031-03-04", "2031-03-06"]


def test_events_of_one_happening_on_two_days_conflict() -> None:
    events = (
        build.event(happening="ev-1"),
        build.event("ev-2", happening="ev-1", when="2031-03-05"),
    )
    found = conflict(build.view(events=events))
    assert [v.facts for v in found] == [("ev-1",), ("ev-2",)]


def test_a_stage_that_happens_again_is_no_conflict() -> None:
    stages = (build.stage("hearing"), build.stage("hearing", "2031-03-09"))
    matter = build.proceeding("pr-1", *stages, members=("pr-1", "pr-2"))
    reads = (build.proceeding("pr-1", stages[0]), build.proceeding("pr-2", stages[1]))
    assert conflict(build.view(proceedings=(matter,)), *reads) == ()


def test_a_stage_with_days_in_conflict_names_who_tells_them() -> None:
    stage = build.stage(conflicts=("2031-03-05",))
    matter = build.proceeding("pr-1", stage, members=("pr-1", "pr-2"))
    reads = (
        build.proceeding("pr-1", build.stage()),
        build.proceeding("pr-2", build.stage(when="2031-03-05")),
    )
    found = conflict(build.view(proceedings=(matter,)), *reads)
    assert [v.facts for v in found] == [("pr-1",), ("pr-2",)]


def test_only_groups_of_several_reports_need_their_members() -> None:
    one = groups(build.view(events=(build.event(),)))
    assert not may_conflict(one[0])
    assert members_of(one) == set()
    assert members_of(groups(custody_view())) == {"cu-1", "cu-2"}
