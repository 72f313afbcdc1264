import json

import pytest

from onrecord.read.days import Day
from onrecord.read.jsonld import Linked, read_jsonld

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Pilot freed",
    "datePublished": "2031-03-07T06:15:00+01:00",
    "author": [{"@type": "Person", "name": "Jo Lane"}],
    "publisher": {"@type": "Organization", "name": "Post"},
}


def read(*values, address=None):
    scripts = [v if isinstance(v, str) else json.dumps(v) for v in values]
    return read_jsonld(scripts, address=address)


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [{"@type": "WebSite", "name": "x"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "Thing"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Article", "NewsArticle"]},
        {**ARTICLE, "@type": "http://schema.org/ReportageNewsArticle"},
        {**ARTICLE, "author": "By Jo Lane"},
        {**ARTICLE, "author": ["Jo Lane"], "publisher": "Post"},
        "<!--" + json.dumps(ARTICLE) + "-->",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE).replace("Pilot freed", "Pilot\nfreed"),
    ],
)
def test_an_article_is_found_however_it_is_written(value):
    linked = read(value)
    assert linked.title == "Pilot freed"
    assert linked.publisher == "Post"
    assert linked.authors == ("Jo Lane",)
    assert linked.published == Day("2031-03-07", "minute")


def test_references_are_followed():
    graph = [
        {**ARTICLE, "author": {"@id": "#jo"}, "publisher": {"@id": "#post"}},
        {"@id": "#jo", "@type": "Person", "name": "Jo Lane"},
        {"@id": "#post", "@type": "Organization", "name": "Post"},
    ]
    linked = read({"@graph": graph})
    assert (linked.authors, linked.publisher) == (("Jo Lane",), "Post")


def test_of_several_articles_the_pages_own_counts():
    other = {**ARTICLE, "headline": "Another", "url": "https://example.com/other"}
    own = {"@type": "Article", "headline": "Own", "url": "https://example.com/own"}
    assert read(other, own, address="https://example.com/own").title == "Own"


def test_what_cannot_be_repaired_is_searched_for_headline_and_day():
    linked = read(
        '{"@type": "NewsArticle" "headline": "A", "datePublished": "2031-03-07"'
    )
    assert linked.title == "A"
    assert linked.published == Day("2031-03-07", "day")


def test_a_web_page_node_gives_its_day_only():
    linked = read({"@type": "WebPage", "name": "x", "datePublished": "2031-03-07"})
    assert linked == Linked(published=Day("2031-03-07", "day"))


@pytest.mark.parametrize(
    "value",
    ["", "{", "null", "[" * 100_000, "3", {"@type": None}, {"@graph": "x"},
     {"@type": "Article", "author": {"name": {"a": 1}}, "headline": 3,
      "datePublished": "1970-01-01T00:00:00Z", "publisher": [None]}],
)  # fmt: skip
def test_nonsense_says_nothing(value):
    assert read(value) == Linked()


def test_entities_are_resolved():
    assert read({**ARTICLE, "headline": "A &amp; B&#8217;s"}).title == "A & B\u2019s"
