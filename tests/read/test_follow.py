import io
import json
import zipfile
from dataclasses import replace

from read_builders import CONFIG, STORY, page

from onrecord.model.article import PublishedBasis, Received, Rejected
from onrecord.read.days import parse_day
from onrecord.read.follow import follow, read_address, reject_entry
from onrecord.read.inputs import read_any
from onrecord.read.place import Budget, Place
from onrecord.read.receive import Found, Options, receive
from onrecord.read.web import Fetched

NOON = "2031-03-02T12:00:00Z"
TEXT = "\n\n".join(STORY)


def place(**options):
    return Place("in", Options(CONFIG, **options), read_any, Budget())


def web(pages, asked=None):
    """A fetcher over a dict of pages; `asked` takes every address."""

    def fetch(url):
        if asked is not None:
            asked.append(url)
        if url not in pages:
            return Rejected(source=url, reason="The host answered 404.")
        return Fetched(url, pages[url], NOON)

    return fetch


def entry(url="https://paper.example/1", **fields):
    """A reader of one entry, as of a feed."""

    def read(content, place):
        found = Found(text="Only a summary of it.", url=url, title="Court", **fields)
        yield receive(
            found,
            content,
            source="feed#1",
            media_type="application/rss+xml",
            options=place.options,
        )

    return read


def test_a_fetched_page_has_its_address_and_time():
    url = "https://paper.example/1"
    head = '<link rel="canonical" href="https://other.example/claimed">'
    (item,) = read_address(url, web({url: page(head)}), place())
    assert item.article.text == TEXT
    assert item.article.url == url
    assert item.article.retrieved == NOON
    assert item.article.published is None  # the day of fetching is not that of printing
    assert item.source == url
    assert item.content == page(head)


def test_a_fetched_file_of_many_articles_keeps_their_own_addresses():
    url = "https://paper.example/all.jsonl"
    lines = [{"text": "One was here.", "url": "https://paper.example/1"}]
    lines += [{"text": "Two was not."}]
    content = "\n".join(map(json.dumps, lines)).encode()
    one, two = read_address(url, web({url: content}), place())
    assert one.article.url == "https://paper.example/1"
    assert two.article.url is None


def test_no_page_is_fetched_unless_it_is_asked_for():
    (item,) = follow(entry())(b"feed", place())
    assert item.article.text == "Only a summary of it."


def test_the_page_of_an_entry_takes_its_place_and_what_it_lacks_is_the_entrys():
    url = "https://paper.example/1"
    fields = {"publisher": "The Paper", "ref": "n1"}
    (item,) = follow(entry(url, **fields))(b"feed", place(follow=web({url: page()})))
    assert item.article.text == TEXT
    assert (item.article.title, item.article.publisher) == ("Court", "The Paper")
    assert item.article.ref == "n1"


def test_an_entry_whose_page_is_not_to_be_had_is_kept_with_the_reason():
    item, reason = follow(entry())(b"feed", place(follow=web({})))
    assert isinstance(item, Received)
    assert item.article.text == "Only a summary of it."
    assert reason.reason == "The host answered 404."


def test_an_entry_without_an_address_is_kept():
    asked = []
    items = list(follow(entry(url=None))(b"feed", place(follow=web({}, asked))))
    assert len(items) == 1
    assert asked == []


def test_pages_are_followed_once_and_no_further():
    """A feed that names itself, or a page that is a feed, starts no crawl."""
    url = "https://paper.example/feed"
    feed = (
        b"<rss version='2.0'><channel><title>P</title><item><title>A</title><link>"
        b"https://paper.example/feed</link><description>The court in Marn ruled."
        b"</description></item></channel></rss>"
    )
    asked = []
    fetch = web({url: feed}, asked)
    items = list(follow(entry(url))(b"feed", place(follow=fetch)))
    assert asked == [url]
    assert any(isinstance(item, Received) for item in items)


def test_the_address_of_an_archive_is_that_of_none_of_its_pages():
    url = "https://paper.example/all.zip"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.html", page())
    (item,) = read_address(url, web({url: held.getvalue()}), place())
    assert item.article.text == TEXT
    assert item.article.url is None
    assert item.article.retrieved == NOON


def bare(urls):
    """A reader of entries that have a title and an address alone."""

    def read(content, place):
        for number, url in enumerate(urls):
            found = Found(
                text="", url=url, title=f"T{number}", published=parse_day("2031-03-04")
            )
            found = replace(found, basis=PublishedBasis.FEED)
            yield reject_entry(
                found, content, source=f"feed#{number}", reason="No text."
            )

    return read


def test_an_entry_without_text_is_read_from_its_page():
    url = "https://paper.example/1"
    (item,) = follow(bare([url]))(b"feed", place(follow=web({url: page()})))
    assert (item.article.text, item.article.title) == (TEXT, "T0")
    assert item.article.published == "2031-03-04"
    assert item.article.published_basis is PublishedBasis.FEED


def test_an_entry_without_text_is_rejected_where_its_page_is_not_to_be_had():
    for options in ({}, {"follow": web({})}):
        first, *rest = follow(bare(["https://paper.example/1"]))(b"f", place(**options))
        assert type(first) is Rejected
        assert first.reason == "No text."
        assert len(rest) == len(options)


def test_a_feed_without_end_is_followed_only_so_far(monkeypatch):
    monkeypatch.setattr("onrecord.read.follow.MAX_FOLLOWED", 3)
    urls = [f"https://paper.example/{n}" for n in range(6)]
    asked = []
    items = list(follow(bare(urls))(b"f", place(follow=web({}, asked))))
    assert asked == urls[:3]
    assert sum("no more" in item.reason for item in items) == 1
