import logging

import lxml.etree
import pytest
from read_builders import STORY, page, read_all, read_one, refuse_one

from onrecord.config import Config
from onrecord.model.article import Received, Rejected
from onrecord.read.html import split_paragraphs

LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pilot'
    ' convicted", "datePublished": "2031-03-07T06:15:00Z", "author": {"name": '
    '"Jo Lane"}, "publisher": {"name": "Harbour Post"}}</script>'
)


def test_paragraphs_are_parted_by_a_blank_line():
    assert read_one(page()).text == "\n\n".join(STORY)


def test_metadata_comes_from_the_head():
    article = read_one(page(LD))
    assert article.title == "Pilot convicted"
    assert article.publisher == "Harbour Post"
    assert article.authors == ("Jo Lane",)
    assert article.published == "2031-03-07"
    assert article.published_precision == "minute"
    assert article.published_basis == "jsonld"


def test_head_and_tail_matter_becomes_fields_or_goes():
    before = "<h1>Pilot convicted</h1><p>By Jo Lane</p><p>7 March 2031</p>"
    after = "<p>Read more: Harbour reopens</p><p>\u00a9 2031 Harbour Post</p>"
    article = read_one(page(before=before, after=after))
    assert article.text == "\n\n".join(STORY)
    assert article.title == "Pilot convicted"
    assert article.authors == ("Jo Lane",)
    assert article.published == "2031-03-07"


def test_a_day_in_the_story_is_never_the_publication_day():
    after = "<p>He was first held on 5 March 2029 at the ferry port, police said.</p>"
    assert read_one(page(after=after)).published is None


def test_the_callers_day_wins():
    article = read_one(page(LD), published="2031-03-09")
    assert (article.published, article.published_basis) == ("2031-03-09", "caller")


def test_white_space_becomes_one_space_and_emoji_stay():
    after = "<p>He got 14&nbsp;&nbsp;kilos\n of mail &#128512; from friends.</p>"
    assert "14 kilos of mail \U0001f600 from" in read_one(page(after=after)).text


def test_the_page_is_kept_as_received():
    (item,) = read_all(page(LD))
    assert isinstance(item, Received)
    assert (item.content, item.media_type) == (page(LD), "text/html")


def test_a_declared_charset_is_obeyed():
    content = page('<meta charset="windows-1252">').replace(
        b"retired", "caf\xe9".encode("cp1252")
    )
    assert "caf\xe9 pilot" in read_one(content).text


def test_a_page_that_cannot_be_decoded_is_refused():
    assert "encoding" in refuse_one(page().replace(b"retired", b"\xd0\xcf\xc2" * 99))


def test_other_languages_are_stored_and_marked():
    story = (
        "Das Gericht hat am Dienstag entschieden, dass der Lotse sofort freigelassen "
        "werden muss, wie ein Sprecher der Regierung in der Hauptstadt erkl\xe4rte."
    )
    content = f"<html><body><p>{story}</p><p>{story} Ja.</p></body></html>"
    assert read_one(content.encode()).language == "de"


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>",
        b"<html><body><script>var a = 1</script></body></html>",
        b"<html><frameset></frameset></html>",
        b"<html><body>" + b"<div>" * 20_000 + b"</body></html>",
        b"<html>" + b"<" * 100_000,
        b"<p>" + b" " * 100_000,
    ],
)
def test_a_page_without_a_story_is_refused(content):
    assert "article" in refuse_one(content)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-30],
        lambda content: content.replace(b"</p>", b""),
        lambda content: content + b"<a href='<<<",
        lambda content: content.replace(
            b"<head>", b"<head" + b" a='b'" * 20_000 + b">"
        ),
        lambda content: content.replace(b"<head>", b"<head><title>" + b"a - " * 50_000),
    ],
)
def test_broken_markup_is_read_or_refused_and_never_raises(damage):
    (item,) = read_all(damage(page(LD)))
    assert isinstance(item, Received | Rejected)


def test_a_page_over_the_limit_is_refused_with_its_reason():
    reason = refuse_one(page(), config=Config(max_page_bytes=100))
    assert "limit of 100 bytes" in reason
    assert "max_page_bytes" in reason


def test_nothing_is_printed(capfd):
    read_all(b"<html></html>")
    logging.getLogger("trafilatura").warning("said by trafilatura")
    assert capfd.readouterr() == ("", "")


def test_what_a_parser_raises_costs_one_page_only(monkeypatch):
    def fail(*_args, **_options):
        raise IndexError("pop from empty list")

    monkeypatch.setattr("onrecord.read.html.read_metadata", fail)
    assert "IndexError" in refuse_one(page())


def test_two_line_breaks_part_paragraphs_and_one_ends_a_line():
    body = lxml.etree.fromstring(
        "<body><p>a <lb/>b<lb/><lb/>c  d</p><quote><p>e</p>f</quote><p> </p></body>"
    )
    assert list(split_paragraphs(body)) == ["a\nb", "c d", "e", "f"]
