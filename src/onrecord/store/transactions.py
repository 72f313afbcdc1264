"""Transactions: one for each call, safe beside other processes.

A case is in WAL mode while somebody writes, so that readers and one writer go on side
by side; a session that only reads leaves every byte of the file as it was.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def writing(db: sqlite3.Connection, *, durable: bool = False) -> Iterator[None]:
    """Run the block as one transaction: all of it is stored, or none.

    Where the block changed anything, the content version goes up and derived data that
    was cached is dropped.

    Args:
        db: A connection in autocommit mode.
        durable: Wait until the disk has it. A person's correction cannot be made again
            by a command; a reading that a power cut takes back is due again.
    """
    use_wal(db)
    _set_synchronous(db, "FULL" if durable else "NORMAL")
    with _transaction(db, "BEGIN IMMEDIATE"):
        before = db.total_changes
        yield
        if db.total_changes != before:
            db.execute("UPDATE meta SET value = value + 1 WHERE key = 'content'")
            db.execute("DELETE FROM cache")


@contextmanager
def caching(db: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one transaction that leaves the content version as it is."""
    use_wal(db)
    with _transaction(db, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Let all reads of the block see one state of the case, whoever writes."""
    if db.in_transaction:
        yield
        return
    with _transaction(db, "BEGIN"):
        yield


def content_version(db: sqlite3.Connection) -> tuple[int, int]:
    """Return (format of the file, number of the last change of its content)."""
    (form,) = db.execute("PRAGMA user_version").fetchone()
    (count,) = db.execute("SELECT value FROM meta WHERE key = 'content'").fetchone()
    return int(form), int(count)


def use_wal(db: sqlite3.Connection) -> None:
    """Switch to WAL unless it is on. A file that is busy is used as it is."""
    (mode,) = db.execute("PRAGMA journal_mode").fetchone()
    if mode not in ("wal", "memory"):
        with suppress(sqlite3.OperationalError):
            db.execute("PRAGMA journal_mode = WAL").fetchone()


def leave_one_file(db: sqlite3.Connection) -> None:
    """Fold the write-ahead log in and leave WAL mode, unless others have the case open.

    The last one to close does it. In WAL mode a file cannot be read on media where
    SQLite may not write beside it.
    """
    (mode,) = db.execute("PRAGMA journal_mode").fetchone()
    if mode != "wal":
        return
    db.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        db.execute("PRAGMA journal_mode = DELETE").fetchone()


def _set_synchronous(db: sqlite3.Connection, level: str) -> None:
    """Choose how hard a commit is pressed to the disk.

    NORMAL under WAL never corrupts a file, and a killed process loses nothing that was
    committed, for the system has it; only a power cut may take the last commits back.
    """
    db.execute(f"PRAGMA synchronous = {level}")


@contextmanager
def _transaction(db: sqlite3.Connection, begin: str) -> Iterator[None]:
    db.execute(begin)
    try:
        yield
        db.execute("COMMIT")
    finally:
        # Reached with an open transaction only after a failure, an interrupt included.
        if db.in_transaction:
            db.execute("ROLLBACK")
