import msgspec
import pytest

from onrecord.case import Case
from onrecord.case.packing import (
    BLOCK,
    FIELDS,
    WORDS,
    Records,
    Words,
    light_type,
    pack_list,
)
from onrecord.case.views import pack_view
from onrecord.model.actor import Actor, ActorKind
from onrecord.model.evidence import Evidence
from onrecord.model.records import RECORD_TYPES
from onrecord.store.cache import KEPT


def actors(count: int) -> list[Actor]:
    def said(name: str) -> Evidence:
        return Evidence(article="a", start=0, end=len(name), exact=name)

    names = [f"Name  {n} Größe" for n in range(count)]
    return [
        Actor(id=f"ac-{n}", name=name, kind=ActorKind.PERSON, evidence=(said(name),))
        for n, name in enumerate(names)
    ]


@pytest.mark.parametrize("count", [0, 1, BLOCK, BLOCK + 1, 3 * BLOCK])
def test_records_come_back_in_their_order(count: int) -> None:
    made = actors(count)
    records = Records(pack_list("actor", "actors", made)["actors"], Actor)
    assert list(records.all()) == made
    places = range(0, count, 5)
    assert list(records.at(places)) == [made[place] for place in places]


def test_words_are_found_folded_in_the_records_that_hold_them() -> None:
    packed = pack_list("actor", "actors", actors(30))
    words = msgspec.msgpack.decode(packed[f"actors {WORDS}"], type=Words)
    assert list(words.find("name 2 grösse")) == [2]
    assert list(words.find("name 2")) == [2, *range(20, 30)]
    assert list(words.find("grösse name")) == []
    assert list(words.find("")) == list(range(30))


def test_a_record_without_words_is_never_found() -> None:
    words = Words("a\nb\n", [0, 2, 2, 4, 4])
    assert list(words.find("a")) == [1]
    assert list(words.find("b")) == [3]
    assert list(words.find("")) == [1, 3]


def test_fields_hold_what_filters_ask_and_no_evidence(case: Case) -> None:
    statements = case.view().statements
    packed = pack_list("statement", "statements", statements)
    kind = light_type("statement")
    light = msgspec.msgpack.decode(packed[f"statements {FIELDS}"], type=list[kind])
    assert [one.speaker for one in light] == [one.speaker for one in statements]
    assert not hasattr(light[0], "evidence")


@pytest.mark.parametrize("type_", sorted(RECORD_TYPES))
def test_every_type_has_its_fields_for_filters(type_: str) -> None:
    names = {field.encode_name for field in msgspec.structs.fields(light_type(type_))}
    known = {f.encode_name for f in msgspec.structs.fields(RECORD_TYPES[type_])}
    assert names <= known
    assert "known_from" in names or "known_from" not in known


def test_one_view_fits_into_what_the_store_keeps(case: Case) -> None:
    reports = 2
    assert len(pack_view(case.view())) + reports <= KEPT
