import report_builders as build

from onrecord.model.decision import DecisionStatus
from onrecord.model.view import CaseView
from onrecord.report.entries import (
    Entry,
    actors_of,
    event_entry,
    said_entry,
    told_entries,
)
from onrecord.report.lines import RowKind


def entries(view: CaseView) -> list[tuple[str, str, str | None]]:
    found = told_entries(view, set(RowKind))
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


def test_only_the_kinds_asked_for_are_told() -> None:
    view = build.view(
        custody=(build.custody(),),
        proceedings=(build.proceeding("pr-1", build.stage()),),
    )
    found = told_entries(view, {RowKind.STAGE})
    assert [entry.kind for entry in found] == [RowKind.STAGE]


def test_statements_and_events_stand_at_their_own_day() -> None:
    said, event = said_entry(build.statement()), event_entry(build.event())
    assert (said.kind, said.part, said.when) == ("statement", "said_on", "2031-03-05")
    assert (event.kind, event.part, event.when) == ("event", "when", "2031-03-04")


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
        assert actors_of(fact) == expected
    assert set(actors_of(matter, stage)) == {build.MAREN, "ac-judge", build.VESSIA}
