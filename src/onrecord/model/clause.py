"""The clause: our own layer between a parser and the rules.

`annotate` builds clauses from whatever parses; `extract` reads clauses and mentions and
never a parser's labels. A clause is one predicate with what belongs to it: "police
arrested the captain in Port Sel on Tuesday" and "the captain's arrest by police" give
the same roles, one with a verb and one with a noun.
"""

from enum import StrEnum

import msgspec

from onrecord.model.evidence import Span


class PredicateKind(StrEnum):
    """What kind of word carries the clause."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


class Role(StrEnum):
    """What an argument is to its predicate, whatever the voice.

    `agent` does it, `patient` undergoes it, `recipient` is given or told it,
    `attribute` is what a copula says, `complement` is the content of saying, wanting or
    planning (a clause), `oblique` any other prepositional argument, told apart by its
    `marker` ("with", "in exchange for").
    """

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    INSTRUMENT = "instrument"
    PLACE = "place"
    TIME = "time"
    ATTRIBUTE = "attribute"
    COMPLEMENT = "complement"
    OBLIQUE = "oblique"


class Link(StrEnum):
    """How a clause hangs on its parent."""

    ROOT = "root"
    COMPLEMENT = "complement"
    PURPOSE = "purpose"
    CONDITION = "condition"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    COORDINATE = "coordinate"
    NOMINAL = "nominal"


class Voice(StrEnum):
    """Grammatical voice of the predicate."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Tense(StrEnum):
    """When the predicate puts itself, from its form and auxiliaries."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Argument(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One role of a clause.

    `span` is the whole phrase without its marker, `head` its head word. `mention` is an
    index into the document's mentions where the phrase is one; `clause` an index into
    its clauses where the argument is a clause. A coordination gives one argument for
    each conjunct. `marker` is the preposition or particle, lower case ("by", "on behalf
    of"), or a conjunction before a clause ("that", "whether").
    """

    role: Role
    span: Span
    head: Span
    mention: int | None = None
    clause: int | None = None
    marker: str | None = None


class Clause(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A predicate with its roles.

    `predicate` is the span of its word, with a particle where it has one ("called
    off"), `lemma` its base form ("call off"); `extent` everything that belongs to the
    clause, embedded clauses included, `core` without them. `modality` is the modal's
    lemma ("may", "will", "must") or None. `negated` counts "not", "never", "no".
    `raised` names a verb that only colours this one and shares its subject: "agree" for
    "agreed to release", "expect" for "is expected to rule", "begin"; its tense and
    negation are this clause's. `subject_shared` marks a subject that was taken from
    another clause (control, coordination, relative).
    """

    index: int
    sent: int
    kind: PredicateKind
    predicate: Span
    lemma: str
    extent: Span
    core: tuple[Span, ...] = ()
    voice: Voice = Voice.ACTIVE
    tense: Tense = Tense.NONE
    modality: str | None = None
    negated: bool = False
    question: bool = False
    raised: str | None = None
    subject_shared: bool = False
    arguments: tuple[Argument, ...] = ()
    parent: int | None = None
    link: Link = Link.ROOT
    marker: str | None = None

    def all(self, *roles: Role) -> tuple[Argument, ...]:
        """Return the arguments in any of these roles, in text order."""
        return tuple(a for a in self.arguments if a.role in roles)

    def first(self, *roles: Role) -> Argument | None:
        """Return the first argument in any of these roles."""
        return next((a for a in self.arguments if a.role in roles), None)

    def marked(self, *markers: str) -> tuple[Argument, ...]:
        """Return the arguments that one of these markers introduces."""
        return tuple(a for a in self.arguments if a.marker in markers)
