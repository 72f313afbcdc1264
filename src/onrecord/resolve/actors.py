"""Who is who across articles: article actors joined into the case's actors.

Joined are: actors of one safe name (`names.join_key`), and what people merged. Set
apart for good are actors that people split off. Everything else is left apart; where a
family name alone leaves it open, both carry "same?" (`same_as`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.model.actor import Actor, ActorKind, ActorRole
from onrecord.model.evidence import Evidence
from onrecord.resolve.fold import as_case, group_by, most_said, unite
from onrecord.resolve.known import Known
from onrecord.resolve.names import (
    NameKey,
    family_name,
    find_adjectives,
    join_key,
    may_be_same,
    person_words,
    plain_name,
)


@dataclass(frozen=True, slots=True)
class Joins:
    """What people decided about actors.

    Attributes:
        apart: For an article actor that was split off, the name of the side it is on.
        merged: Sets of article actors that are one.
    """

    apart: Mapping[str, str]
    merged: tuple[frozenset[str], ...] = ()


def group_actors(
    actors: Sequence[Actor], joins: Joins, *, everyone: Sequence[Actor] = ()
) -> dict[str, str]:
    """Return the case actor (smallest id) of each article actor.

    Args:
        actors: The article actors known.
        joins: Merges and splits.
        everyone: All article actors of the case file, known or not: a merge that names
            an actor still unknown holds for those known under the same name.
    """
    parent = {actor.id: actor.id for actor in actors}
    holders: dict[object, list[str]] = defaultdict(list)
    adjectives = find_adjectives(actors)
    for actor in actors:
        key = _key_of(actor, joins, adjectives)
        if key is not None:
            holders[key].append(actor.id)
    for ids in holders.values():
        _join(parent, ids)
    keys = {
        one.id: _key_of(one, joins, adjectives)
        for one in ((*everyone, *actors) if joins.merged else ())
    }
    for merged in joins.merged:
        named = {key for one in merged if (key := keys.get(one)) is not None}
        ids = [one for key in named for one in holders.get(key, ())]
        _join(parent, sorted({*ids, *(one for one in merged if one in parent)}))
    return {actor: _root(parent, actor) for actor in parent}


def make_actors(
    actors: Sequence[Actor], case_of: Mapping[str, str], known: Known
) -> list[Actor]:
    """Return the case's actors, made of the article actors in canonical order."""
    groups = group_by(actors, lambda actor: case_of[actor.id])
    made = [_make_actor(members, case_of, known) for members in groups.values()]
    return _ask_same(made)


def _key_of(
    actor: Actor, joins: Joins, adjectives: Mapping[str, str]
) -> tuple[NameKey, str] | None:
    """Return the key of an actor on the side of the splits it stands on."""
    key = join_key(actor, adjectives)
    return None if key is None else (key, joins.apart.get(actor.id, ""))


def _join(parent: dict[str, str], ids: Sequence[str]) -> None:
    """Join actors under the smallest id among them."""
    roots = sorted({_root(parent, one) for one in ids})
    for root in roots[1:]:
        parent[root] = roots[0]


def _root(parent: dict[str, str], one: str) -> str:
    """Return the smallest id an actor is joined to, shortening the way there."""
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one


def _make_actor(
    members: list[Actor], case_of: Mapping[str, str], known: Known
) -> Actor:
    """Make one case actor of its members."""
    kind = most_said(member.kind for member in members) or members[0].kind
    name = _choose_name(members, kind)
    return as_case(
        members,
        known,
        name=name,
        kind=kind,
        aliases=_rank_aliases(members, name),
        roles=_unite_roles(members),
        evidence=_first_mentions(members),
        nationality=most_said(member.nationality for member in members),
        group_members=unite(
            (case_of.get(one, one) for one in m.group_members) for m in members
        ),
        size=most_said(member.size for member in members),
        code=most_said(member.code for member in members),
        external={k: v for m in reversed(members) for k, v in m.external.items()},
        anonymous=all(member.anonymous for member in members),
        same_as=unite((case_of.get(o, o) for o in m.same_as) for m in members),
    )


def _choose_name(members: list[Actor], kind: ActorKind) -> str:
    """Return the fullest name: most words for a person, else the most given one.

    Of two alike, the one without "Mr" and the like.
    """
    counts = Counter(member.name for member in members)

    def rank(name: str) -> tuple[int, bool, int, int, str]:
        bare = " ".join(person_words(name)) if kind is ActorKind.PERSON else name
        words = len(bare.split()) if kind is ActorKind.PERSON else 0
        return -words, bare != name, -counts[name], -len(plain_name(name)), name

    return min(counts, key=rank)


def _rank_aliases(members: list[Actor], name: str) -> tuple[str, ...]:
    """Return all other names and descriptions, the most used first."""
    counts: Counter[str] = Counter()
    for member in members:
        counts.update({member.name, *member.aliases})
    del counts[name]
    return tuple(sorted(counts, key=lambda alias: (-counts[alias], alias)))


def _unite_roles(members: list[Actor]) -> tuple[ActorRole, ...]:
    """Unite roles of one title and place, with the evidence of all."""
    roles: dict[tuple[str, str], ActorRole] = {}
    for role in (role for member in members for role in member.roles):
        key = role.title.casefold(), (role.of or "").casefold()
        if key in roles:
            had = roles[key]
            evidence = unite((had.evidence, role.evidence))
            roles[key] = replace(had, evidence=evidence)
        else:
            roles[key] = role
    return tuple(roles.values())


def _first_mentions(members: list[Actor]) -> tuple[Evidence, ...]:
    """Return the first named mention of each article."""
    firsts: dict[str, Evidence] = {}
    for one in (member.evidence[0] for member in members if member.evidence):
        had = firsts.get(one.article)
        if had is None or (one.field, one.start) < (had.field, had.start):
            firsts[one.article] = one
    return tuple(firsts.values())


def _ask_same(actors: list[Actor]) -> list[Actor]:
    """Link single names to the fuller ones they may be short for, both ways round."""
    families: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        family = family_name(actor)
        if family is not None:
            families[family].append(actor)
    asked: dict[str, set[str]] = defaultdict(set)
    for named in families.values():
        for short, full in _ask_pairs(named):
            asked[short].add(full)
            asked[full].add(short)
    return [_add_same(actor, asked.get(actor.id, ())) for actor in actors]


def _ask_pairs(actors: list[Actor]) -> Iterable[tuple[str, str]]:
    """Return pairs of one family name that may be one person."""
    full = [one for one in actors if join_key(one) is not None]
    short = [one for one in actors if join_key(one) is None]
    for one in short:
        yield from ((one.id, other.id) for other in full if may_be_same(one, other))
    # Where nobody fuller stands, the bare names ask about the first of them.
    if not full:
        yield from ((one.id, short[0].id) for one in short[1:])


def _add_same(actor: Actor, same: Iterable[str]) -> Actor:
    """Add to whom an actor may be the same as."""
    ids = {*actor.same_as, *same} - {actor.id}
    return replace(actor, same_as=tuple(sorted(ids)))
