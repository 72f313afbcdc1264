import lxml.html
import pytest

from onrecord.read.metadata import read_metadata

PARAGRAPH = (
    "A long paragraph says that on 2019-05-04 and 4 May 2019 a man was held. " * 2
)


def read(head="", body=""):
    return read_metadata(
        lxml.html.fromstring(
            f"<html lang='en-GB'><head>{head}</head><body>{body}</body></html>"
        )
    )


def meta(name, value):
    return f'<meta property="{name}" content="{value}">'


LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "LD", '
    '"datePublished": "2031-03-07", "publisher": {"name": "LD Post"}}</script>'
)
META = (
    meta("og:title", "Meta")
    + meta("og:site_name", "Meta Post")
    + meta("article:published_time", "2031-03-08T10:00:00Z")
    + meta("author", "Jo Lane and Al Roe")
    + meta("og:url", "https://example.com/a")
)


def test_jsonld_comes_before_meta_tags_field_by_field():
    declared = read(LD + META)
    assert (declared.title, declared.publisher) == ("LD", "LD Post")
    assert (declared.published.edtf, declared.basis) == ("2031-03-07", "jsonld")
    assert declared.authors == ("Jo Lane", "Al Roe")
    assert declared.url == "https://example.com/a"
    assert declared.language == "en"


def test_meta_tags_come_before_what_htmldate_finds():
    declared = read(META, '<time datetime="2031-03-01">1 March 2031</time>')
    assert (declared.published.edtf, declared.basis) == ("2031-03-08", "meta")
    assert declared.title == "Meta"


def test_htmldate_finds_a_day_in_the_page():
    body = f'<time datetime="2021-03-01">1 March 2021</time><p>{PARAGRAPH}</p>'
    declared = read(body=body)
    assert (declared.published.edtf, declared.basis) == ("2021-03-01", "htmldate")


def test_a_day_in_the_address_is_found():
    link = '<link rel="canonical" href="https://example.com/2021/03/01/pilot-freed">'
    declared = read(link)
    assert (declared.published.edtf, declared.basis) == ("2021-03-01", "htmldate")


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{PARAGRAPH}</p>",
        f"<div>{PARAGRAPH}</div>",
        f"<div>{PARAGRAPH}<br>{PARAGRAPH}</div>",
        "<p>He was held on <b>2019-05-04</b> in a port north of the city, and later "
        "was moved to another place far away.</p>",
        "<aside><p>4 May 2019</p></aside>",
        '<div class="related-stories"><time datetime="2019-05-04">4 May</time></div>',
    ],
)
def test_a_day_in_running_text_or_beside_the_story_is_none(body):
    assert read(body=body).published is None


def test_the_outlet_is_cut_off_the_title():
    declared = read(meta("og:site_name", "Post") + "<title>Pilot freed | Post</title>")
    assert declared.title == "Pilot freed"


def test_a_marked_byline_names_the_authors():
    body = '<p class="byline">By Jo Lane, Courts Reporter</p>'
    assert read(body=body).authors == ("Jo Lane",)


def test_an_author_that_is_an_address_is_none():
    assert read(meta("article:author", "https://example.com/jo")).authors == ()


def test_a_page_that_declares_nothing_gives_nothing():
    declared = read(body="<p>x</p>")
    assert (declared.title, declared.url, declared.published) == (None, None, None)
