"""Who is held or restricted, where, by whom and on what terms."""

from enum import StrEnum

import msgspec

from onrecord.model.evidence import Evidence
from onrecord.model.fact import Fact


class CustodyStatus(StrEnum):
    """Where the person stands as of the day asked about."""

    HELD = "held"
    WANTED = "wanted"
    PAST = "past"


class CustodyEnd(StrEnum):
    """How a spell ended."""

    RELEASED = "released"
    ESCAPED = "escaped"
    DIED = "died"
    TRANSFERRED = "transferred"
    DEPORTED = "deported"


class Condition(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A term of custody or of release.

    Attributes:
        id: From its anchor, as a fact's.
        kind: From the custody lexicon: `area`, `curfew`, `visits`, `surety`, ...
        text: The term, in the article's words.
        evidence: The words that say it.
        from: First day, in EDTF. Not filled yet.
        to: Last day, in EDTF: filled where a later report says that it is lifted.
    """

    id: str
    kind: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None


class Custody(Fact, frozen=True, gc=False, kw_only=True, tag="custody"):
    """One spell of one person, or of one group as told.

    In a read fact `end` and `to` say that this article tells of the spell's end.

    Attributes:
        person: Who is held or restricted.
        person_text: The words for them.
        holder: Who holds.
        holder_text: The words for them.
        on_behalf_of: At whose request.
        on_behalf_of_text: The words for them.
        kind: From the custody lexicon: `detention`, `prison`, `house_arrest`, `bail`,
            `exit_ban`, `hostage`, ...
        place: Where, in words.
        from: First day, in EDTF.
        to: Last day, in EDTF.
        end: How the spell ended; absent while it lasts.
        grounds: On what grounds, in words.
        conditions: On what terms.
        status: Where the person stands on the day asked about.
        conflicts: What other reports give for `from` and `to`, by field.
    """

    person: str | None = None
    person_text: str | None = None
    holder: tuple[str, ...] = ()
    holder_text: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    on_behalf_of_text: tuple[str, ...] = ()
    kind: str
    place: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    end: CustodyEnd | None = None
    grounds: str | None = None
    conditions: tuple[Condition, ...] = ()
    status: CustodyStatus = CustodyStatus.HELD
    conflicts: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
