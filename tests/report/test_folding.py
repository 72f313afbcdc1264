import report_builders as build

from onrecord.model.event import Event
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.view import CaseView
from onrecord.report.entries import told_entries
from onrecord.report.folding import agreed_day, fold_day, gather_happenings
from onrecord.report.lines import RowKind


def gather(*events: Event) -> list[list[str]]:
    return [[event.id for event in group] for group in gather_happenings(events)]


def fold(**facts: object) -> list[list[str]]:
    view: CaseView = build.view(**facts)
    pieces = (
        *told_entries(view, set(RowKind)),
        *view.statements,
        *gather_happenings(view.events),
    )
    return [[entry.id() for entry in group] for group in fold_day(pieces)]


def test_reports_of_one_happening_come_together_over_days() -> None:
    first = build.event(happening="ev-1")
    second = build.event("ev-2", happening="ev-1", when="2031-03-09")
    assert gather(first, build.event("ev-3"), second) == [["ev-1", "ev-2"], ["ev-3"]]


def test_a_plan_does_not_fold_into_the_deed() -> None:
    done = build.event(happening="ev-1")
    planned = build.event("ev-2", happening="ev-1", factuality=Factuality.PLANNED)
    assert gather(done, planned) == [["ev-1"], ["ev-2"]]


def test_an_event_folds_into_the_statement_with_its_cue() -> None:
    said = build.statement(cue_spans=(Span(7, 15),), said_on=None)
    event = build.event(trigger_spans=(Span(7, 15),))
    assert fold(statements=(said,), events=(event,)) == [["st-1", "ev-1"]]


def test_an_event_folds_into_custody_told_by_the_same_clause() -> None:
    clause = (build.words("police seized Maren"),)
    spell, event = build.custody(evidence=clause), build.event(evidence=clause)
    assert fold(custody=(spell,), events=(event,)) == [["cu-1", "ev-1"]]


def test_the_same_clause_on_another_day_is_another_thing() -> None:
    clause = (build.words("police seized Maren"),)
    spell = build.custody(evidence=clause, from_="2031-03-09")
    assert len(fold(custody=(spell,), events=(build.event(evidence=clause),))) == 2


def test_a_speakers_same_words_of_one_day_fold() -> None:
    again = build.statement("st-2", "we act on evidence.")
    other = build.statement("st-3", speaker=build.POLICE)
    found = fold(statements=(build.statement(), again, other))
    assert found == [["st-1", "st-2"], ["st-3"]]


def test_words_of_nobody_known_do_not_fold() -> None:
    unknown = [build.statement(f"st-{n}", speaker=None) for n in range(2)]
    assert len(fold(statements=tuple(unknown))) == 2


def test_the_day_of_a_group_is_the_finest_that_fits_most() -> None:
    days = ["2031-03-06", "2031-03", "2031-03-04", "2031-03-04", None]
    assert agreed_day(days) == "2031-03-04"
    assert agreed_day(["2031-03", "2031-03-04"]) == "2031-03-04"
    assert agreed_day(["soon", "2031-03-04"]) == "2031-03-04"
    assert agreed_day([None]) is None


def test_events_without_evidence_stand_alone() -> None:
    assert len(fold(events=(build.event(evidence=()), build.event("ev-2")))) == 2
