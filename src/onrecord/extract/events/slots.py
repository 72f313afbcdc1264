"""Slots: what frames of events call the places around a predicate.

A slot is a role ("agent"), a preposition ("against"), "complement" (who does what the
complement says) or "owner" (whom an object that is nobody belongs to: X in "seized the
cargo of X"). The words they name are tested, and looked up for who stands in them. A
preposition may stand behind the object that it belongs to ("a curfew on the port").

One module, for every test of a frame and every side looks things up in the same slots.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

from onrecord.extract.context import Context, Who
from onrecord.extract.events.subjects import acts, is_reduced, unsaid_subject
from onrecord.model.actor import ActorKind, Form
from onrecord.model.clause import (
    Argument,
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
)
from onrecord.model.document import Phrase

_ROLES = {
    "agent": Role.AGENT,
    "patient": Role.PATIENT,
    "recipient": Role.RECIPIENT,
    "instrument": Role.INSTRUMENT,
}
_BETWEEN = frozenset(("of", "in", "the", "a", "an"))
_KNOWN = frozenset((*_ROLES, "owner", "complement", "compound", "attribute"))
# Prepositions behind an object that say whose it is or where.
_OWNING = ("of", "by", "from", "in", "near", "at")
_TURNED = {Role.AGENT: Role.PATIENT, Role.PATIENT: Role.AGENT}
_ASIDE = frozenset((Link.ADVERBIAL, Link.CONDITION, Link.COORDINATE))
_CIRCUMSTANCE = frozenset(
    (
        "after",
        "before",
        "despite",
        "amid",
        "following",
        "during",
        "because",
        "since",
        "while",
        "when",
        "as",
        "if",
        "until",
        "unless",
        "although",
        "though",
        "but",
        "who",
        "which",
        "saying",
        "according",
    )
)
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
        self._tokens = document.tokens
        self._token_starts = [t.start for t in document.tokens]
        self._verb_starts = sorted(
            c.predicate.start for c in document.clauses if c.kind is PredicateKind.VERB
        )
        self._starts = [p.span.start for p in document.phrases]
        self.nouns = {
            c.predicate.start: c
            for c in document.clauses
            if c.kind is PredicateKind.NOUN
        }
        self._classes = context.lexicons["event_words"]
        self._lost: dict[int, list[Argument]] = {}

    # -- arguments and their words -----------------------------------------------

    def lemma(self, argument: Argument) -> str:
        """Return the base form of an argument's head, a plural as singular."""
        at = bisect_left(self._token_starts, argument.head.start)
        return _singular(self._tokens[at].lemma) if at < len(self._tokens) else ""

    def lemmas(self, argument: Argument) -> list[str]:
        """Return its head's base form; where that only counts, what is counted too."""
        lemma = self.lemma(argument)
        if lemma not in self.members("amount"):
            return [lemma]
        first = bisect_left(self._token_starts, argument.span.start)
        last = bisect_left(self._token_starts, argument.span.end)
        if last + 1 < len(self._tokens) and self._tokens[last].lemma == "of":
            last = min(last + 4, len(self._tokens))
        return [lemma, *(_singular(t.lemma) for t in self._tokens[first:last])]

    def arguments(self, clause: Clause, slot: str) -> list[Argument]:
        """Return what stands in a slot, "owner" excepted."""
        role = _ROLES.get(slot)
        if role is not None:
            if role in _TURNED and is_reduced(self.context, clause):
                role = _TURNED[role]
            found = [a for a in clause.arguments if a.role is role]
            return found or (self._unsaid(clause) if role is Role.AGENT else found)
        if slot == "complement":
            found = [a for a in clause.arguments if a.clause is not None]
            return found or self._for_to(clause)
        if slot in ("compound", "attribute"):
            return [
                a
                for a in clause.arguments
                if a.role is Role.ATTRIBUTE
                and (a.marker == "compound") is (slot == "compound")
            ]
        found = [a for a in clause.arguments if a.marker == slot and a.clause is None]
        return found or (self._for_to(clause) if slot == "for" else found)

    def _for_to(self, clause: Clause) -> list[Argument]:
        """Return "for X to go" where a day keeps it from "called"."""
        for child in self.context.children(clause):
            loose = child.link is Link.ADVERBIAL and child.marker == "for"
            if loose and child.tense is Tense.NONE:
                span, head = child.extent, child.predicate
                role, index = Role.COMPLEMENT, child.index
                return [Argument(role=role, span=span, head=head, clause=index)]
        return []

    def _unsaid(self, clause: Clause) -> list[Argument]:
        if clause.index not in self._lost:
            self._lost[clause.index] = unsaid_subject(self.context, clause)
        return self._lost[clause.index]

    def mention(self, argument: Argument) -> int | None:
        """Return an argument's phrase; for "one of them", "both of his X", the rest's.

        A part that the chains hold for somebody of its own stays itself.
        """
        index = argument.mention
        at = bisect_left(self._token_starts, argument.head.end)
        if at + 1 >= len(self._tokens) or self._tokens[at].lemma != "of":
            return index
        if self.lemma(argument) not in self.members("part"):
            return index
        start = self._tokens[at + 1].start
        inner = bisect_left(self._starts, start)
        phrases = self.context.document.phrases
        if inner == len(phrases) or phrases[inner].span.start != start:
            return None
        while inner + 1 < len(phrases) and phrases[inner + 1].span.start == start:
            inner += 1
        owned = [
            n
            for n in range(bisect_left(self._starts, start), inner + 1)
            if phrases[n].within in (None, index)
        ]
        return owned[0] if owned else None

    def phrase(self, argument: Argument) -> Phrase | None:
        """Return the phrase that says who or what an argument is."""
        index = self.mention(argument)
        return None if index is None else self.context.document.phrases[index]

    def is_actor(self, argument: Argument) -> bool:
        """Whether an argument names somebody who can do or suffer something."""
        index = self.mention(argument)
        return index is not None and self._does(argument, index)

    def _does(self, argument: Argument, index: int) -> bool:
        """Whether a phrase is somebody; a name that does something is."""
        phrase = self.context.document.phrases[index]
        named = phrase.name is not None and phrase.actor is not None
        doer = argument.role is Role.AGENT and phrase.kind is not ActorKind.DOCUMENT
        return acts(phrase) or (named and doer)

    def people(self, arguments: Iterable[Argument]) -> list[Who]:
        """Return those of these arguments that are actors, each once."""
        found: dict[str, Who] = {}
        for argument in arguments:
            index = self.mention(argument)
            if index is None or not self._does(argument, index):
                continue
            who = self.context.who_phrase(index)
            if index != argument.mention and not self._is_whole(argument):
                words = self.context.words(argument.span)
                who = Who(None, words, argument.span)
            if who is not None:
                found.setdefault(who.actor or who.text, who)
        return list(found.values())

    def _is_whole(self, argument: Argument) -> bool:
        """Whether an argument is all of what it is of: "both of the sailors"."""
        return self.lemma(argument) in self.members("whole")

    def fits(self, argument: Argument, word: str) -> bool:
        """Whether an argument is what a test asks: a word, "@class", or a kind."""
        if word[0] == "@":
            return not self.members(word[1:]).isdisjoint(self.lemmas(argument))
        if word == "ANY":
            return True
        if not word[0].isupper():
            return word in self.lemmas(argument)
        phrase = self.phrase(argument)
        if word == "PLACE":
            return argument.role is Role.PLACE or _is_place(phrase)
        if word == "THING":
            return phrase is None or not acts(phrase)
        if phrase is None or not self.is_actor(argument):
            return False
        if word == "ACTOR":
            return True
        return phrase.kind in _KINDS.get(word, frozenset()) or (
            phrase.kind is None and word == "PERSON" and phrase.animate
        )

    def members(self, name: str) -> frozenset[str]:
        """Return the words of a class."""
        return split_words(self._classes[name]["words"])

    def members_of(self, word: str, deeds: tuple[str, ...]) -> list[str]:
        """Return which of these kinds of deed a noun speaks of."""
        return [deed for deed in deeds if word in self.members(f"{deed} deed")]

    def is_half_word(self, clause: Clause) -> bool:
        """Whether a verb stands behind a hyphen, as in "UN-brokered"."""
        start = clause.predicate.start
        return self.context.text[max(0, start - 1) : start] == "-"

    # -- who ---------------------------------------------------------------------

    def who(self, clause: Clause, slots: str) -> list[Who]:
        """Return who stands in the first of these slots that names somebody."""
        for slot in slots.split(","):
            found = [w for part in slot.split("+") for w in self._in_slot(clause, part)]
            if found:
                return found
        return []

    def _in_slot(self, clause: Clause, slot: str) -> list[Who]:
        if slot == "owner":
            objects = self.arguments(clause, "patient")
            return self._owners(objects) or self._behind(clause, _OWNING)
        if slot == "complement":
            return self._doers(clause)
        arguments = self.arguments(clause, slot)
        found = self.people(arguments)
        if found or slot in ("patient", "recipient"):
            return found
        if slot == "agent":
            return self._owners(arguments)
        return self._owners(arguments) or self._behind(clause, (slot,))

    def _behind(self, clause: Clause, markers: tuple[str, ...]) -> list[Who]:
        """Return the first actor after one of these prepositions behind the object."""
        start, stop = self.reach(clause)
        open_ = False
        for index in range(bisect_left(self._starts, start), len(self._starts)):
            phrase = self.context.document.phrases[index]
            if phrase.span.start >= stop:
                break
            before = self.word_before(phrase.span.start)
            open_ = before in markers or (open_ and before in _BETWEEN)
            if open_ and acts(phrase):
                who = self.context.who_phrase(index)
                return [] if who is None else [who]
        return []

    def is_behind(self, clause: Clause, slot: str) -> bool:
        """Whether a preposition behind the object names somebody, hung elsewhere."""
        known = slot in _ROLES or slot in (
            "owner",
            "complement",
            "compound",
            "attribute",
        )
        return not known and bool(self._behind(clause, (slot,)))

    def nearest(
        self, clause: Clause, last: int, *, objects: bool, places: bool
    ) -> Who | None:
        """Return the first actor or named place behind an event's words, where any is.

        Args:
            clause: The clause that tells the event; it ends where one that only says
                when, why or on what condition begins.
            last: Where the event's words end.
            objects: Whether the verb's own object can be it: not in "withdrew troops".
            places: Whether a place can be it: not in "met in Arlen".
        """
        taken = () if objects else tuple(a.head for a in clause.all(Role.PATIENT))
        stop = clause.extent.end
        for child in self.context.children(clause):
            if child.link in _ASIDE and child.extent.start > last:
                stop = min(stop, child.extent.start)
        phrases = self.context.document.phrases
        for index in range(bisect_left(self._starts, last), len(phrases)):
            if phrases[index].span.start >= stop:
                return None
            index = self._whole(index, last)
            phrase = phrases[index]
            if self._is_circumstance(phrase.span.start, last):
                return None
            if phrase.head in taken or self._is_any_country(phrase):
                continue
            if acts(phrase) or (places and _is_place(phrase)):
                return self.context.who_phrase(index)
        return None

    def _is_any_country(self, phrase: Phrase) -> bool:
        """Whether a phrase is "the country", which names nobody here."""
        unnamed = phrase.form is Form.NOMINAL and phrase.name is None
        if not unnamed or phrase.kind is not ActorKind.STATE:
            return False
        actor = self.context.lookup.actor(phrase.actor)
        return actor is None or actor.name[:1].islower()

    def _whole(self, index: int, last: int) -> int:
        """Return the widest phrase of somebody that a phrase is a part of."""
        phrases = self.context.document.phrases
        best, outer = index, phrases[index].within
        while outer is not None and phrases[outer].span.start >= last:
            if acts(phrases[outer]):
                best = outer
            outer = phrases[outer].within
        return best

    def _is_circumstance(self, start: int, last: int) -> bool:
        """Whether a word that opens a circumstance stands between two places."""
        first = bisect_left(self._token_starts, last)
        end = bisect_left(self._token_starts, start)
        return any(t.lemma in _CIRCUMSTANCE for t in self._tokens[first:end])

    def reach(self, clause: Clause) -> tuple[int, int]:
        """Return where a clause's object ends, and where the next verb begins."""
        objects = [a for a in clause.arguments if a.role is Role.PATIENT]
        start = objects[0].head.end if objects else clause.predicate.end
        start = max(start, clause.predicate.end)
        after = bisect_left(self._verb_starts, start)
        stop = clause.extent.end
        if after < len(self._verb_starts):
            stop = min(stop, self._verb_starts[after])
        return start, stop

    def word_before(self, position: int, *, back: int = 1) -> str:
        """Return the base form of a word before the one at a position."""
        at = bisect_right(self._token_starts, position) - 1 - back
        return _singular(self._tokens[at].lemma) if at >= 0 else ""

    def _owners(self, arguments: list[Argument]) -> list[Who]:
        """Return whom things belong to: who does a noun, else the first named in it."""
        for argument in arguments:
            noun = self.nouns.get(argument.head.start)
            if noun is not None:
                doers = self.people(self.arguments(noun, "agent"))
                if doers:
                    return doers
                if self.arguments(noun, "patient"):
                    continue
            inside = self._inside(argument)
            if inside is not None:
                itself = inside.span.end > argument.head.start >= inside.span.start
                return (self.people(arguments) if itself else []) or [inside]
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
            if phrase.actor is not None and acts(phrase):
                return self.context.who_phrase(index)
        return None

    def _doers(self, clause: Clause) -> list[Who]:
        """Return who is to do what the complement says, other than the speaker."""
        own = {a.head for a in self.arguments(clause, "agent")}
        for argument in self.arguments(clause, "complement"):
            inner = self.context.clause(argument.clause)
            if inner is None:
                continue
            found = self.people(
                a for a in self.arguments(inner, "agent") if a.head not in own
            )
            if found:
                return found
        return []


def _singular(lemma: str) -> str:
    """Return a noun's singular; tables of base forms keep "troops" and "steps"."""
    if len(lemma) > 4 and lemma[-1] == "s" and lemma[-2] not in "sui":
        return lemma[:-1]
    return lemma


def _is_place(phrase: Phrase | None) -> bool:
    return phrase is not None and (phrase.name_type or "").startswith("LOC")
