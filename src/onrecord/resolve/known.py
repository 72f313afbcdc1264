"""What was known by a day: the articles published by then, and which tell one story.

`Known` is all that the makers of case facts need to know of articles. It is a function
of the known articles alone, so *as of* a day gives what a case of only these articles
gives. The day from which "next" and "past" are told is that of the latest of them.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from onrecord.model.article import Article
from onrecord.resolve.copies import COPY_SIMILARITY, Sketch, group_copies
from onrecord.resolve.days import (
    find_bounds,
    known_order,
    latest_day,
    publication_key,
    published_day,
)
from onrecord.resolve.versions import Version, find_versions


@dataclass(frozen=True, slots=True)
class Known:
    """The articles of a derivation.

    Attributes:
        articles: Earliest first, with `duplicate_of`, `similarity` and versions.
        place: The number of each article in that order.
        published: The publication day of each article.
        source: The group of near copies and versions that each article belongs to.
        today: The latest day of publication.
    """

    articles: tuple[Article, ...]
    place: Mapping[str, int]
    published: Mapping[str, str | None]
    source: Mapping[str, str]
    today: date | None


def find_known(
    articles: Iterable[Article], as_of: str | None
) -> tuple[list[Article], int]:
    """Return the articles published by a day, in canonical order, and what has no day.

    An article is known by the latest day that its `published` allows. Without `as_of`
    all are known and none is counted as left out.

    Raises:
        ValueError: `as_of` is no EDTF day.
    """
    ordered = sorted({one.id: one for one in articles}.values(), key=publication_key)
    if as_of is None:
        return ordered, 0
    asked = find_bounds(as_of)
    if asked is None:
        raise ValueError(f"as of {as_of!r}: give a day such as 2031-03-14")
    dated = [one for one in ordered if published_day(one) is not None]
    known = [one for one in dated if known_order(published_day(one))[0] <= asked[1]]
    return known, len(ordered) - len(dated)


def describe_known(
    articles: Iterable[Article],
    *,
    threshold: float = COPY_SIMILARITY,
    sketches: MutableMapping[str, Sketch] | None = None,
) -> Known:
    """Mark near copies and versions and gather what is asked of articles later on."""
    ordered = sorted(articles, key=publication_key)
    groups = group_copies(ordered, threshold=threshold, sketches=sketches)
    versions = find_versions(ordered)
    marked = tuple(
        _mark_version(_mark_copy(one, *groups[one.id]), versions.get(one.id))
        for one in ordered
    )
    published = {one.id: published_day(one) for one in marked}
    return Known(
        articles=marked,
        place={one.id: number for number, one in enumerate(marked)},
        published=published,
        source=_find_sources(marked),
        today=latest_day(published.values()),
    )


def _mark_copy(article: Article, first: str, similarity: float) -> Article:
    """Fill `duplicate_of` and `similarity`, both empty on what is no copy."""
    if article.id == first:
        return replace(article, duplicate_of=None, similarity=None)
    return replace(article, duplicate_of=first, similarity=similarity)


def _mark_version(article: Article, version: Version | None) -> Article:
    """Fill `version_of` and `latest_version`, both empty where there is one version."""
    first = version.first if version else article.id
    latest = version.latest if version else article.id
    return replace(
        article,
        version_of=first if first != article.id else None,
        latest_version=latest if latest != article.id else None,
    )


def _find_sources(articles: Iterable[Article]) -> dict[str, str]:
    """Return what each article counts with: what it copies, else its first version."""
    known = {one.id: one for one in articles}

    def source(article: str) -> str:
        one = known[article]
        if one.duplicate_of is not None:
            return one.duplicate_of
        # The first version has none before it, so this ends there.
        return article if one.version_of is None else source(one.version_of)

    return {article: source(article) for article in known}
