"""Checking a case: that every word is where its fact says, and nothing is damaged.

Each check gives sentences, one a problem; a sound case gives none. A damaged row never
stops the rest from being checked.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from onrecord.model.article import Article
from onrecord.model.evidence import Evidence, Span
from onrecord.model.records import AnyFact
from onrecord.model.statement import Statement
from onrecord.store.articles import canonical_columns, load_articles
from onrecord.store.bodies import all_evidence, unpack
from onrecord.store.marks import TABLES, mark_id
from onrecord.text.ids import article_id, kind_of

MAX_INTEGRITY_LINES = 20


def find_problems(db: sqlite3.Connection, *, read_only: bool) -> list[str]:
    """Return what is wrong with a case, one sentence a problem."""
    problems = list(_file_problems(db))
    if problems:
        # Rows of a damaged file cannot be trusted to be read at all.
        return problems
    articles = {article.id: article for article in load_articles(db)}
    problems.extend(_article_problems(db, articles))
    problems.extend(_original_problems(db))
    problems.extend(_fact_problems(db, articles))
    problems.extend(_mark_problems(db))
    problems.extend(_redirect_problems(db))
    if not read_only:
        problems.extend(_search_problems(db))
    return problems


def _file_problems(db: sqlite3.Connection) -> Iterator[str]:
    for (line,) in db.execute(f"PRAGMA integrity_check({MAX_INTEGRITY_LINES})"):
        if line != "ok":
            yield f"The file is damaged: {line}."
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} points at a row of {parent} that is not there."


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
    for sha256, content in db.execute("SELECT sha256, content FROM originals"):
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
        except msgspec.ValidationError as error:
            yield f"The fact {id_} cannot be read: {error}."
            continue
        if fact.id != id_ or fact.__struct_config__.tag != kind or kind_of(id_) != kind:
            yield f"The fact {id_} does not have the id or type of its row."
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


def _mark_problems(db: sqlite3.Connection) -> Iterator[str]:
    """Marks hold no words, so only their places can be wrong."""
    for kind, table in TABLES.items():
        for key, article in db.execute(
            f"""
            SELECT m.key, a.id FROM {table} AS m JOIN articles AS a ON a.n = m.article
            WHERE NOT (0 <= m.start AND m.start < m.end AND m.end <= length(a.text))
            AND instr(a.text, char(0)) = 0
            """
        ):
            yield f"The {kind} {mark_id(kind, key)} lies outside article {article}."


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
        yield f"The search index is not that of the articles: {error}."
