"""Ids made from content: of articles, facts, runs and corrections.

An id hashes anchors, never labels: a better actor, label or confidence keeps it.
"""

import hashlib

PREFIXES = {
    "article": "ar",
    "actor": "ac",
    "mention": "me",
    "time": "ti",
    "statement": "st",
    "event": "ev",
    "custody": "cu",
    "proceeding": "pr",
    "linkage": "li",
    "claim": "cl",
    "decision": "de",
    "relation": "re",
    "condition": "co",
    "stage": "sg",
    "run": "ru",
    "correction": "cx",
}

# 60 bits: a case of ten million facts meets a collision once in 20,000 cases.
HASH_CHARS = 15


def make_id(kind: str, *parts: str | int) -> str:
    """Return `<prefix>-<15 hex digits>` hashed from `kind` and `parts` in order."""
    joined = "\x1f".join([kind, *map(str, parts)]).encode("utf-8", "surrogatepass")
    return f"{PREFIXES[kind]}-{hashlib.sha256(joined).hexdigest()[:HASH_CHARS]}"


def article_id(text: str) -> str:
    """Return the id of an article: the hash of its text alone."""
    return make_id("article", text)


def fact_id(
    kind: str, article: str, field: str, start: int, end: int, *, ordinal: int = 0
) -> str:
    """Return the id of a fact from its anchor.

    Args:
        kind: Record type as in CASEFILE.md.
        article: Id of the article the anchor stands in.
        field: `text` or `title`.
        start: First code point of the anchor (cue or trigger, else the content's
            first span, else the words themselves).
        end: One past its last code point.
        ordinal: Tells facts of one type and anchor apart (two people held by one
            verb), counted in text order.
    """
    return make_id(kind, article, field, start, end, ordinal)


def kind_of(fact: str) -> str | None:
    """Return the record type that an id's prefix names, or None."""
    prefix = fact.partition("-")[0]
    return next((kind for kind, short in PREFIXES.items() if short == prefix), None)
