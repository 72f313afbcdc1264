"""Opening a case: telling it from other files, and from cases it cannot handle.

Nothing is changed by opening but what a migration must change. A file or folder that
cannot be written opens read-only, whatever was asked.
"""

import os
import sqlite3
from pathlib import Path

from onrecord.errors import NewerCaseError, NotACaseError, StoreError
from onrecord.store import migrations
from onrecord.store.faults import not_a_case_error, read_only_error
from onrecord.store.schema import APPLICATION_ID

SQLITE_MAGIC = b"SQLite format 3\x00"


def open_db(
    path: Path, *, create: bool, read_only: bool, busy_timeout_s: float
) -> tuple[sqlite3.Connection, bool]:
    """Return a connection to the case, and whether it is read-only.

    Raises:
        NotACaseError: the path is a folder or another kind of file.
        NewerCaseError: a newer onrecord made the case.
        ReadOnlyCaseError: a case was to be made where nothing can be written.
        StoreError: there is no such file.
    """
    fresh = _check_path(path, create=create and not read_only)
    read_only = read_only or not _writable(path)
    if fresh and read_only:
        raise read_only_error(path)
    db = _connect(path, read_only=read_only, timeout_s=busy_timeout_s)
    try:
        return _ready(db, path, fresh=fresh, read_only=read_only), read_only
    except BaseException:
        db.close()
        raise


def _check_path(path: Path, *, create: bool) -> bool:
    """Whether the case is still to be made; raises where the path cannot be one."""
    if path.is_dir():
        raise NotACaseError(
            f"{path} is a folder; a case is one file, such as {path / 'case.db'}."
        )
    if not path.exists():
        return _check_missing(path, create=create)
    try:
        with path.open("rb") as file:
            head = file.read(len(SQLITE_MAGIC))
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}.") from error
    # An empty file is what a process killed while it made a case leaves.
    if head != SQLITE_MAGIC and not (create and not head):
        raise not_a_case_error(path)
    return not head


def _check_missing(path: Path, *, create: bool) -> bool:
    if not create:
        raise StoreError(
            f"There is no case at {path}; `onrecord read ARTICLES --case {path}` makes "
            "one."
        )
    if not path.parent.is_dir():
        raise StoreError(
            f"The folder {path.parent} does not exist; make it first, or give another "
            "path for the case."
        )
    return True


def _writable(path: Path) -> bool:
    """Whether both the file and its folder, where a journal must stand, take writes."""
    return _may_write(path.parent) and (not path.exists() or _may_write(path))


def _may_write(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)


def _connect(path: Path, *, read_only: bool, timeout_s: float) -> sqlite3.Connection:
    if not read_only:
        return _connection(path, "mode=rwc", timeout_s)
    try:
        return _connection(path, "mode=ro", timeout_s)
    except sqlite3.OperationalError:
        # A WAL-mode file: SQLite wants to write beside it even to read it.
        return _connect_wal_read_only(path, timeout_s)


def _connect_wal_read_only(path: Path, timeout_s: float) -> sqlite3.Connection:
    if _writable(path):
        db = _connection(path, "mode=rw", timeout_s)
        db.execute("PRAGMA query_only = ON")
        return db
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise StoreError(
            f"The case {path} was not closed and cannot be recovered where nothing can "
            f"be written; copy it together with {log.name} to another folder."
        )
    return _connection(path, "mode=ro&immutable=1", timeout_s)


def _connection(path: Path, options: str, timeout_s: float) -> sqlite3.Connection:
    """Connect, and read once, for SQLite opens the file only then."""
    uri = f"{path.absolute().as_uri()}?{options}"
    db = sqlite3.connect(uri, uri=True, timeout=timeout_s, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten, so that `forget` leaves nothing behind.
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA user_version").fetchone()
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _ready(
    db: sqlite3.Connection, path: Path, *, fresh: bool, read_only: bool
) -> sqlite3.Connection:
    """Check what the file is and bring it to this version's format."""
    if not fresh and not _is_case(db) and (read_only or not _is_blank(db)):
        raise not_a_case_error(path)
    version, newest = _version(db), len(migrations.STEPS)
    if version > newest:
        raise NewerCaseError(
            f"The case {path} was made by a newer onrecord (format {version}, this one "
            f"knows {newest}); upgrade onrecord to open it."
        )
    if version == newest:
        return db
    if read_only:
        db = _copy_in_memory(db)
    migrations.migrate(db, migrations.STEPS)
    return db


def _is_case(db: sqlite3.Connection) -> bool:
    (application_id,) = db.execute("PRAGMA application_id").fetchone()
    return bool(application_id == APPLICATION_ID)


def _is_blank(db: sqlite3.Connection) -> bool:
    """Whether another process is only just making this file."""
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application_id,) = db.execute("PRAGMA application_id").fetchone()
    return bool(tables == 0 and application_id == 0)


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def _copy_in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy that an older read-only case can be upgraded in."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    db.backup(copy)
    db.close()
    return copy
