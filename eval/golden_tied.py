"""Scoring what is tied, contested, to be decided, and how pairs stand."""

from golden_fields import (
    Checks,
    as_list,
    check_actors,
    check_among,
    check_day,
    check_value,
    check_words,
)
from golden_held import add, add_parts, count_evidence
from golden_pairs import Check, Record, Tally, tally
from golden_words import alike, any_alike
from golden_world import World

ROLES = ("give", "get", "what", "if", "then")
ROLES_OF = {
    "exchange": ("give", "get"),
    "demand": ("what",),
    "offer": ("what",),
    "condition": ("if", "then"),
    "threat": ("if", "then"),
}
"""The terms that each kind of linkage has (CASEFILE.md)."""


# Linkages


def score_linkages(world: World, ours: list[Record]) -> list[Tally]:
    """Score ties (acceptable kind, words of a term in common) and their answers."""

    def score(want: Record, got: Record) -> float:
        if got["kind"] not in want["kind"]:
            return 0.0
        words = any_alike(_all_terms(want), _our_terms(got).values())
        if not words:
            return 0.0
        proposer = world.all_golden(got.get("proposed_by") or [])
        same = bool(proposer & world.expand(want.get("proposed_by")))
        common = world.stories(want["evidence"]) & world.stories(got["evidence"])
        return words + 0.3 * same + 0.3 * bool(common)

    gold = world.gold.get("linkages") or []
    ties = tally("linkage", gold, ours, score)
    answers = Tally("  responses")
    for want, got in ties.pairs:
        ties.checks.append((want, got, _linkage_checks(world, want, got)))
        add(answers, _score_responses(world, want, got))
    count_evidence(world, ties)
    add_parts(answers, ties, "responses")
    return [ties, answers]


def _all_terms(want: Record) -> list[str]:
    return [words for role in ROLES for words in want.get(role) or []]


def _our_terms(got: Record) -> dict[str, str]:
    return {role: got[role]["text"] for role in ROLES if got.get(role)}


def _linkage_checks(world: World, want: Record, got: Record) -> Checks:
    checks: Checks = []
    terms = _our_terms(got)
    for role in ROLES:
        # Where a reader may call it a demand or a threat, its one term may be either's.
        asked = want.get(role)
        if role in ROLES_OF[got["kind"]] and (asked or role in terms):
            checks += check_words(role, asked or _all_terms(want), terms.get(role))
    return [
        *checks,
        *check_day("deadline", want.get("deadline"), got.get("deadline")),
        *_check_part(world, "proposed_by", want, got),
        *_check_part(world, "addressed_to", want, got),
    ]


def _check_part(world: World, name: str, want: Record, got: Record) -> Checks:
    return check_actors(world, name, want.get(name), got.get(name), part=True)


def _score_responses(world: World, want: Record, got: Record) -> Tally:
    def score(answer: Record, ours: Record) -> float:
        who = world.golden(ours.get("actor")) & world.expand(answer["actor"])
        touched = world.found(answer, ours.get("evidence") or [])
        return 0.5 * bool(who) + 0.5 * touched

    found = tally(
        "responses", want.get("responses") or [], got.get("responses") or [], score
    )
    for answer, ours in found.pairs:
        actor = [ours["actor"]] if ours.get("actor") else []
        checks = [
            *check_actors(world, "actor", answer["actor"], actor),
            *check_value("stance", answer["stance"], ours["stance"]),
        ]
        found.checks.append((answer, ours, checks))
    return found


# Claims


def score_claims(world: World, ours: list[Record]) -> Tally:
    """Score claims: the words, or else the evidence, and a denier in common."""

    def score(want: Record, got: Record) -> float:
        words = alike(want["text"], got["text"])
        touched = sum(world.found(e, got["evidence"]) for e in want["evidence"])
        side = "denied_by" if want.get("denied_by") else "asserted_by"
        who = _speakers(world, got, side) & world.expand(want.get(side))
        # Evidence alone is enough where two of the golden words are touched: a claim's
        # wording is free, and one sentence may carry two claims.
        if not who or (not words and touched < 2):
            return 0.0
        return words + 0.2 * touched

    counted = tally("claim", world.gold.get("claims") or [], ours, score)
    for want, got in counted.pairs:
        counted.checks.append((want, got, _claim_checks(world, want, got)))
    count_evidence(world, counted)
    return counted


def _speakers(world: World, got: Record, side: str) -> set[str]:
    return world.all_golden(p["actor"] for p in got.get(side) or [])


def _claim_checks(world: World, want: Record, got: Record) -> Checks:
    checks: Checks = []
    for side in ("asserted_by", "denied_by"):
        actors = list(dict.fromkeys(p["actor"] for p in got.get(side) or []))
        checks += check_actors(world, side, want.get(side), actors, part=True)
    contested = bool(want.get("asserted_by")) and bool(want.get("denied_by"))
    got_contested = bool(got.get("contested"))
    right = contested == got_contested
    return [*checks, Check("contested", right, str(contested), str(got_contested))]


# Decisions


def score_decisions(world: World, ours: list[Record]) -> Tally:
    """Score decisions: words of the subject, and a story in common."""

    def score(want: Record, got: Record) -> float:
        words = alike(want["subject"], got["subject"])
        common = world.stories(want["evidence"]) & world.stories(got["evidence"])
        if not words or not common:
            return 0.0
        decider = world.all_golden(got.get("decider") or [])
        same = bool(decider & world.expand(want.get("decider")))
        return words + 0.5 * same + 0.2 * (got["status"] in as_list(want["status"]))

    counted = tally("decision", world.gold.get("decisions") or [], ours, score)
    for want, got in counted.pairs:
        checks = [
            *check_among(world, "decider", want.get("decider"), got.get("decider")),
            *check_value("status", want.get("status"), got["status"]),
            *check_day("due", want.get("due"), got.get("due")),
            *check_day("when", want.get("when"), got.get("when")),
        ]
        counted.checks.append((want, got, checks))
    count_evidence(world, counted)
    return counted


# Relations


def score_relations(world: World, ours: list[Record]) -> Tally:
    """Score relations: the same pair."""

    def score(want: Record, got: Record) -> float:
        pair = world.expand(want["actors"])
        each = [world.golden(actor) & pair for actor in got["actors"]]
        same = len(each) == len(pair) and all(each) and set().union(*each) == pair
        return 1.0 if same else 0.0

    counted = tally("relation", world.gold.get("relations") or [], ours, score)
    for want, got in counted.pairs:
        checks = check_value("direction", want.get("direction"), got.get("direction"))
        counted.checks.append((want, got, checks))
    count_evidence(world, counted)
    return counted
