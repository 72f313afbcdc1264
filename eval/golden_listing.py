"""Lists what a score counted against us: misses, extras and wrong fields."""

from collections.abc import Iterator
from typing import Any

from golden_pairs import Record, Tally
from golden_world import World

NAMING = ("speaker", "person", "source", "target", "subject", "decider", "actors")
ACTORS = (*NAMING, "holder", "proposed_by", "addressed_to", "actor")
HIDDEN = frozenset(
    (
        *("type", "id", "level", "voice", "run", "method", "confidence", "evidence"),
        *("recorded_at", "known_from", "members", "prefix", "suffix"),
    )
)


def list_faults(world: World, tally: Tally) -> Iterator[str]:
    """Yield a line for each miss, extra and wrong field of one record type."""
    name = tally.name.strip()
    for record in tally.misses:
        yield f"MISS  {name}: {gold_line(record)}"
    for record in tally.extras:
        yield f"EXTRA {name}: {our_line(world, record)}"
    for want, got, checks in tally.checks:
        wrong = [check for check in checks if not check.right]
        if wrong:
            yield f"FIELD {name}: {short(gold_line(want), 150)}  [{got.get('id', '')}]"
            for check in wrong:
                yield f"        {check.field}: want {check.want} / got {check.got}"


def gold_line(record: Record) -> str:
    """Return a golden record in one line, without what every record has."""
    shown = {
        key: value
        for key, value in record.items()
        if value not in (None, [], "") and key not in ("evidence", "stages")
    }
    if "exact" not in record and record.get("evidence"):
        shown["evidence"] = [
            f"{e['article'][:2]}: {short(e['exact'], 60)}" for e in record["evidence"]
        ]
    return "; ".join(f"{key}={_value(value)}" for key, value in shown.items())


def our_line(world: World, record: Record) -> str:
    """Return a record of ours in one line, actors by name, with its first words."""
    parts = [str(record.get("id", ""))]
    for key, value in record.items():
        if key in HIDDEN or key.endswith(("_spans", "_text")) or not value:
            continue
        if key in ("conditions", "stages", "responses", "points", "roles", "text"):
            value = short(str(value), 80) if key == "text" else f"({len(value)})"
        elif key in ("asserted_by", "denied_by"):
            value = [world.name(position["actor"]) for position in value]
        elif key in ACTORS:
            ids = [value] if isinstance(value, str) else value
            value = [world.name(actor) for actor in ids]
        elif isinstance(value, dict) and "text" in value:
            value = short(value["text"], 80)
        parts.append(f"{key}={_value(value)}")
    for evidence in (record.get("evidence") or [])[:1]:
        file = world.files.get(evidence["article"], evidence["article"])
        parts.append(f"<{file[:2]}: {short(evidence['exact'], 120)}>")
    return "; ".join(parts)


def short(words: str, width: int) -> str:
    """Cut words for a line."""
    words = " ".join(words.split())
    return words if len(words) <= width else words[: width - 1] + "…"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return " | ".join(_value(item) for item in value)
    return short(str(value), 160)
