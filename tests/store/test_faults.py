import sqlite3

import pytest
import store_builders as build

from onrecord.errors import NotACaseError, ReadOnlyCaseError, StoreError
from onrecord.store import Store
from onrecord.store.faults import store_error


def test_a_full_disk_is_one_sentence_and_what_was_finished_is_safe(path):
    with Store.open(path, create=True) as store:
        build.save(store, build.dated())
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError, match=r"The disk is full.* is safe"):
            store.save_article(build.received("word " * 90_000), at=build.DAY2)
        assert len(store.articles()) == 1
        assert store.verify() == []


def test_a_closed_case_says_so(path):
    store = Store.open(path, create=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.articles()


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("SQLITE_READONLY_DBMOVED", ReadOnlyCaseError, "read-only"),
        ("SQLITE_NOTADB", NotACaseError, "not a case"),
        ("SQLITE_BUSY_SNAPSHOT", StoreError, "Another process"),
        ("SQLITE_IOERR_WRITE", StoreError, "disk failed"),
        ("SQLITE_CORRUPT", StoreError, "damaged"),
        ("SQLITE_CANTOPEN", StoreError, "cannot be opened"),
        ("SQLITE_MISMATCH", StoreError, "SQLITE_MISMATCH"),
    ],
)
def test_each_fault_is_said_in_words(tmp_path, name, kind, words):
    error = sqlite3.OperationalError("raw")
    error.sqlite_errorname = name
    found = store_error(error, tmp_path / "case.db")
    assert type(found) is kind
    assert words in str(found)
