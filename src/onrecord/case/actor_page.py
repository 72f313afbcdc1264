"""Everything on one actor, as one record of lists."""

from typing import Any

import msgspec

from onrecord.case.listing import Listing
from onrecord.model.actor import Actor
from onrecord.model.claim import Claim
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.linkage import Linkage
from onrecord.model.proceeding import Proceeding
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the case holds on one actor."""

    actor: Actor
    said: Listing[Statement]
    said_to: Listing[Statement]
    did: Listing[Event]
    suffered: Listing[Event]
    custody: Listing[Custody]
    proceedings: Listing[Proceeding]
    linkages: Listing[Linkage]
    claims: Listing[Claim]
    decisions: Listing[Decision]
    relations: Listing[Relation]

    def groups(self) -> dict[str, Listing[Any]]:
        """Return the lists by their names, in the order shown."""
        names = [name for name in self.__struct_fields__ if name != "actor"]
        return {name: getattr(self, name) for name in names}
