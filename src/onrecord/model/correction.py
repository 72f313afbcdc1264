"""What people put right: dated rows, never edits."""

from enum import StrEnum

import msgspec


class Operation(StrEnum):
    """What a correction does."""

    CONFIRM = "confirm"
    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


class Anchor(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where the corrected fact stood, so that it can be found after a re-reading."""

    article: str
    field: str = "text"
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class Correction(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One correction.

    `target` is the fact or actor id it was given for, `members` the ids of all read
    facts that this id stood for at that moment, `anchors` where they stood. `report`
    limits it to one read fact. `field`, `old` and `new` (JSON values) belong to `edit`;
    `new` is the whole fact for `add` and the other actor's id for `merge`; a `split`
    lists in `members` the article actors to set apart. `undoes` is the id of the
    correction that an `undo` takes back.
    """

    id: str
    at: str
    who: str
    why: str | None = None
    operation: Operation
    fact_type: str | None = None
    target: str | None = None
    members: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    field: str | None = None
    old: str | None = None
    new: str | None = None
    report: bool = False
    undoes: str | None = None


class CorrectionState(StrEnum):
    """What became of a correction."""

    APPLIED = "applied"
    UNDONE = "undone"
    ORPHANED = "orphaned"


class Run(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One reading: what read, with which versions, weights and settings.

    `fingerprint` hashes all that can change a fact; `reread` compares it.
    """

    id: str
    started_at: str
    version: str
    fingerprint: str
    models: dict[str, str] = {}
    settings: dict[str, str] = {}
