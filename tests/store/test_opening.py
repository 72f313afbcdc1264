import os
import sqlite3
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
import store_builders as build

from onrecord.errors import (
    NewerCaseError,
    NotACaseError,
    ReadOnlyCaseError,
    StoreError,
)
from onrecord.store import Store

NOBODY = 65534


@contextmanager
def unprivileged():
    """Give up root's right to write anywhere, where tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def media():
    """A case in a folder where nothing can be written, as on read-only media."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / "case.db", create=True) as store:
            build.save(store, build.dated(), *build.all_facts())
        yield folder / "case.db"
        folder.chmod(stat.S_IRWXU)


def protect(path):
    path.chmod(0o444)
    path.parent.chmod(0o555)


def test_a_missing_case_says_how_to_make_one(path):
    with pytest.raises(StoreError, match=r"no case at .*onrecord read"):
        Store.open(path)
    with pytest.raises(StoreError, match="no case at"):
        Store.open(path, create=True, read_only=True)
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(StoreError, match=r"folder .*nowhere does not exist"):
        Store.open(tmp_path / "nowhere" / "case.db", create=True)


def test_a_folder_is_no_case(tmp_path):
    with pytest.raises(NotACaseError, match="is a folder"):
        Store.open(tmp_path, create=True)


@pytest.mark.parametrize("content", [b"Dear diary", b"SQLite", b"\x00" * 5000])
@pytest.mark.parametrize("create", [False, True])
def test_another_file_is_no_case_and_stays_as_it_is(path, content, create):
    path.write_bytes(content)
    with pytest.raises(NotACaseError, match="not a case file"):
        Store.open(path, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("read_only", [False, True])
def test_another_sqlite_file_is_no_case_and_stays_as_it_is(path, create, read_only):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE articles (id)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NotACaseError, match="not a case file"):
        Store.open(path, create=create, read_only=read_only)
    assert path.read_bytes() == before


def test_a_damaged_header_is_no_case(path):
    path.write_bytes(b"SQLite format 3\x00" + b"junk" * 2000)
    with pytest.raises(NotACaseError, match="not a case file"):
        Store.open(path)


def test_an_empty_file_is_what_a_kill_leaves_and_becomes_a_case(path):
    path.touch()
    with pytest.raises(NotACaseError):
        Store.open(path)
    with Store.open(path, create=True) as store:
        assert store.articles() == []


def test_a_newer_case_is_refused_and_stays_as_it_is(path):
    Store.open(path, create=True).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(NewerCaseError, match=r"format 99.*upgrade"):
            Store.open(path, read_only=read_only)
    assert path.read_bytes() == before


def test_creating_over_a_case_opens_it(path):
    with Store.open(path, create=True) as store:
        build.save(store, build.dated())
    with Store.open(path, create=True) as store:
        assert len(store.articles()) == 1


@pytest.mark.parametrize("name", ["case?mode=memory#1.db", "Fall Größe %20.db"])
def test_any_file_name_will_do(tmp_path, name):
    with Store.open(tmp_path / name, create=True) as store:
        build.save(store, build.dated())
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_case_asked_for_read_only_refuses_to_write(path):
    Store.open(path, create=True).close()
    with Store.open(path, read_only=True) as store:
        assert store.read_only
        with pytest.raises(ReadOnlyCaseError, match="copy it"):
            store.start_run(build.a_run())


def test_a_case_on_read_only_media_opens_by_itself(media):
    protect(media)
    with unprivileged(), Store.open(media) as store:
        assert store.read_only
        assert len(store.facts()) == len(build.all_facts())
        assert store.verify() == []
        with pytest.raises(ReadOnlyCaseError):
            store.add_correction(build.a_correction())


def test_a_case_in_wal_mode_opens_on_read_only_media(media):
    db = sqlite3.connect(media)
    db.execute("PRAGMA journal_mode = WAL").fetchone()
    db.close()
    protect(media)
    with unprivileged(), Store.open(media) as store:
        assert len(store.articles()) == 1


def test_a_case_that_was_not_closed_is_not_read_half(media):
    with Store.open(media) as store:
        build.save(store, build.received("Another."))
        log = media.with_name("case.db-wal").read_bytes()
        main = media.read_bytes()
    media.write_bytes(main)
    media.with_name("case.db-wal").write_bytes(log)
    protect(media)
    with unprivileged(), pytest.raises(StoreError, match="copy it together"):
        Store.open(media)


def test_a_case_that_was_not_closed_opens_read_only_where_it_can_be_recovered(media):
    with Store.open(media) as store:
        build.save(store, build.received("Another."))
        with Store.open(media, read_only=True) as other:
            assert len(other.articles()) == 2


def test_a_case_cannot_be_made_on_read_only_media(media):
    protect(media)
    with unprivileged(), pytest.raises(ReadOnlyCaseError):
        Store.open(media.with_name("new.db"), create=True)
