"""What can stand on a timeline: each dated part of a fact, with its day and actors."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.evidence import Evidence
from onrecord.model.fact import Factuality
from onrecord.model.proceeding import Proceeding, Stage
from onrecord.model.statement import Statement
from onrecord.model.view import CaseView
from onrecord.report.lines import RowKind
from onrecord.report.sections.decisions import UNDECIDED
from onrecord.report.sections.held import is_over

Datable = Custody | Proceeding | Decision | Statement | Event


class Entry(NamedTuple):
    """One part of a fact on a timeline.

    `part` is the field its day stands in (`from`, `to`, `when`, `due`, `said_on`),
    `stage` the stage where `fact` is a proceeding.
    """

    kind: RowKind
    when: str | None
    fact: Datable
    part: str
    stage: Stage | None = None

    def id(self) -> str:
        """Return the id of the fact, or of its stage."""
        return self.stage.id if self.stage else self.fact.id

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the words that tell it."""
        return (self.stage.evidence if self.stage else ()) or self.fact.evidence

    def factuality(self) -> Factuality:
        """Return how its voice tells it; a day that is only due is a plan."""
        if self.part == "due":
            return Factuality.PLANNED
        return self.stage.factuality if self.stage else self.fact.factuality

    def voice(self) -> str:
        """Return whose voice tells it."""
        return self.stage.voice if self.stage else self.fact.voice


def told_entries(view: CaseView, kinds: Collection[RowKind]) -> Iterator[Entry]:
    """Yield the entries of custody, stages and decisions, of the kinds asked for."""
    makers: dict[RowKind, Callable[[CaseView], Iterable[Entry]]] = {
        RowKind.CUSTODY: _custody,
        RowKind.STAGE: _stages,
        RowKind.DECISION: _decisions,
    }
    for kind, make in makers.items():
        if kind in kinds:
            yield from make(view)


def said_entry(statement: Statement) -> Entry:
    """Return the entry of a statement, by the day it was made."""
    return Entry(RowKind.STATEMENT, statement.said_on, statement, "said_on")


def event_entry(event: Event) -> Entry:
    """Return the entry of an event."""
    return Entry(RowKind.EVENT, event.when, event, "when")


def actors_of(fact: Datable, stage: Stage | None = None) -> tuple[str, ...]:
    """Return the ids of those who take part in a fact, and in this stage of it."""
    if isinstance(fact, Event):
        return (*fact.source, *fact.target, *fact.on_behalf_of)
    if isinstance(fact, Statement):
        return (*_one(fact.speaker), *fact.on_behalf_of, *fact.addressee)
    if isinstance(fact, Custody):
        return (*_one(fact.person), *fact.holder, *fact.on_behalf_of)
    if isinstance(fact, Decision):
        return fact.decider
    by = stage.by if stage else ()
    return (*fact.subject, *by, *fact.decider, *fact.forum, *fact.requested_by)


def _one(actor: str | None) -> tuple[str, ...]:
    """Return an actor as a tuple."""
    return (actor,) if actor else ()


def _custody(view: CaseView) -> Iterator[Entry]:
    """Yield the start and the end of each spell."""
    for spell in view.custody:
        if spell.from_ or not is_over(spell):
            yield Entry(RowKind.CUSTODY, spell.from_, spell, "from")
        if is_over(spell):
            yield Entry(RowKind.CUSTODY, spell.to, spell, "to")


def _stages(view: CaseView) -> Iterator[Entry]:
    """Yield every stage of every proceeding."""
    for proceeding in view.proceedings:
        for stage in proceeding.stages:
            yield Entry(RowKind.STAGE, stage.when, proceeding, "when", stage)


def _decisions(view: CaseView) -> Iterator[Entry]:
    """Yield the day of each decision, and the day due of what is undecided."""
    for decision in view.decisions:
        is_due = bool(decision.due) and decision.status in UNDECIDED
        if decision.when or not is_due:
            yield Entry(RowKind.DECISION, decision.when, decision, "when")
        if is_due:
            yield Entry(RowKind.DECISION, decision.due, decision, "due")
