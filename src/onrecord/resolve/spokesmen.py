"""Bodies without an owner, joined by who speaks for them.

"Foreign ministry spokesman Bram Ostrel" in one article and "Ostrel, a spokesman for
Tessaly's foreign ministry" in another: the first one's "foreign ministry" is Tessaly's.
The bare name alone would not say so, for every state has one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model.actor import Actor, ActorKind
from onrecord.resolve.mapping import article_of
from onrecord.resolve.names import owned_name, owners_of, plain_name
from onrecord.resolve.union import Union

_OF = re.compile(r"spokes(?:man|woman|person) (?:for|of) (?P<body>.+)")
_BEFORE = re.compile(r"(?P<body>.+?) spokes(?:man|woman|person)\b.*")
_STARTS = re.compile(r"^(?:an?|the) ", re.IGNORECASE)

Owned = tuple[str, str]
"""The plain name of a state, and the bare name of a body of its."""


def join_spoken_for(
    actors: Sequence[Actor],
    union: Union,
    apart: Mapping[str, str],
    adjectives: Mapping[str, str],
) -> None:
    """Join a bare body to the one of its name for which its spokesman speaks.

    Where the case tells of two owners for one spokesman's body, nothing is joined.
    """
    owned: dict[Owned, str] = {}
    spoken: dict[str, set[Owned]] = defaultdict(set)
    speakers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in actors:
        if one.kind is ActorKind.PUBLIC_BODY and one.id not in apart:
            for owner in owners_of(one, adjectives):
                owned.setdefault(owner, one.id)
        if one.kind is not ActorKind.PERSON:
            continue
        root = union.root(one.id)
        for body in _bodies_of(one):
            pair = owned_name(body, adjectives)
            if pair is not None:
                spoken[root].add(pair)
            else:
                speakers[article_of(one) or "", plain_name(body)].add(root)
    for bare, people in _bare(actors, apart, speakers):
        name = plain_name(bare.name)
        fit = {p for root in people for p in spoken[root] if p[1] == name}
        if len(fit) == 1 and (home := owned.get(fit.pop())) is not None:
            union.join((bare.id, home))


def _bare(
    actors: Iterable[Actor],
    apart: Mapping[str, str],
    speakers: Mapping[tuple[str, str], set[str]],
) -> Iterator[tuple[Actor, set[str]]]:
    """Give the bodies that their article names bare, with who speaks for them there."""
    for one in actors:
        if one.kind is ActorKind.PUBLIC_BODY and one.id not in apart:
            people = speakers.get((article_of(one) or "", plain_name(one.name)))
            if people:
                yield one, people


def _bodies_of(person: Actor) -> Iterator[str]:
    """Give the words for the bodies that a person is said to speak for."""
    for alias in (person.name, *person.aliases):
        words = _STARTS.sub("", alias)
        match = _OF.fullmatch(words) or _BEFORE.fullmatch(words)
        if match is not None:
            yield match["body"]
