"""Numbered migrations: step k brings a case from format k - 1 to format k.

All steps that a file lacks run in one transaction, so a crash leaves the old format
whole. Views are made anew whenever a step ran; a change of views alone needs a step
that does nothing.
"""

import sqlite3
from collections.abc import Callable

from onrecord.store import schema, views
from onrecord.store.transactions import use_wal

Step = Callable[[sqlite3.Connection], None]


def _make_tables(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    for statement in schema.VERSION_1:
        db.execute(statement)


def _add_forgotten(db: sqlite3.Connection) -> None:
    for statement in schema.VERSION_2:
        db.execute(statement)


STEPS: tuple[Step, ...] = (_make_tables, _add_forgotten)
"""A released step is never edited; add one. Their number is the format that this
version of onrecord writes (`PRAGMA user_version`)."""


def migrate(db: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """Run those of the steps that the file lacks.

    Two processes may do so at once: the second finds nothing left to do.
    """
    use_wal(db)
    db.execute("BEGIN IMMEDIATE")
    try:
        _run_missing(db, steps)
        db.execute("COMMIT")
    finally:
        # Open only after a failure: the file keeps its old format.
        if db.in_transaction:
            db.execute("ROLLBACK")


def _run_missing(db: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version >= len(steps):
        return
    for step in steps[version:]:
        step(db)
    views.make_views(db)
    db.execute(f"PRAGMA user_version = {len(steps)}")
