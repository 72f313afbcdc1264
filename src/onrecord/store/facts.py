"""Read facts out of the file: current ones, those of an earlier day, and histories."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from msgspec.structs import force_setattr

from onrecord.errors import StoreError
from onrecord.model.records import RECORD_TYPES, AnyFact
from onrecord.model.stored import FactRow
from onrecord.store.bodies import unpack
from onrecord.store.marks import TABLES, Shapes, mark_id, mark_key
from onrecord.store.redirects import all_ids


@dataclass(frozen=True, slots=True)
class Found:
    """A row before it is made a record: a body, or the numbers of a mark."""

    article: str
    start: int
    id: str
    content: str | tuple[int, ...]
    run: str
    recorded_at: str
    superseded_at: str | None = None


def load_facts(
    db: sqlite3.Connection,
    types: Collection[str] | None = None,
    *,
    article: str | None = None,
    recorded_as_of: str | None = None,
) -> list[AnyFact]:
    """Return read facts in order of (article, anchor start, id).

    Args:
        db: An open case.
        types: Record types; None for all.
        article: Only the facts of this article.
        recorded_as_of: As recorded at this time; None for the current ones.
    """
    wanted = set(RECORD_TYPES if types is None else types)
    found = list(_bodies(db, wanted, article, recorded_as_of))
    for kind in sorted(wanted & TABLES.keys()):
        found.extend(_marks(db, kind, article, recorded_as_of))
    found.sort(key=_place)
    make = _maker(db)
    return [make(row) for row in found]


def load_history(db: sqlite3.Connection, fact_id: str) -> list[FactRow]:
    """Return all rows there ever were of this fact, under any of its ids, oldest first.

    Empty for an id that stands for nothing.
    """
    found: list[Found] = []
    for one in sorted(all_ids(db, fact_id)):
        found.extend(_history_rows(db, one))
    make = _maker(db)
    return [
        FactRow(
            fact=make(row),
            run=row.run,
            recorded_at=row.recorded_at,
            superseded_at=row.superseded_at,
        )
        for row in sorted(found, key=attrgetter("recorded_at"))
    ]


def _place(row: Found) -> tuple[str, int, str]:
    return row.article, row.start, row.id


def _maker(db: sqlite3.Connection) -> Callable[[Found], AnyFact]:
    """Return what makes records of rows; rows of an article should come together."""
    shapes: Shapes | None = None
    home = text = ""

    def make(row: Found) -> AnyFact:
        nonlocal shapes, home, text
        if row.article != home:
            home, text = row.article, _text(db, row.article)
        try:
            if isinstance(row.content, str):
                return unpack(
                    row.content, home, text, run=row.run, recorded_at=row.recorded_at
                )
            shapes = shapes or Shapes(db)
            fact = shapes.fact(row.content, home, text)
        except ValueError as error:
            raise StoreError(
                f"The fact {row.id} is damaged ({error}); `onrecord verify` lists what "
                "is wrong with the case."
            ) from error
        force_setattr(fact, "run", row.run)
        force_setattr(fact, "recorded_at", row.recorded_at)
        return fact

    return make


def _text(db: sqlite3.Connection, article: str) -> str:
    row = db.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
    return str(row[0])


def _bodies(
    db: sqlite3.Connection,
    types: set[str],
    article: str | None,
    recorded_as_of: str | None,
) -> Iterator[Found]:
    where, values = _when("f.superseded_at", "f.recorded_at", recorded_as_of)
    if types != RECORD_TYPES.keys():
        where += f" AND f.type IN ({', '.join('?' * len(types))})"
        values += sorted(types)
    if article is not None:
        where += " AND f.article = ?"
        values.append(article)
    for row in db.execute(
        "SELECT f.article, f.start, f.id, f.body, f.run, f.recorded_at "
        f"FROM facts AS f WHERE {where}",
        values,
    ):
        yield Found(*row)


_MARK_COLUMNS = """
    SELECT a.id, m.start, m.key, m.end, m.evidence_start, m.evidence_end, m.actor,
    m.shape, r.run, r.recorded_at, s.recorded_at FROM {table} AS m
    JOIN articles AS a ON a.n = m.article JOIN readings AS r ON r.n = m.reading
    LEFT JOIN readings AS s ON s.n = m.superseded_by WHERE {where}
"""


def _marks(
    db: sqlite3.Connection, kind: str, article: str | None, recorded_as_of: str | None
) -> Iterator[Found]:
    where, values = _when("s.recorded_at", "r.recorded_at", recorded_as_of)
    if recorded_as_of is None:
        where = "m.superseded_by IS NULL"
    if article is not None:
        where += " AND a.id = ?"
        values.append(article)
    sql = _MARK_COLUMNS.format(table=TABLES[kind], where=where)
    return _found_marks(kind, db.execute(sql, values))


def _found_marks(kind: str, rows: Iterable[tuple[Any, ...]]) -> Iterator[Found]:
    for article, start, key, *rest, run, recorded_at, superseded_at in rows:
        numbers = (key, start, *rest)
        yield Found(
            article, start, mark_id(kind, key), numbers, run, recorded_at, superseded_at
        )


def _when(
    superseded: str, recorded: str, recorded_as_of: str | None
) -> tuple[str, list[str]]:
    """Return the condition that picks the rows of a recording time."""
    if recorded_as_of is None:
        return f"{superseded} IS NULL", []
    return (
        f"{recorded} <= ? AND ({superseded} IS NULL OR {superseded} > ?)",
        [recorded_as_of, recorded_as_of],
    )


def _history_rows(db: sqlite3.Connection, fact_id: str) -> Iterator[Found]:
    for row in db.execute(
        "SELECT article, start, id, body, run, recorded_at, superseded_at FROM facts "
        "WHERE id = ? ORDER BY n",
        (fact_id,),
    ):
        yield Found(*row)
    place = mark_key(fact_id)
    if place is not None:
        kind, key = place
        sql = _MARK_COLUMNS.format(table=TABLES[kind], where="m.key = ? ORDER BY m.n")
        yield from _found_marks(kind, db.execute(sql, (key,)))
