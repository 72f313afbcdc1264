"""Numbers for sources, given as lines cite them, with copies counted as one.

A report starts one `SourceBook`; each line asks it for the numbers of its evidence, so
that numbers run in the order of reading.
"""

from collections.abc import Iterable

from onrecord.model.article import Article
from onrecord.model.evidence import Evidence
from onrecord.report.lines import Cite, Copy, Source

Cited = tuple[tuple[int, ...], tuple[Cite, ...]]


class SourceBook:
    """The numbered sources of one report, while it is written."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """Start without a number given. `articles` come earliest first."""
        self._articles = {article.id: article for article in articles}
        self._roots: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def cite(self, evidence: Iterable[Evidence]) -> Cited:
        """Return the numbers of the sources, and one place in each of them.

        The place is the first that the evidence names; an article that the view does
        not hold gives none.
        """
        places: dict[int, Cite] = {}
        for piece in evidence:
            if piece.article not in self._articles:
                continue
            number = self._number(piece.article)
            if number not in places:
                places[number] = _cite(piece, number)
        numbers = tuple(sorted(places))
        return numbers, tuple(places[number] for number in numbers)

    def root(self, article: str) -> str:
        """Return the article that this one is a copy or version of, or itself."""
        if article not in self._roots:
            self._roots[article] = self._find_root(article)
        return self._roots[article]

    def count_stories(self) -> int:
        """Return how many articles there are with copies counted as one."""
        return len({self.root(article) for article in self._articles})

    def sources(self) -> tuple[Source, ...]:
        """Return the sources cited so far, by number."""
        told_by: dict[str, list[Article]] = {root: [] for root in self._numbers}
        for article in self._articles.values():
            if (root := self.root(article.id)) in told_by:
                told_by[root].append(article)
        return tuple(
            _source(number, root, told_by[root])
            for root, number in self._numbers.items()
        )

    def _number(self, article: str) -> int:
        """Return the number of an article's story, giving it the next one if new."""
        return self._numbers.setdefault(self.root(article), len(self._numbers) + 1)

    def _find_root(self, article: str) -> str:
        """Follow copies and versions; a ring (bad input) ends at its least id."""
        seen = {article}
        while found := self._articles.get(article):
            first = found.duplicate_of or found.version_of
            if first is None:
                return article
            article = first
            if article in seen:
                return min(seen)
            seen.add(article)
        return article


def _cite(piece: Evidence, number: int) -> Cite:
    """Make the citation of one piece of evidence."""
    return Cite(
        source=number,
        article=piece.article,
        field=piece.field,
        start=piece.start,
        end=piece.end,
        exact=piece.exact,
    )


def _source(number: int, root: str, articles: list[Article]) -> Source:
    """Make a source; its own article is the root, else the earliest copy."""
    main = next((a for a in articles if a.id == root), articles[0])
    return Source(
        number=number,
        article=main.id,
        outlet=main.publisher,
        day=main.published,
        title=main.title,
        url=main.url,
        sha256=main.sha256,
        copies=tuple(
            Copy(article=a.id, outlet=a.publisher, day=a.published, url=a.url)
            for a in articles
            if a is not main
        ),
    )
