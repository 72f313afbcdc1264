"""Which state an actor counts for: a state itself, its bodies, who acts for it.

"Tavara's foreign ministry" and "Orvenian prosecutors" belong to a state by their names,
"Foreign Minister of Tavara" by an office that acts for it. An engineer or a citizen of
a state does not act for it, nor does a former minister.
"""

from collections.abc import Iterable, Iterator

from onrecord.model.actor import Actor, ActorKind
from onrecord.resolve.names import find_adjectives, owners_of, plain_name

_OFFICES = """
    ambassador attorney-general authorities chancellor consul counterpart delegation
    delegate diplomat emir envoy forces government governor guards king minister
    ministers ministry monarch negotiator negotiators officer officers official
    officials police premier president prosecutor prosecutors queen secretary
    spokesman spokesperson spokeswoman sultan troops vice-president
"""
OFFICES = frozenset(_OFFICES.split())
"""Last words of the titles and descriptions of those who act for a state."""

_PAST = frozenset({"ex", "former", "retired", "late", "ousted", "deposed"})
_COMPASS = frozenset({"north", "south", "east", "west", "central", "equatorial"})
_BODIES = frozenset({ActorKind.PUBLIC_BODY, ActorKind.OFFICE})


class States:
    """The states of a case and who counts for each."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        """Learn the names of the states among the case's actors."""
        self._actors = {one.id: one for one in actors}
        states = [o for o in self._actors.values() if o.kind is ActorKind.STATE]
        self._adjectives = find_adjectives(states)
        self._by_name: dict[str, str | None] = {}
        for state in states:
            for name in {plain_name(n) for n in (state.name, *state.aliases)}:
                # A name of two states tells neither.
                self._by_name[name] = None if name in self._by_name else state.id
        self._found: dict[str, str | None] = {}

    def of(self, actor: str) -> str | None:
        """Return the one state that an actor counts for, None for nobody's."""
        if actor not in self._found:
            known = self._actors.get(actor)
            states = set(self._states_of(known)) if known else set()
            self._found[actor] = states.pop() if len(states) == 1 else None
        return self._found[actor]

    def _states_of(self, actor: Actor) -> Iterator[str]:
        """Give the states that an actor's words name as its own."""
        if actor.kind is ActorKind.STATE:
            yield actor.id
            return
        if actor.kind in _BODIES:
            for owner, _ in owners_of(actor, self._adjectives):
                yield from self._named(owner)
        for role in actor.roles:
            if _acts_for_state(role.title):
                yield from self._named(role.of or actor.nationality or "")
                yield from self._described(role.title)
        for name in (actor.name, *actor.aliases):
            yield from self._described(name)

    def _described(self, name: str) -> Iterator[str]:
        """Give the state of "Tavaran Foreign Minister Aldo Verrin"."""
        words = name.casefold().split()
        if not _PAST.isdisjoint(words):
            return
        for place, word in enumerate(words):
            owner = self._adjectives.get(word)
            # "South African" is not African.
            is_whole = place == 0 or words[place - 1] not in _COMPASS
            if owner is not None and is_whole and _holds_office(words[place + 1 :]):
                yield from self._named(owner)

    def _named(self, name: str) -> Iterator[str]:
        """Give the state of a name or an adjective."""
        state = self._by_name.get(plain_name(name))
        if state is not None:
            yield state


def _holds_office(words: Iterable[str]) -> bool:
    """Whether one of some words is that of an office."""
    return not OFFICES.isdisjoint(words)


def _acts_for_state(title: str) -> bool:
    """Whether whoever holds a title acts for a state."""
    words = title.casefold().replace("-", " ").split()
    if not words or not _PAST.isdisjoint(words):
        return False
    return _holds_office((words[-1], title.casefold().split()[-1]))
