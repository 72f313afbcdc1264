"""Every reader, given inputs of its kind with random damage: it raises nothing.

What comes out must be storable and showable (`fuzz/checks.py`).
"""

import gzip
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "fuzz"))

from checks import check_item
from hostile_inputs import MAKERS, PARAGRAPHS, STORY, TEXT, page, zipped

from onrecord.config import Config
from onrecord.read import read_bytes
from onrecord.read.kinds import Kind, find_kind

CONFIG = Config(max_page_bytes=200_000)

_MAIL = (
    "From: Jo Lane <jo@post.example>\nDate: Fri, 07 Mar 2031 06:15:00 +0000\n"
    f"Subject: Pilot\nMIME-Version: 1.0\nContent-Type: text/plain\n\n{TEXT}\n"
)
_MHT = (
    "From: <Saved by a browser>\nSnapshot-Content-Location: https://post.example/1\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="cut"\n\n--cut\n'
    f"Content-Type: text/html\n\n{page(PARAGRAPHS).decode()}\n--cut--\n"
)
_RSS = (
    "<rss><channel><title>Post</title><item><title>Pilot</title>"
    "<pubDate>Fri, 07 Mar 2031 06:15:00 GMT</pubDate>"
    f"<description><![CDATA[{PARAGRAPHS}]]></description></item></channel></rss>"
)
_JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [{"id": "1", "title": "Pilot", "content_text": TEXT}],
}
_NINJS = {
    "uri": "urn:post:1",
    "type": "text",
    "headline": "Pilot",
    "body_text": TEXT,
    "versioncreated": "2031-03-07T06:15:00Z",
}
_TELEGRAM = {
    "name": "Harbour",
    "type": "public_channel",
    "id": 1,
    "messages": [
        {"id": 1, "type": "message", "date": "2031-03-07T06:15:00", "text": TEXT}
    ],
}
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(PARAGRAPHS)
_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/1\r\n"
    b"WARC-Date: 2031-03-07T06:15:00Z\r\nContent-Type: application/http; "
    b"msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    % (len(_ANSWER), _ANSWER)
)
_EXPORT = (
    f"Pilot free\nHarbour Post\nMarch 7, 2031\nBody\n\n{TEXT}\n\nEnd of Document\n"
)
_LINE = json.dumps({"text": TEXT, "published": "2031-03-07"}).encode()

SEEDS = {
    "html": page(PARAGRAPHS),
    "text": b"Title: Pilot\nPublished: 2031-03-07\n\n" + TEXT.encode(),
    "export": _EXPORT.encode(),
    "jsonl": _LINE + b"\n" + _LINE,
    "json": json.dumps([{"text": TEXT}], indent=1).encode(),
    "feed": _RSS.encode(),
    "json_feed": json.dumps(_JSON_FEED).encode(),
    "ninjs": json.dumps(_NINJS).encode(),
    "telegram": json.dumps(_TELEGRAM).encode(),
    "table": f'title,text,date\nPilot,"{STORY[0]}",2031-03-07\n'.encode(),
    "mail": _MAIL.encode(),
    "mbox": b"From jo@post.example Fri Mar  7 06:15:00 2031\n" + _MAIL.encode(),
    "mht": _MHT.encode(),
    "warc": _WARC,
    "zip": zipped(**{"a.html": page(PARAGRAPHS), "b.txt": TEXT.encode()}),
    "gzip": gzip.compress(page(PARAGRAPHS), mtime=0),
    "docx": MAKERS["deep.docx"]()[:6000],
    "pdf": MAKERS["bad.pdf"]()[:2000],
}

damage = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from(
                [b"\x00", b"\xff", b"<", b"&#0;", b'"', b"\n\n", b"]]>", b"{"]
            ),
        ),
    ),
    max_size=6,
)


def spoil(content, changes):
    """Put other bytes in place of some, at shares of the length."""
    for share, cut, piece in changes:
        at = int(share * len(content))
        content = content[:at] + piece + content[at + cut :]
    return content


@pytest.mark.parametrize("name", SEEDS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(changes=damage)
@example(changes=[])
def test_a_damaged_input_is_read_or_rejected(name, changes):
    content = spoil(SEEDS[name], changes)
    for item in read_bytes(content, source="in", config=CONFIG):
        check_item(item)


def test_the_seeds_are_of_many_kinds():
    kinds = {find_kind(content) for content in SEEDS.values()}
    assert len(kinds & set(Kind)) >= 14
