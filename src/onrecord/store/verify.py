"""Checking a case: that every word is where its fact says, and nothing is damaged.

Each check gives sentences, one a problem; a sound case gives none. A damaged row never
stops the rest from being checked.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from onrecord.model.actor import Actor, Mention
from onrecord.model.article import Article
from onrecord.model.event import Event
from onrecord.model.evidence import Evidence, Span
from onrecord.model.records import AnyFact
from onrecord.model.statement import Statement
from onrecord.model.time import Time
from onrecord.store.articles import canonical_columns, load_articles
from onrecord.store.bodies import all_evidence, anchor_of, unpack
from onrecord.store.marks import TABLES, mark_id
from onrecord.store.transactions import snapshot
from onrecord.text.ids import article_id, fact_id, kind_of

MAX_INTEGRITY_LINES = 20

MAX_ORDINAL = 16
"""Facts of one type and anchor that `verify` tells apart."""


def find_problems(db: sqlite3.Connection, *, read_only: bool) -> list[str]:
    """Return what is wrong with a case, one sentence a problem."""
    problems = list(_file_problems(db))
    if problems:
        # Rows of a damaged file cannot be trusted to be read at all.
        return problems
    with snapshot(db):
        problems.extend(_content_of_rows(db))
    if not read_only:
        problems.extend(_search_problems(db))
    return problems


def _content_of_rows(db: sqlite3.Connection) -> Iterator[str]:
    articles = {article.id: article for article in load_articles(db)}
    yield from _article_problems(db, articles)
    yield from _original_problems(db)
    yield from _fact_problems(db, articles)
    yield from _mark_problems(db, articles)
    yield from _redirect_problems(db)


def _file_problems(db: sqlite3.Connection) -> Iterator[str]:
    try:
        for (line,) in db.execute(f"PRAGMA integrity_check({MAX_INTEGRITY_LINES})"):
            if line != "ok":
                yield f"The file is damaged: {line}."
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
            yield f"Row {row} of {table} points at a row of {parent} that is missing."
    except sqlite3.DatabaseError as error:
        # Damage that SQLite does not get past, even to list it.
        yield f"The file is damaged: {error}."


def _article_problems(
    db: sqlite3.Connection, articles: dict[str, Article]
) -> Iterator[str]:
    for id_, text, *row in db.execute(
        "SELECT id, text, title, publisher, published, url, language, basis "
        "FROM articles ORDER BY id"
    ):
        if article_id(text) != id_:
            yield f"The text of article {id_} is not the one its id was made from."
        if id_ not in articles:
            yield f"Article {id_} has no appearance."
        elif tuple(row) != canonical_columns(articles[id_]):
            yield f"The metadata of article {id_} is not its first appearance's."


def _original_problems(db: sqlite3.Connection) -> Iterator[str]:
    for sha256, content in db.execute(
        # Empty is what `forget` leaves of a file that other articles came in, too.
        "SELECT sha256, content FROM originals WHERE length(content) > 0"
    ):
        try:
            found = hashlib.sha256(zlib.decompress(content)).hexdigest()
        except zlib.error as error:
            yield f"The received bytes {sha256} cannot be unpacked: {error}."
            continue
        if found != sha256:
            yield f"The received bytes {sha256} have another sha256: {found}."


def _fact_problems(
    db: sqlite3.Connection, articles: dict[str, Article]
) -> Iterator[str]:
    for id_, kind, home, body, superseded_at in db.execute(
        "SELECT id, type, article, body, superseded_at FROM facts ORDER BY n"
    ):
        if home not in articles:
            continue
        try:
            fact = unpack(body, home, articles[home].text)
        except msgspec.DecodeError as error:
            yield f"The fact {id_} cannot be read: {error}."
            continue
        if fact.id != id_ or fact.__struct_config__.tag != kind or kind_of(id_) != kind:
            yield f"The fact {id_} does not have the id or type of its row."
        elif not _id_follows(fact, home):
            yield f"The id of {id_} does not follow from its words."
        yield from _word_problems(fact, articles, current=superseded_at is None)


def _word_problems(
    fact: AnyFact, articles: dict[str, Article], *, current: bool
) -> Iterator[str]:
    if not fact.evidence:
        yield f"The fact {fact.id} has no evidence."
    for evidence in all_evidence(fact):
        # The title that an older reading saw may have been replaced since.
        if current or evidence.field == "text":
            yield from _evidence_problems(fact.id, evidence, articles)
    if isinstance(fact, Statement) and current:
        yield from _content_problems(fact, articles)


def _evidence_problems(
    fact_id: str, evidence: Evidence, articles: dict[str, Article]
) -> Iterator[str]:
    where = f"{evidence.field} {evidence.start}..{evidence.end} of {evidence.article}"
    words = _words_of(evidence, articles)
    if words is None:
        yield f"The fact {fact_id} quotes {where}, which the case does not have."
    elif words[evidence.start : evidence.end] != evidence.exact:
        yield f"The fact {fact_id} quotes “{evidence.exact}”, but {where} is different."


def _words_of(evidence: Evidence, articles: dict[str, Article]) -> str | None:
    article = articles.get(evidence.article)
    if article is None:
        return None
    return article.text if evidence.field == "text" else article.title


def _content_problems(
    statement: Statement, articles: dict[str, Article]
) -> Iterator[str]:
    """A statement's content is its spans, joined by one space."""
    words = _words_of(statement.evidence[0], articles) if statement.evidence else None
    if words is None:
        return
    spans: tuple[Span, ...] = statement.content_spans
    if " ".join(words[s.start : s.end] for s in spans) != statement.content:
        yield f"The content of statement {statement.id} is not what its spans hold."


def _mark_problems(
    db: sqlite3.Connection, articles: dict[str, Article]
) -> Iterator[str]:
    """Marks hold no words, so only their places and ids can be wrong."""
    for kind, table in TABLES.items():
        for key, start, end, article in db.execute(
            f"""
            SELECT m.key, m.start, m.end, a.id FROM {table} AS m
            JOIN articles AS a ON a.n = m.article ORDER BY a.n, m.n
            """
        ):
            id_ = mark_id(kind, key)
            if article not in articles:
                continue
            if not 0 <= start < end <= len(articles[article].text):
                yield f"The {kind} {id_} lies outside article {article}."
            elif not _is_id_of(id_, kind, article, "text", {(start, end)}):
                yield f"The id of {id_} does not follow from its words."


def _id_follows(fact: AnyFact, home: str) -> bool:
    """Whether a fact's id hashes one of its anchors, where the record tells them.

    The cue or trigger of the other types is not in the record.
    """
    if not isinstance(fact, Actor | Mention | Time | Statement | Event):
        return True
    spans = {(e.start, e.end) for e in fact.evidence}
    if isinstance(fact, Mention | Time):
        spans = {(fact.start, fact.end)}
    elif isinstance(fact, Statement):
        spans |= {(s.start, s.end) for s in fact.cue_spans + fact.content_spans}
    elif isinstance(fact, Event):
        spans |= {(s.start, s.end) for s in fact.trigger_spans}
    kind, field = str(fact.__struct_config__.tag), anchor_of(fact)[0]
    return _is_id_of(fact.id, kind, home, field, spans)


def _is_id_of(
    id_: str, kind: str, article: str, field: str, spans: set[tuple[int, int]]
) -> bool:
    return any(
        id_ == fact_id(kind, article, field, start, end, ordinal=ordinal)
        for ordinal in range(MAX_ORDINAL)
        for start, end in sorted(spans)
    )


def _redirect_problems(db: sqlite3.Connection) -> Iterator[str]:
    leads = dict(db.execute("SELECT old, new FROM redirects"))
    for old in leads:
        seen, here = {old}, leads[old]
        while here in leads and here not in seen:
            seen.add(here)
            here = leads[here]
        if here in seen:
            yield f"The redirect of {old} leads back to itself."


def _search_problems(db: sqlite3.Connection) -> Iterator[str]:
    try:
        db.execute(
            "INSERT INTO article_words (article_words, rank) "
            "VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError as error:
        # The check asks for the write lock, which another process may hold.
        if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
            return
        yield f"The search index is not that of the articles: {error}."
