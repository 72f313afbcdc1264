"""Read facts out of the file: current ones, those of an earlier day, and histories."""

import sqlite3
from collections.abc import Callable, Collection
from operator import itemgetter
from typing import Any

from onrecord.errors import StoreError
from onrecord.model.records import RECORD_TYPES, AnyFact
from onrecord.model.stored import FactRow
from onrecord.store.bodies import unpack, with_columns
from onrecord.store.marks import TABLES, Shapes, mark_key
from onrecord.store.redirects import all_ids
from onrecord.text.ids import PREFIXES

Raw = tuple[Any, ...]
"""(article, start, id, body, run, recorded_at, superseded_at), and for a mark, whose
body is None: shape, end, evidence_start, evidence_end, actor. Plain tuples, as SQLite
gives them: a case has them by the hundred thousand."""

_BODY_COLUMNS = """
    SELECT f.article, f.start, f.id, f.body, f.run, f.recorded_at, f.superseded_at
    FROM facts AS f WHERE {where}
"""
_MARK_COLUMNS = """
    SELECT a.id, m.start, printf('{prefix}-%015x', m.key), NULL,
    r.run, r.recorded_at, s.recorded_at,
    m.shape, m.end, m.evidence_start, m.evidence_end,
    CASE WHEN m.actor IS NOT NULL THEN printf('ac-%015x', m.actor) END
    FROM {table} AS m
    JOIN articles AS a ON a.n = m.article JOIN readings AS r ON r.n = m.reading
    LEFT JOIN readings AS s ON s.n = m.superseded_by WHERE {where}
"""


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
    found = _bodies(db, wanted, article, recorded_as_of)
    for kind in sorted(wanted & TABLES.keys()):
        found.extend(_marks(db, kind, article, recorded_as_of))
    found.sort(key=itemgetter(0, 1, 2))
    make = _maker(db)
    return [make(row) for row in found]


def load_history(db: sqlite3.Connection, fact_id: str) -> list[FactRow]:
    """Return all rows there ever were of this fact, under any of its ids, oldest first.

    Empty for an id that stands for nothing.
    """
    ids = sorted(all_ids(db, fact_id))
    found = [row for one in ids for row in _rows_of(db, one)]
    make = _maker(db)
    return [
        FactRow(fact=make(row), run=row[4], recorded_at=row[5], superseded_at=row[6])
        for row in sorted(found, key=itemgetter(5))
    ]


def _maker(db: sqlite3.Connection) -> Callable[[Raw], AnyFact]:
    """Return what makes records of rows; rows of an article should come together."""
    shapes: Shapes | None = None
    home = text = ""
    # SQLite makes a new string for each row; these recur on every fact.
    shared: dict[str, str] = {}

    def make(row: Raw) -> AnyFact:
        nonlocal shapes, home, text
        article, _, fact_id, body, run, recorded_at, _, *mark = row
        if article != home:
            home, text = article, _text(db, article)
        try:
            if body is None:
                shapes = shapes or Shapes(db)
                fact: AnyFact = shapes.fact(home, text, row[2], row[1], *mark)
            else:
                fact = unpack(body, home, text)
        except ValueError as error:
            raise StoreError(
                f"The fact {fact_id} is damaged ({error}); `onrecord verify` lists "
                "what is wrong with the case."
            ) from error
        return with_columns(
            fact,
            run=shared.setdefault(run, run),
            recorded_at=shared.setdefault(recorded_at, recorded_at),
        )

    return make


def _text(db: sqlite3.Connection, article: str) -> str:
    row = db.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
    return str(row[0])


def _bodies(
    db: sqlite3.Connection,
    types: set[str],
    article: str | None,
    recorded_as_of: str | None,
) -> list[Raw]:
    # `+` keeps SQLite off the index of current ids, which would fetch rows at random.
    where, values = _when("+f.superseded_at", "f.recorded_at", recorded_as_of)
    if types != RECORD_TYPES.keys():
        where += f" AND f.type IN ({', '.join('?' * len(types))})"
        values += sorted(types)
    if article is not None:
        where += " AND f.article = ?"
        values.append(article)
    return db.execute(_BODY_COLUMNS.format(where=where), values).fetchall()


def _marks(
    db: sqlite3.Connection, kind: str, article: str | None, recorded_as_of: str | None
) -> list[Raw]:
    where, values = _when("s.recorded_at", "r.recorded_at", recorded_as_of)
    if recorded_as_of is None:
        where = "m.superseded_by IS NULL"
    if article is not None:
        where += " AND a.id = ?"
        values.append(article)
    return db.execute(_mark_sql(kind, where), values).fetchall()


def _mark_sql(kind: str, where: str) -> str:
    return _MARK_COLUMNS.format(prefix=PREFIXES[kind], table=TABLES[kind], where=where)


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


def _rows_of(db: sqlite3.Connection, fact_id: str) -> list[Raw]:
    """Return all rows of one id, in the order they were stored."""
    sql = _BODY_COLUMNS.format(where="f.id = ? ORDER BY f.n")
    found: list[Raw] = db.execute(sql, (fact_id,)).fetchall()
    place = mark_key(fact_id)
    if place is not None:
        kind, key = place
        sql = _mark_sql(kind, "m.key = ? ORDER BY m.n")
        found += db.execute(sql, (key,)).fetchall()
    return found
