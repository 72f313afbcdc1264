"""Derived views of a case, kept for as long as nothing changes.

A view is asked for by (day, time recorded). It is kept in memory; for larger cases the
view of everything is kept in the case file too, so that the next command need not
derive it again. Views of other days are not: each would add a third to the file. What
is kept leaves out the articles' texts, which the store has anyway.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from onrecord import __version__
from onrecord.model.article import Article
from onrecord.model.records import RECORD_TYPES
from onrecord.model.view import CaseView
from onrecord.store import Store

TEXT_RECORDS = frozenset({"mention", "time"})
"""Read facts that no case fact is derived from; a text has them by the hundred."""

# A derivation of fewer articles is quicker than the disk.
KEPT_FROM_ARTICLES = 40
KEPT_IN_MEMORY = 8

Key = tuple[str | None, str | None, bool]


class Views:
    """Makes views of one case and keeps them."""

    def __init__(self, store: Store, *, copy_similarity: float) -> None:
        """Derive from what `store` holds.

        Args:
            store: An open case.
            copy_similarity: Least share of shingles for two articles to be one source.
        """
        self._store = store
        self._copy_similarity = copy_similarity
        # Shingles of articles, which every derivation needs and no text changes.
        self._sketches: dict[str, Any] = {}
        self._version: tuple[int, int] | None = None
        self._kept: dict[Key, CaseView] = {}

    def get(
        self,
        *,
        as_of: str | None = None,
        recorded_as_of: str | None = None,
        with_text_records: bool = False,
    ) -> CaseView:
        """Return the view of a day as recorded at a time.

        Args:
            as_of: Only what was published by this day, `YYYY-MM-DD`.
            recorded_as_of: Only what was recorded by this time, as stored.
            with_text_records: Keep mentions and times among the view's read facts.
        """
        version = self._store.version()
        if version != self._version:
            self._version, self._kept = version, {}
        key = (as_of, recorded_as_of, with_text_records)
        if key not in self._kept:
            while len(self._kept) >= KEPT_IN_MEMORY:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = self._load(key, version)
        return self._kept[key]

    def _load(self, key: Key, version: tuple[int, int]) -> CaseView:
        """Return a view from the case file's cache, else derive it."""
        articles = self._store.articles(recorded_as_of=key[1])
        parts = (__version__, version, self._copy_similarity)
        name = f"view {parts}"
        is_whole = key == (None, None, False)
        is_kept = is_whole and len(articles) >= KEPT_FROM_ARTICLES
        packed = self._store.cached(name) if is_kept else None
        if packed is not None:
            return unpack_view(packed, articles)
        view = self._derive(articles, key)
        if is_kept:
            self._store.cache(name, pack_view(view))
        return view

    def _derive(self, articles: Sequence[Article], key: Key) -> CaseView:
        from onrecord.resolve.derive import derive

        as_of, recorded_as_of, with_text_records = key
        types = [
            name
            for name in RECORD_TYPES
            if with_text_records or name not in TEXT_RECORDS
        ]
        with self._store.snapshot():
            facts = self._store.facts(types, recorded_as_of=recorded_as_of)
            corrections = self._store.corrections(recorded_as_of=recorded_as_of)
            redirects = self._store.redirects()
        return derive(
            articles,
            facts,
            corrections,
            redirects=redirects,
            as_of=as_of,
            copy_similarity=self._copy_similarity,
            sketches=self._sketches,
        )


def pack_view(view: CaseView) -> bytes:
    """Return a view as bytes, without the texts of its articles."""
    bare = tuple(msgspec.structs.replace(one, text="") for one in view.articles)
    return msgspec.msgpack.encode(msgspec.structs.replace(view, articles=bare))


def unpack_view(packed: bytes, articles: Sequence[Article]) -> CaseView:
    """Return the view of `pack_view`, with the texts of `articles` in it again."""
    view = msgspec.msgpack.decode(packed, type=CaseView)
    texts = {one.id: one.text for one in articles}
    whole = tuple(
        msgspec.structs.replace(one, text=texts[one.id]) for one in view.articles
    )
    return msgspec.structs.replace(view, articles=whole)
