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

    Attributes:
        id: From the anchor alone, so a better label keeps it. A case fact takes the
            smallest id of its members.
        evidence: The words that say it, at least one; the clause of the anchor first.
        level: `read` where one article says it, `case` where the case derives it.
        voice: Who tells it: `narrator`, or the id of the statement that carries it.
        factuality: How the voice tells it, from the words and not from belief.
        when: Its day in the world, in EDTF. An interval bounds a day that lies inside.
            Absent where the text does not say; a statement has `said_on` instead.
        when_text: The words the day was read from.
        when_basis: What these were resolved against: `published`, `text` (complete in
            itself) or `expression` (an earlier one).
        known_from: Publication day of the earliest article that says it.
        recorded_at: When it was stored, in UTC.
        confidence: From 0 to 1; absent until it is calibrated.
        run: Id of the reading that made it.
        method: The rule or model that made it; `person` where somebody added it.
        corrected: Ids of the corrections that shaped it.
        members: Ids of the read facts behind a case fact; empty on a read fact.
        translated: True where it is known only from a person's translation of a foreign
            article. Not filled on a read fact as stored.
        sources: How many independent articles say it; near copies count once. Only on a
            case fact.
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
    translated: bool | None = None
    sources: int | None = None
