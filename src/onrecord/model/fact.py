"""What every fact carries, whatever its type (CASEFILE.md, "On every fact")."""

from enum import StrEnum

import msgspec

from onrecord.model.evidence import Evidence

NARRATOR = "narrator"
"""The `voice` of what the article tells in its own words."""


class Level(StrEnum):
    """Whether a record is what one article says or what the case derives."""

    READ = "read"
    CASE = "case"


class Factuality(StrEnum):
    """How a voice tells a fact, from the words and not from belief."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    DENIED = "denied"
    PLANNED = "planned"
    ASKED = "asked"
    HYPOTHETICAL = "hypothetical"


class Fact(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="type"):
    """Base of all records with evidence.

    `evidence[0]` is the clause of the anchor. `when` is EDTF and absent where the text
    does not say; an interval in it bounds a day that lies inside. `known_from` is the
    publication day of the earliest article that says it. `members` are the ids of the
    read facts behind a case fact (empty on a read fact), `sources` how many independent
    articles say it (copies of one agency story count once).
    """

    id: str
    evidence: tuple[Evidence, ...]
    level: Level = Level.READ
    voice: str = NARRATOR
    factuality: Factuality = Factuality.ASSERTED
    when: str | None = None
    when_text: str | None = None
    when_basis: str | None = None
    known_from: str | None = None
    recorded_at: str | None = None
    confidence: float | None = None
    run: str | None = None
    method: str | None = None
    corrected: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    sources: int | None = None
