import pytest
from read_builders import STORY, page, read_one, refuse_one

from onrecord.config import Config
from onrecord.read.guard import (
    MAX_ATTRIBUTES,
    MAX_FIELD_CHARS,
    find_long_field,
    find_long_text,
    find_wide_element,
)
from onrecord.read.names import MAX_NAMES


def test_a_text_at_the_limit_is_read_and_one_beyond_it_is_not():
    config = Config(max_article_chars=10)
    assert find_long_text("a" * 10, config) is None
    assert "11 characters, over the limit of 10" in find_long_text("a" * 11, config)


def test_a_text_of_signs_alone_has_fewer_characters():
    config = Config(max_article_chars=300)
    assert find_long_text("ab " * 100, config) is None
    assert "101 words and signs, over the limit of 100" in find_long_text(
        "(" * 101, config
    )


def test_a_long_text_is_refused_whatever_it_came_in():
    config = Config(max_article_chars=100)
    text = " ".join(STORY)
    for content in (text.encode(), page(), b'{"text": "%s"}' % text.encode()):
        assert "max_article_chars" in refuse_one(content, config=config)


def test_a_field_longer_than_any_title_is_refused():
    assert find_long_field({"title": "a" * MAX_FIELD_CHARS, "url": None}) is None
    reason = refuse_one(b'{"text": "He fled.", "title": "%s"}' % (b"a" * 60_000))
    assert "The title has 60,000 characters" in reason


def test_of_many_authors_the_first_are_kept():
    content = "Title: a\n" + "".join(f"Author: Jo Lane{n}\n" for n in range(5000))
    article = read_one(f"{content}\n{STORY[0]}".encode())
    assert len(article.authors) == MAX_NAMES
    assert article.authors[0] == "Jo Lane0"


def attributes(count):
    return " ".join(f"a{n}='>'" for n in range(count))


def test_an_element_with_too_many_attributes_is_refused():
    body = f"<p {attributes(MAX_ATTRIBUTES + 10)}>x</p>"
    assert "attributes" in refuse_one(page(before=body))


@pytest.mark.parametrize(
    "body",
    [
        f"<p {attributes(500)}>x</p>",
        f"<img src='data:image/png;base64,{'A' * 200_000}'>",
        f'<path d="{"M 1 2 " * 40_000}"/>',
        "".join(f"<p class='a{n}'>x</p>" for n in range(20_000)),
        "a < b and c = d " * 10_000,
    ],
)
def test_large_but_ordinary_elements_are_read(body):
    assert find_wide_element(page(before=body).decode()) is None
