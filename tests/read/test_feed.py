import json

import pytest
from read_builders import STORY, read_all, refuse_one

from onrecord.model.article import Received, Rejected
from onrecord.read.feed import SUMMARY

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Corvane Courier</title><link>https://courier.example/</link>
<language>en-GB</language>
<item><title>Pilot &amp; court: <![CDATA[<b>six</b> years]]></title>
<link>https://courier.example/a</link><guid isPermaLink="false">c-1</guid>
<pubDate>Tue, 05 Mar 2031 23:15:00 +0100</pubDate><dc:creator>Petra Lind</dc:creator>
<description>Six years.</description>
<content:encoded><![CDATA[<p>%s</p><script>alert(1)</script><p>%s</p>
<p>The post <a href="x">Six years</a> appeared first on <a href="y">Corvane
Courier</a>.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://courier.example/b</link>
<description>The ministry asked for a new hearing.</description></item>
<item><title>Nothing in it</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Marn Wire</title>
<entry><title type="html">&lt;i&gt;Edo Varr&lt;/i&gt; convicted</title>
<id>tag:wire.example,2031:1</id><link href="https://wire.example/1"/>
<updated>2031-03-06T10:00:00+01:00</updated><author><name>Jonas Merrit</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>%s</p><p>%s</p></div>
</content></entry></feed>"""


def rss():
    return (RSS % STORY[:2]).encode()


def test_an_entry_of_rss_is_an_article_with_what_the_feed_says():
    first = read_all(rss())[0]
    assert isinstance(first, Received)
    article = first.article
    assert article.text == "\n\n".join(STORY[:2])
    assert article.title == "Pilot & court: six years"
    assert (article.url, article.ref) == ("https://courier.example/a", "c-1")
    assert (article.publisher, article.authors) == ("Corvane Courier", ("Petra Lind",))
    assert (article.published, article.published_precision) == ("2031-03-05", "minute")
    assert article.published_basis == "feed"
    assert first.source == "in#1"


def test_the_bytes_of_an_entry_are_its_own():
    content = rss()
    first, second, _ = read_all(content)
    assert first.content.startswith(b"<item><title>Pilot")
    assert first.content.endswith(b"</item>")
    assert second.content in content
    assert first.media_type == "application/rss+xml"


def test_a_summary_is_read_and_marked():
    second = read_all(rss())[1]
    assert second.article.text == "The ministry asked for a new hearing."
    assert second.media_type == "application/rss+xml" + SUMMARY


def test_an_entry_without_words_is_rejected_alone():
    third = read_all(rss())[2]
    assert isinstance(third, Rejected)
    assert "neither content nor a summary" in third.reason


def test_atom_is_read():
    (item,) = read_all((ATOM % STORY[:2]).encode())
    article = item.article
    assert item.media_type == "application/atom+xml"
    assert article.text == "\n\n".join(STORY[:2])
    assert article.title == "Edo Varr convicted"
    assert article.published == "2031-03-06"
    assert article.authors == ("Jonas Merrit",)
    assert article.ref == "tag:wire.example,2031:1"


def test_the_callers_day_wins():
    first = read_all(rss(), published="2030-01-01")[0]
    assert first.article.published == "2030-01-01"
    assert first.article.published_basis == "caller"


def test_a_feed_that_is_cut_off_gives_what_is_there():
    items = read_all(rss()[:-400])
    assert items[0].article.title == "Pilot & court: six years"


def test_a_feed_without_entries_is_told():
    assert "no entries" in refuse_one(b"<rss><channel><title>A</title></channel></rss>")


def test_entities_are_not_expanded():
    lines = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">'
        + "".join(lines)
        + '<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item>'
        "<title>&a11;</title><description>The court ruled. &f;</description>"
        "</item></channel></rss>"
    )
    for item in read_all(bomb.encode()):
        assert len(str(item)) < 5000
        assert "root:" not in str(item)


def test_entries_that_are_never_closed_are_told():
    content = b"<rss version='2.0'><channel>" + b"<item><title>A" * 50_000
    assert "close them" in refuse_one(content)


def test_a_feed_in_another_encoding_is_read():
    content = rss().decode().replace("UTF-8", "ISO-8859-1").replace("Lind", "Løvdal")
    first = read_all(content.encode("iso-8859-1"))[0]
    assert first.article.authors == ("Petra Løvdal",)


def json_feed(**changes):
    entry = {
        "id": "7",
        "url": "https://wire.example/7",
        "title": "Convicted",
        "content_html": f"<p>{STORY[0]}</p><p>{STORY[1]}</p>",
        "date_published": "2031-03-05T23:15:00+01:00",
        "authors": [{"name": "Petra Lind"}],
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Marn Wire",
        "items": [entry | changes],
    }
    return json.dumps(feed).encode()


def test_json_feed_is_read():
    (item,) = read_all(json_feed())
    article = item.article
    assert item.media_type == "application/feed+json"
    assert article.text == "\n\n".join(STORY[:2])
    assert (article.ref, article.url) == ("7", "https://wire.example/7")
    assert (article.published, article.published_basis) == ("2031-03-05", "feed")
    assert (article.publisher, article.authors) == ("Marn Wire", ("Petra Lind",))


@pytest.mark.parametrize(
    ("changes", "text", "kind"),
    [
        ({"content_html": None, "content_text": "One.\n\nTwo."}, "One.\n\nTwo.", ""),
        ({"content_html": None, "summary": "One."}, "One.", SUMMARY),
    ],
)
def test_json_feed_has_three_kinds_of_text(changes, text, kind):
    (item,) = read_all(json_feed(**changes))
    assert item.article.text == text
    assert item.media_type == "application/feed+json" + kind


@pytest.mark.parametrize(
    "content",
    [
        json_feed()[:-20],
        json_feed().replace(b'"items": [', b'"items": [3, null, ').replace(b"3", b"4"),
        b'{"version": "https://jsonfeed.org/version/1", "items": {"a": 1}}',
    ],
)
def test_a_broken_json_feed_is_told(content):
    assert any(isinstance(item, Rejected) for item in read_all(content))
