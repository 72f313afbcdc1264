"""Full-text search over titles and texts.

What a user types is words, never FTS5 syntax: each word or "quoted phrase" is handed on
in quotes, all must occur, and a `*` at the end of a word stands for any ending. English
endings are folded ("arrest" finds "arrested").
"""

import re
import sqlite3
from collections.abc import Iterator

from onrecord.model.evidence import Field, Span
from onrecord.model.stored import SearchHit

BEFORE_CHARS = 60
AFTER_CHARS = 180
"""What a snippet shows before and after its first match."""

MAX_TERMS = 32
"""Words used of a query; FTS5 refuses expressions that nest too deep."""

TITLE_WEIGHT = 4.0
"""A word of the title counts for more than one of the text (bm25)."""

# Framed with control characters that no editor types, so texts can be told from marks.
_OPEN, _CLOSE = "\x02\x1e\x02", "\x03\x1e\x03"

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


def search_articles(
    db: sqlite3.Connection, words: str, *, limit: int
) -> list[SearchHit]:
    """Return the articles that hold all the words, best first; [] for no words."""
    query = to_query(words)
    if not query:
        return []
    rows = db.execute(
        """
        SELECT a.id, a.title, a.publisher, a.published, a.text,
        highlight(article_words, 0, ?, ?), highlight(article_words, 1, ?, ?)
        FROM article_words JOIN articles AS a ON a.n = article_words.rowid
        WHERE article_words MATCH ? ORDER BY bm25(article_words, ?, 1.0), a.id LIMIT ?
        """,
        (_OPEN, _CLOSE, _OPEN, _CLOSE, query, TITLE_WEIGHT, limit),
    )
    return [_hit(*row) for row in rows]


def to_query(words: str) -> str:
    """Return an FTS5 query that any input makes safely; empty without a word in it."""
    terms = list(_terms(words.replace("\x00", " ")))
    return " ".join(terms[:MAX_TERMS])


def _terms(words: str) -> Iterator[str]:
    for match in _TERM.finditer(words):
        phrase, word = match.groups()
        term = word if phrase is None else phrase
        if re.search(r"[^\W_]", term):
            star = "*" if word is not None and word.endswith("*") else ""
            yield f'"{term}"{star}'


def _hit(
    article: str,
    title: str | None,
    publisher: str | None,
    published: str | None,
    text: str,
    marked_title: str | None,
    marked_text: str,
) -> SearchHit:
    matches = _matches(marked_text, text)
    field: Field = "text"
    if not matches and title and marked_title:
        in_title = _matches(marked_title, title)
        if in_title:
            field, text, matches = "title", title, in_title
    start, end = _window(text, matches)
    return SearchHit(
        article=article,
        title=title,
        publisher=publisher,
        published=published,
        field=field,
        start=start,
        snippet=text[start:end],
        matches=tuple(
            Span(m.start - start, m.end - start)
            for m in matches
            if start <= m.start and m.end <= end
        ),
    )


def _matches(marked: str, plain: str) -> list[Span]:
    """Return where the marks stand in the plain text."""
    spans: list[Span] = []
    seen = ""
    for piece in re.split(f"({_OPEN}.*?{_CLOSE})", marked, flags=re.DOTALL):
        inner = piece.removeprefix(_OPEN).removesuffix(_CLOSE)
        if inner != piece and inner:
            spans.append(Span(len(seen), len(seen) + len(inner)))
        seen += inner
    # Else the text holds the marks itself, or a NUL, which ends SQLite's view of it.
    return spans if seen == plain else []


def _window(text: str, matches: list[Span]) -> tuple[int, int]:
    """Return the piece to show, cut between words where that is near."""
    first = matches[0] if matches else Span(0, 1)
    start = max(0, first.start - BEFORE_CHARS)
    end = min(len(text), first.end + AFTER_CHARS)
    if start:
        space = text.find(" ", start, first.start)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", first.end, end)
        end = space if space >= 0 else end
    return start, end
