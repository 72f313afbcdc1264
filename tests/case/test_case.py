import dataclasses
from pathlib import Path

import pytest

import onrecord
from fakes import INPUTS, Ticking, make_moved_reader, make_reader, received
from onrecord.case import Case, open_case
from onrecord.config import Config
from onrecord.errors import (
    CorrectionError,
    InputError,
    NotACaseError,
    ReadOnlyCaseError,
    StoreError,
    UnknownFactError,
)
from onrecord.model.correction import CorrectionState


def contents(case: Case) -> set[str]:
    return {one.content for one in case.statements()}


def everything(case: Case) -> tuple[object, ...]:
    view = case.view()
    return (view.actors, view.statements, view.events, view.articles, view.rejected)


def test_golden_thread(path: Path, clock: Ticking) -> None:
    """One article, one statement, why, reject, reread with moved spans, undo."""
    article = received('Verrin said "We will wait for the court".')
    config = Config(who="Ada")
    with open_case(path, config=config, make_reader=make_reader, clock=clock) as case:
        case.read_received([article])
        (statement,) = case.statements(speaker="verrin")
        why = case.why(statement.id)
        assert why.reports[0].passages[0].plain() == article.article.text
        marked = [p.text for p in why.reports[0].passages[0].pieces if p.marked]
        assert marked == ['Verrin said "We will wait for the court"']
        rejection = case.reject(statement.id, why="misheard")
        assert case.statements() == []

    with open_case(
        path, config=config, make_reader=make_moved_reader, clock=clock
    ) as case:
        result = case.reread()
        assert result.articles == 1
        assert result.orphaned == ()
        assert case.statements() == []
        (logged,) = case.log()
        assert (logged.correction, logged.state) == (
            rejection,
            CorrectionState.APPLIED,
        )
        again = case.why(statement.id)
        assert again.rejected
        assert {report.method for report in again.reports} >= {"fake.moved"}
        assert [one.correction for one in again.corrections] == [rejection]

        case.undo(rejection.id)
        (restored,) = case.statements()
        assert restored.content == "We will wait for the court"
        assert restored.method == "fake.moved"
        assert case.verify() == []


def test_undo_restores_what_was_shown(case: Case) -> None:
    before = everything(case)
    statement = case.statements(act="deny")[0]
    given = [
        case.reject(statement.id),
        case.edit(case.statements(speaker="Verrin")[0].id, "act", "warn"),
        case.merge("Lanz", "Halvik", why="the same man"),
    ]
    assert everything(case) != before
    for correction in reversed(given):
        case.undo(correction.id)
    assert everything(case) == before


def test_reading_twice_equals_reading_once(case: Case) -> None:
    before = everything(case)
    result = case.read_received(reversed(INPUTS))
    assert (result.read, result.known) == (0, 2)
    assert everything(case) == before


def test_as_of_shows_only_what_had_been_published(case: Case) -> None:
    assert len(case.statements(as_of="2031-03-20")) == 2
    assert len(case.statements(as_of="2031-03-21")) == 3
    assert case.events(as_of="2031-03-20") == []


def test_recorded_as_of_shows_only_what_had_been_recorded(case: Case) -> None:
    case.read_received([received('Renn said "Adjourned".', published="2031-04-01")])
    assert "Adjourned" in contents(case)
    recorded = [one.recorded_at for one in case.statements()]
    before = sorted(moment for moment in recorded if moment)[0]
    old = case.statements(recorded_as_of=before)
    assert "Adjourned" not in {one.content for one in old}


def test_statements_are_chosen_by_every_filter(case: Case) -> None:
    assert len(case.statements(speaker="VERRIN")) == 2
    assert len(case.statements(act="deny")) == 1
    assert len(case.statements(since="2031-03-10")) == 1
    assert len(case.statements(until="2031-03-10")) == 2
    assert [s.content for s in case.statements(text="matter of law")] == [
        "It is a matter of law"
    ]


def test_an_actor_page_holds_what_was_said_done_and_suffered(case: Case) -> None:
    page = case.actor("halvik")
    assert page.actor.name == "Halvik"
    assert [event.trigger for event in page.suffered] == ["arrested"]
    assert page.said == []
    assert len(case.actor("Police").did) == 1


def test_ids_may_be_given_by_their_beginning(case: Case) -> None:
    statement = case.statements()[0]
    assert case.why(statement.id[:9]).id == statement.id


def test_unknown_ids_names_and_days_say_what_to_do(case: Case) -> None:
    with pytest.raises(UnknownFactError, match="not an id"):
        case.why("nonsense")
    with pytest.raises(UnknownFactError, match="knows no statement"):
        case.why("st-fffffffffffffff")
    with pytest.raises(UnknownFactError, match="onrecord actors"):
        case.actor("Nobody")
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        case.statements(as_of="last week")


def test_confirming_an_edited_fact_is_logged_in_order(case: Case) -> None:
    statement = case.statements(act="deny")[0]
    case.edit(statement.id, "speaker", "Halvik", why="wrong man")
    case.confirm(statement.id)
    assert [s.id for s in case.statements(speaker="Halvik")] == [statement.id]
    log = case.log()
    assert [str(one.correction.operation) for one in log] == ["edit", "confirm"]
    assert {one.correction.who for one in log} == {"Ada"}
    assert {one.state for one in log} == {CorrectionState.APPLIED}


def test_an_edit_must_fit_its_field(case: Case) -> None:
    statement = case.statements()[0]
    with pytest.raises(CorrectionError, match="no value for 'act'"):
        case.edit(statement.id, "act", "mumble")
    with pytest.raises(CorrectionError, match="cannot be edited"):
        case.edit(statement.id, "evidence", "[]")


def test_a_missing_statement_is_added_with_its_words(case: Case) -> None:
    article = case.articles()[0]
    correction = case.add(
        "statement", article=article.id, words="wait for the court", speaker="Lanz"
    )
    (added,) = case.statements(text="wait for the court", speaker="Lanz")
    assert added.id == correction.target
    assert added.evidence[0].exact == "wait for the court"
    assert case.why(added.id).reports[0].method == "person"
    case.undo(correction.id)
    assert case.statements(speaker="Lanz", text="wait for the court") == []


def test_added_words_must_stand_in_the_article(case: Case) -> None:
    article = case.articles()[0]
    with pytest.raises(CorrectionError, match="do not stand in"):
        case.add("statement", article=article.id, words="never said")


def test_merged_actors_are_one_and_split_apart_again(case: Case) -> None:
    case.merge("Lanz", "Halvik")
    page = case.actor("Lanz")
    assert len(page.said) == 1
    assert len(page.suffered) == 1
    apart = [m for m in page.actor.members if m != page.actor.id]
    case.split(page.actor.id, *apart)
    assert len(case.actors(text="Lanz")) == 1
    assert len(case.actors()) == 4


def test_undoing_twice_is_an_error(case: Case) -> None:
    correction = case.reject(case.statements()[0].id)
    case.undo(correction.id)
    with pytest.raises(CorrectionError, match="undone already"):
        case.undo(correction.id)


def test_report_limits_a_correction_to_one_read_fact(case: Case) -> None:
    statement = case.statements()[0]
    correction = case.reject(statement.members[0], report=True)
    assert correction.report
    assert correction.members == (statement.members[0],)
    assert statement.content not in contents(case)


def test_why_shows_sources_runs_and_versions(case: Case) -> None:
    why = case.why(case.events()[0].id)
    (report,) = why.reports
    assert report.publisher == "The Ledger"
    assert report.version == onrecord.__version__
    assert report.run == case.store.runs()[0].id
    assert why.sources == 1


def test_reports_can_be_made_of_any_day(case: Case) -> None:
    assert case.brief(as_of="2031-03-10").articles == 1
    assert case.timeline().rows
    assert case.changes("2031-03-10", "2031-03-21").articles_added


def test_listings_show_themselves_in_notebooks_escaped(case: Case) -> None:
    case.read_received([received('Renn said "<b>bold</b>\x1b[31m".')])
    html = case.statements(speaker="Renn")._repr_html_()
    assert "&lt;b&gt;bold" in html
    assert "\x1b" not in html
    assert "<td>Renn</td>" in html


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(NotACaseError, match="folder"):
        onrecord.open(tmp_path)


def test_a_missing_case_is_not_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no case at"):
        onrecord.open(tmp_path / "none.db", create=False)


def test_a_read_only_case_shows_and_refuses_corrections(case: Case, path: Path) -> None:
    case.close()
    with open_case(path, read_only=True, make_reader=make_reader) as shown:
        statement = shown.statements()[0]
        with pytest.raises(ReadOnlyCaseError):
            shown.reject(statement.id)


def test_config_of_the_case_signs_corrections(case: Case) -> None:
    assert dataclasses.asdict(case.config)["who"] == "Ada"
    assert case.confirm(case.statements()[0].id).who == "Ada"
