"""Who is who across articles: article actors joined into the case's actors.

Joined are: actors of one safe name (`names.join_key`), what people merged, and what two
signs together decide (`joining`). Set apart for good are actors that people split off.
A body whose owner articles name differently ("Tavara's High Court", "Kestria's High
Court") joins only under its owner. Everything else is left apart; where a name alone
leaves it open, both carry "same?" (`same_as`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.model.actor import Actor, ActorKind, ActorRole
from onrecord.model.evidence import Evidence
from onrecord.resolve.fold import as_case, group_by, most_said, unite
from onrecord.resolve.joining import (
    MOST_ASKED,
    Persons,
    join_copies,
    join_groups,
)
from onrecord.resolve.known import Known
from onrecord.resolve.names import (
    NameKey,
    family_name,
    find_adjectives,
    join_key,
    may_be_same,
    owners_of,
    person_words,
    plain_name,
)
from onrecord.resolve.spokesmen import join_spoken_for
from onrecord.resolve.union import Union

OWNED = frozenset({ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.OFFICE})
"""Kinds of which every state has its own: "the High Court", "foreign ministry"."""


@dataclass(frozen=True, slots=True)
class Joins:
    """What people decided about actors.

    Attributes:
        apart: For an article actor that was split off, the name of the side it is on.
        merged: Sets of article actors that are one.
    """

    apart: Mapping[str, str]
    merged: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Grouped:
    """Which article actors are one.

    Attributes:
        case_of: The case actor (smallest id) of each article actor.
        asked: Pairs of case actors that may be one.
    """

    case_of: Mapping[str, str]
    asked: Sequence[tuple[str, str]] = ()


def group_actors(
    actors: Sequence[Actor],
    joins: Joins,
    known: Known,
    *,
    everyone: Sequence[Actor] = (),
) -> Grouped:
    """Return the case actor of each article actor.

    Args:
        actors: The article actors known.
        joins: Merges and splits.
        known: Says which articles are copies of one story.
        everyone: All article actors of the case file, known or not: a merge that names
            an actor still unknown holds for those known under the same name.
    """
    union = Union(actor.id for actor in actors)
    adjectives = find_adjectives(actors)
    keys = _Keys(actors, adjectives, joins)
    holders: dict[object, list[str]] = defaultdict(list)
    for actor in actors:
        for key in keys.of(actor):
            holders[key].append(actor.id)
    for ids in holders.values():
        union.join(ids)
    join_copies(actors, union, known, joins.apart)
    if joins.merged:
        every = {one.id: keys.of(one) for one in (*everyone, *actors)}
        for merged in joins.merged:
            named = {key for one in merged for key in every.get(one, ())}
            ids = [one for key in named for one in holders.get(key, ())]
            union.join({*ids, *(one for one in merged if one in union)})
    asked = Persons(actors, union, joins.apart, adjectives).join()
    join_spoken_for(actors, union, joins.apart, adjectives)
    join_groups(actors, union, joins.apart)
    return Grouped(
        case_of=union.as_map(),
        asked=[(union.root(one), union.root(other)) for one, other in asked],
    )


class _Keys:
    """The keys by which article actors join, where those of two owners stay apart."""

    def __init__(
        self, actors: Sequence[Actor], adjectives: Mapping[str, str], joins: Joins
    ) -> None:
        """Note whose bodies of one bare name are."""
        self._adjectives, self._joins = adjectives, joins
        self._owners: dict[str, set[str]] = defaultdict(set)
        for actor in actors:
            if actor.kind in OWNED:
                for owner, name in owners_of(actor, adjectives):
                    self._owners[name].add(owner)

    def of(self, actor: Actor) -> list[tuple[NameKey, str]]:
        """Return the keys of an actor, on the side of the splits it stands on."""
        side = self._joins.apart.get(actor.id, "")
        return [(key, side) for key in self._plain_keys(actor)]

    def _plain_keys(self, actor: Actor) -> list[NameKey]:
        """Return the keys of an actor without regard to splits."""
        key = join_key(actor, self._adjectives)
        if actor.kind not in OWNED:
            return [key] if key is not None else []
        name = plain_name(actor.name)
        owners = {o for o, n in owners_of(actor, self._adjectives) if n == name}
        owned: list[NameKey] = [("of", owner, name) for owner in sorted(owners)]
        if key is None or (len(self._owners.get(name, ())) > 1 and key not in owned):
            return owned if len(owned) == 1 else []
        return [key, *owned]


def make_actors(actors: Sequence[Actor], grouped: Grouped, known: Known) -> list[Actor]:
    """Return the case's actors, made of the article actors in canonical order."""
    case_of = grouped.case_of
    groups = group_by(actors, lambda actor: case_of[actor.id])
    made = [_make_actor(members, case_of, known) for members in groups.values()]
    return _ask_same(made, grouped.asked)


def _make_actor(
    members: list[Actor], case_of: Mapping[str, str], known: Known
) -> Actor:
    """Make one case actor of its members."""
    if len(members) == 1:
        return _make_alone(members[0], case_of, known)
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


def _make_alone(member: Actor, case_of: Mapping[str, str], known: Known) -> Actor:
    """Make the case actor of one article actor, as most are."""
    aliases = dict.fromkeys(sorted(member.aliases))
    aliases.pop(member.name, None)
    return as_case(
        [member],
        known,
        aliases=tuple(aliases),
        roles=_unite_roles([member]) if len(member.roles) > 1 else member.roles,
        evidence=member.evidence[:1],
        group_members=unite([(case_of.get(o, o) for o in member.group_members)]),
        same_as=unite([(case_of.get(o, o) for o in member.same_as)]),
    )


def _choose_name(members: list[Actor], kind: ActorKind) -> str:
    """Return the fullest name: most words for a person, else the most given one.

    A name goes before a description ("prominent engineer"); of two alike, the one
    without "Mr" and the like.
    """
    counts = Counter(member.name for member in members)

    def rank(name: str) -> tuple[bool, int, bool, int, int, str]:
        bare = " ".join(person_words(name)) if kind is ActorKind.PERSON else name
        words = len(bare.split()) if kind is ActorKind.PERSON else 0
        told = kind is ActorKind.PERSON and not bare[:1].isupper()
        return told, -words, bare != name, -counts[name], -len(plain_name(name)), name

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


def _ask_same(actors: list[Actor], pairs: Iterable[tuple[str, str]]) -> list[Actor]:
    """Link those who may be one both ways round.

    Args:
        actors: The case's actors.
        pairs: What the joins left open; single names and the fuller ones they may be
            short for are added.
    """
    families: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        family = family_name(actor)
        if family is not None:
            families[family].append(actor)
    asked: dict[str, set[str]] = defaultdict(set)
    found = (pair for named in families.values() for pair in _ask_pairs(named))
    for one, other in (*pairs, *found):
        asked[one].add(other)
        asked[other].add(one)
    standing = {actor.id for actor in actors}
    return [_add_same(one, asked.get(one.id, set()) & standing) for one in actors]


def _ask_pairs(actors: list[Actor]) -> Iterable[tuple[str, str]]:
    """Return pairs of one family name that may be one person."""
    full = [one for one in actors if join_key(one) is not None]
    short = [one for one in actors if join_key(one) is None]
    for one in short:
        fit = [other.id for other in full if may_be_same(one, other)]
        if len(fit) <= MOST_ASKED:
            yield from ((one.id, other) for other in fit)
    # Where nobody fuller stands, the bare names ask about the first of them.
    if not full:
        yield from ((one.id, short[0].id) for one in short[1:])


def _add_same(actor: Actor, same: Iterable[str]) -> Actor:
    """Add to whom an actor may be the same as."""
    ids = {*actor.same_as, *same} - {actor.id}
    return replace(actor, same_as=tuple(sorted(ids)))
