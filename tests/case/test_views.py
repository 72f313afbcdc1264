from pathlib import Path

import pytest

from fakes import Ticking, make_reader, received
from onrecord.case import Case, open_case
from onrecord.case import views as module
from onrecord.case.views import REST, pack_view, unpack_view
from onrecord.model.view import CaseView


def test_a_view_is_derived_once_until_something_changes(case: Case) -> None:
    first = case.view()
    assert case.view() is first
    case.reject(case.statements()[0].id)
    assert case.view() is not first


def test_a_packed_view_comes_back_whole(case: Case) -> None:
    view = case.view()
    assert unpack_view(pack_view(view), case.store.articles(), CaseView()) == view


def test_parts_of_a_packed_view_are_put_in_one_by_one(case: Case) -> None:
    view, articles = case.view(), case.store.articles()
    made = CaseView()
    for part, packed in sorted(pack_view(view).items(), key=lambda p: p[0] != REST):
        made = unpack_view({part: packed}, articles, made)
    assert made == view


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


def test_only_what_is_looked_at_is_loaded_from_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_FROM_ARTICLES", 1)
    with open_case(path, make_reader=make_reader, clock=Ticking()) as case:
        case.read_received([received('Verrin said "No".')])
        derived = case.view()
    with open_case(path, make_reader=make_reader) as case:
        monkeypatch.setattr(module.Views, "_derive", None)
        asked: list[str] = []
        cached = case.store.cached
        monkeypatch.setattr(
            case.store, "cached", lambda key: asked.append(key) or cached(key)
        )
        assert list(case.statements()) == list(derived.statements)
        assert len(asked) == len({REST, "actors", "statements"})
        assert case.articles()[0].text == 'Verrin said "No".'
        assert case.view() == derived


def test_mentions_are_left_out_of_a_view_unless_asked_for(case: Case) -> None:
    from onrecord.model.actor import Mention

    assert not any(isinstance(f, Mention) for f in case.view().read_facts)
    content = case.content(read_facts=True)
    assert any(isinstance(f, Mention) for f in content.records["read"])


def test_a_rule_changed_inside_a_version_derives_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_FROM_ARTICLES", 1)
    with open_case(path, make_reader=make_reader, clock=Ticking()) as case:
        case.read_received([received('Verrin said "No".')])
        case.view()
    monkeypatch.setattr(module, "stamp_sources", lambda folders: "another")
    derived: list[object] = []
    derive = module.Views._derive
    monkeypatch.setattr(
        module.Views, "_derive", lambda *given: derived.append(1) or derive(*given)
    )
    with open_case(path, make_reader=make_reader) as case:
        case.view()
    assert derived == [1]
