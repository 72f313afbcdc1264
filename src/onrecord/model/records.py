"""Every record type by its name, for decoding, tables and exports."""

import msgspec

from onrecord.model.actor import Actor, Mention
from onrecord.model.claim import Claim
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.linkage import Linkage
from onrecord.model.proceeding import Proceeding
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement
from onrecord.model.time import Time

AnyFact = (
    Actor
    | Mention
    | Time
    | Statement
    | Event
    | Custody
    | Proceeding
    | Linkage
    | Claim
    | Decision
    | Relation
)

RECORD_TYPES: dict[str, type[AnyFact]] = {
    "actor": Actor,
    "mention": Mention,
    "time": Time,
    "statement": Statement,
    "event": Event,
    "custody": Custody,
    "proceeding": Proceeding,
    "linkage": Linkage,
    "claim": Claim,
    "decision": Decision,
    "relation": Relation,
}
"""In the order of an export: actors, the two text records, then the facts."""

ACTOR_FIELDS: dict[str, tuple[str, ...]] = {
    "mention": ("actor",),
    "statement": ("speaker", "on_behalf_of", "addressee"),
    "event": ("source", "target", "on_behalf_of"),
    "custody": ("person", "holder", "on_behalf_of"),
    "proceeding": ("subject", "forum", "requested_by", "decider"),
    "linkage": ("proposed_by", "addressed_to", "about"),
    "decision": ("decider",),
    "relation": ("actors",),
    "actor": ("group_members", "same_as"),
}
"""Fields that hold actor ids. Ids also stand in `roles.of` (words), `stages.by`,
`responses.actor`, `asserted_by.actor` and `denied_by.actor`."""


class Reading(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """All that the pure function reads out of one article: read facts, in text order.

    `notes` are warnings for the user, such as relative dates left unresolved.
    """

    article: str
    facts: tuple[AnyFact, ...] = ()
    notes: tuple[str, ...] = ()
