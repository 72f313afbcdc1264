"""What every section of a brief needs: lookup, sources, the day, and how much to print.

A section picks its facts in one pass, ranks them, keeps `limit` of them and only then
makes lines, so that a large case costs no more than its facts counted once.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict, TypeVar

from onrecord.model.evidence import Evidence
from onrecord.model.fact import Fact, Factuality
from onrecord.model.view import CaseView
from onrecord.report.days import last_day, report_day, say_day, say_on
from onrecord.report.lines import Cite, Detail
from onrecord.report.lookup import Lookup, make_lookup
from onrecord.report.sources import SourceBook

F = TypeVar("F", bound=Fact)

STALE_DAYS = 30
"""After so many days without a report a line says when the last one was."""


class Basics(TypedDict):
    """The fields that every line has from its fact."""

    fact: str
    sources: tuple[int, ...]
    cites: tuple[Cite, ...]
    according_to: str | None
    factuality: Factuality
    known_from: str | None
    last_reported: str | None
    corrected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """One report being written. `day` is None in a case without any day.

    `more` collects by section how many facts did not fit.
    """

    look: Lookup
    book: SourceBook
    day: date | None
    limit: int | None = None
    more: dict[str, int] = field(default_factory=dict)

    def keep(
        self, section: str, facts: Iterable[F], rank: Callable[[F], object]
    ) -> list[F]:
        """Return the facts that fit into a section, the highest rank first."""
        ranked = sorted(facts, key=rank, reverse=True)  # type: ignore[arg-type]
        if self.limit is not None and len(ranked) > self.limit:
            self.more[section] = len(ranked) - self.limit
            return ranked[: self.limit]
        return ranked

    def basics(self, fact: Fact) -> Basics:
        """Return what a line takes over from its fact, with its sources numbered."""
        sources, cites = self.book.cite(fact.evidence)
        return Basics(
            fact=fact.id,
            sources=sources,
            cites=cites,
            according_to=self.look.voice(fact.voice),
            factuality=fact.factuality,
            known_from=fact.known_from,
            last_reported=self.look.last_reported(fact.evidence),
            corrected=fact.corrected,
        )

    def silence(self, fact: Fact) -> str:
        """Return since when nothing is reported of a fact, where that is long."""
        last = self.look.last_reported(fact.evidence)
        day = last_day(last)
        if not last or day is None or self.day is None:
            return ""
        is_long = (self.day - day).days > STALE_DAYS
        return f"; nothing reported since {say_day(last)}" if is_long else ""

    def detail(
        self, words: str, evidence: Sequence[Evidence] = (), fact: str | None = None
    ) -> Detail:
        """Return a line under a line, with its sources numbered."""
        sources, cites = self.book.cite(evidence)
        return Detail(words=words, fact=fact, sources=sources, cites=cites)


def make_desk(view: CaseView, *, limit: int | None = None) -> Desk:
    """Return the desk of a view."""
    return Desk(
        look=make_lookup(view),
        book=SourceBook(view.articles),
        day=report_day(view),
        limit=limit,
    )


def told_by(fact: Fact) -> int:
    """Return how many independent sources tell a fact, as a rank."""
    return fact.sources if fact.sources is not None else len(fact.members) or 1


def first_reported(fact: Fact) -> str:
    """Return since when a fact is known, as the end of its line."""
    known = fact.known_from
    return f"; first reported {say_on(known)}" if known else ""


def is_told_as_fact(fact: Fact) -> bool:
    """Whether some voice tells it as so: asserted, not planned, asked or denied."""
    return fact.factuality is Factuality.ASSERTED
