"""The case as derived: all case facts known by a day, and where every id leads.

A view is made by `resolve.derive` and by nothing else. It may be cached, never edited.
"""

import msgspec

from onrecord.model.actor import Actor
from onrecord.model.article import Article
from onrecord.model.claim import Claim
from onrecord.model.correction import CorrectionState
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.linkage import Linkage
from onrecord.model.proceeding import Proceeding
from onrecord.model.records import AnyFact
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement


class CaseView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What was known of a case by a day.

    `articles` are those known, earliest first, with `duplicate_of` and `similarity`
    filled; `undated` counts those that `as_of` leaves out because they carry no day.
    The lists from `actors` to `relations` hold case facts, earliest known first.
    `read_facts` are what single articles say, with the ids of case actors; report-level
    edits are in them and rejected ones are not. `leads_to` maps every id that ever
    stood for something known (of a member, an actor, a case fact, a replaced id) to the
    id of its case fact; one of `rejected` keeps leading to itself. `rejected` holds
    what corrections took out: case facts, and read facts where only one report was.
    `corrections_state` names every correction given. `notes` are for the user.
    """

    as_of: str | None = None
    articles: tuple[Article, ...] = ()
    undated: int = 0
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    custody: tuple[Custody, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    linkages: tuple[Linkage, ...] = ()
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    relations: tuple[Relation, ...] = ()
    read_facts: tuple[AnyFact, ...] = ()
    leads_to: dict[str, str] = msgspec.field(default_factory=dict)
    rejected: tuple[AnyFact, ...] = ()
    corrections_state: dict[str, CorrectionState] = msgspec.field(default_factory=dict)
    notes: tuple[str, ...] = ()
