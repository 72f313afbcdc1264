"""Scoring who is who, what was read of each article, and which are one wire story."""

from golden_fields import Checks, check_day, check_flag, check_value
from golden_pairs import Check, Record, Tally, tally
from golden_words import plain
from golden_world import World, name_key


def score_actors(world: World, ours: list[Record]) -> Tally:
    """Score actors: one of ours for each golden one; the rest are extras."""

    def score(want: Record, got: Record) -> float:
        if want["name"] not in world.stands[got["id"]]:
            return 0.0
        same = name_key(want["name"]) == name_key(got["name"])
        # Of several that stand for one actor, the one with most of its mentions.
        told = min(len(got.get("evidence") or []), 20)
        return 1.0 + same + told / 100

    counted = tally("actor", world.gold["actors"], ours, score)
    for want, got in counted.pairs:
        checks = [
            *_check_name(want, got),
            *check_value("kind", want.get("kind"), got.get("kind")),
            *check_flag("anonymous", want.get("anonymous"), got.get("anonymous")),
        ]
        counted.checks.append((want, got, checks))
    return counted


def _check_name(want: Record, got: Record) -> Checks:
    """The golden name is the fullest: ours must hold all its words."""
    missing = set(name_key(want["name"]).split()) - set(name_key(got["name"]).split())
    return [Check("name", not missing, want["name"], got["name"])]


def score_articles(world: World, ours: list[Record]) -> Tally:
    """Score what reading says of each article: its day and its outlet."""

    def score(want: Record, got: Record) -> float:
        return 1.0 if world.files.get(got["id"]) == want["file"] else 0.0

    counted = tally("article", world.gold["articles"], ours, score)
    for want, got in counted.pairs:
        outlet, publisher = want.get("outlet"), got.get("publisher")
        right = plain(outlet or "") == plain(publisher or "")
        checks = [
            *check_day("published", want.get("published"), got.get("published")),
            Check("outlet", right, str(outlet), str(publisher)),
        ]
        counted.checks.append((want, got, checks))
    return counted


def score_copies(world: World, ours: list[Record]) -> Tally:
    """Score groups of near copies; a group must be exact."""
    groups: dict[str, set[str]] = {}
    for article in ours:
        first = article.get("duplicate_of")
        if first:
            files = groups.setdefault(first, {world.files.get(first, first)})
            files.add(world.files.get(article["id"], article["id"]))
    gold = [{"files": group} for group in world.gold.get("copies") or []]
    found = [{"files": sorted(group)} for group in groups.values()]

    def score(want: Record, got: Record) -> float:
        return 1.0 if set(want["files"]) == set(got["files"]) else 0.0

    return tally("copies", gold, found, score)
