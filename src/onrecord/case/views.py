"""Derived views of a case, kept for as long as nothing changes.

A view is asked for by (day, time recorded). It is kept in memory; for larger cases the
view of everything is kept in the case file too, so that the next command need not
derive it again. Views of other days are not: each would add a third to the file. What
is kept leaves out the articles' texts, which the store has anyway.

In the file each list of a view is an entry of its own, for reading it takes longer than
what most commands do with it: a command that lists custody loads custody and actors. A
view that was loaded in part is not told apart from one that has nothing more, so only
`Shown`, which knows what each of its methods looks at, asks for parts.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from onrecord import __version__
from onrecord.case.lookup import Named
from onrecord.case.packing import Records, pack_list
from onrecord.model.article import Article
from onrecord.model.records import RECORD_TYPES
from onrecord.model.view import CaseView
from onrecord.resources import DERIVING, stamp_sources
from onrecord.store import Store

TEXT_RECORDS = frozenset({"mention", "time"})
"""Read facts that no case fact is derived from; a text has them by the hundred."""

# A derivation of fewer articles is quicker than the disk.
KEPT_FROM_ARTICLES = 40
KEPT_IN_MEMORY = 8

_TYPES = {
    field.name: field.type
    for field in msgspec.structs.fields(CaseView)
    if field.name not in ("as_of", "undated", "rejected", "corrections_state", "notes")
}
PARTS = frozenset(_TYPES)
"""The fields of a view that are kept apart: its lists, and where ids lead."""

LIST_TYPES = {
    "actors": "actor",
    "statements": "statement",
    "events": "event",
    "custody": "custody",
    "proceedings": "proceeding",
    "linkages": "linkage",
    "claims": "claim",
    "decisions": "decision",
    "relations": "relation",
}
"""The lists of case facts, with the type of their records."""

REST = "rest"
"""What of a view is small."""

NAMES = "names"
"""Who goes by which names: what a filter needs of the actors, kept beside them."""


Key = tuple[str | None, str | None, bool]

EVERYTHING: Key = (None, None, False)
"""The view of all that is known now."""


class Views:
    """Makes views of one case and keeps them."""

    def __init__(
        self,
        store: Store,
        *,
        copy_similarity: float,
        pack_reports: Callable[[CaseView], Mapping[str, bytes]] = lambda view: {},
    ) -> None:
        """Derive from what `store` holds.

        Args:
            store: An open case.
            copy_similarity: Least share of shingles for two articles to be one source.
            pack_reports: Gives what is kept in the case file with the view of
                everything, by names of its own.
        """
        self._pack_reports = pack_reports
        self._store = store
        self._copy_similarity = copy_similarity
        # Shingles of articles, which every derivation needs and no text changes.
        self._sketches: dict[str, Any] = {}
        self._version: tuple[int, int] | None = None
        self._kept: dict[Key, _Kept] = {}

    def get(
        self,
        *,
        as_of: str | None = None,
        recorded_as_of: str | None = None,
        with_text_records: bool = False,
        only: Collection[str] = PARTS,
    ) -> CaseView:
        """Return the view of a day as recorded at a time.

        Args:
            as_of: Only what was published by this day, `YYYY-MM-DD`.
            recorded_as_of: Only what was recorded by this time, as stored.
            with_text_records: Keep mentions and times among the view's read facts.
            only: The fields of the view that will be looked at; the others may be
                empty. Its days, notes and states of corrections are always there.
        """
        version = self._store.version()
        if version != self._version:
            self._version, self._kept = version, {}
        key = (as_of, recorded_as_of, with_text_records)
        kept = self._kept.get(key)
        if kept is None or not kept.parts.issuperset(only):
            while len(self._kept) >= KEPT_IN_MEMORY:
                self._kept.pop(next(iter(self._kept)))
            kept = self._kept[key] = self._load(key, version, kept, frozenset(only))
        return kept.view

    def version(self) -> object:
        """Return what changes whenever a view would."""
        return self._store.version(), self._copy_similarity

    def kept(self, name: str) -> bytes | None:
        """Return what was kept in the case file beside the view of everything."""
        return self._store.cached(f"{self._name(self._store.version())} {name}")

    def has(self, part: str) -> bool:
        """Whether a list of the view of everything is in memory."""
        kept = self._kept.get(EVERYTHING)
        is_current = self._version == self._store.version()
        return kept is not None and is_current and part in kept.parts

    def _name(self, version: tuple[int, int]) -> str:
        """Return what all names in the file begin with: all that a view hangs on."""
        made_by = (__version__, stamp_sources(DERIVING)[:16])
        return f"view {(*made_by, version, self._copy_similarity)}"

    def _load(
        self,
        key: Key,
        version: tuple[int, int],
        kept: "_Kept | None",
        only: frozenset[str],
    ) -> "_Kept":
        """Return what is asked of a view from the case file's cache, else derive it."""
        name = self._name(version)
        if key == EVERYTHING:
            found = self._unpack(name, kept, only)
            if found is not None:
                return found
        articles = self._store.articles(recorded_as_of=key[1])
        view = self._derive(articles, key)
        if key == EVERYTHING and len(articles) >= KEPT_FROM_ARTICLES:
            packed = {**pack_view(view), **self._pack_reports(view)}
            self._store.cache_all(
                {f"{name} {part}": one for part, one in packed.items()}
            )
        return _Kept(view, PARTS)

    def _unpack(
        self, name: str, kept: "_Kept | None", only: frozenset[str]
    ) -> "_Kept | None":
        """Return the view with the parts it has and those asked for, from the file."""
        had = kept.parts if kept else frozenset()
        wanted = sorted(only - had) if kept else [REST, *sorted(only)]
        packed: dict[str, bytes] = {}
        for part in wanted:
            found = self._store.cached(f"{name} {part}")
            if found is None:
                return None
            packed[part] = found
        articles = self._store.articles() if "articles" in packed else ()
        view = unpack_view(packed, articles, kept.view if kept else CaseView())
        return _Kept(view, had | only)

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


@dataclass(frozen=True, slots=True)
class _Kept:
    """A view and which of its parts are loaded."""

    view: CaseView
    parts: frozenset[str]


def pack_view(view: CaseView) -> dict[str, bytes]:
    """Return the parts of a view as bytes, without the texts of its articles."""
    bare = tuple(msgspec.structs.replace(one, text="") for one in view.articles)
    parts = {name: getattr(view, name) for name in PARTS} | {"articles": bare}
    empty: dict[str, Any] = {name: type(part)() for name, part in parts.items()}
    parts[REST] = msgspec.structs.replace(view, **empty)
    parts[NAMES] = [Named(one.id, one.name, one.aliases) for one in view.actors]
    packed: dict[str, bytes] = {}
    for name, part in parts.items():
        if name in LIST_TYPES:
            packed |= pack_list(LIST_TYPES[name], name, part)
        else:
            packed[name] = msgspec.msgpack.encode(part)
    return packed


def unpack_view(
    packed: Mapping[str, bytes], articles: Iterable[Article], view: CaseView
) -> CaseView:
    """Return a view with parts that `pack_view` packed put into it.

    Args:
        packed: Some parts; `REST` with the first ones.
        articles: The case's articles, for their texts.
        view: What was unpacked before.
    """
    if REST in packed:
        view = msgspec.msgpack.decode(packed[REST], type=CaseView)
    found: dict[str, Any] = {}
    for name, part in packed.items():
        if name in LIST_TYPES:
            kind = RECORD_TYPES[LIST_TYPES[name]]
            found[name] = tuple(Records(part, kind).all())
        elif name in PARTS:
            found[name] = msgspec.msgpack.decode(part, type=_TYPES[name])
    if "articles" in found:
        texts = {one.id: one.text for one in articles}
        found["articles"] = tuple(
            msgspec.structs.replace(one, text=texts[one.id])
            for one in found["articles"]
        )
    return msgspec.structs.replace(view, **found)
