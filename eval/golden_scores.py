"""Scores a whole export against a golden file, and puts the scores into words."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml
from golden_boards import score_boards
from golden_cast import score_actors, score_articles, score_copies
from golden_held import score_custody, score_proceedings
from golden_pairs import Record, Tally, share
from golden_said import score_events, score_statements
from golden_tied import (
    score_claims,
    score_decisions,
    score_linkages,
    score_relations,
)
from golden_world import World

View = Callable[[str], list[Record]]

FACTS = (
    "statement",
    "event",
    "custody",
    "proceeding",
    "linkage",
    "claim",
    "decision",
    "relation",
)
"""The record types that the mean F1 is over."""


def load_gold(path: Path) -> Record:
    """Return a golden file; days that YAML reads as dates become EDTF again."""
    return _with_words(yaml.safe_load(path.read_text(encoding="utf-8")))


def _with_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_words(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_words(item) for item in value]
    if value is None or isinstance(value, bool):
        return value
    return str(value)


def score_case(
    gold: Record, records: list[Record], files: dict[str, str], view: View
) -> list[Tally]:
    """Score an export.

    Args:
        gold: A golden file, from `load_gold`.
        records: The export's records.
        files: Article id to the name of its file.
        view: Gives the records of the export as of a day.
    """
    world = World(gold, records, files)

    def of(name: str) -> list[Record]:
        return [record for record in records if record["type"] == name]

    return [
        score_articles(world, of("article")),
        score_copies(world, of("article")),
        score_actors(world, of("actor")),
        score_statements(world, of("statement")),
        score_events(world, of("event")),
        *score_custody(world, of("custody")),
        *score_proceedings(world, of("proceeding")),
        *score_linkages(world, of("linkage")),
        score_claims(world, of("claim")),
        score_decisions(world, of("decision")),
        score_relations(world, of("relation")),
        *score_boards(world, view),
    ]


def mean_f1(scores: Iterable[Tally]) -> float:
    """Return the mean F1 of the record types that tell facts."""
    found = [tally.f1 for tally in scores if tally.name in FACTS]
    return sum(found) / len(found) if found else 0.0


def missing_words(gold: Record, world: World) -> list[tuple[str, str]]:
    """Return golden words that our text of the article does not have."""
    missing = []

    def look(value: Any) -> None:
        if isinstance(value, dict):
            exact = value.get("exact") or value.get("trigger")
            known = "article" not in value or not exact
            if not known and not world.places(value["article"], exact):
                missing.append((value["article"], exact))
            for item in value.values():
                look(item)
        elif isinstance(value, list):
            for item in value:
                look(item)

    look({name: part for name, part in gold.items() if name != "as_of"})
    return missing


def as_figures(scores: Iterable[Tally]) -> dict[str, dict[str, float]]:
    """Return the scores as plain figures, rounded to four places."""
    found = {}
    for tally in scores:
        figures = {
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            "in_fields": tally.in_fields,
        }
        for name, (right, total) in tally.fields().items():
            figures[name] = share(right, total)
        if tally.evidence[1]:
            figures["evidence"] = share(*tally.evidence)
        found[tally.name.strip()] = {k: round(v, 4) for k, v in figures.items()}
    return found


def table(scores: Iterable[Tally]) -> str:
    """Return a table for people: counts, scores, and each field's right of all."""
    lines = [
        f"{'':<16}{'gold':>5}{'ours':>6}{'both':>6}{'opt.':>6}"
        f"{'P':>7}{'R':>7}{'F1':>7}{'inside':>8}  fields right of those asked"
    ]
    for t in scores:
        both = len(t.pairs)
        fields = [f"{name} {r}/{n}" for name, (r, n) in t.fields().items()]
        if t.evidence[1]:
            fields.append(f"evidence {t.evidence[0]}/{t.evidence[1]}")
        lines.append(
            f"{t.name:<16}{both + len(t.misses):>5}{both + len(t.extras):>6}{both:>6}"
            f"{t.optional:>6}"
            f"{_share(t.precision, both + len(t.extras))}"
            f"{_share(t.recall, both + len(t.misses))}"
            f"{_share(t.f1, both + len(t.extras) + len(t.misses))}"
            f"{_share(t.in_fields, both + len(t.extras) + len(t.misses), 8)}  "
            + ", ".join(fields)
        )
    return "\n".join(lines)


def _share(value: float, asked: int, width: int = 7) -> str:
    """Return a share in words; a dash where nothing was asked."""
    return f"{value:>{width}.2f}" if asked else f"{'-':>{width}}"
