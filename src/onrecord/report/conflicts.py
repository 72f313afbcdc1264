"""Where reports contradict each other on a day: all are kept, side by side.

For events, statements and custody the days are those that the reports behind a group
give. A stage or a decision can happen again on another day, so there only the days that
the case fact itself holds to be in conflict count.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.model import edtf
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.evidence import Evidence
from onrecord.model.proceeding import Proceeding
from onrecord.model.records import AnyFact
from onrecord.model.statement import Statement
from onrecord.report.days import are_apart
from onrecord.report.entries import Entry
from onrecord.report.folding import Group
from onrecord.report.lines import Variant
from onrecord.report.sources import SourceBook
from onrecord.report.words import shorten


class Telling(NamedTuple):
    """One report's day for a thing, with its words."""

    when: str
    fact: str
    evidence: tuple[Evidence, ...]


def find_conflict(
    group: Group, reads: dict[str, AnyFact], book: SourceBook
) -> tuple[Variant, ...]:
    """Return the days told for one thing that cannot all be right, in order.

    Args:
        group: Entries of one happening.
        reads: The read facts behind them, by id.
        book: Numbers the sources.

    Returns:
        At least two, or none.
    """
    if not may_conflict(group):
        return ()
    tellings = list(_tellings(group, reads))
    days = {t.when for t in tellings} | _known_conflicts(group[0])
    clashing = [day for day in days if any(are_apart(day, other) for other in days)]
    ordered = sorted(filter(edtf.is_valid, clashing), key=edtf.order_key)
    return tuple(_variant(day, tellings, book) for day in ordered)


def may_conflict(group: Group) -> bool:
    """Whether a group has more than one report that could give a day."""
    if len(group) > 1 or len(group[0].fact.members) > 1:
        return True
    return bool(_known_conflicts(group[0]))


def members_of(groups: Iterable[Group]) -> set[str]:
    """Return the ids of the read facts behind groups that may be in conflict."""
    return {
        member
        for group in groups
        if may_conflict(group)
        for entry in group
        for member in entry.fact.members
    }


def _known_conflicts(entry: Entry) -> set[str]:
    """Return the days in conflict that the case fact holds, its own among them."""
    fact = entry.fact
    others: Sequence[str] = ()
    if entry.stage:
        others = entry.stage.conflicts
    elif isinstance(fact, Custody | Decision):
        others = fact.conflicts.get(entry.part, ())
    return {*others, *filter(None, [entry.when])} if others else set()


def _tellings(group: Group, reads: dict[str, AnyFact]) -> Iterator[Telling]:
    """Yield each report's day, for the entries of the kind that is told."""
    for entry in group:
        if entry.kind is group[0].kind:
            found = False
            for member in entry.fact.members:
                if member in reads:
                    yield from _read_tellings(entry, reads[member])
                    found = True
            if not found and entry.when:
                yield Telling(entry.when, entry.id(), entry.evidence())


def _read_tellings(entry: Entry, read: AnyFact) -> Iterator[Telling]:
    """Yield the day that a read fact gives for an entry's part."""
    if isinstance(read, Proceeding):
        days = _known_conflicts(entry)
        for stage in read.stages:
            if entry.stage and stage.stage == entry.stage.stage and stage.when in days:
                yield Telling(stage.when, read.id, stage.evidence or read.evidence)
        return
    when = _day_told(entry.part, read)
    if when and not (
        isinstance(read, Decision) and when not in _known_conflicts(entry)
    ):
        yield Telling(when, read.id, read.evidence)


def _day_told(part: str, read: AnyFact) -> str | None:
    """Return the day that a read fact holds in a field."""
    if isinstance(read, Custody):
        return read.to if part == "to" else read.from_
    if isinstance(read, Statement):
        return read.said_on
    if isinstance(read, Decision):
        return read.due if part == "due" else read.when
    return read.when if isinstance(read, Event) else None


def _variant(day: str, tellings: Sequence[Telling], book: SourceBook) -> Variant:
    """Make one of the days, with everybody who tells it."""
    mine = [telling for telling in tellings if telling.when == day]
    evidence = [piece for telling in mine for piece in telling.evidence]
    numbers, _ = book.cite(evidence)
    return Variant(
        when=day,
        quote=shorten(evidence[0].exact) if evidence else "",
        sources=numbers,
        facts=tuple(telling.fact for telling in mine),
    )
