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


class Forgotten(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What was removed from a case for good.

    Attributes:
        articles: Ids of the articles.
        facts: How many rows of facts went with them, replaced ones too.
        originals: How many received files were removed, or emptied where another
            article came in them.
        corrections: How many corrections rested on these articles alone and went too.
        still_named: Articles that still hold the last word of a forgotten name.
        rewritten: Whether the file was written anew, so that it got smaller too.
        log_left: Whether another program has the case open, so that the log beside it
            keeps what was removed until that program closes it.
    """

    articles: tuple[str, ...] = ()
    facts: int = 0
    originals: int = 0
    corrections: int = 0
    still_named: tuple[str, ...] = ()
    rewritten: bool = False
    log_left: bool = False
