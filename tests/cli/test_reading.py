import io
import json
import sys
from pathlib import Path

import pytest

import onrecord.case
from fakes import make_moved_reader
from onrecord.case import open_case
from onrecord.cli.reading import say_read, say_reread
from onrecord.model.article import Rejected
from onrecord.pipeline import ReadResult, RereadResult
from onrecord.read.fetch import Fetcher
from onrecord.read.web import Fetched

STORY = 'Aldo Verrin said "We will wait for the court", after the port was closed.\n'


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY * 3)
    return path


def test_a_file_is_read_and_told(onrecord_, story: Path) -> None:
    done = onrecord_("read", story, "--case", "new.db", "--published", "2031-03-07")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("1 article read, ")
    again = onrecord_("read", story, "--case", "new.db", "--json")
    assert json.loads(again.out)["known"] == 1


def test_what_is_rejected_is_told_and_the_exit_code_says_so(
    onrecord_, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = onrecord_("read", story, tmp_path / "empty.txt", "--case", "new.db")
    assert done.code == 1
    assert "1 article read" in done.out
    assert "1 rejected:" in done.out
    assert "empty.txt: " in done.out


def test_json_lines_from_standard_input_with_a_field_map(
    onrecord_, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = json.dumps({"body": STORY, "published": "2031-03-07"}) + "\n"
    stdin = io.TextIOWrapper(io.BytesIO(line.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    done = onrecord_("read", "-", "--case", "new.db", "--field", "text=body")
    assert done.code == 0
    articles = json.loads(onrecord_("articles", "new.db", "--json").out)
    assert articles[0]["text"] == STORY


def test_a_folder_as_case_is_refused(onrecord_, story: Path, tmp_path: Path) -> None:
    done = onrecord_("read", story, "--case", tmp_path)
    assert done.code == 1
    assert "is a folder; a case is one file" in done.err


def test_a_field_map_must_be_a_pair(onrecord_, story: Path) -> None:
    assert onrecord_("read", story, "--case", "n.db", "--field", "text").code == 2


def test_reread_prints_what_changed(
    onrecord_, dispute: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "nothing to do" in onrecord_("reread", dispute).out

    def moved(*arguments, **more):
        return open_case(*arguments, **more, make_reader=make_moved_reader)

    monkeypatch.setattr(onrecord.case, "open_case", moved)
    done = onrecord_("reread", dispute)
    assert done.code == 0
    assert "2 articles read again." in done.out
    assert "event: 1 same" in done.out


def test_reasons_are_grouped_and_counted() -> None:
    rejected = tuple(
        Rejected(source=f"{n}.txt", reason="It is empty.") for n in range(3)
    )
    told = say_read(ReadResult(run="ru-1", rejected=rejected, notes={"no day": 2}))
    assert "0.txt and 2 more: It is empty." in told
    assert "2 articles: no day" in told


def test_orphaned_corrections_are_named() -> None:
    told = say_reread(RereadResult(run="ru-1", articles=1, orphaned=("cx-1",)))
    assert "1 correction found nothing" in told
    assert "cx-1" in told


def test_a_missing_file_makes_no_case(onrecord_, tmp_path: Path) -> None:
    done = onrecord_("read", "missing.txt", "--case", tmp_path / "new.db")
    assert done.code == 1
    assert "no file or folder 'missing.txt'" in done.err
    assert not (tmp_path / "new.db").exists()


PAGE = f"<html><body><article><p>{STORY}</p></article></body></html>".encode()


def never(*_: object) -> None:
    raise AssertionError("something was fetched")


def test_a_url_is_fetched_and_only_that(
    onrecord_, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetch(self: Fetcher, url: str) -> Fetched:
        asked.append(url)
        return Fetched(url, PAGE, "2031-03-08T12:00:00Z")

    monkeypatch.setattr(Fetcher, "fetch", fetch)
    url = "https://paper.example/story"
    done = onrecord_("read", url, "--case", "new.db")
    assert (done.code, done.err) == (0, "")
    assert asked == [url]
    (article,) = json.loads(onrecord_("articles", "new.db", "--json").out)
    assert article["url"] == url
    assert article["retrieved"] == "2031-03-08T12:00:00Z"
    assert "published" not in article


def test_a_private_address_needs_leave(onrecord_) -> None:
    url = "http://127.0.0.1:9/story"
    done = onrecord_("read", url, "--case", "new.db")
    assert done.code == 1
    assert "--allow-private" in done.out
    allowed = onrecord_("read", url, "--case", "new.db", "--allow-private")
    assert "could not be read" in allowed.out


FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>P</title><item>
<title>Port closed</title><link>https://paper.example/story</link>
<description>Aldo Verrin spoke after the port of Marn was closed.</description>
</item></channel></rss>"""


def test_pages_of_a_feed_are_fetched_only_with_leave(
    onrecord_, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(FEED)
    monkeypatch.setattr(Fetcher, "fetch", never)
    assert onrecord_("read", feed, "--case", "new.db").code == 0
    fetched = Fetched("https://paper.example/story", PAGE, "2031-03-08T12:00:00Z")
    monkeypatch.setattr(Fetcher, "fetch", lambda self, url: fetched)
    assert onrecord_("read", feed, "--case", "new.db", "--fetch").code == 0
    articles = json.loads(onrecord_("articles", "new.db", "--json").out)
    assert {"spoke after" in one["text"] for one in articles} == {True, False}
