import report_builders as build

from onrecord.model.decision import DecisionStatus
from onrecord.model.view import CaseView
from onrecord.report.entries import (
    Entry,
    actors_of,
    keep_actors,
    keep_articles,
    list_entries,
)
from onrecord.report.lines import RowKind
from onrecord.report.lookup import make_lookup


def entries(view: CaseView) -> list[tuple[str, str, str | None]]:
    found = list_entries(view, set(RowKind))
    return [(entry.kind.value, entry.part, entry.when) for entry in found]


def test_custody_gives_its_start_and_its_end() -> None:
    assert entries(build.view(custody=(build.released(),))) == [
        ("custody", "from", "2031-03-04"),
        ("custody", "to", "2031-03-14"),
    ]


def test_a_spell_that_goes_on_without_a_start_has_no_day() -> None:
    assert entries(build.view(custody=(build.custody(from_=None),))) == [
        ("custody", "from", None)
    ]


def test_an_undecided_matter_stands_at_its_due_day() -> None:
    due = build.decision(due="2031-06-30", status=DecisionStatus.POSTPONED)
    taken = build.decision(
        when="2031-03-09", due="2031-03-09", status=DecisionStatus.TAKEN
    )
    assert entries(build.view(decisions=(due, taken))) == [
        ("decision", "due", "2031-06-30"),
        ("decision", "when", "2031-03-09"),
    ]


def test_events_come_last() -> None:
    view = build.view(
        events=(build.event(),),
        statements=(build.statement(),),
        proceedings=(build.proceeding("pr-1", build.stage()),),
    )
    assert [kind for kind, _, _ in entries(view)] == ["stage", "statement", "event"]


def test_a_stage_speaks_for_itself() -> None:
    stage = build.stage(voice="st-1")
    entry = Entry(RowKind.STAGE, None, build.proceeding("pr-1", stage), "when", stage)
    assert entry.id() == stage.id
    assert entry.evidence() == stage.evidence
    assert entry.voice() == "st-1"
    assert entry.factuality() == "asserted"


def test_actors_of_each_kind() -> None:
    stage = build.stage(by=("ac-judge",))
    matter = build.proceeding("pr-1", stage)
    cases = [
        (build.event(on_behalf_of=("ac-x",)), (build.POLICE, build.MAREN, "ac-x")),
        (build.statement(addressee=(build.POLICE,)), (build.VESSIA, build.POLICE)),
        (build.custody(), (build.MAREN, build.POLICE)),
        (build.decision(), (build.VESSIA,)),
    ]
    for fact, expected in cases:
        assert actors_of(Entry(RowKind.EVENT, None, fact, "when")) == expected
    of_stage = actors_of(Entry(RowKind.STAGE, None, matter, "when", stage))
    assert set(of_stage) == {build.MAREN, "ac-judge", build.VESSIA}


def test_filters_by_actor_and_article() -> None:
    view = build.view(
        events=(build.event(), build.event("ev-2", evidence=(build.words("x", "b"),))),
        statements=(build.statement(),),
        leads_to={"ac-old": build.MAREN},
    )
    everything = list(list_entries(view, set(RowKind)))
    mine = keep_actors(everything, ["ac-old"], make_lookup(view))
    assert [entry.id() for entry in mine] == ["ev-1", "ev-2"]
    told = keep_articles(everything, {"b"})
    assert [entry.id() for entry in told] == ["ev-2"]
