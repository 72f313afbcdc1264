"""All that one HTML file of a brief shows.

Brief and timeline were written apart, each with its own numbers; here the numbers of
the brief stay and those of sources that only the timeline has come after them.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.model.article import Article
from onrecord.model.view import CaseView
from onrecord.report.days import count, say_day
from onrecord.report.document import Item, Section, lay_out, row_item
from onrecord.report.layout import (
    copies_words,
    source_words,
    timeline_basis,
)
from onrecord.report.lines import (
    Brief,
    Cite,
    RelationLine,
    Row,
    RowKind,
    Source,
    Step,
    Timeline,
)
from onrecord.report.markdown import is_link
from onrecord.report.page.drawing import Drawing, draw_timeline
from onrecord.report.page.marks import SHAPE_WORDS, SYMBOLS, Shape, shape_of
from onrecord.report.page.passages import Passage, Place, find_passages, place_of
from onrecord.report.page.relations import Plot, plot_relation, undated_steps
from onrecord.report.sections.relations import say_score

WIDTHS = {"narrow": 328, "wide": 720}
"""Units of the drawings: a phone's column, and that of a desk or a sheet of paper."""

MOST_ROWS = 150
"""Rows of the timeline on a page: what the case turns on first, then the best told."""

_TURNS = frozenset({RowKind.CUSTODY, RowKind.STAGE, RowKind.DECISION})


class DatedItem(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A row of the timeline, or a step of a relation, with its shape and kind."""

    item: Item
    shape: Shape | None = None
    label: str = ""


class RelationPart(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What the page adds to one pair: its plots, and the steps as a list."""

    name: str
    plots: dict[str, Plot]
    steps: tuple[DatedItem, ...]
    note: str = ""


class SourcePart(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A source as the page lists it. `link` only where one may be made of the URL."""

    number: int
    words: str
    article: str
    sha256: str
    url: str | None = None
    link: bool = False
    copies: str = ""
    passages: tuple[Passage, ...] = ()


class Page(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One HTML file. `places` numbers what every citation opens."""

    title: str
    basis: str
    sections: tuple[Section, ...]
    relations: dict[str, RelationPart]
    rows: tuple[DatedItem, ...]
    rows_note: str
    drawings: dict[str, Drawing]
    legend: tuple[tuple[str, str], ...]
    sources: tuple[SourcePart, ...]
    places: dict[Place, int]

    def anchor(self, cite: Cite) -> str:
        """Return the name of the place that a citation opens."""
        return f"c{self.places[place_of(cite)]}"


def make_page(view: CaseView, brief: Brief, timeline: Timeline) -> Page:
    """Return the page of a brief.

    Args:
        view: What both reports were made of; its articles carry their texts.
        brief: The brief.
        timeline: The timeline of the same view; only `MOST_ROWS` of it are shown.
    """
    numbers = _Numbers(brief.sources)
    rows = [numbers.renumber_row(row) for row in pick_rows(timeline.rows)]
    sources = (*brief.sources, *numbers.added(timeline.sources))
    document = lay_out(brief)
    cites = [*_cites(brief), *(cite for row in rows for cite in row.cites)]
    places = {p: n for n, p in enumerate(dict.fromkeys(map(place_of, cites)), 1)}
    drawn = {
        name: drawing
        for name, width in WIDTHS.items()
        if (drawing := draw_timeline(view, brief, rows, width=width))
    }
    return Page(
        title=document.title,
        basis=document.basis,
        sections=document.sections,
        relations={line.fact: _relation(line) for line in brief.relations},
        rows=tuple(_dated_row(row) for row in rows),
        rows_note=_rows_note(timeline, len(rows)),
        drawings=drawn,
        legend=tuple((SYMBOLS[shape], SHAPE_WORDS[shape]) for shape in Shape),
        sources=tuple(_sources(sources, places, view.articles)),
        places=places,
    )


def pick_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that a page has room for, in their order.

    Custody, stages and decisions come before what was done and said; of those the ones
    with the most sources.
    """
    ranked = sorted(rows, key=lambda r: (r.kind not in _TURNS, -len(r.sources)))
    kept = {id(row) for row in ranked[:MOST_ROWS]}
    return [row for row in rows if id(row) in kept]


class _Numbers:
    """The numbers of a page's sources: those of the brief, then new ones."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._numbers: dict[str, int] = {}
        self._last = 0
        for source in sources:
            self._last = max(self._last, source.number)
            for article in (source.article, *(copy.article for copy in source.copies)):
                self._numbers[article] = source.number
        self._known = frozenset(self._numbers)
        self._new: dict[int, int] = {}

    def renumber_row(self, row: Row) -> Row:
        """Return a row with the page's numbers, here and in its days in conflict."""
        by_old = {cite.source: self._number(cite) for cite in row.cites}
        cites = [
            msgspec.structs.replace(cite, source=by_old[cite.source])
            for cite in row.cites
        ]
        return msgspec.structs.replace(
            row,
            cites=tuple(sorted(cites, key=lambda cite: cite.source)),
            sources=tuple(sorted(by_old.values())),
            conflict=tuple(
                msgspec.structs.replace(
                    one, sources=tuple(by_old[n] for n in one.sources if n in by_old)
                )
                for one in row.conflict
            ),
        )

    def added(self, sources: Iterable[Source]) -> Iterator[Source]:
        """Yield the sources that the brief did not have and a row cites."""
        found = {s.number: s for s in sources}
        for old, new in self._new.items():
            yield msgspec.structs.replace(found[old], number=new)

    def _number(self, cite: Cite) -> int:
        """Return the page's number of a citation of the timeline."""
        if cite.article in self._known:
            return self._numbers[cite.article]
        if cite.source not in self._new:
            self._last += 1
            self._new[cite.source] = self._last
        return self._new[cite.source]


def _cites(brief: Brief) -> Iterator[Cite]:
    """Yield every citation of a brief, in the order of reading."""
    for name in ("held", "released", "proceedings", "linkages", "claims", "decisions"):
        for line in getattr(brief, name):
            yield from line.cites
            for detail in line.details:
                yield from detail.cites
    for relation in brief.relations:
        yield from relation.cites
        for detail in relation.details:
            yield from detail.cites
        for step in relation.steps:
            yield from step.cites
    for recent in brief.recent:
        yield from recent.cites


def _relation(line: RelationLine) -> RelationPart:
    """Return what the page adds to a pair."""
    plots = {
        name: plot
        for name, width in WIDTHS.items()
        if (plot := plot_relation(line, width=width))
    }
    undated = undated_steps(line.steps)
    note = f"{count(undated, 'step')} without a day not drawn" if undated else ""
    return RelationPart(
        name=" and ".join(line.actors_names),
        plots=plots,
        steps=tuple(map(_dated_step, line.steps)),
        note=note,
    )


def _dated_step(step: Step) -> DatedItem:
    """Return a step of a relation as a line of the list."""
    item = Item(
        words=step.words,
        day=say_day(step.when) if step.when else "day not told",
        sources=step.sources,
        cites=step.cites,
        fact=step.fact,
    )
    return DatedItem(item=item, label=say_score(step.score))


def _dated_row(row: Row) -> DatedItem:
    """Return a row of the timeline as a line of the list."""
    shape = shape_of(row.when, row.factuality)
    return DatedItem(item=row_item(row), shape=shape, label=row.kind.value)


def _rows_note(timeline: Timeline, shown: int) -> str:
    """Return what the timeline rests on, and how many of its rows are not shown."""
    left = len(timeline.rows) - shown
    basis = timeline_basis(timeline)
    if not left:
        return basis
    return f"{basis} Here {shown:,} of them; “onrecord timeline” has all."


def _sources(
    sources: Iterable[Source], places: dict[Place, int], articles: Sequence[Article]
) -> Iterator[SourcePart]:
    """Yield the sources with the passages that are cited, copies' among them."""
    passages = find_passages(places, {article.id: article for article in articles})
    for source in sources:
        told = (source.article, *(copy.article for copy in source.copies))
        yield SourcePart(
            number=source.number,
            words=source_words(source),
            article=source.article,
            sha256=source.sha256,
            url=source.url,
            link=is_link(source.url),
            copies=copies_words(source) if source.copies else "",
            passages=tuple(p for one in told for p in passages.get(one, ())),
        )
