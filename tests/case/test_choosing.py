import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fakes import INPUTS, Ticking, make_reader
from onrecord.case import Case, open_case
from onrecord.case import views as views_module
from onrecord.case.choosing import (
    FOLD_TO_ASCII,
    Choices,
    Sheaf,
    is_asked,
    light_type,
    may_hold,
)
from onrecord.case.filters import Filter, select
from onrecord.case.views import Views
from onrecord.errors import InputError, UnknownFactError
from onrecord.model.records import RECORD_TYPES

FILTERS: list[Any] = [
    {"speaker": "Verrin"},
    {"act": "assert"},
    {"act": "ASSERT", "text": "no"},
    {"since": "2031-03-10"},
    {"until": "2031-03-10"},
    {"text": "SAID"},
    {"text": "nothing at all of this"},
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


@pytest.mark.parametrize("type_", sorted(RECORD_TYPES))
def test_every_type_has_its_fields_for_filters(type_: str) -> None:
    names = {field.encode_name for field in msgspec.structs.fields(light_type(type_))}
    known = {f.encode_name for f in msgspec.structs.fields(RECORD_TYPES[type_])}
    assert names <= known
    assert "known_from" in names or "known_from" not in known


def test_records_of_every_type_are_chosen_by_time(case: Case) -> None:
    view = case.view()
    wanted = Filter(since="2031-01-01", until="2031-03-12")
    for type_, list_ in (("event", "events"), ("custody", "custody")):
        facts = getattr(view, list_)
        sheaf = Sheaf(type_, msgspec.msgpack.encode(facts))
        assert list(sheaf.select(wanted)) == list(select(facts, wanted))


def test_nothing_asked_is_no_filter() -> None:
    assert not is_asked(actors={"speaker": None}, values={"act": None}, since=None)
    assert is_asked(values={"contested": False})
    assert is_asked(text="x")


def test_a_word_is_found_whatever_its_case_and_letters() -> None:
    def packed(text: str) -> msgspec.Raw:
        return msgspec.Raw(msgspec.msgpack.encode(text))

    assert may_hold(packed("The KELVIN scale"), "kelvin")
    assert may_hold(packed("The \u212aelvin scale"), "kelvin")
    assert may_hold(packed("anything"), "é")
    assert not may_hold(packed("The kelvin scale – “so”"), "celsius")


def test_the_letters_that_fold_to_ascii_are_all_named() -> None:
    found = {
        chr(n)
        for n in range(0x80, sys.maxunicode + 1)
        if any(c.isascii() and c.isalnum() for c in chr(n).casefold())
    }
    assert found == set(FOLD_TO_ASCII)
