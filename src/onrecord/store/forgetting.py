"""Removing articles for good: every row and every byte that came from them.

The one place that deletes content. What is left is a row without content, by which the
same text or the same bytes are known when they are met again. SQLite overwrites what is
deleted (`opening.py`), the search index is made anew, and the log is folded in.
"""

import html
import logging
import re
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator

import msgspec

from onrecord.model.correction import Correction, Operation
from onrecord.model.stored import Forgotten
from onrecord.store.bodies import bare, encode
from onrecord.store.marks import TABLES, mark_id

log = logging.getLogger(__name__)

Named = Callable[[str], object]
"""Whether folded text has one of some names."""

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def forget_articles(
    db: sqlite3.Connection,
    articles: Collection[str],
    *,
    words: Collection[str] = (),
    at: str,
) -> Forgotten:
    """Remove articles, and words from whatever else holds them.

    Args:
        db: Inside a transaction of a connection that overwrites what it deletes.
        articles: Ids of articles that the case has.
        words: Names that may stand in received files of other articles (a list of
            links in a page), in corrections or among what was rejected.
        at: The time of it.
    """
    hashes = {one: _hashes_of(db, one) for one in articles}
    gone = {fact for one in articles for fact in _fact_ids(db, one)}
    facts = sum(_delete_article(db, one) for one in articles)
    _delete_redirects(db, gone)
    originals = _delete_originals(db, hashes, at)
    named = _named(words)
    originals += _empty_originals(db, named)
    corrections = _delete_corrections(db, set(articles), gone, named)
    _delete_rejected(db, {one for found in hashes.values() for one in found}, named)
    _delete_shapes(db)
    db.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")
    return Forgotten(
        articles=tuple(sorted(articles)),
        facts=facts,
        originals=originals,
        corrections=corrections,
    )


def find_forgotten(db: sqlite3.Connection, article: str, sha256: str) -> str | None:
    """Return when this text, or these bytes, were forgotten; None if never."""
    row = db.execute(
        "SELECT min(forgotten_at) FROM forgotten "
        "WHERE article = ? OR (sha256 = ? AND alone)",
        (article, sha256),
    ).fetchone()
    return None if row is None else row[0]


def lift(db: sqlite3.Connection, article: str) -> bool:
    """Let a forgotten article be read again; false where it was not forgotten."""
    cursor = db.execute("DELETE FROM forgotten WHERE article = ?", (article,))
    return cursor.rowcount > 0


def load_forgotten(db: sqlite3.Connection) -> dict[str, str]:
    """Return the ids of forgotten articles with the time of it."""
    return dict(
        db.execute(
            "SELECT article, min(forgotten_at) FROM forgotten GROUP BY article "
            "ORDER BY article"
        )
    )


def leave_nothing(db: sqlite3.Connection, *, rewrite: bool) -> tuple[bool, bool]:
    """Fold the log in, and write the file anew where asked for or needed.

    A file that has not overwritten what it deleted from its beginning is written anew
    in any case: free pages may hold what an older version left there.

    Returns:
        Whether it was written anew, and whether something is left in the log because
        another program has the case open.
    """
    (secure,) = db.execute("SELECT value FROM meta WHERE key = 'secure'").fetchone()
    rewritten = (rewrite or not secure) and _rewrite(db)
    if rewritten and not secure:
        db.execute("UPDATE meta SET value = 1 WHERE key = 'secure'")
    (busy, *_) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return rewritten, bool(busy)


def _rewrite(db: sqlite3.Connection) -> bool:
    """Write the file anew; false where another program keeps it or the disk is full."""
    try:
        db.execute("VACUUM")
    except sqlite3.OperationalError as error:
        log.warning("the case was not written anew: %s", error)
        return False
    return True


def _hashes_of(db: sqlite3.Connection, article: str) -> list[str]:
    rows = db.execute(
        "SELECT DISTINCT sha256 FROM appearances WHERE article = ?", (article,)
    )
    return [sha256 for (sha256,) in rows]


def _fact_ids(db: sqlite3.Connection, article: str) -> Iterator[str]:
    """Give the ids of all facts the article ever had."""
    for (fact,) in db.execute("SELECT id FROM facts WHERE article = ?", (article,)):
        yield fact
    for kind, table in TABLES.items():
        for (key,) in db.execute(
            f"SELECT key FROM {table} "
            "WHERE article = (SELECT n FROM articles WHERE id = ?)",
            (article,),
        ):
            yield mark_id(kind, key)


def _delete_article(db: sqlite3.Connection, article: str) -> int:
    """Delete an article with its facts; return how many rows of these there were."""
    count = 0
    for table in TABLES.values():
        count += db.execute(
            f"DELETE FROM {table} "
            "WHERE article = (SELECT n FROM articles WHERE id = ?)",
            (article,),
        ).rowcount
    count += db.execute("DELETE FROM facts WHERE article = ?", (article,)).rowcount
    for table in ("readings", "appearances"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
    return count


def _delete_redirects(db: sqlite3.Connection, gone: Iterable[str]) -> None:
    db.executemany(
        "DELETE FROM redirects WHERE old = ?1 OR new = ?1", [(one,) for one in gone]
    )


def _delete_originals(
    db: sqlite3.Connection, hashes: dict[str, list[str]], at: str
) -> int:
    """Delete received files, empty those that others share, and leave their mark."""
    count = 0
    for article, found in hashes.items():
        for sha256 in found:
            (others,) = db.execute(
                "SELECT count(*) FROM appearances WHERE sha256 = ?", (sha256,)
            ).fetchone()
            if others:
                sql = "UPDATE originals SET content = X'' WHERE sha256 = ?"
            else:
                sql = "DELETE FROM originals WHERE sha256 = ?"
            count += db.execute(sql, (sha256,)).rowcount
            # Two articles that are forgotten together may have come in one file.
            shared = sum(sha256 in one for one in hashes.values()) > 1
            db.execute(
                "INSERT OR REPLACE INTO forgotten (article, sha256, alone, "
                "forgotten_at) VALUES (?, ?, ?, ?)",
                (article, sha256, not others and not shared, at),
            )
    return count


def _named(words: Collection[str]) -> Named | None:
    """Return what finds any of the names in folded text, but not inside other words."""
    if not words:
        return None
    found = "|".join(re.escape(_fold(word)) for word in words)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)").search


def _empty_originals(db: sqlite3.Connection, named: Named | None) -> int:
    """Empty the received files of other articles that hold one of the names."""
    if named is None:
        return 0
    found = [
        sha256
        for sha256, content in db.execute("SELECT sha256, content FROM originals")
        if content and _holds(zlib.decompress(content), named)
    ]
    db.executemany(
        "UPDATE originals SET content = X'' WHERE sha256 = ?", [(n,) for n in found]
    )
    return len(found)


def _holds(content: bytes, named: Named) -> bool:
    """Whether a received file has one of the names, in any of the usual writings."""
    for encoding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be"):
        text = content.decode(encoding, errors="ignore")
        plain = html.unescape(_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text))
        if named(_fold(plain)):
            return True
    return False


def _fold(text: str) -> str:
    """Return text as words are looked for in it: case and white space do not count."""
    return " ".join(text.casefold().split())


def _delete_corrections(
    db: sqlite3.Connection,
    articles: set[str],
    gone: set[str],
    named: Named | None,
) -> int:
    """Take the words of articles out of corrections; delete those that have no other.

    What a person decided about other articles, too, goes on holding for them.
    """
    deleted: set[str] = set()
    for n, body in db.execute("SELECT n, body FROM corrections ORDER BY n").fetchall():
        row = msgspec.json.decode(body, type=Correction)
        kept = _strip(row, articles, gone)
        if kept is not None and named and named(_told(kept)):
            kept = msgspec.structs.replace(kept, why=None)
            kept = None if named(_told(kept)) else kept
        if kept is None or kept.undoes in deleted:
            deleted.add(row.id)
            db.execute("DELETE FROM corrections WHERE n = ?", (n,))
        elif kept != row:
            db.execute(
                "UPDATE corrections SET why = ?, target = ?, body = ? WHERE n = ?",
                (kept.why, kept.target, encode(bare(kept)), n),
            )
    return len(deleted)


def _strip(row: Correction, articles: set[str], gone: set[str]) -> Correction | None:
    """Return a correction without the articles' words; None where nothing is left."""
    anchors = tuple(one for one in row.anchors if one.article not in articles)
    if len(anchors) == len(row.anchors):
        return row
    if not anchors:
        return None
    members = tuple(one for one in row.members if one not in gone)
    target = row.target
    if target in gone and members:
        target = min(members)
    return msgspec.structs.replace(
        row,
        anchors=anchors,
        members=members,
        target=target,
        # The value before an edit may stand in these articles alone.
        old=None if row.operation is Operation.EDIT else row.old,
    )


def _told(row: Correction) -> str:
    """Return all that a correction says, folded."""
    return _fold(encode(bare(row)))


def _delete_rejected(
    db: sqlite3.Connection, hashes: set[str], named: Named | None
) -> None:
    """Delete what was rejected of these bytes, or has one of the names."""
    for n, source, sha256, reason in db.execute(
        "SELECT n, source, sha256, reason FROM rejected"
    ).fetchall():
        told = _fold(re.sub(r"[-_%+./]", " ", f"{source} {reason}"))
        if sha256 in hashes or (named and named(told)):
            db.execute("DELETE FROM rejected WHERE n = ?", (n,))


def _delete_shapes(db: sqlite3.Connection) -> None:
    """Delete shapes that no row has any more: times keep their value there."""
    used = " UNION ".join(f"SELECT shape FROM {table}" for table in TABLES.values())
    db.execute(f"DELETE FROM shapes WHERE n NOT IN ({used})")
