from pathlib import Path

import pytest

from fakes import Ticking, make_reader, received
from onrecord.case import Case, open_case
from onrecord.case import views as module
from onrecord.case.views import pack_view, unpack_view


def test_a_view_is_derived_once_until_something_changes(case: Case) -> None:
    first = case.view()
    assert case.view() is first
    case.reject(case.statements()[0].id)
    assert case.view() is not first


def test_a_packed_view_comes_back_whole(case: Case) -> None:
    view = case.view()
    assert unpack_view(pack_view(view), case.store.articles()) == view


def test_a_large_case_keeps_its_view_in_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_FROM_ARTICLES", 1)
    with open_case(path, make_reader=make_reader, clock=Ticking()) as case:
        case.read_received([received('Verrin said "No".')])
        derived = case.view()
    with open_case(path, make_reader=make_reader) as case:
        monkeypatch.setattr(module.Views, "_derive", None)
        assert case.view() == derived


def test_mentions_are_left_out_of_a_view_unless_asked_for(case: Case) -> None:
    from onrecord.model.actor import Mention

    assert not any(isinstance(f, Mention) for f in case.view().read_facts)
    content = case.content(read_facts=True)
    assert any(isinstance(f, Mention) for f in content.records["read"])
