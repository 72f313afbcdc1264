import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_builders import read_all, read_one, refuse_one

from onrecord.config import Config
from onrecord.model.article import Received, Rejected


def line(**fields):
    return json.dumps({"text": "The court ruled.", **fields}).encode()


def test_every_field_is_read():
    article = read_one(
        line(
            title="A",
            published="2006-12-01",
            url="https://example.com/a",
            ref="17",
            publisher="Post",
            authors=["Jo Lane", {"name": "Al Roe"}],
            language="en-GB",
            retrieved="2007-01-01T00:00:00Z",
        )
    )
    assert article.title == "A"
    assert article.published == "2006-12-01"
    assert article.published_basis == "caller"
    assert article.ref == "17"
    assert article.publisher == "Post"
    assert article.authors == ("Jo Lane", "Al Roe")
    assert article.language == "en"
    assert article.retrieved == "2007-01-01T00:00:00Z"


def test_other_names_of_fields_are_known():
    article = read_one(line(outlet="Post", byline="By Jo Lane", date=20061201))
    assert article.publisher == "Post"
    assert article.authors == ("Jo Lane",)
    assert article.published == "2006-12-01"


def test_a_field_map_names_the_fields():
    content = json.dumps({"id": 7, "body": "The court.", "day": "2006"}).encode()
    names = {"ref": "id", "text": "body", "published": "day"}
    article = read_one(content, field_map=names)
    assert (article.ref, article.text, article.published) == ("7", "The court.", "2006")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_the_text_is_kept_character_for_character(text):
    (item,) = read_all(json.dumps({"text": "a" + text}).encode())
    assert isinstance(item, Received)
    assert item.article.text == "a" + text


def test_a_broken_line_is_one_rejected_and_the_rest_goes_on():
    items = read_all(line(ref="1") + b'\n{"text": "cut\n\n' + line(ref="4") + b"\r\n")
    assert [item.source for item in items] == ["in#1", "in#2", "in#4"]
    assert [type(item) for item in items] == [Received, Rejected, Received]
    assert "no JSON" in items[1].reason


def test_a_broken_first_line_does_not_stop_the_rest():
    items = read_all(b'{"text": "cut\n' + line(ref="2"))
    assert [type(item) for item in items] == [Rejected, Received]


def test_the_bytes_of_a_line_are_what_was_received():
    first, second = read_all(line(ref="1") + b"\r\n" + line(ref="2") + b"\n")
    assert first.content == line(ref="1")
    assert second.article.sha256 == hashlib.sha256(line(ref="2")).hexdigest()
    assert first.media_type == "application/x-ndjson"


def test_a_line_over_the_limit_is_refused_and_the_rest_goes_on():
    config = Config(max_page_bytes=100)
    items = read_all(line(title="x" * 200) + b"\n" + line(), config=config)
    assert [type(item) for item in items] == [Rejected, Received]
    assert "limit of 100 bytes" in items[0].reason


def test_an_object_over_several_lines_is_one_article():
    content = json.dumps({"text": "The court ruled."}, indent=2).encode()
    assert read_one(content).text == "The court ruled."


def test_an_array_is_read_entry_by_entry():
    content = b"[" + line(ref="1") + b",\n 3,\n" + line(ref="3") + b"]\n"
    items = read_all(content)
    assert [item.source for item in items] == ["in#1", "in#2", "in#3"]
    assert [type(item) for item in items] == [Received, Rejected, Received]
    assert items[0].content == line(ref="1")


def test_entries_before_a_broken_one_are_kept():
    items = read_all(b"[" + line() + b', {"text": cut')
    assert [type(item) for item in items] == [Received, Rejected]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b'{"text": "a\\ud800b"}', "surrogate"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": ""}', "empty"),
        (b'{"text": " "}', "no article text"),
        (b'{"body": "The court."}', "'body'"),
        (b'{"text": 3}', "not a string"),
        (b'{"text": "The court.", "title": ["a"]}', "title"),
        (b'{"text": "The court.", "published": "soon"}', "'soon'"),
        (b'{"text": "The court.", "published": true}', "'True'"),
        (b'{"text":' + b"[" * 100_000, "deeply"),
        (b"[]", "holds nothing"),
        (b"[ {", "no JSON"),
        (b"{}", "no field"),
        (b'{"text": "a' + b"\xd0\xcf\xc2" * 40 + b'"}', "encoding"),
    ],
)
def test_bad_objects_are_rejected_with_what_to_do(content, word):
    reason = refuse_one(content)
    assert word in reason


def test_emoji_written_as_surrogate_pairs_are_one_character():
    assert read_one(b'{"text": "ok \\ud83d\\ude00"}').text == "ok \U0001f600"


def test_the_callers_day_makes_a_stated_day_irrelevant():
    assert read_one(line(published="soon"), published="2031").published == "2031"


def test_a_dateline_is_recorded_and_stays_in_the_text():
    text = "PORT SEL, March 9 (Agency) -- Police held a pilot."
    article = read_one(line(text=text))
    assert (article.dateline, article.text) == ("PORT SEL", text)
