"""Where replaced ids lead: a fact whose anchor moved stays findable by its old id.

After a re-reading, an id without a current row is redirected to a new fact of its type
and article whose anchor overlaps its own: largest overlap first, one to one. Facts that
hang on one clause (two people held by one verb) overlap alike; then the one that says
most of the same wins, then the order in the text.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.store.marks import TABLES, mark_id
from onrecord.store.rows import Row

Rank = tuple[int, int, int, str, str]


def redirect_moved(
    db: sqlite3.Connection, article: str, arrivals: list[Row], *, at: str
) -> None:
    """Redirect an article's ids that have no current row to those that arrived."""
    if not arrivals:
        return
    # An id that is back leads to itself again.
    db.executemany(
        "DELETE FROM redirects WHERE old = ?", [(row.id,) for row in arrivals]
    )
    pairs = match_moved(list(_lost(db, article)), arrivals)
    db.executemany(
        "INSERT INTO redirects (old, new, recorded_at) VALUES (?, ?, ?)",
        [(old, new, at) for old, new in pairs],
    )


def match_moved(lost: Iterable[Row], arrivals: Iterable[Row]) -> list[tuple[str, str]]:
    """Return (old id, new id) for facts that moved, one to one."""
    places: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in arrivals:
        places[row.type, row.field].append(row)
    ranked = sorted(
        _rank(old, new)
        for old in lost
        for new in places[old.type, old.field]
        if new.start < old.end and old.start < new.end
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for *_, old_id, new_id in ranked:
        if old_id not in pairs and new_id not in taken:
            pairs[str(old_id)] = str(new_id)
            taken.add(str(new_id))
    return list(pairs.items())


def load_redirects(db: sqlite3.Connection) -> dict[str, str]:
    """Return every replaced id with the id that replaced it."""
    return dict(db.execute("SELECT old, new FROM redirects ORDER BY old"))


def newest_id(db: sqlite3.Connection, fact_id: str) -> str:
    """Return the id that stands for this one now: itself where nothing replaced it."""
    seen = {fact_id}
    while True:
        row = db.execute(
            "SELECT new FROM redirects WHERE old = ?", (fact_id,)
        ).fetchone()
        if row is None or row[0] in seen:
            return fact_id
        fact_id = row[0]
        seen.add(fact_id)


def all_ids(db: sqlite3.Connection, fact_id: str) -> set[str]:
    """Return every id that was ever redirected to what this id stands for now."""
    rows = db.execute(
        """
        WITH RECURSIVE known (id) AS (
            VALUES (?) UNION SELECT old FROM redirects JOIN known ON new = known.id
        ) SELECT id FROM known
        """,
        (newest_id(db, fact_id),),
    )
    return {row[0] for row in rows} | {fact_id}


def _rank(old: Row, new: Row) -> Rank:
    """Return what sorts the best pair first."""
    overlap = min(old.end, new.end) - max(old.start, new.start)
    same = _same_values(old, new)
    return -overlap, -same, abs(old.start - new.start), old.id, new.id


def _same_values(old: Row, new: Row) -> int:
    """Return how many fields of two bodies say the same; 0 for marks."""
    if not (isinstance(old.content, str) and isinstance(new.content, str)):
        return 0
    before, after = msgspec.json.decode(old.content), msgspec.json.decode(new.content)
    return sum(1 for name in before if before[name] == after.get(name))


def _lost(db: sqlite3.Connection, article: str) -> Iterator[Row]:
    """Give the last row of each id of an article that leads nowhere now."""
    yield from _lost_bodies(db, article)
    for kind, table in TABLES.items():
        yield from _lost_marks(db, article, kind, table)


def _lost_bodies(db: sqlite3.Connection, article: str) -> Iterator[Row]:
    for *values, _ in db.execute(
        """
        SELECT id, type, field, start, "end", body, max(n) FROM facts
        WHERE article = ? AND id NOT IN (SELECT old FROM redirects)
        GROUP BY id HAVING count(*) = count(superseded_at)
        """,
        (article,),
    ):
        yield Row(*values)


def _lost_marks(
    db: sqlite3.Connection, article: str, kind: str, table: str
) -> Iterator[Row]:
    known = load_redirects(db)
    for key, start, end, _ in db.execute(
        f"""
        SELECT key, start, end, max(n) FROM {table}
        WHERE article = (SELECT n FROM articles WHERE id = ?)
        GROUP BY key HAVING count(*) = count(superseded_by)
        """,
        (article,),
    ):
        fact_id = mark_id(kind, key)
        if fact_id not in known:
            yield Row(fact_id, kind, "text", start, end, "{}")
