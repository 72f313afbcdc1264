"""Signs: what the words for an actor say beside a name.

The noun that says what somebody is ("the Orvenian engineer": engineer), the state they
belong to, whether they are called Mr or Mrs. A sign never joins two actors by itself;
`joining` needs several.
"""

from collections.abc import Iterable, Mapping

from onrecord.model.actor import Actor
from onrecord.resolve.names import HONORIFICS, is_name_word, person_words, plain_name

_VAGUE = """
    adult adviser aide analyst anybody anyone body boy child citizen colleague detainee
    diplomat everybody everyone expert foreigner friend girl half individual inmate
    journalist leader man member minister national native neighbour neighbor observer
    officer official one other others party passenger people person policeman prisoner
    reporter resident rest soldier somebody someone source suspect victim visitor
    witness woman worker
"""
VAGUE = frozenset(_VAGUE.split())
"""Nouns that many in one dispute answer to, and those that hide a source."""

_MALE = "boyfriend brother father grandfather grandson husband king lord mr nephew"
_MALE_TOO = "prince sir son uncle"
_FEMALE = "aunt daughter girlfriend grandmother lady miss mother mrs ms niece princess"
_FEMALE_TOO = "dame granddaughter queen sister widow wife"
_GENDERS: Mapping[str, str] = dict.fromkeys(
    f"{_MALE} {_MALE_TOO}".split(), "male"
) | dict.fromkeys(f"{_FEMALE} {_FEMALE_TOO}".split(), "female")
_ENDS_OF_HEAD = ("of", "in", "at", "for", "from", "with", "to", "who", "on", "based")


def head_noun(words: str) -> str | None:
    """Return the noun of a description in lower case; None where it ends in a name."""
    head: str | None = None
    for word in words.replace(",", " ").split():
        if head is not None and word.casefold() in _ENDS_OF_HEAD:
            break
        head = word
    if head is None or (head[:1].isupper() and " " in words.strip()):
        return None
    return head.casefold()


def role_nouns(actor: Actor) -> frozenset[str]:
    """Return the nouns by which an actor is described or which are its role."""
    # A title may be written in capitals ("Foreign Minister"); a name is no title.
    titles = (head_noun(role.title.casefold()) for role in actor.roles)
    names = (head_noun(name) for name in (actor.name, *actor.aliases))
    own = {word.casefold() for word in person_words(actor.name)}
    return frozenset(noun for noun in (*titles, *names) if noun) - own


def origins(actor: Actor, adjectives: Mapping[str, str]) -> frozenset[str]:
    """Return the plain names of the states an actor's words say it belongs to."""
    found = {plain_name(actor.nationality)} if actor.nationality else set()
    for role in actor.roles:
        if role.of and role.of[:1].isupper():
            owner = plain_name(role.of)
            found.add(adjectives.get(owner, owner))
    words = [role.title for role in actor.roles]
    for text in (*words, actor.name, *actor.aliases):
        found.update(
            adjectives[word] for word in text.casefold().split() if word in adjectives
        )
    return frozenset(found)


def titled_names(actor: Actor) -> frozenset[str]:
    """Return the names that carry "Mr", "Dr" and the like, in lower case."""
    names = (name for name in (actor.name, *actor.aliases) if " " in name)
    return frozenset(
        name.replace(".", "").casefold()
        for name in names
        if name.partition(" ")[0].rstrip(".").casefold() in HONORIFICS
    )


def genders(actor: Actor) -> frozenset[str]:
    """Return what titles and kinship words say of somebody: male, female, or both."""
    titles = (
        name.partition(" ")[0].rstrip(".").casefold()
        for name in (actor.name, *actor.aliases)
    )
    words = (*titles, *role_nouns(actor))
    return frozenset(_GENDERS[word] for word in words if word in _GENDERS)


def single_name(actor: Actor) -> str | None:
    """Return the one word that an actor is named by, in lower case."""
    words = person_words(actor.name)
    if len(words) != 1 or not is_name_word(words[0]) or not words[0][:1].isupper():
        return None
    return words[0].casefold()


def unite_signs(signs: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return what all of several say."""
    return frozenset().union(*signs)
