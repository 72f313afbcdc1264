import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import store_builders as build

from onrecord.errors import StoreError
from onrecord.model.article import Rejected
from onrecord.store import Store
from onrecord.store.transactions import writing

WRITER = Path(__file__).parent / "write_articles.py"


def start_writer(path, first, count, *, die_at=-1):
    """Start a process that saves numbered articles, each with its reading."""
    return subprocess.Popen(
        [sys.executable, WRITER, path, str(first), str(count), str(die_at)]
    )


def test_a_transaction_that_fails_leaves_nothing(store):
    version = store.version()
    add = "INSERT INTO redirects VALUES (?, 'new', 'at')"
    with pytest.raises(sqlite3.IntegrityError), writing(store._db):
        store._db.executemany(add, [("old",), ("old",)])
    assert store.redirects() == {}
    assert store.version() == version


def test_version_changes_with_every_kind_of_content(store):
    seen = [store.version()]
    store.start_run(build.a_run())
    seen.append(store.version())
    article = store.save_article(build.dated(), at=build.DAY1)
    seen.append(store.version())
    build.save(store, build.dated(), build.a_statement())
    seen.append(store.version())
    store.add_correction(build.a_correction())
    seen.append(store.version())
    store.save_rejected(
        Rejected(source="x", reason="No."), run=build.a_run(), at=build.DAY1
    )
    seen.append(store.version())
    assert len(set(seen)) == len(seen)
    assert store.article(article.id)
    assert store.version() == seen[-1]


def test_a_snapshot_sees_one_state_while_another_writes(path):
    with Store.open(path, create=True) as writer, Store.open(path) as reader:
        build.save(writer, build.dated())
        with reader.snapshot():
            assert len(reader.articles()) == 1
            build.save(writer, build.received("Another."))
            assert len(reader.articles()) == 1
        assert len(reader.articles()) == 2


def test_reading_leaves_every_byte_of_the_file(path):
    with Store.open(path, create=True) as store:
        build.save(store, build.dated(), *build.all_facts())
    before = path.read_bytes(), path.stat().st_mtime_ns
    with Store.open(path) as store:
        store.facts()
        assert store.verify() == []
        assert store.search("captain")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_the_last_to_close_leaves_one_file(path):
    first = Store.open(path, create=True)
    second = Store.open(path)
    build.save(first, build.dated())
    build.save(second, build.received("Another."))
    first.close()
    second.close()
    assert [p.name for p in path.parent.iterdir()] == ["case.db"]
    with Store.open(path, read_only=True) as store:
        assert len(store.articles()) == 2


def test_who_waits_too_long_is_told(path):
    with (
        Store.open(path, create=True) as first,
        Store.open(path, busy_timeout_s=0.05) as second,
        writing(first._db),
        pytest.raises(StoreError, match="Another process"),
    ):
        second.start_run(build.a_run())


@pytest.mark.slow
def test_two_processes_writing_one_case_both_succeed(path):
    writers = [start_writer(path, first, 25) for first in (0, 10)]
    assert [w.wait(60) for w in writers] == [0, 0]
    assert [p.name for p in path.parent.iterdir()] == ["case.db"]
    with Store.open(path) as store:
        assert len(store.articles()) == 35
        assert len(store.facts(["statement"])) == 35
        assert store.due() == []
        assert store.verify() == []


@pytest.mark.slow
@pytest.mark.parametrize("die_at", [0, 7])
def test_kill_loses_no_finished_article_and_leaves_no_half_one(path, die_at):
    killed = start_writer(path, 0, 20, die_at=die_at)
    assert killed.wait(60) == -signal.SIGKILL
    assert os.path.exists(f"{path}-wal")
    with Store.open(path) as store:
        assert len(store.articles()) == die_at
        assert len(store.facts(["statement"])) == die_at
        assert store.due() == []
        assert store.verify() == []
    assert start_writer(path, 0, 20).wait(60) == 0
    with Store.open(path) as store:
        assert len(store.articles()) == len(store.facts(["statement"])) == 20
        assert store.verify() == []
