import io
import json
import sys
from pathlib import Path

import pytest

from onrecord.cli.forgetting import say_forgotten
from onrecord.model.stored import Forgotten


def articles(onrecord_, dispute: Path) -> list[dict]:
    return json.loads(onrecord_("articles", dispute, "--json").out)


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(words))


def test_what_goes_is_listed_and_asked_for(
    onrecord_, dispute: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = articles(onrecord_, dispute)
    answer(monkeypatch, "n\n")
    done = onrecord_("forget", dispute, first["id"])
    assert done.code == 1
    assert first["title"] in done.out
    assert "Remove these for good?" in done.err
    assert len(articles(onrecord_, dispute)) == 2
    answer(monkeypatch, "y\n")
    assert onrecord_("forget", dispute, first["id"]).code == 0
    assert len(articles(onrecord_, dispute)) == 1


def test_nothing_goes_where_nobody_can_be_asked(
    onrecord_, dispute: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = articles(onrecord_, dispute)
    answer(monkeypatch, "")
    assert onrecord_("forget", dispute, first["id"]).code == 1
    assert len(articles(onrecord_, dispute)) == 2


def test_json_needs_leave_beforehand(onrecord_, dispute: Path) -> None:
    first, *_ = articles(onrecord_, dispute)
    assert onrecord_("forget", dispute, first["id"], "--json").code == 2
    assert len(articles(onrecord_, dispute)) == 2


def test_an_article_goes_for_good(onrecord_, dispute: Path) -> None:
    first, *_ = articles(onrecord_, dispute)
    done = onrecord_("forget", dispute, first["id"], "--yes", "--json")
    told = json.loads(done.out)
    assert told["articles"] == [first["id"]]
    assert told["rewritten"] is True
    assert first["text"][20:40].encode() not in dispute.read_bytes()
    assert onrecord_("verify", dispute).code == 0
    assert onrecord_("forget", dispute, first["id"], "--lift").code == 0
    assert onrecord_("forget", dispute, first["id"], "--lift").code == 1


def test_an_actor_goes_with_its_articles(onrecord_, dispute: Path) -> None:
    done = onrecord_("forget", dispute, "Aldo Verrin", "--yes", "--no-vacuum")
    assert done.out.startswith("Removed for good: ")
    assert b"Verrin" not in dispute.read_bytes()


def test_all_is_said() -> None:
    told = say_forgotten(
        Forgotten(
            articles=("ar-1",),
            facts=1200,
            originals=1,
            corrections=2,
            still_named=("ar-2",),
            log_left=True,
        )
    )
    assert "1 article, 1,200 rows of facts, 1 received file, 2 corrections" in told
    assert "1 article of the case" in told
    assert "-wal" in told
    assert "backups" in told
