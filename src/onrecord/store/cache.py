"""Derived data kept in the file, so that a second look need not derive it again.

Nothing here is truth: `transactions.writing` empties it when content changes.
"""

import sqlite3
import zlib
from collections.abc import Mapping

KEPT = 40
"""Entries that stay: those of one view, three for each of its lists, and a few more.
Those of an older version of onrecord go when it is derived anew."""

FAST = 1
"""zlib level: derived data is read at once or not at all."""


def load_cached(db: sqlite3.Connection, key: str) -> bytes | None:
    """Return what was kept under a key, or None."""
    row = db.execute("SELECT value FROM cache WHERE key = ?", (key,)).fetchone()
    return None if row is None else zlib.decompress(row[0])


def squeeze(entries: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return derived data as it is kept; slow, so done before the file is locked."""
    return {key: zlib.compress(value, FAST) for key, value in entries.items()}


def keep(db: sqlite3.Connection, squeezed: Mapping[str, bytes]) -> None:
    """Keep what `squeeze` made under its keys and drop the oldest entries."""
    db.executemany(
        "INSERT OR REPLACE INTO cache (key, value) VALUES (?, ?)", squeezed.items()
    )
    db.execute(
        "DELETE FROM cache WHERE n NOT IN "
        "(SELECT n FROM cache ORDER BY n DESC LIMIT ?)",
        (KEPT,),
    )
