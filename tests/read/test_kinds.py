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
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x1f\x8b\x08", "gzip"),
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
        (b'<?xml version="1.0"?><rss version="2.0">', "feed"),
        (b'<?xml version="1.0"?><nitf>', "XML"),
        (b"From a@b.example Mon Jan  1\nSubject: x", "e-mail"),
        (b"WARC/1.0\r\n", "WARC"),
    ],
)
def test_everything_else_is_refused_in_one_sentence_that_says_what_to_do(head, word):
    reason = find_kind(head)
    assert not isinstance(reason, Kind)
    assert word in reason
    assert reason.endswith(".")
