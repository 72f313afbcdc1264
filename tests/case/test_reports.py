import gc
import weakref
from pathlib import Path

import pytest

from fakes import Ticking, make_reader, received
from onrecord.case import Case, open_case
from onrecord.case import views as views_module
from onrecord.case.reports import KEPT, Reports, first_rows, recent_brief
from onrecord.case.views import Views
from onrecord.config import Config
from onrecord.report.lines import Brief
from onrecord.report.timeline import make_timeline


def test_a_report_is_made_once_until_something_changes(case: Case) -> None:
    first = case.brief()
    assert case.brief() is first
    assert case.brief(as_of="2031-03-10") is not first
    assert case.brief() is first
    case.reject(case.statements()[0].id)
    assert case.brief() is not first


def test_the_longest_unused_report_goes_first(case: Case) -> None:
    reports = Reports(Views(case.store, copy_similarity=0.35))
    made: list[int] = []

    def ask(number: int) -> None:
        def make() -> Brief:
            made.append(number)
            return Brief()

        reports.get((str(number), None, None), Brief, make)

    for number in (*range(KEPT), 0, KEPT, 0, 1):
        ask(number)
    assert made == [*range(KEPT + 1), 1]


def test_brief_and_timeline_of_a_large_case_come_from_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views_module, "KEPT_FROM_ARTICLES", 1)
    with open_case(path, make_reader=make_reader, clock=Ticking()) as case:
        case.read_received([received('Verrin said "No".')])
        brief, timeline = case.brief(), case.timeline()
    with open_case(path, make_reader=make_reader) as case:
        monkeypatch.setattr(Views, "get", None)
        assert case.brief() == brief
        assert case.timeline() == timeline
        assert case.timeline(limit=1).rows == timeline.rows[:1]


def test_a_brief_of_other_settings_is_not_the_one_in_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views_module, "KEPT_FROM_ARTICLES", 1)
    with open_case(path, make_reader=make_reader, clock=Ticking()) as case:
        case.read_received([received('Verrin said "No".')])
        before = case.brief()
    config = Config(changed_within_days=3)
    with open_case(path, make_reader=make_reader, config=config) as case:
        assert case.brief().since != before.since


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 99, None])
def test_a_cut_timeline_is_the_one_that_would_have_been_made(
    case: Case, limit: int | None
) -> None:
    view = case.view()
    assert first_rows(make_timeline(view), limit) == make_timeline(view, limit=limit)


def test_what_is_recent_hangs_on_the_setting_and_on_since(case: Case) -> None:
    view = case.view()
    day = recent_brief(view, within_days=7).day
    assert day is not None
    assert recent_brief(view, within_days=0).since == day
    assert recent_brief(view, since="2031-01-01", within_days=7).since == "2031-01-01"


def test_a_case_that_nobody_holds_is_freed_at_once(path: Path) -> None:
    with open_case(path, make_reader=make_reader, clock=Ticking()) as case:
        case.read_received([received('Verrin said "No".')])
        case.brief()
        case.statements(act="assert")
        views = weakref.ref(case._views)
    gc.disable()
    try:
        del case
        assert views() is None
    finally:
        gc.enable()
