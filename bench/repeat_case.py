"""A large case made of a small one: its articles repeated as other articles.

    python bench/repeat_case.py SMALL.db LARGE.db [--articles 5000]

Reading thousands of articles takes minutes; what is measured on a large case (deriving
and looking) only needs their facts. Each repetition keeps capitalised words and
replaces the letters of the others, so names recur over articles as they do in one
dispute, and no article is a near copy of another. Offsets stay right, ids are new.
"""

import argparse
import hashlib
import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from onrecord.model.article import Article, Received
from onrecord.model.correction import Run
from onrecord.model.records import AnyFact, Reading
from onrecord.store import Store
from onrecord.text.basis import basis_of
from onrecord.text.ids import article_id

_ID = re.compile(r"(ar|ac|st|ev|cu|pr|li|cl|de|re|co|sg)-[0-9a-f]{15}")
_WORD = re.compile(r"\b[a-z]{4,}\b")
# Words that say what something is stay: enumerations, EDTF, methods, roles.
_OWN_WORDS = frozenset({"exact", "prefix", "suffix", "content", "text", "subject"})
_TEXT_RECORDS = frozenset({"mention", "time"})


def main() -> None:
    """Write the large case."""
    parser = argparse.ArgumentParser(description="Repeat a case's articles.")
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--articles", type=int, default=5000)
    options = parser.parse_args()
    with Store.open(options.small) as small:
        articles = small.articles()
        facts: dict[str, list[AnyFact]] = {one.id: [] for one in articles}
        for fact in small.facts():
            if msgspec.to_builtins(fact)["type"] not in _TEXT_RECORDS:
                facts[fact.evidence[0].article].append(fact)
    at = datetime.now(UTC).isoformat()
    run = Run(id="ru-000000000000001", started_at=at, version="0", fingerprint="bench")
    with Store.open(options.large, create=True) as large:
        large.start_run(run)
        for number in range(options.articles):
            turn, place = divmod(number, len(articles))
            one = articles[place]
            save(large, run, at, *repeat(one, facts[one.id], turn))
    with sqlite3.connect(options.large) as db:
        db.execute("ANALYZE")


def repeat(
    article: Article, facts: list[AnyFact], turn: int
) -> tuple[Article, list[AnyFact]]:
    """Return an article and its facts as another article, the same for turn 0."""
    text = shift(article.text, turn)
    new = msgspec.structs.replace(
        article,
        id=article_id(text),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        url=None,
        ref=None,
        appearances=(),
        duplicate_of=None,
    )
    ids = {article.id: new.id}

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: walk(inner, name) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [walk(inner, key) for inner in value]
        if not isinstance(value, str):
            return value
        if _ID.fullmatch(value):
            return ids.setdefault(value, _renamed(value, new.id))
        return shift(value, turn) if key in _OWN_WORDS else value

    made = [
        msgspec.convert(cut(walk(msgspec.to_builtins(fact)), new), type(fact))
        for fact in facts
    ]
    return new, made


def cut(record: Any, article: Article) -> Any:
    """Take the words of evidence from the new text, wherever it stands in a record."""
    if isinstance(record, list):
        return [cut(one, article) for one in record]
    if not isinstance(record, dict):
        return record
    found = {name: cut(value, article) for name, value in record.items()}
    if "exact" in found:
        source = article.title or "" if found["field"] == "title" else article.text
        start, end = found["start"], found["end"]
        found["exact"] = source[start:end]
        found["prefix"] = source[max(0, start - 32) : start]
        found["suffix"] = source[end : end + 32]
    return found


def shift(text: str, turn: int) -> str:
    """Return a text of the same length in which longer lower-case words are others."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    by = turn % len(letters)
    table = str.maketrans(letters, letters[by:] + letters[:by])
    return _WORD.sub(lambda match: match[0].translate(table), text) if by else text


def _renamed(one: str, article: str) -> str:
    prefix, _, digits = one.partition("-")
    return f"{prefix}-{hashlib.sha256((article + digits).encode()).hexdigest()[:15]}"


def save(
    store: Store, run: Run, at: str, article: Article, facts: list[AnyFact]
) -> None:
    """Store an article as read."""
    content = article.text.encode()
    received = Received(
        article=article, content=content, media_type="text/plain", source=article.id
    )
    stored = store.save_article(received, at=at)
    reading = Reading(article=stored.id, facts=tuple(facts))
    store.save_reading(reading, run=run, basis=basis_of(stored), at=at)


if __name__ == "__main__":
    main()
