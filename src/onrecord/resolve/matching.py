"""Finding the read facts that a correction was given for, after any re-reading.

By id, else by redirect (a replaced id leads to its successor for ever), else by anchor:
same article, type and field, exact words nearest to the old place, else words that
overlap the old place.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.model.correction import Anchor, Correction
from onrecord.model.evidence import Evidence
from onrecord.model.records import AnyFact
from onrecord.resolve.mapping import article_of, tag_of
from onrecord.text.ids import kind_of


def follow(one: str, redirects: Mapping[str, str]) -> str:
    """Return what an id was replaced by in the end; itself where it was not."""
    seen = {one}
    while (one := redirects.get(one, one)) not in seen:
        seen.add(one)
    return one


class FactIndex:
    """All read facts of a case file, known or not, by id and by place."""

    def __init__(
        self,
        facts: Iterable[AnyFact],
        redirects: Mapping[str, str],
        parts: Collection[str] = (),
    ) -> None:
        """File the facts; the places are filed when an anchor is first looked for.

        Args:
            facts: All read facts.
            redirects: Replaced ids and what each was replaced by.
            parts: Ids that stand for a part of a read fact.
        """
        self._facts = {fact.id: fact for fact in facts}
        self._redirects = redirects
        self._parts = parts
        self._places: dict[tuple[str, str | None], list[AnyFact]] = {}

    def get(self, one: str) -> AnyFact | None:
        """Return the read fact of an id."""
        return self._facts.get(one)

    def find_id(self, one: str) -> str | None:
        """Return the id of the read fact that an id stands for now."""
        if one in self._facts or one in self._parts:
            return one
        now = follow(one, self._redirects)
        return now if now in self._facts else None

    def match(self, correction: Correction) -> frozenset[str]:
        """Return the read facts that a correction holds for; none if it is orphaned."""
        given = _ids_given(correction)
        found = {one: self.find_id(one) for one in given}
        hits = {one for one in found.values() if one is not None}
        for anchor in _anchors_left(correction, found):
            hit = self._find_anchor(anchor, _type_of(correction), hits)
            if hit is not None:
                hits.add(hit)
        return frozenset(hits)

    def _find_anchor(
        self, anchor: Anchor, kind: str | None, hits: set[str]
    ) -> str | None:
        """Return the fact at an anchor; one that was hit already counts as found."""
        facts = self._facts_at(kind, anchor.article)
        same = _nearest(anchor, facts, words_too=True)
        near = same or _nearest(anchor, facts, words_too=False)
        return None if near is None or near in hits else near

    def _facts_at(self, kind: str | None, article: str) -> Sequence[AnyFact]:
        """Return the facts of one type in one article."""
        if not self._places:
            places = defaultdict(list)
            for fact in self._facts.values():
                places[tag_of(fact), article_of(fact)].append(fact)
            self._places = dict(places)
        return self._places.get((kind or "", article), ())


def _ids_given(correction: Correction) -> tuple[str, ...]:
    """Return the ids of read facts that a correction names."""
    target = (correction.target,) if correction.target else ()
    if correction.report or not correction.members:
        return target
    return correction.members


def _anchors_left(
    correction: Correction, found: Mapping[str, str | None]
) -> Iterable[Anchor]:
    """Return the anchors of what was not found by its id.

    Anchors stand in the order of `members` where there are as many; else, all of them.
    """
    if found and None not in found.values():
        return ()
    if correction.report or len(correction.anchors) != len(correction.members):
        return correction.anchors
    pairs = zip(correction.members, correction.anchors, strict=True)
    return tuple(anchor for one, anchor in pairs if found.get(one) is None)


def _type_of(correction: Correction) -> str | None:
    """Return the record type that a correction is about."""
    if correction.fact_type:
        return correction.fact_type
    return kind_of(correction.target) if correction.target else None


def _nearest(
    anchor: Anchor, facts: Sequence[AnyFact], *, words_too: bool
) -> str | None:
    """Return the fact whose words are the anchor's and nearest, or overlap it most."""
    ranked = []
    for fact in facts:
        for rank, one in enumerate(fact.evidence):
            if one.article == anchor.article and one.field == anchor.field:
                score = _score(anchor, one, words_too=words_too)
                if score is not None:
                    ranked.append((score, rank, fact.id))
    return min(ranked)[2] if ranked else None


def _score(anchor: Anchor, one: Evidence, *, words_too: bool) -> int | None:
    """Return how far off evidence is, the less the nearer; None where it is not it."""
    if words_too:
        same = one.exact == anchor.exact
        return abs(one.start - anchor.start) if same else None
    shared = min(one.end, anchor.end) - max(one.start, anchor.start)
    return -shared if shared > 0 else None
