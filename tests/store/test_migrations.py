import hashlib
import sqlite3

import pytest
import store_builders as build

from onrecord.store import Store, migrations, schema, views

MARK = "CREATE TABLE later (n INTEGER PRIMARY KEY)"


def make_version_1(path):
    """A case as the first format made it: kept to try every later step on."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    for statement in schema.VERSION_1:
        db.execute(statement)
    views.make_views(db)
    db.execute("PRAGMA user_version = 1")
    return db


def shape(path):
    """The tables, indexes, triggers and views of a file."""
    db = sqlite3.connect(path)
    found = set(db.execute("SELECT type, name, sql FROM sqlite_master"))
    db.close()
    return found


def add_later_table(db):
    db.execute(MARK)


def fail(db):
    db.execute("CREATE TABLE half (n INTEGER)")
    raise RuntimeError("step failed")


def test_the_first_format_is_as_it_was_released():
    joined = "\n".join(" ".join(sql.split()) for sql in schema.VERSION_1)
    digest = hashlib.sha256(joined.encode()).hexdigest()
    assert digest[:16] == "38d8f35340ceb2f0", (
        "cases have this format: add a step instead"
    )


def test_an_upgraded_version_1_is_like_a_new_case(tmp_path):
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    db = make_version_1(old)
    migrations.migrate(db, migrations.STEPS)
    db.close()
    Store.open(new, create=True).close()
    assert shape(old) == shape(new)


def test_a_later_step_runs_once_and_keeps_content(path):
    with Store.open(path, create=True) as store:
        build.save(store, build.dated(), *build.all_facts())
        before = store.facts()
    steps = (*migrations.STEPS, add_later_table)
    db = sqlite3.connect(path, isolation_level=None)
    migrations.migrate(db, steps)
    migrations.migrate(db, steps)
    assert db.execute("PRAGMA user_version").fetchone() == (len(steps),)
    assert db.execute("SELECT count(*) FROM later").fetchone() == (0,)
    db.execute(f"PRAGMA user_version = {len(migrations.STEPS)}")
    db.close()
    with Store.open(path) as store:
        assert store.facts() == before


def test_a_step_that_fails_leaves_the_old_format_whole(path):
    db = make_version_1(path)
    before = shape(path)
    with pytest.raises(RuntimeError):
        migrations.migrate(db, (*migrations.STEPS, add_later_table, fail))
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    db.close()
    assert shape(path) == before


def test_opening_upgrades_an_old_case(path, monkeypatch):
    make_version_1(path).close()
    steps = (*migrations.STEPS, add_later_table)
    use_steps(monkeypatch, steps)
    with Store.open(path) as store:
        assert store._db.execute("SELECT count(*) FROM later").fetchone() == (0,)


def test_an_old_read_only_case_is_upgraded_in_memory(path, monkeypatch):
    with Store.open(path, create=True) as store:
        build.save(store, build.dated(), *build.all_facts())
    before = path.read_bytes()
    use_steps(monkeypatch, (*migrations.STEPS, add_later_table))
    with Store.open(path, read_only=True) as store:
        assert store._db.execute("SELECT count(*) FROM later").fetchone() == (0,)
        assert len(store.facts()) == len(build.all_facts())
    assert path.read_bytes() == before


def use_steps(monkeypatch, steps):
    """Pretend that a newer onrecord, with these steps, is installed."""
    monkeypatch.setattr(migrations, "STEPS", steps)
