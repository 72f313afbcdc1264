import random

import store_builders as build

from onrecord.store import Store
from onrecord.store.cache import KEPT


def test_derived_data_comes_back_until_content_changes(store):
    store.cache("k", b"value")
    assert store.cached("k") == b"value"
    assert store.cached("other") is None
    build.save(store, build.dated())
    assert store.cached("k") is None


def test_keeping_derived_data_is_no_change_of_content(store):
    version = store.version()
    store.cache("k", b"value")
    store.cache("k", b"newer")
    assert store.version() == version
    assert store.cached("k") == b"newer"


def test_only_the_newest_entries_stay(store):
    for n in range(KEPT + 3):
        store.cache(str(n), b"")
    assert [n for n in range(KEPT + 3) if store.cached(str(n)) is None] == [0, 1, 2]


def test_a_full_disk_does_not_fail_who_only_looks(store):
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    store.cache("k", random.Random(1).randbytes(90_000))
    assert store.cached("k") is None
    assert store.articles() == []


def test_a_read_only_case_keeps_nothing(path):
    with Store.open(path, create=True) as store:
        store.cache("before", b"value")
    before = path.read_bytes()
    with Store.open(path, read_only=True) as store:
        store.cache("k", b"value")
        assert store.cached("k") is None
        assert store.cached("before") == b"value"
    assert path.read_bytes() == before
