"""Joins that names alone do not decide: copies, descriptions, single names, groups.

    near copies    the same words for somebody in two copies of one story
    descriptions   "an Orvenian engineer" and the one named person of the case who is
                   called an engineer and Orvenian
    single names   "her brother, Ellis" and the one "Ellis Fask" who is a brother too
    groups         counted groups of the same members; a counted group without members
                   and the one group of its size and noun whose members are all named
                   beside it

Each needs two signs and that the articles have people in common, so that two disputes
in one case do not meet. What has a candidate and lacks a sign asks "same?". Whoever
people split off takes no part.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.model.actor import Actor, ActorKind
from onrecord.resolve.known import Known
from onrecord.resolve.mapping import article_of
from onrecord.resolve.names import join_key, person_words, plain_name
from onrecord.resolve.signs import (
    VAGUE,
    genders,
    head_noun,
    origins,
    role_nouns,
    single_name,
    titled_names,
    unite_signs,
)
from onrecord.resolve.union import Union
from onrecord.resolve.words import containment, content_words

_Call = tuple[str, ActorKind, str]
"""The story, a kind, and words by which somebody goes in it."""

_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
# Who may be any of more than these is nobody's "same?": the question would not help.
MOST_ASKED = 4
_SAME_SURROUNDINGS = 0.5


@dataclass
class _Person:
    """What the article actors joined so far say of one person.

    Its signs are asked for once all members are added, and often.
    """

    root: str
    members: list[Actor] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    is_named: bool = False

    def add(self, actor: Actor) -> None:
        """Add what one article says."""
        self.members.append(actor)
        self.articles.add(article_of(actor) or "")
        self.is_named = self.is_named or join_key(actor) is not None

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Return the nouns that say what the person is."""
        return unite_signs(role_nouns(one) for one in self.members)

    def origins(self, adjectives: Mapping[str, str]) -> frozenset[str]:
        """Return the states the person is said to belong to."""
        return unite_signs(origins(one, adjectives) for one in self.members)

    @cached_property
    def genders(self) -> frozenset[str]:
        """Return what titles and kinship say."""
        return unite_signs(genders(one) for one in self.members)

    @cached_property
    def titled(self) -> frozenset[str]:
        """Return the titled names."""
        return unite_signs(titled_names(one) for one in self.members)


def join_copies(
    actors: Sequence[Actor], union: Union, known: Known, apart: Mapping[str, str]
) -> None:
    """Join what near copies of one story call by the same words.

    An unnamed person joins whom another copy calls by that description too.
    """
    sizes = Counter(known.source.values())
    named: dict[_Call, list[Actor]] = defaultdict(list)
    called: dict[_Call, set[str]] = defaultdict(set)
    for one in actors:
        source = known.source.get(article_of(one) or "")
        if source is None or sizes[source] == 1 or one.id in apart:
            continue
        named[source, one.kind, plain_name(one.name)].append(one)
        for alias in one.aliases:
            called[source, one.kind, _ARTICLE.sub("", alias).casefold()].add(one.id)
    for same in named.values():
        counts = Counter(article_of(one) for one in same)
        alone = [one for one in same if counts[article_of(one)] == 1]
        near = [one for one in alone if one is alone[0] or _is_copied(one, alone[0])]
        union.join(one.id for one in near)
    for call, same in named.items():
        if call[1] is ActorKind.PERSON and not any(map(join_key, same)):
            others = called.get(call, set()) - set(_ids(same))
            roots = {union.root(one) for one in others}
            if len(roots) == 1 and len(same) == len({article_of(o) for o in same}):
                union.join((*_ids(same), *roots))


def _is_copied(one: Actor, other: Actor) -> bool:
    """Whether the words around an unnamed actor are those around another one."""
    if not one.anonymous and not other.anonymous:
        return True
    first, second = (content_words(_surroundings(actor)) for actor in (one, other))
    return containment(first, second) >= _SAME_SURROUNDINGS


def _surroundings(actor: Actor) -> str:
    """Return the words around an actor's first mention."""
    return " ".join(f"{one.prefix}  {one.suffix}" for one in actor.evidence[:1])


class Persons:
    """The persons of a case as joined by name, and which others they are."""

    def __init__(
        self,
        actors: Sequence[Actor],
        union: Union,
        apart: Mapping[str, str],
        adjectives: Mapping[str, str],
    ) -> None:
        """Gather the named persons and those who have no full name."""
        self._adjectives = adjectives
        self._union = union
        people: dict[str, _Person] = {}
        for one in actors:
            if one.kind is ActorKind.PERSON:
                root = union.root(one.id)
                people.setdefault(root, _Person(root)).add(one)
        self._people = people
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._described: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._called: dict[str, list[str]] = defaultdict(list)
        for root, person in people.items():
            if person.is_named:
                self._file(root, person)
        self._unnamed = [
            person
            for person in people.values()
            if not person.is_named and apart.keys().isdisjoint(_ids(person.members))
        ]

    def _file(self, root: str, person: _Person) -> None:
        """File a named person under articles, noun and state, and words of the name."""
        for article in person.articles:
            self._beside[article].add(root)
        nouns = person.nouns - VAGUE
        for state in person.origins(self._adjectives) if nouns else ():
            for noun in nouns:
                self._described[noun, state].append(root)
        words: set[str] = set()
        for one in person.members:
            parts = person_words(one.name)
            if len(parts) > 1:
                words.update((parts[0].casefold(), parts[-1].casefold()))
        for word in words:
            self._called[word].append(root)

    def join(self) -> list[tuple[str, str]]:
        """Join the unnamed who are one named person; return pairs that may be one."""
        asked: list[tuple[str, str]] = []
        joined: list[tuple[str, str]] = []
        for person in self._unnamed:
            fit, others = self._find(person)
            if fit is not None:
                joined.append((person.root, fit))
            elif len(others) <= MOST_ASKED:
                asked += [(person.root, other) for other in others]
        for pair in joined:
            self._union.join(pair)
        return asked

    def _find(self, person: _Person) -> tuple[str | None, Sequence[str]]:
        """Return who an unnamed person is, else who it may be."""
        names = {single_name(one) for one in person.members}
        if len(names) > 1:
            return None, ()
        name = names.pop()
        if name is None:
            return self._find_described(person)
        return self._find_called(person, name)

    def _find_described(self, person: _Person) -> tuple[str | None, Sequence[str]]:
        """Return the one named person with a description's noun and state."""
        nouns = {head_noun(one.name) for one in person.members}
        states = person.origins(self._adjectives)
        if len(nouns) != 1 or len(states) != 1:
            return None, ()
        noun, state = nouns.pop(), next(iter(states))
        if noun is None or noun in VAGUE:
            return None, ()
        fit = [
            o for o in self._described.get((noun, state), ()) if self._fits(person, o)
        ]
        if len(fit) == 1 and self._shares_people(person, fit[0]):
            return fit[0], ()
        return None, fit

    def _find_called(
        self, person: _Person, name: str
    ) -> tuple[str | None, Sequence[str]]:
        """Return the one fuller named person whom a second sign fits."""
        fit = [one for one in self._called.get(name, ()) if self._fits(person, one)]
        if len(fit) > 4 * MOST_ASKED:
            return None, ()
        signed = [one for one in fit if self._has_sign(person, self._people[one])]
        if len(signed) == 1 and self._shares_people(person, signed[0]):
            return signed[0], ()
        return None, fit

    def _fits(self, person: _Person, other: str) -> bool:
        """Whether nothing said of two persons speaks against their being one."""
        mine, theirs = person.genders, self._people[other].genders
        return not mine or not theirs or bool(mine & theirs)

    @staticmethod
    def _has_sign(person: _Person, other: _Person) -> bool:
        """Whether two persons share a role, or a titled name inside one article."""
        if (person.nouns & other.nouns) - VAGUE:
            return True
        return bool(person.titled & other.titled) and bool(
            person.articles & other.articles
        )

    def _shares_people(self, person: _Person, other: str) -> bool:
        """Whether each article of a person names people the other is told of with."""
        home = self._people[other].articles
        return all(
            article in home
            or any(
                not home.isdisjoint(self._people[one].articles)
                for one in self._beside.get(article, ())
            )
            for article in person.articles
        )


def join_groups(
    actors: Sequence[Actor], union: Union, apart: Mapping[str, str]
) -> None:
    """Join counted groups whose members are the same."""
    counted = [
        one
        for one in actors
        if one.kind is ActorKind.GROUP and one.size and one.id not in apart
    ]
    of_members: dict[frozenset[str], list[Actor]] = defaultdict(list)
    for one in counted:
        members = members_of(one, union)
        if members is not None:
            of_members[members].append(one)
    for same in of_members.values():
        union.join(one.id for one in same)
    rest = [one for one in counted if not one.group_members]
    named = _named_in(actors, union) if rest and of_members else {}
    for one in rest:
        fit = list(_groups_beside(one, of_members, named))
        if len(fit) == 1:
            union.join((one.id, fit[0]))


def members_of(group: Actor, union: Union) -> frozenset[str] | None:
    """Return the members of a group of which all are known, else None."""
    roots = {union.root(one) for one in group.group_members if one in union}
    return frozenset(roots) if len(roots) > 1 and len(roots) == group.size else None


def _named_in(actors: Iterable[Actor], union: Union) -> Mapping[str, set[str]]:
    """Return who is told of in each article."""
    named: dict[str, set[str]] = defaultdict(set)
    for one in actors:
        named[article_of(one) or ""].add(union.root(one.id))
    return named


def _groups_beside(
    group: Actor,
    of_members: Mapping[frozenset[str], Sequence[Actor]],
    named: Mapping[str, set[str]],
) -> Iterator[str]:
    """Give the groups of a group's size and noun whose members stand beside it."""
    noun, here = _group_noun(group), named.get(article_of(group) or "", set())
    for members, same in of_members.items():
        is_counted = len(members) == group.size and members <= here
        if noun and is_counted and noun in {_group_noun(one) for one in same}:
            yield same[0].id


def _group_noun(group: Actor) -> str | None:
    """Return the last word of a group's description, "Tavarans" in lower case."""
    return head_noun(group.name.casefold())


def _ids(actors: Iterable[Actor]) -> Iterable[str]:
    """Return the ids of article actors."""
    return (one.id for one in actors)
