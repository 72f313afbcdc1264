"""Scoring what the case file shows on the golden file's days (`as_of`).

Each board is scored as a list: who is held (asserted, not feared or denied), which
claims are contested, what is pending; and for each proceeding whether its last stage is
an acceptable one.
"""

from collections.abc import Callable

from golden_pairs import Check, Record, Tally, tally
from golden_words import alike
from golden_world import World

from onrecord.model.edtf import bounds


def score_boards(world: World, view: Callable[[str], list[Record]]) -> list[Tally]:
    """Score the boards of every day.

    Args:
        world: The whole case; ids are the same on every day, or stand for the same.
        view: Gives the records of the export as of a day.

    Returns:
        One tally a board over all days; none where the golden file names no days.
    """
    boards = [Tally(f"board {name}") for name in ("held", "stage", "contested", "due")]
    days = world.gold.get("as_of") or []
    for wanted in days:
        day = wanted["day"]
        records = view(day)
        there = World(world.gold, records, world.files)
        found = [
            _held(there, wanted, records),
            _stages(there, wanted, records, day),
            _worded(there, day, wanted.get("contested"), _contested(records), "claims"),
            _worded(there, day, wanted.get("pending"), _pending(records), "decisions"),
        ]
        for total, board in zip(boards, found, strict=True):
            total.pairs += board.pairs
            total.misses += board.misses
            total.extras += board.extras
            total.checks += board.checks
    return boards if days else []


def _held(world: World, wanted: Record, records: list[Record]) -> Tally:
    held = {
        record.get("person")
        for record in records
        if record["type"] == "custody"
        and record.get("status", "held") == "held"
        and record.get("factuality", "asserted") == "asserted"
    }
    ours: list[Record] = []
    for person in sorted(held, key=str):
        # A group of those named is each of them; one held twice is held.
        for name in sorted(world.golden(person)) or [world.name(person)]:
            if {"name": name} not in ours:
                ours.append({"name": name})
    gold = [{"name": name} for name in wanted.get("held") or []]
    return _named(wanted, tally("held", gold, ours, lambda a, b: float(a == b)))


def _stages(world: World, wanted: Record, records: list[Record], day: str) -> Tally:
    """Check the last stage of the proceedings that a subject has of the kind meant."""
    found = Tally("stage")
    matters = [record for record in records if record["type"] == "proceeding"]
    for asked in wanted.get("proceedings") or []:
        kinds = _kinds_of(world, asked["subject"])
        lasts = [
            last_stage(record, day)
            for record in matters
            if asked["subject"] in world.all_golden(record.get("subject") or [])
            and record["kind"] in kinds
        ]
        want = {"day": day, **asked}
        if not lasts:
            found.misses.append(want)
            continue
        right = any(last in asked["last_stage"] for last in lasts)
        check = Check(
            "last_stage",
            right,
            " | ".join(asked["last_stage"]),
            " | ".join(str(last) for last in lasts),
        )
        (found.pairs if right else found.misses).append((want, {}) if right else want)
        found.checks.append((want, {}, [check]))
    return found


def _kinds_of(world: World, subject: str) -> set[str]:
    return {
        kind
        for record in world.gold.get("proceedings") or []
        if subject in record["subject"] and not record.get("optional")
        for kind in record["kind"]
    }


def last_stage(record: Record, day: str) -> str | None:
    """Return the last stage that had happened by a day."""
    done = [
        stage["stage"]
        for stage in record.get("stages") or []
        if stage.get("factuality", "asserted") == "asserted"
        and not _later(stage.get("when"), day)
    ]
    return done[-1] if done else None


def _later(when: str | None, day: str) -> bool:
    if when is None:
        return False
    earliest = bounds(when)[0]
    return earliest is not None and earliest.isoformat() > day


def _contested(records: list[Record]) -> list[Record]:
    return [
        {"words": record["text"], "record": record}
        for record in records
        if record["type"] == "claim" and record.get("contested")
    ]


def _pending(records: list[Record]) -> list[Record]:
    return [
        {"words": record["subject"], "record": record}
        for record in records
        if record["type"] == "decision" and record["status"] in ("pending", "postponed")
    ]


def _worded(
    world: World, day: str, wanted: list[str] | None, ours: list[Record], name: str
) -> Tally:
    """Score a list of words; what the golden file holds as optional is let be."""
    gold = [{"words": words, "day": day} for words in wanted or []]
    field = "text" if name == "claims" else "subject"
    gold += [
        {"words": record[field], "optional": True}
        for record in world.gold.get(name) or []
        if record.get("optional")
    ]
    return tally(name, gold, ours, lambda a, b: alike(a["words"], b["words"]))


def _named(wanted: Record, board: Tally) -> Tally:
    day = wanted["day"]
    board.misses = [{**record, "day": day} for record in board.misses]
    board.extras = [{**record, "day": day} for record in board.extras]
    return board
