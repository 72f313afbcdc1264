import json

import pytest

from fakes import received
from onrecord.case import Case
from onrecord.case.translating import paragraph_at, translate
from onrecord.errors import InputError, UnknownFactError
from onrecord.model.article import Rejected

FOREIGN = received(
    "Der Hafen ist zu.\n\n„Der Hafen ist geschlossen“, sagte Mira Dorn.",
    published="2031-03-11",
    title="Hafen zu",
    publisher="Die Bucht",
    url="https://bucht.example/hafen",
    language="de",
)
OURS = 'The port is shut.\n\nMira Dorn said "The port is closed".'


@pytest.fixture
def translated(case: Case, tmp_path) -> Case:
    case.read_received([FOREIGN])
    path = tmp_path / "translation.txt"
    path.write_text(OURS)
    result = case.read(path, translation_of=FOREIGN.article.id[:9])
    assert result.read == 1
    return case


def test_facts_come_from_the_translation_and_say_so(translated: Case) -> None:
    (statement,) = translated.statements(text="The port is closed")
    assert statement.translated is True
    assert statement.evidence[0].article != FOREIGN.article.id
    others = [one for one in translated.statements() if one != statement]
    assert others
    assert {one.translated for one in others} == {None}


def test_it_was_known_from_the_day_of_the_original(translated: Case) -> None:
    (statement,) = translated.statements(text="The port is closed")
    assert statement.known_from == "2031-03-11"
    assert translated.statements(text="The port is closed", as_of="2031-03-10") == []


def test_the_original_stands_beside_it(translated: Case) -> None:
    article = next(one for one in translated.articles() if one.translation_of)
    assert article.translation_of == FOREIGN.article.id
    assert article.publisher == "Die Bucht"
    (statement,) = translated.statements(text="The port is closed")
    (report,) = translated.why(statement.id).reports
    assert report.original.article == FOREIGN.article.id
    assert report.original.language == "de"
    assert report.original.title == "Hafen zu"
    (passage,) = report.passages
    assert passage.original == "„Der Hafen ist geschlossen“, sagte Mira Dorn."


def test_the_order_of_being_told_so_does_not_matter(case: Case, tmp_path) -> None:
    """The text may be in the case before anybody says that it is a translation."""
    path = tmp_path / "translation.txt"
    path.write_text(OURS)
    case.read(path)
    case.read_received([FOREIGN])
    case.read(path, translation_of=FOREIGN.article.id)
    (statement,) = case.statements(text="The port is closed")
    assert (statement.translated, statement.known_from) == (True, "2031-03-11")
    assert case.verify() == []


def test_a_translation_of_what_is_not_there_is_refused(case: Case, tmp_path) -> None:
    path = tmp_path / "translation.txt"
    path.write_text(OURS)
    with pytest.raises(UnknownFactError):
        case.read(path, translation_of="ar-000000000000000")


def test_a_translation_of_a_translation_names_the_original(translated: Case) -> None:
    article = next(one for one in translated.articles() if one.translation_of)
    with pytest.raises(InputError, match=FOREIGN.article.id):
        translate([], article)


def test_an_article_is_no_translation_of_itself() -> None:
    (item,) = translate([FOREIGN], FOREIGN.article)
    assert isinstance(item, Rejected)
    assert "word for word" in item.reason


def test_what_names_its_own_day_and_outlet_keeps_them() -> None:
    own = received(OURS, published="2031-04-01", publisher="Our Desk")
    (item,) = translate([own], FOREIGN.article)
    assert (item.article.published, item.article.publisher) == (
        "2031-04-01",
        "Our Desk",
    )


def test_the_original_goes_with_its_translation(translated: Case) -> None:
    """What is forgotten must not stay in other words."""
    done = translated.forget(FOREIGN.article.id)
    assert len(done.articles) == 2


def test_a_translation_is_exported_as_one(translated: Case, tmp_path) -> None:
    out = tmp_path / "all.jsonl"
    translated.export("jsonl", out)
    records = [json.loads(line) for line in out.read_text().splitlines()]
    marked = [one for one in records if one.get("translation_of")]
    assert [one["type"] for one in marked] == ["article"]
    assert any(one.get("translated") for one in records if one["type"] == "statement")


@pytest.mark.parametrize(
    ("start", "beside"), [(0, "eins"), (5, "eins"), (10, "zwei"), (30, "zwei")]
)
def test_paragraphs_go_together_by_number(start: int, beside: str) -> None:
    assert paragraph_at("one two.\n\nthree four five.", start, "eins\nzwei\n") == beside


def test_texts_of_other_shapes_are_not_laid_side_by_side() -> None:
    assert paragraph_at("one\ntwo", 0, "eins") is None
    assert paragraph_at("", 0, "") is None
