"""Scoring where people and proceedings stand: custody and proceedings."""

from collections.abc import Iterable

from golden_fields import (
    Checks,
    as_list,
    check_actor,
    check_actors,
    check_among,
    check_day,
    check_value,
    check_words,
)
from golden_pairs import Check, Record, Tally, share, tally
from golden_words import alike
from golden_world import World

ALIKE_KINDS = (
    frozenset({"detention", "prison", "deportation_custody", "hostage"}),
    frozenset({"bail", "house_arrest", "exit_ban"}),
)
"""Kinds that two readers may give one spell; the field itself is still checked."""


# Custody


def score_custody(world: World, ours: list[Record]) -> list[Tally]:
    """Score spells (same person, alike kind, an article in common) and their terms.

    A golden file holds what happened: a spell of ours that is feared, asked for or
    denied is let be where it pairs with none.
    """

    def score(want: Record, got: Record) -> float:
        person = world.golden(got.get("person")) & world.expand(want["person"])
        common = _common_articles(world, want, got)
        if not person or not common or not _alike_kind(want["kind"], got["kind"]):
            return 0.0
        value = 0.5 + common / 2 + 0.5 * (got["kind"] in want["kind"])
        value += sum(0.2 for c in _custody_checks(world, want, got) if c.right)
        return value

    gold = world.gold.get("custody") or []
    spells = tally("custody", gold, ours, score)
    spells.extras = [
        record
        for record in spells.extras
        if record.get("factuality", "asserted") == "asserted"
    ]
    terms = Tally("  conditions")
    for want, got in spells.pairs:
        spells.checks.append((want, got, _custody_checks(world, want, got)))
        add(terms, _score_conditions(world, want, got))
    count_evidence(world, spells)
    add_parts(terms, spells, "conditions")
    return [spells, terms]


def _alike_kind(want: list[str], got: str) -> bool:
    return any(
        got == kind or any(got in group and kind in group for group in ALIKE_KINDS)
        for kind in want
    )


def _custody_checks(world: World, want: Record, got: Record) -> Checks:
    return [
        *check_actor(world, "person", want["person"], got.get("person")),
        *check_among(world, "holder", want.get("holder"), got.get("holder")),
        *check_value("kind", want["kind"], got["kind"]),
        *check_words("place", want.get("place"), got.get("place")),
        *check_day("from", want.get("from"), got.get("from")),
        *check_day("to", want.get("to"), got.get("to")),
        *check_value("end", want.get("end"), got.get("end")),
        *check_words("grounds", want.get("grounds"), got.get("grounds")),
        *check_value("status", want.get("status"), got.get("status", "held")),
    ]


def _score_conditions(world: World, want: Record, got: Record) -> Tally:
    def score(term: Record, ours: Record) -> float:
        words = alike(term["text"], ours["text"])
        touched = world.found(
            {"article": term["article"], "exact": term["text"]}, ours["evidence"]
        )
        if not words and not touched:
            return 0.0
        return 0.5 + words + 0.5 * (ours["kind"] in as_list(term["kind"]))

    found = tally(
        "conditions", want.get("conditions") or [], got.get("conditions") or [], score
    )
    for term, ours in found.pairs:
        checks = check_value("kind", term["kind"], ours["kind"])
        found.checks.append((term, ours, checks))
    return found


# Proceedings


def score_proceedings(world: World, ours: list[Record]) -> list[Tally]:
    """Score legal matters (acceptable kind, a subject in common) and their stages."""

    def score(want: Record, got: Record) -> float:
        subjects = world.all_golden(got.get("subject") or [])
        common = subjects & world.expand(want["subject"])
        if not common or got["kind"] not in want["kind"]:
            return 0.0
        stages = _score_stages(world, want, got)
        forum = world.all_golden(got.get("forum") or []) & world.expand(
            want.get("forum")
        )
        only = subjects == world.expand(want["subject"])
        return 1 + 0.3 * only + 0.3 * bool(forum) + len(stages.pairs) / 5

    gold = world.gold.get("proceedings") or []
    matters = tally("proceeding", gold, ours, score)
    stages = Tally("  stages")
    for want, got in matters.pairs:
        matters.checks.append((want, got, _proceeding_checks(world, want, got)))
        add(stages, _score_stages(world, want, got))
    count_evidence(world, matters)
    add_parts(stages, matters, "stages")
    return [matters, stages]


def _proceeding_checks(world: World, want: Record, got: Record) -> Checks:
    checks = check_actors(world, "subject", want["subject"], got.get("subject"))
    for name in ("forum", "requested_by", "decider"):
        checks += check_among(world, name, want.get(name), got.get(name))
    return [
        *checks,
        *_check_allegations(want.get("allegations"), got.get("allegations")),
        *check_value("status", want.get("status"), got.get("status")),
        *check_day("next_on", want.get("next_on"), got.get("next_on")),
    ]


def _check_allegations(want: list[str] | None, got: list[str] | None) -> Checks:
    """Half of the golden allegations must be among ours."""
    wanted, ours = want or [], got or []
    if not wanted and not ours:
        return []
    met = [w for w in wanted if any(alike(w, o) for o in ours)]
    right = bool(wanted) and share(len(met), len(wanted)) >= 0.5
    return [Check("allegations", right, "; ".join(wanted), "; ".join(ours) or "-")]


def _score_stages(world: World, want: Record, got: Record) -> Tally:
    def score(step: Record, ours: Record) -> float:
        named = ours["stage"] in as_list(step["stage"])
        touched = world.found(step, ours.get("evidence") or [])
        dated = bool(step.get("when")) and ours.get("when") == str(step["when"])
        if not named or not (touched or dated):
            return 0.0
        outcome = ours.get("outcome") == step.get("outcome")
        return 0.5 + 0.5 * touched + 0.3 * dated + 0.2 * outcome

    found = tally("stages", want.get("stages") or [], got.get("stages") or [], score)
    for step, ours in found.pairs:
        checks = [
            *check_day("when", step.get("when"), ours.get("when")),
            *check_value("outcome", step.get("outcome"), ours.get("outcome")),
        ]
        found.checks.append((step, ours, checks))
    return found


# Both


def count_evidence(world: World, counted: Tally) -> None:
    """Count the golden words of paired records that our evidence touches."""
    found = total = 0
    for want, got in counted.pairs:
        ours = all_evidence(got)
        for exact in all_evidence(want):
            total += 1
            found += world.found(exact, ours)
    counted.evidence = (found, total)


def all_evidence(record: Record) -> list[Record]:
    """Return a record's evidence with that of its stages, terms and answers."""
    found = list(record.get("evidence") or [])
    for name in ("stages", "conditions", "responses"):
        for part in record.get(name) or []:
            if "evidence" in part:
                found.extend(part["evidence"])
            elif "exact" in part or name == "conditions":
                exact = part.get("exact", part.get("text"))
                found.append({"article": part["article"], "exact": exact})
    return found


def add(total: Tally, part: Tally) -> None:
    """Add the parts of one pair to those of all."""
    total.pairs += part.pairs
    total.misses += part.misses
    total.extras += part.extras
    total.optional += part.optional
    total.checks += part.checks


def add_parts(total: Tally, whole: Tally, name: str) -> None:
    """Count the parts of records that are missed, or that nobody asked for."""
    for record in whole.misses:
        parts: Iterable[Record] = record.get(name) or []
        total.misses += [part for part in parts if not part.get("optional")]
    for record in whole.extras:
        total.extras += record.get(name) or []


def _common_articles(world: World, want: Record, got: Record) -> float:
    wanted, ours = (
        world.stories(want.get("evidence") or []),
        world.stories(got["evidence"]),
    )
    return share(len(wanted & ours), len(wanted | ours)) if wanted & ours else 0.0
