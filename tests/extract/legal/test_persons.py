import pytest

import golden_legal as golden
from onrecord.extract.legal.persons import expand, find_persons, person_of_phrase

pytestmark = pytest.mark.model

DAY = "2031-03-14"  # a Friday


def _patients(text):
    context = golden.read(text, DAY)
    return context, context.document.clauses[0].arguments


def test_a_meeting_is_no_person() -> None:
    context, arguments = _patients("The council held a meeting.")
    assert [p.text for p in find_persons(context, arguments[1:])] == []


def test_what_is_only_done_to_people_is_done_to_a_plural_of_unknown_kind() -> None:
    context, arguments = _patients("Rebels kidnapped 72 VIPs.")
    assert [p.text for p in find_persons(context, arguments[1:], surely=True)] == [
        "72 VIPs"
    ]


def test_a_group_named_one_by_one_is_its_members() -> None:
    text = "Two Osterians, Jana Velt and Oskar Brun, were detained in Brel."
    context = golden.read(text, DAY)
    group = person_of_phrase(context, 0, surely=True)
    assert [p.text for p in expand(context, group)] == ["Jana Velt", "Oskar Brun"]
