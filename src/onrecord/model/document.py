"""An article with its layers: what `annotate` gives and `extract` reads.

All spans are code points into the article's `text`. Layers point at each other by
index, never by object.
"""

from enum import StrEnum

import msgspec

from onrecord.model.actor import Actor, ActorKind, Form
from onrecord.model.article import Article
from onrecord.model.clause import Clause
from onrecord.model.evidence import Span
from onrecord.model.time import Time


class Token(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A word: where it stands, its base form in lower case, its sentence."""

    start: int
    end: int
    lemma: str
    sent: int


class Gender(StrEnum):
    """What pronoun would pick a mention up."""

    MALE = "male"
    FEMALE = "female"
    THING = "thing"
    UNKNOWN = "unknown"


class Quote(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A stretch between quotation marks.

    `span` holds the marks, `inner` does not. A speech over several paragraphs is one
    quote for each of them, with the same `speech` number. `depth` is 0 outside, 1 for a
    quote in a quote. `speech_like` is false for scare quotes, titles and nicknames.
    """

    span: Span
    inner: Span
    speech: int
    depth: int = 0
    speech_like: bool = True
    closed: bool = True


class Phrase(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A noun phrase: a candidate mention, before anybody knows whether it matters.

    `actor` is the article's actor id of its chain (None for a pronoun that resolves to
    nothing); `animate` is true for people, bodies and groups of people. `head` is the
    head word, `head_lemma` its base form; `name` the proper name in the phrase ("Mira
    Adeyemi" after "Foreign Minister"); `number` is 1, 2 (plural) or a count where one
    stands ("three divers"); `within` the index of the phrase it is a part of; `whole`
    the phrase with the clauses and appositions that hang on it; `chain` a number shared
    by all phrases that stand for the same, be it an actor or another thing.
    """

    span: Span
    head: Span
    head_lemma: str
    form: Form
    sent: int
    name: Span | None = None
    name_type: str | None = None
    kind: ActorKind | None = None
    actor: str | None = None
    link_reason: str | None = None
    number: int = 1
    gender: Gender = Gender.UNKNOWN
    definite: bool = False
    animate: bool = False
    within: int | None = None
    apposition_of: int | None = None
    whole: Span | None = None
    chain: int | None = None


class Document(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article, annotated. `phrases` are in text order; `actors` are its chains.

    `Clause.arguments[..].mention` indexes `phrases`.
    """

    article: Article
    paragraphs: tuple[Span, ...] = ()
    sents: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    quotes: tuple[Quote, ...] = ()
    times: tuple[Time, ...] = ()
    clauses: tuple[Clause, ...] = ()
    actors: tuple[Actor, ...] = ()
    notes: tuple[str, ...] = ()
