from pathlib import Path
from typing import Any

import pytest

from fakes import INPUTS, Ticking, make_reader
from onrecord.case import Case, open_case
from onrecord.case import views as views_module
from onrecord.case.choosing import Choices, is_asked
from onrecord.case.views import Views
from onrecord.errors import InputError, UnknownFactError

FILTERS: list[Any] = [
    {"speaker": "Verrin"},
    {"act": "assert"},
    {"act": "ASSERT", "text": "no"},
    {"since": "2031-03-10"},
    {"until": "2031-03-10"},
    {"text": "SAID"},
    {"text": "nothing at all of this"},
    {"text": ""},
    {"text": "said  no"},
    {"text": "\u017faid"},
    {"speaker": "Verrin", "since": "2031-03-01", "until": "2032-03-01", "text": "o"},
]


@pytest.fixture
def large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(views_module, "KEPT_FROM_ARTICLES", 1)
    with open_case(path, make_reader=make_reader, clock=Ticking()) as case:
        case.read_received(INPUTS)
        case.view()
    return path


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_what_is_chosen_is_what_the_whole_view_would_give(
    large: Path, asked: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_case(large, make_reader=make_reader) as case:
        view = case.view()
        whole = case.statements(**asked)
        assert len(view.statements) > 1
    with open_case(large, make_reader=make_reader) as case:
        monkeypatch.setattr(Views, "get", None)
        chosen = case.statements(**asked)
    assert list(chosen) == list(whole)
    assert chosen.rows() == whole.rows()


@pytest.mark.parametrize(
    ("list_", "asked"),
    [
        ("events", {"since": "2031-03-01", "until": "2031-03-12"}),
        ("events", {"text": "verrin"}),
        ("actors", {"text": "verrin"}),
        ("actors", {"kind": "person"}),
        ("custody", {"since": "2031-01-01"}),
    ],
    ids=str,
)
def test_other_lists_are_chosen_from_as_well(
    large: Path, list_: str, asked: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_case(large, make_reader=make_reader) as case:
        case.view()
        whole = getattr(case, list_)(**asked)
    with open_case(large, make_reader=make_reader) as case:
        monkeypatch.setattr(Views, "get", None)
        assert list(getattr(case, list_)(**asked)) == list(whole)


def test_names_are_told_as_from_the_view(large: Path) -> None:
    with open_case(large, make_reader=make_reader) as case:
        with pytest.raises(UnknownFactError):
            case.statements(speaker="Nobody Known")
        with pytest.raises(InputError):
            case.statements(since="soon")


def test_a_correction_is_seen_at_once(large: Path) -> None:
    with open_case(large, make_reader=make_reader) as case:
        before = case.statements(act="assert")
        case.reject(before[0].id)
        assert before[0].id not in [one.id for one in case.statements(act="assert")]


def test_a_small_case_and_a_loaded_list_are_looked_at_whole(case: Case) -> None:
    views = Views(case.store, copy_similarity=0.35)
    choices = Choices(views)
    asked = {"values": {"act": "assert"}}
    assert choices.choose("statement", "statements", **asked) is None
    views.get()
    assert views.has("statements")
    assert choices.choose("statement", "statements", **asked) is None


def test_nothing_asked_is_no_filter() -> None:
    assert not is_asked(actors={"speaker": None}, values={"act": None}, since=None)
    assert is_asked(values={"contested": False})
    assert is_asked(text="x")
