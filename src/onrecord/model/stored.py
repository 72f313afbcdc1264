"""What the store hands out beside records: rows of a fact's history, search hits."""

import msgspec

from onrecord.model.evidence import Field, Span
from onrecord.model.records import AnyFact


class FactRow(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One state a read fact was stored in.

    `superseded_at` is None while the row is current.
    """

    fact: AnyFact
    run: str
    recorded_at: str
    superseded_at: str | None = None


class SearchHit(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An article found by its words, with the piece around the first match.

    `snippet == article.<field>[start : start + len(snippet)]`; `matches` are offsets
    into `snippet`, in order, and empty only where the words could not be located.
    """

    article: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    field: Field = "text"
    start: int = 0
    snippet: str = ""
    matches: tuple[Span, ...] = ()
