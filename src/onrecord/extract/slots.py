"""Slots: what frames of events call the places around a predicate.

A slot is a role ("agent"), a preposition ("against"), "complement" (who does what the
complement says) or "owner" (whom an object that is nobody belongs to: X in "seized the
cargo of X"). The words they name are tested, and looked up for who stands in them.
"""

from bisect import bisect_left
from functools import lru_cache

from onrecord.extract.context import Context, Who
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Argument, Clause, PredicateKind, Role
from onrecord.model.document import Phrase

_ROLES = {
    "agent": Role.AGENT,
    "patient": Role.PATIENT,
    "recipient": Role.RECIPIENT,
    "instrument": Role.INSTRUMENT,
}
_BODIES = frozenset(
    (ActorKind.STATE, ActorKind.PUBLIC_BODY, ActorKind.OFFICE, ActorKind.GROUP)
)
_PEOPLE = frozenset((ActorKind.PERSON, ActorKind.GROUP, ActorKind.OFFICE))
_KINDS = {
    "PERSON": _PEOPLE,
    "STATE": frozenset((ActorKind.STATE,)),
    "BODY": _BODIES - {ActorKind.GROUP},
    "ORG": frozenset((ActorKind.ORGANIZATION,)),
}


@lru_cache(maxsize=512)
def split_words(words: str) -> frozenset[str]:
    """Return the words of a lexicon's cell."""
    return frozenset(words.replace(",", " ").split())


class Slots:
    """One document's clauses, seen slot by slot."""

    def __init__(self, context: Context) -> None:
        """Index words, phrases and noun clauses by where they start."""
        self.context = context
        document = context.document
        self._lemmas = {t.start: t.lemma for t in document.tokens}
        self._starts = [p.span.start for p in document.phrases]
        self.nouns = {
            c.predicate.start: c
            for c in document.clauses
            if c.kind is PredicateKind.NOUN
        }
        self._classes = context.lexicons["event_words"]

    # -- arguments and their words -----------------------------------------------

    def lemma(self, argument: Argument) -> str:
        """Return the base form of an argument's head."""
        return self._lemmas.get(argument.head.start, "")

    def arguments(self, clause: Clause, slot: str) -> list[Argument]:
        """Return what stands in a slot, "owner" excepted."""
        role = _ROLES.get(slot)
        if role is not None:
            return [a for a in clause.arguments if a.role is role]
        if slot == "complement":
            return [a for a in clause.arguments if a.clause is not None]
        if slot in ("compound", "attribute"):
            return [
                a
                for a in clause.arguments
                if a.role is Role.ATTRIBUTE
                and (a.marker == "compound") is (slot == "compound")
            ]
        return [
            a for a in clause.arguments if a.marker == slot and a.clause is None
        ]

    def is_actor(self, argument: Argument) -> bool:
        """Whether an argument names somebody who can do or suffer something."""
        phrase = self.context.phrase(argument)
        return phrase is not None and _acts(phrase)

    def fits(self, argument: Argument, word: str) -> bool:
        """Whether an argument is what a test asks: a word, "@class", or a kind."""
        if word[0] == "@":
            return self.lemma(argument) in self.members(word[1:])
        if word == "ANY":
            return True
        if not word[0].isupper():
            return self.lemma(argument) == word
        phrase = self.context.phrase(argument)
        if word == "PLACE":
            return argument.role is Role.PLACE or _is_place(phrase)
        if word == "THING":
            return phrase is None or not _acts(phrase)
        if phrase is None or not _acts(phrase):
            return False
        if word == "ACTOR":
            return True
        return phrase.kind in _KINDS.get(word, frozenset()) or (
            phrase.kind is None and word == "PERSON" and phrase.animate
        )

    def members(self, name: str) -> frozenset[str]:
        """Return the words of a class."""
        return split_words(self._classes[name]["words"])

    # -- who ---------------------------------------------------------------------

    def who(self, clause: Clause, slots: str) -> list[Who]:
        """Return who stands in the first of these slots that names somebody."""
        for slot in slots.split(","):
            found = self._in_slot(clause, slot)
            if found:
                return found
        return []

    def _in_slot(self, clause: Clause, slot: str) -> list[Who]:
        if slot == "owner":
            return self._owners(self.arguments(clause, "patient"))
        if slot == "complement":
            return self._doers(clause)
        arguments = self.arguments(clause, slot)
        found = self.context.all_who(a for a in arguments if self.is_actor(a))
        if found or slot in ("patient", "recipient"):
            return found
        if slot == "agent":
            force = self.members("force")
            arguments = [a for a in arguments if self.lemma(a) in force]
        return self._owners(arguments)

    def _owners(self, arguments: list[Argument]) -> list[Who]:
        """Return whom things belong to: who does a noun, else the first named in it."""
        for argument in arguments:
            noun = self.nouns.get(argument.head.start)
            if noun is not None:
                doers = self.context.all_who(
                    a for a in self.arguments(noun, "agent") if self.is_actor(a)
                )
                if doers:
                    return doers
            inside = self._inside(argument)
            if inside is not None:
                return [inside]
        return []

    def _inside(self, argument: Argument) -> Who | None:
        """Return the first actor that is named inside an argument."""
        phrases = self.context.document.phrases
        for index in range(
            bisect_left(self._starts, argument.span.start), len(phrases)
        ):
            phrase = phrases[index]
            if phrase.span.start >= argument.span.end:
                return None
            if phrase.actor is not None and _acts(phrase):
                return self.context.who_phrase(index)
        return None

    def _doers(self, clause: Clause) -> list[Who]:
        """Return who is to do what the complement says, other than the speaker."""
        own = {a.head for a in self.arguments(clause, "agent")}
        for argument in self.arguments(clause, "complement"):
            inner = self.context.clause(argument.clause)
            if inner is None:
                continue
            found = self.context.all_who(
                a
                for a in self.arguments(inner, "agent")
                if a.head not in own and self.is_actor(a)
            )
            if found:
                return found
        return []


def _acts(phrase: Phrase) -> bool:
    """Whether a phrase is somebody, not a document or a thing."""
    if phrase.kind is ActorKind.DOCUMENT:
        return False
    return phrase.animate or (phrase.actor is not None and phrase.kind is not None)


def _is_place(phrase: Phrase | None) -> bool:
    return phrase is not None and (phrase.name_type or "").startswith("LOC")
