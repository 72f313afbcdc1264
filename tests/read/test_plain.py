import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_builders import read_one, refuse_one

from onrecord.read.plain import KEYS, split_header

HEADER = (
    "TITLE: Pilot freed\nOutlet:  Harbour Post\npublished: 2031-03-07\n"
    "Byline: By Jo Lane and Al Roe\nURL: https://example.com/a\nRef: 17\n\n"
)


def test_the_header_fills_the_fields():
    article = read_one((HEADER + "The court ruled.\n").encode())
    assert article.title == "Pilot freed"
    assert article.publisher == "Harbour Post"
    assert article.published == "2031-03-07"
    assert article.published_basis == "caller"
    assert article.authors == ("Jo Lane", "Al Roe")
    assert article.url == "https://example.com/a"
    assert article.ref == "17"
    assert article.text == "The court ruled.\n"


BODY = "\u201cNo\u201d\xa0said he.\r\n\r\n\U0001f600 e\u0301 \x0cend \r\n"


@pytest.mark.parametrize("header", ["", HEADER, HEADER.replace("\n", "\r\n")])
def test_the_text_is_kept_character_for_character(header):
    assert read_one((header + BODY).encode()).text == BODY


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff")))
def test_any_body_behind_a_header_stays_as_it_is(body):
    text = HEADER + body
    fields, start = split_header(text)
    assert text[start:] == body
    assert fields["ref"] == "17"


def test_a_byte_order_mark_is_no_character_of_the_text():
    assert read_one(b"\xef\xbb\xbfThe court ruled.").text == "The court ruled."


@pytest.mark.parametrize(
    "text",
    [
        "The minister: no.\n\nHe left.",
        "Date: Monday\nHe left the court at noon.\n\nNobody spoke.",
        "\nTitle: kept as text\n\nThe court ruled.",
        "Title of nobility: a\n\nThe court ruled.",
    ],
)
def test_what_is_no_header_block_stays_text(text):
    article = read_one(text.encode())
    assert article.text == text
    assert article.title is None


def test_unknown_keys_in_a_header_are_passed_over():
    article = read_one(b"Title: A\nSection: Courts\n\nThe court ruled.")
    assert (article.title, article.text) == ("A", "The court ruled.")


def test_only_one_blank_line_ends_the_header():
    assert read_one(b"Title: A\n\n\nThe court.").text == "\nThe court."


def test_the_callers_day_wins_over_the_header():
    content = (HEADER + "The court ruled.").encode()
    assert read_one(content, published="2031-03-09").published == "2031-03-09"


def test_a_stated_day_that_is_not_understood_is_rejected():
    reason = refuse_one(b"Date: next week\n\nThe court ruled.")
    assert "'next week'" in reason
    assert "YYYY-MM-DD" in reason


def test_the_callers_day_repairs_a_header_day():
    content = b"Date: next week\n\nThe court ruled."
    assert read_one(content, published="2031-03-09").published == "2031-03-09"


def test_a_dateline_is_recorded_and_stays_in_the_text():
    text = "PORT SEL, March 9 (Agency) -- Police held a pilot."
    article = read_one(text.encode())
    assert article.dateline == "PORT SEL"
    assert article.text == text
    assert article.published is None


def test_a_dateline_with_a_year_gives_the_day():
    article = read_one(b"PORT SEL, March 9, 2031 (Agency) -- Police held a pilot.")
    assert article.published == "2031-03-09"
    assert article.published_basis == "dateline"


def test_a_day_in_running_text_is_never_the_publication_day():
    article = read_one(b"The court ruled on 9 March 2031 that he goes free.")
    assert article.published is None


def test_a_header_alone_is_no_article():
    assert "no article text" in refuse_one(HEADER.encode())


def test_every_key_fills_a_known_field():
    assert set(KEYS.values()) <= {
        "title", "publisher", "published", "authors", "url", "ref", "language",
    }  # fmt: skip
