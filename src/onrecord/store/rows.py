"""Read facts as rows: what is compared, inserted and superseded.

A row is either a body (`facts`) or a mark (`mention_rows`, `time_rows`); rows of equal
content are the same state of the same fact.
"""

import logging
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.article import Article
from onrecord.model.records import AnyFact
from onrecord.store.bodies import anchor_of, encode, pack
from onrecord.store.marks import (
    TABLES,
    Mark,
    current_marks,
    mark_id,
    shape_numbers,
    to_mark,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Row:
    """A read fact as stored: its anchor, and its body or mark."""

    id: str
    type: str
    field: str
    start: int
    end: int
    content: str | Mark

    @property
    def table(self) -> str:
        """The table that holds it."""
        return "facts" if isinstance(self.content, str) else TABLES[self.type]


@dataclass(frozen=True, slots=True)
class Change:
    """What one new reading does: who recorded it, when, and under which number."""

    article: str
    run: str
    reading: int
    at: str


def to_rows(facts: Iterable[AnyFact], home: Article) -> dict[str, Row]:
    """Return the rows of a reading by id; of two facts with one id, the first."""
    rows: dict[str, Row] = {}
    for fact in facts:
        if fact.id in rows:
            log.warning("%s stands twice in a reading of %s", fact.id, home.id)
        else:
            rows[fact.id] = _to_row(fact, home)
    return rows


def current_rows(db: sqlite3.Connection, article: str) -> dict[str, tuple[int, Row]]:
    """Return an article's current rows, with their numbers, by id."""
    found: dict[str, tuple[int, Row]] = {}
    for n, *values in db.execute(
        'SELECT n, id, type, field, start, "end", body FROM facts '
        "WHERE article = ? AND superseded_at IS NULL",
        (article,),
    ):
        found[values[0]] = (n, Row(*values))
    for kind, n, mark in current_marks(db, article):
        found[mark_id(kind, mark.key)] = (n, _mark_row(kind, mark))
    return found


def supersede(
    db: sqlite3.Connection, rows: Iterable[tuple[int, Row]], change: Change
) -> None:
    """Mark rows as no longer current."""
    for n, row in rows:
        if row.table == "facts":
            db.execute("UPDATE facts SET superseded_at = ? WHERE n = ?", (change.at, n))
        else:
            db.execute(
                f"UPDATE {row.table} SET superseded_by = ? WHERE n = ?",
                (change.reading, n),
            )


def insert(db: sqlite3.Connection, rows: Iterable[Row], change: Change) -> None:
    """Add rows as current ones."""
    rows = list(rows)
    place, who = (change.article,), (change.run, change.at)
    db.executemany(
        'INSERT INTO facts (id, type, article, field, start, "end", body, run, '
        "recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (r.id, r.type, *place, r.field, r.start, r.end, r.content, *who)
            for r in rows
            if isinstance(r.content, str)
        ],
    )
    _insert_marks(db, rows, change)


def _to_row(fact: AnyFact, home: Article) -> Row:
    mark = to_mark(fact, home)
    kind = str(fact.__struct_config__.tag)
    if mark is not None:
        return _mark_row(kind, mark)
    field, start, end = anchor_of(fact)
    return Row(fact.id, kind, field, start, end, encode(pack(fact, home)))


def _mark_row(kind: str, mark: Mark) -> Row:
    return Row(mark_id(kind, mark.key), kind, "text", mark.start, mark.end, mark)


def _insert_marks(db: sqlite3.Connection, rows: list[Row], change: Change) -> None:
    marks = [(r.table, r.content) for r in rows if isinstance(r.content, Mark)]
    if not marks:
        return
    shapes = shape_numbers(db, {mark.shape for _, mark in marks})
    (article,) = db.execute(
        "SELECT n FROM articles WHERE id = ?", (change.article,)
    ).fetchone()
    for table in TABLES.values():
        db.executemany(
            f"INSERT INTO {table} (article, reading, key, start, end, evidence_start, "
            "evidence_end, actor, shape) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (article, change.reading, *mark[:-1], shapes[mark.shape])
                for its_table, mark in marks
                if its_table == table
            ],
        )
