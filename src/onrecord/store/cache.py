"""Derived data kept in the file, so that a second look need not derive it again.

Nothing here is truth: `transactions.writing` empties it when content changes.
"""

import sqlite3
import zlib

KEPT = 16
"""Entries that stay; a case is looked at as of few days at a time."""

FAST = 1
"""zlib level: derived data is read at once or not at all."""


def load_cached(db: sqlite3.Connection, key: str) -> bytes | None:
    """Return what was kept under a key, or None."""
    row = db.execute("SELECT value FROM cache WHERE key = ?", (key,)).fetchone()
    return None if row is None else zlib.decompress(row[0])


def keep(db: sqlite3.Connection, key: str, value: bytes) -> None:
    """Keep derived data under a key and drop the oldest entries."""
    db.execute(
        "INSERT OR REPLACE INTO cache (key, value) VALUES (?, ?)",
        (key, zlib.compress(value, FAST)),
    )
    db.execute(
        "DELETE FROM cache WHERE n NOT IN "
        "(SELECT n FROM cache ORDER BY n DESC LIMIT ?)",
        (KEPT,),
    )
