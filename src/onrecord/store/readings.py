"""Readings and runs: which reading of an article is current, and who made it.

A fact whose id and content are as before keeps its row, and with it the run and time
that recorded it. Every other current row is superseded, never deleted.
"""

import sqlite3

import msgspec

from onrecord.errors import UnknownFactError
from onrecord.model.article import Article, Rejected
from onrecord.model.correction import Run
from onrecord.model.records import Reading
from onrecord.store import redirects, rows


def add_run(db: sqlite3.Connection, run: Run) -> None:
    """Store a run; the same one again changes nothing."""
    db.execute(
        "INSERT INTO runs (id, started_at, version, fingerprint, models, settings) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            run.id,
            run.started_at,
            run.version,
            run.fingerprint,
            msgspec.json.encode(run.models, order="sorted").decode(),
            msgspec.json.encode(run.settings, order="sorted").decode(),
        ),
    )


def load_runs(db: sqlite3.Connection) -> list[Run]:
    """Return all runs in the order they were stored."""
    found = db.execute(
        "SELECT id, started_at, version, fingerprint, models, settings FROM runs "
        "ORDER BY n"
    )
    return [
        Run(
            id=row[0],
            started_at=row[1],
            version=row[2],
            fingerprint=row[3],
            models=msgspec.json.decode(row[4], type=dict[str, str]),
            settings=msgspec.json.decode(row[5], type=dict[str, str]),
        )
        for row in found
    ]


def load_run(db: sqlite3.Connection, run: str) -> Run:
    """Return one run.

    Raises:
        UnknownFactError: the case has no such run.
    """
    for one in load_runs(db):
        if one.id == run:
            return one
    raise UnknownFactError(f"The case has no run {run}.")


def replace_reading(
    db: sqlite3.Connection,
    article: Article,
    reading: Reading,
    *,
    run: Run,
    basis: str,
    at: str,
) -> None:
    """Make this the current reading of its article, and redirect ids that moved.

    A reading of a basis that is no longer the article's never takes the place of one
    that is: two processes may finish in either order.
    """
    notes = msgspec.json.encode(reading.notes).decode()
    before = _current(db, article.id)
    if before is not None and before[1] != basis and before[1] == _basis(db, article):
        return
    old = rows.current_rows(db, article.id)
    new = rows.to_rows(reading.facts, article)
    leaving = [(n, row) for n, row in old.values() if new.get(row.id) != row]
    coming = [row for row in new.values() if row.id not in old or old[row.id][1] != row]
    if not leaving and not coming and before == (run.id, basis, notes):
        return
    change = _add_reading(db, article.id, run, basis=basis, notes=notes, at=at)
    rows.supersede(db, leaving, change)
    rows.insert(db, coming, change)
    arrivals = [row for row in coming if row.id not in old]
    redirects.redirect_moved(db, article.id, arrivals, at=at)


def load_notes(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return the notes of current readings by article, where there are any."""
    found = db.execute(
        "SELECT article, notes FROM readings WHERE superseded_at IS NULL "
        "AND notes <> '[]' ORDER BY article"
    )
    return {
        article: msgspec.json.decode(notes, type=tuple[str, ...])
        for article, notes in found
    }


def add_rejected(db: sqlite3.Connection, rejected: Rejected, run: Run, at: str) -> None:
    """Store what could not be read; the same bytes of the same source once."""
    add_run(db, run)
    source, reason = _storable(rejected.source), _storable(rejected.reason)
    db.execute(
        """
        INSERT INTO rejected (source, sha256, reason, run, recorded_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (source, ifnull(sha256, '')) DO UPDATE
        SET reason = excluded.reason, run = excluded.run,
        recorded_at = excluded.recorded_at WHERE excluded.reason <> reason
        """,
        (source, rejected.sha256, reason, run.id, at),
    )


def forget_rejected(db: sqlite3.Connection, source: str, sha256: str) -> None:
    """Drop what was rejected once and could be read now."""
    db.execute(
        "DELETE FROM rejected WHERE source = ? AND (sha256 IS NULL OR sha256 = ?)",
        (_storable(source), sha256),
    )


def load_rejected(db: sqlite3.Connection) -> list[Rejected]:
    """Return what could not be read, in the order it was met."""
    found = db.execute("SELECT source, reason, sha256 FROM rejected ORDER BY n")
    return [Rejected(source=s, reason=reason, sha256=h) for s, reason, h in found]


def _storable(words: str) -> str:
    """Return words that SQLite takes: a file's name need not be Unicode."""
    return words.encode("utf-8", "backslashreplace").decode()


def _current(db: sqlite3.Connection, article: str) -> tuple[str, str, str] | None:
    """Return (run, basis, notes) of the current reading."""
    row = db.execute(
        "SELECT run, basis, notes FROM readings "
        "WHERE article = ? AND superseded_at IS NULL",
        (article,),
    ).fetchone()
    return None if row is None else (row[0], row[1], row[2])


def _basis(db: sqlite3.Connection, article: Article) -> str:
    row = db.execute(
        "SELECT basis FROM articles WHERE id = ?", (article.id,)
    ).fetchone()
    return str(row[0])


def _add_reading(
    db: sqlite3.Connection, article: str, run: Run, *, basis: str, notes: str, at: str
) -> rows.Change:
    add_run(db, run)
    db.execute(
        "UPDATE readings SET superseded_at = ? "
        "WHERE article = ? AND superseded_at IS NULL",
        (at, article),
    )
    cursor = db.execute(
        "INSERT INTO readings (article, run, basis, notes, recorded_at) "
        "VALUES (?, ?, ?, ?, ?)",
        (article, run.id, basis, notes, at),
    )
    number = cursor.lastrowid or 0  # None only before any insert
    return rows.Change(article=article, run=run.id, reading=number, at=at)
