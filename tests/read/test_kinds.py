import gzip

import pytest

from onrecord.read.kinds import Kind, find_kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<!DOCTYPE html><html>", Kind.HTML),
        (b"\xef\xbb\xbf\n<!-- saved --><HTML lang=en>", Kind.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', Kind.HTML),
        (b"<div><p>Hello", Kind.HTML),
        ("\ufeff<html><body>".encode("utf-16-le"), Kind.HTML),
        (b'{"text": "a"}\n{"text": "b"}', Kind.JSONL),
        (b'{"text": "a"}', Kind.JSONL),
        (b'{"text": "broken\n{"text": "b"}\n', Kind.JSONL),
        (b'{\n  "text": "a"\n}', Kind.JSON),
        (b'{"title": "a",\n "text": "b"}', Kind.JSON),
        (b'[{"text": "a"}]', Kind.JSON),
        (b"[Update] The court ruled.", Kind.TEXT),
        (b"{Editor's note} The court ruled.", Kind.TEXT),
        (b"He wrote <b>no</b> in it.", Kind.TEXT),
        (b"Title: A\n\nThe court ruled.", Kind.TEXT),
        (b"\x93The court\x94 ruled.", Kind.TEXT),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.7\n", Kind.PDF),
        (b"PK\x03\x04\x14\x00", Kind.ZIP),
        (b"\x1f\x8b\x08", Kind.GZIP),
        (gzip.compress(b"WARC/1.0\r\n"), Kind.WARC),
        (b"WARC/1.0\r\n", Kind.WARC),
        (b'<?xml version="1.0"?><rss version="2.0">', Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', Kind.JSON_FEED),
        (b'{"uri": "a:b", "pubstatus": "usable"}', Kind.NINJS),
        (b'{"name": "A", "type": "public_channel", "messages": []}', Kind.TELEGRAM),
        (b"From a@b Mon Jan  1 10:00:00 2031\nSubject: x\n\nb", Kind.MBOX),
        (b"From: a@b.example\nDate: x\nSubject: y\n\nb", Kind.MAIL),
        (b"Received: by x\r\n\tfor y\r\nSubject: y\r\n\r\nb", Kind.MAIL),
        (b"From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\n\n", Kind.MHT),
        (b"text,outlet\na,b\n", Kind.TABLE),
        (b"headline\tdate\tid\na\tb\tc\n", Kind.TABLE),
        (b"Outlet: A\nDate: 2031-03-01\n\nThe court ruled.", Kind.TEXT),
        (b"On Monday, the text, as printed\nwas read.", Kind.TEXT),
    ],
)
def test_the_kind_is_told_from_the_content(head, kind):
    assert find_kind(head) is kind


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"ID3\x03", "sound"),
        (b"SQLite format 3\x00", "--case"),
        (b"\x7fELF\x02\x01\x01" + bytes(40), "binary"),
        (bytes(range(256)), "binary"),
        ("The court".encode("utf-16-le"), "UTF-16"),
        ("The court".encode("utf-16-be"), "UTF-16"),
        ('\ufeff{"text": "a"}'.encode("utf-16-le"), "UTF-16"),
        (b'<?xml version="1.0"?><nitf>', "XML"),
        (b'<?xml version="1.0"?><urlset>', "site map"),
    ],
)
def test_everything_else_is_refused_in_one_sentence_that_says_what_to_do(head, word):
    reason = find_kind(head)
    assert not isinstance(reason, Kind)
    assert word in reason
    assert reason.endswith(".")


def test_a_table_is_told_by_the_columns_that_the_caller_names():
    head = b"kopf,inhalt\na,b\n"
    assert find_kind(head) is Kind.TEXT
    assert find_kind(head, field_map={"text": "inhalt"}) is Kind.TABLE
