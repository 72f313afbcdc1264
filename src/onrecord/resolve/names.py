"""Names as keys: when two articles name the same somebody beyond doubt.

A key is given only to what is safe to join by itself: a person by two or more words, a
state or body by its proper name, an office or a described body by whose it is:
"Tessaly's foreign ministry", "the Foreign Ministry of Tessaly" and, where an article
calls Tessaly "Tessalian", "the Tessalian foreign ministry" are one key. A single word
never joins two persons; it only asks "same?".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from onrecord.model.actor import Actor, ActorKind

NameKey = tuple[str, ...]

_HONORIFICS = """
    ambassador brother captain chancellor colonel dame dr father general judge justice
    king lady lieutenant lord major minister miss mr mrs ms mx president prince princess
    prof professor queen senator sergeant sir sister
"""
_PARTICLES = "al bin bint da de del della den der di dos du el ibn la le van von y zu"
HONORIFICS = frozenset(_HONORIFICS.split())
PARTICLES = frozenset(_PARTICLES.split())
_BODIES = frozenset(
    {ActorKind.STATE, ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.GROUP}
)
_DESCRIBED = frozenset(
    {ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.OFFICE}
)
NO_ADJECTIVES: Mapping[str, str] = MappingProxyType({})
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?=\s|$)")
_OWNED = re.compile(r"(?P<owner>.+?)(?:['’]s|(?<=s)['’])\s+(?P<head>.+)")
_OF = re.compile(r"(?P<head>.+?)\s+of\s+(?P<owner>.+)")
_IN = re.compile(r"(?P<head>.+?)\s+in\s+(?P<owner>.+)")
_SPACE = re.compile(r"\s+")


def join_key(
    actor: Actor, adjectives: Mapping[str, str] = NO_ADJECTIVES
) -> NameKey | None:
    """Return the key by which an article's actor joins others, None where none is safe.

    Two actors of one key are one actor of the case.

    Args:
        actor: A read actor.
        adjectives: The plain name of each state by its adjective.
    """
    if actor.anonymous or actor.kind is ActorKind.DOCUMENT:
        return None
    if actor.kind is ActorKind.PERSON:
        return _person_key(actor)
    if actor.kind in _DESCRIBED and not _is_indefinite(actor):
        described = _described_key(actor.name, adjectives)
        if described is not None:
            return described
    if actor.kind in _BODIES and _is_proper(actor.name, actor.kind):
        return "body", plain_name(actor.name)
    return None


def find_adjectives(actors: Iterable[Actor]) -> dict[str, str]:
    """Return the plain name of each state by the single words it is called besides.

    A word that stands for two states is left out.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind is ActorKind.STATE:
            name = plain_name(actor.name)
            for alias in actor.aliases:
                if alias[:1].isupper() and " " not in alias.strip():
                    owners[plain_name(alias)].add(name)
    return {
        word: next(iter(names))
        for word, names in owners.items()
        if len(names) == 1 and word not in names
    }


def owners_of(
    actor: Actor, adjectives: Mapping[str, str]
) -> frozenset[tuple[str, str]]:
    """Return whose a body is by any of its names: pairs of owner and bare name.

    "Tavara's Court of Appeal" and "the Tavaran Court of Appeal" give ("tavara", "court
    of appeal").
    """
    pairs = (owned_name(one, adjectives) for one in (actor.name, *actor.aliases))
    return frozenset(pair for pair in pairs if pair is not None)


def owned_name(name: str, adjectives: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the owner and the bare name of a body's name that tells its owner."""
    text = _SPACE.sub(" ", name).strip()
    match = _OWNED.fullmatch(text)
    if match is not None:
        owner = plain_name(match["owner"])
        if not match["owner"].removeprefix("the ")[:1].isupper():
            return None
        return adjectives.get(owner, owner), plain_name(match["head"])
    key = _adjective_key(text, adjectives)
    return (key[1], key[2]) if key is not None else None


def family_name(actor: Actor) -> str | None:
    """Return the last word of a person's name in lower case, None for no person."""
    words = person_words(actor.name)
    if actor.kind is not ActorKind.PERSON or actor.anonymous or not words:
        return None
    return words[-1].casefold() if is_name_word(words[-1]) else None


def may_be_same(short: Actor, full: Actor) -> bool:
    """Whether a shorter name can stand for a fuller one of the same family name."""
    few, many = person_words(short.name), person_words(full.name)
    if not few or len(few) >= len(many) or few[-1].casefold() != many[-1].casefold():
        return _is_initialled(few, many)
    return len(few) == 1 or _is_initialled(few, many)


def person_words(name: str) -> list[str]:
    """Return the words of a person's name without the honorifics before it."""
    words = _POSSESSIVE.sub("", name).split()
    while words and words[0].rstrip(".").casefold() in HONORIFICS:
        words = words[1:]
    return words


def plain_name(name: str) -> str:
    """Return a name without case, a leading "the" and a possessive ending."""
    plain = _SPACE.sub(" ", _POSSESSIVE.sub("", name)).strip().casefold()
    return plain.removeprefix("the ")


def is_name_word(word: str) -> bool:
    """Whether a word is written as a name is."""
    return word[:1].isupper() or word.casefold() in PARTICLES


def _person_key(actor: Actor) -> NameKey | None:
    """Return the key of a person named by two or more words."""
    words = person_words(actor.name)
    if len(words) < 2 or not all(is_name_word(word) for word in words):
        return None
    # "A. Varga" and "the Vargas" leave open who is meant.
    if words[0].casefold() == "the" or any(len(w.rstrip(".")) < 2 for w in words[:1]):
        return None
    return "person", " ".join(words).casefold()


def _described_key(name: str, adjectives: Mapping[str, str]) -> NameKey | None:
    """Return the key of "Tessaly's foreign ministry", whichever way it is put."""
    text = _SPACE.sub(" ", name).strip()
    match = _OWNED.fullmatch(text) or _OF.fullmatch(text)
    if match is None:
        return _adjective_key(text, adjectives) or _placed_key(text)
    owner = re.sub(r"^[Tt]he ", "", match["owner"])
    head = plain_name(match["head"])
    if not all(word[:1].isupper() or word in PARTICLES for word in owner.split()):
        return None
    if not head or head.startswith(("a ", "an ", "one ", "some ")):
        return None
    return "of", plain_name(owner), head


def _adjective_key(text: str, adjectives: Mapping[str, str]) -> NameKey | None:
    """Return the key of "the Tessalian foreign ministry"."""
    owner, _, head = re.sub(r"^[Tt]he ", "", text).partition(" ")
    state = adjectives.get(owner.casefold())
    return ("of", state, plain_name(head)) if state and head else None


def _placed_key(text: str) -> NameKey | None:
    """Return the key of "the agriculture ministry in Sarnholt"."""
    match = _IN.fullmatch(text)
    if match is None or not match["owner"][:1].isupper():
        return None
    head = plain_name(match["head"])
    if head.startswith(("a ", "an ", "one ", "some ")):
        return None
    return "in", plain_name(match["owner"]), head


def _is_indefinite(actor: Actor) -> bool:
    """Whether an article brings an actor in as "a court", whichever that is."""
    words = {actor.name, *actor.aliases, *(one.exact for one in actor.evidence[:1])}
    name = plain_name(actor.name)
    return any(one.casefold() in (f"a {name}", f"an {name}") for one in words)


def _is_proper(name: str, kind: ActorKind) -> bool:
    """Whether a body's name is a proper name, not a description."""
    words = re.sub(r"^[Tt]he ", "", name.strip()).split()
    if not words or not words[0][:1].isupper() or not words[-1][:1].isupper():
        return False
    # "Tavarans" is whoever an article means by it; "Red Dawn" is one group.
    return kind is not ActorKind.GROUP or len(words) > 1


def _is_initialled(few: list[str], many: list[str]) -> bool:
    """Whether "A. Varga" can be "Anna Varga"."""
    if len(few) != 2 or len(many) < 2 or few[-1].casefold() != many[-1].casefold():
        return False
    initial = few[0].rstrip(".")
    return len(initial) == 1 and many[0].casefold().startswith(initial.casefold())
