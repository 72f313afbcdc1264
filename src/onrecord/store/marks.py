"""Mentions and times as rows of numbers: a text has them by the hundred.

Id and actor are kept as the number that their hex digits spell, the words by their
offsets alone, and all other fields, which recur, once in `shapes`. A record that this
cannot hold (words of a title, evidence of more than one piece, an id of another form)
is stored as a body like any other fact, so nothing is lost.
"""

import copy
import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec.structs import force_setattr

from onrecord.model.actor import Mention
from onrecord.model.article import Article
from onrecord.model.records import AnyFact
from onrecord.model.time import Time
from onrecord.store.bodies import encode, pack
from onrecord.text.ids import HASH_CHARS, PREFIXES
from onrecord.text.quote import cut_evidence

TABLES = {"mention": "mention_rows", "time": "time_rows"}

_HEX_ID = re.compile(rf"([a-z]{{2}})-([0-9a-f]{{{HASH_CHARS}}})")
_OUTSIDE_SHAPE = ("id", "article", "start", "end", "actor", "evidence")


class Mark(NamedTuple):
    """One row: numbers as in the table; `evidence_*` None where they are the words."""

    key: int
    start: int
    end: int
    evidence_start: int | None
    evidence_end: int | None
    actor: int | None
    shape: str


def to_mark(fact: AnyFact, home: Article) -> Mark | None:
    """Return the row of a mention or time, or None where only a body can hold it."""
    if not isinstance(fact, Mention | Time) or not _is_plain(fact, home):
        return None
    actor = fact.actor if isinstance(fact, Mention) else None
    key = _number(fact.id, "mention" if isinstance(fact, Mention) else "time")
    actor_key = _number(actor, "actor") if actor is not None else None
    if key is None or (actor is not None and actor_key is None):
        return None
    evidence = fact.evidence[0]
    same = (evidence.start, evidence.end) == (fact.start, fact.end)
    body = pack(fact, home)
    shape = {name: body[name] for name in body if name not in _OUTSIDE_SHAPE}
    return Mark(
        key=key,
        start=fact.start,
        end=fact.end,
        evidence_start=None if same else evidence.start,
        evidence_end=None if same else evidence.end,
        actor=actor_key,
        shape=encode(shape),
    )


def mark_id(kind: str, key: int) -> str:
    """Return the id that a row's key stands for."""
    return f"{PREFIXES[kind]}-{key:0{HASH_CHARS}x}"


def mark_key(fact_id: str) -> tuple[str, int] | None:
    """Return (type, key) of a mention's or time's id, or None for other ids."""
    for kind in TABLES:
        key = _number(fact_id, kind)
        if key is not None:
            return kind, key
    return None


class Shapes:
    """The records that shapes stand for, decoded once each."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read all shapes of a case."""
        self._shared: dict[str, str] = {}
        self._templates = {
            n: _template(body) for n, body in db.execute("SELECT n, body FROM shapes")
        }

    def fact(
        self,
        article: str,
        text: str,
        fact_id: str,
        start: int,
        shape: int,
        end: int,
        evidence_start: int | None,
        evidence_end: int | None,
        actor: str | None,
    ) -> Mention | Time:
        """Return the record of a row.

        Raises:
            ValueError: its offsets reach past the text.
        """
        fact = copy.copy(self._templates[shape])
        evidence = cut_evidence(
            text,
            start if evidence_start is None else evidence_start,
            end if evidence_end is None else evidence_end,
            article=article,
        )
        # A copy that nobody has seen yet is filled in, see `bodies.with_columns`.
        force_setattr(fact, "id", fact_id)
        force_setattr(fact, "article", article)
        force_setattr(fact, "start", start)
        force_setattr(fact, "end", end)
        force_setattr(fact, "evidence", (evidence,))
        if actor is not None:
            force_setattr(fact, "actor", self._shared.setdefault(actor, actor))
        return fact


def shape_numbers(db: sqlite3.Connection, shapes: set[str]) -> dict[str, int]:
    """Return the number of each shape, adding those not met before."""
    found: dict[str, int] = {}
    for body in sorted(shapes):
        db.execute("INSERT OR IGNORE INTO shapes (body) VALUES (?)", (body,))
        row = db.execute("SELECT n FROM shapes WHERE body = ?", (body,)).fetchone()
        found[body] = int(row[0])
    return found


def current_marks(
    db: sqlite3.Connection, article: str
) -> Iterator[tuple[str, int, Mark]]:
    """Give (type, row number, mark) of an article's current rows."""
    for kind, table in TABLES.items():
        rows = db.execute(
            f"""
            SELECT m.n, m.key, m.start, m.end, m.evidence_start, m.evidence_end,
            m.actor, s.body
            FROM {table} AS m JOIN shapes AS s ON s.n = m.shape
            WHERE m.superseded_by IS NULL
            AND m.article = (SELECT n FROM articles WHERE id = ?)
            """,
            (article,),
        )
        for n, *values in rows:
            yield kind, n, Mark(*values)


def _is_plain(fact: Mention | Time, home: Article) -> bool:
    """Whether the record's words and its one evidence are cut from the text."""
    if fact.article != home.id or len(fact.evidence) != 1:
        return False
    if not 0 <= fact.start < fact.end <= len(home.text):
        return False
    evidence = fact.evidence[0]
    if evidence.end > len(home.text):
        return False
    return evidence == cut_evidence(
        home.text, evidence.start, evidence.end, article=home.id
    )


def _number(text: str, kind: str) -> int | None:
    """Return the number that an id of this kind spells, None for another form."""
    match = _HEX_ID.fullmatch(text)
    if match is None or match[1] != PREFIXES[kind]:
        return None
    return int(match[2], 16)


def _template(shape: str) -> Mention | Time:
    values = msgspec.json.decode(shape)
    values |= {"id": "", "article": "", "start": 0, "end": 0, "evidence": ()}
    return msgspec.convert(values, Mention | Time)
