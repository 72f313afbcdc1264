import hashlib

import pytest

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model.article import PublishedBasis, Received, Rejected
from onrecord.read.days import Day
from onrecord.read.receive import Found, make_options, receive
from onrecord.text.ids import article_id

PLAIN = make_options(Config(), published=None, field_map=None, retrieved=None)


def make(options=PLAIN, **fields):
    found = Found(**{"text": "The court ruled.", **fields})
    return receive(found, b"raw", source="in", media_type="text/plain", options=options)


def test_the_bytes_and_their_hash_are_kept():
    item = make()
    assert isinstance(item, Received)
    assert item.content == b"raw"
    assert item.article.sha256 == hashlib.sha256(b"raw").hexdigest()
    assert item.article.id == article_id("The court ruled.")


def test_the_callers_day_wins():
    options = make_options(
        Config(), published="2031-03", field_map=None, retrieved="2031-04-01T00:00Z"
    )
    found = {"published": Day("2030-01-01", "day"), "basis": PublishedBasis.JSONLD}
    article = make(options, **found).article
    assert article.published == "2031-03"
    assert article.published_precision == "month"
    assert article.published_basis is PublishedBasis.CALLER
    assert article.retrieved == "2031-04-01T00:00Z"


def test_without_a_day_there_is_no_basis():
    assert make(basis=PublishedBasis.CALLER).article.published_basis is None


@pytest.mark.parametrize("text", ["", " \n", "...", "\u200b\u200b"])
def test_no_letters_is_no_article(text):
    assert isinstance(make(text=text), Rejected)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"text": "a\x00b"}, "NUL"),
        ({"text": "a\ud800b"}, "surrogate"),
        ({"title": "a\udfffb"}, "title"),
        ({"authors": ("a\ud800",)}, "author"),
    ],
)
def test_what_cannot_be_stored_is_rejected_with_its_place(fields, word):
    item = make(**fields)
    assert isinstance(item, Rejected)
    assert word in item.reason


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"published": "soon", "field_map": None}, "'soon'"),
        ({"published": None, "field_map": {"txet": "body"}}, "'txet'"),
    ],
)
def test_wrong_options_are_told_at_once(given, word):
    with pytest.raises(InputError, match=word):
        make_options(Config(), retrieved=None, **given)
