"""Actors of one article: each chain of mentions with its name, kind and roles."""

import re

from msgspec.structs import replace

from onrecord.annotate.leads import Chain, find_members
from onrecord.annotate.names import NameTypes
from onrecord.annotate.parse import Parse, Word, text_of
from onrecord.annotate.phrases import Found
from onrecord.annotate.words import Words
from onrecord.model.actor import Actor, ActorKind, ActorRole, Form
from onrecord.model.article import Article
from onrecord.model.evidence import Span
from onrecord.text.ids import fact_id
from onrecord.text.quote import cut_evidence

METHOD = "chains/1"
_DETERMINER = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_OWN = re.compile(r"['’]s?$")
_OWN_PAPER = frozenset(
    f"this {noun}" for noun in ("newspaper", "paper", "magazine", "website", "station")
)
# A description longer than this is a sentence in disguise, not a name for somebody.
_LONGEST_NAME = 120


def make_actors(
    article: Article,
    chains: list[Chain],
    found: list[Found],
    parse: Parse,
    names: NameTypes,
    words: Words,
    paragraphs: tuple[Span, ...],
) -> list[Actor | None]:
    """Return one read actor for each chain, in the chains' order, None for a thing.

    An actor's anchor is its first named mention, else its first mention. A place that
    nobody speaks for gets the kind `state`, which `extract` only uses where it acts.
    """
    maker = _Maker(article, found, parse, names, words)
    actors = [
        maker.make(chain) if chain.named or chain.kind is not None else None
        for chain in chains
    ]
    for group, members in find_members(chains, found, paragraphs).items():
        made = actors[group]
        ids = tuple(one.id for one in (actors[m] for m in members) if one is not None)
        if made is not None:
            actors[group] = replace(made, group_members=ids)
    return actors


class _Maker:
    """What making one article's actors needs at hand."""

    def __init__(
        self,
        article: Article,
        found: list[Found],
        parse: Parse,
        names: NameTypes,
        words: Words,
    ) -> None:
        self.article = article
        self.found = found
        self.by_head = {f.head.i: f for f in found}
        self.parse = parse
        self.words = words
        self.demonyms = names.demonyms
        self.state_names = {n.text.lower(): n.text for n in names.names}

    def make(self, chain: Chain) -> Actor:
        """Build the actor of one chain."""
        items = [self.found[i] for i in sorted(chain.phrases)]
        told = [f for f in items if f.phrase.form is not Form.PRONOUN] or items
        named = [f for f in told if f.phrase.name is not None]
        demonym = named == [] and told[0].phrase.name_type == "MISC:demonym"
        anchor = self._anchor((named or told)[0])
        name = chain.names[0].title() if demonym else self._name(chain, named, told)
        roles = self._roles(told)
        evidence = cut_evidence(
            self.article.text, anchor.start, anchor.end, article=self.article.id
        )
        kind = chain.kind or ActorKind.STATE
        outlet = self._outlet(named, told)
        if outlet is not None:
            name, kind = outlet, ActorKind.ORGANIZATION
        return Actor(
            id=fact_id("actor", self.article.id, "text", anchor.start, anchor.end),
            evidence=(evidence,),
            method=METHOD,
            name=name,
            kind=kind,
            aliases=tuple(self._aliases(told, name)),
            roles=tuple(roles),
            nationality=self._nationality(told) if kind in _HUMAN else None,
            size=chain.count if kind is ActorKind.GROUP else None,
            anonymous=not named and self._unnamed(told, kind),
        )

    def _outlet(self, named: list[Found], told: list[Found]) -> str | None:
        """Return the article's outlet where a chain is it.

        "This newspaper" is, and "the Post", the end of its name "the Harbour Post".
        """
        outlet = self.article.publisher
        if not outlet:
            return None
        full = _DETERMINER.sub("", outlet)
        for item in told:
            whole = text_of(self.parse, item.phrase.span)
            bare = _DETERMINER.sub("", whole)
            # A reader's own name, "Lena Post", is no part of it, nor is "the post".
            if bare == full or (bare[:1].isupper() and full.endswith(f" {bare}")):
                return outlet
            if not named and whole.lower() in _OWN_PAPER:
                return outlet
        return None

    def _anchor(self, item: Found) -> Span:
        """Return the name inside a phrase, else the phrase."""
        return item.phrase.name or item.phrase.span

    def _name(self, chain: Chain, named: list[Found], told: list[Found]) -> str:
        """Return the fullest name, else the first description without its article."""
        if named:
            texts = [text_of(self.parse, self._anchor(f)) for f in named]
            if chain.kind is ActorKind.PERSON:
                best = max(texts, key=lambda t: (len(t.split()), -texts.index(t)))
            else:
                best = max(texts, key=lambda t: (len(t), -texts.index(t)))
            return _OWN.sub("", best)
        best = text_of(self.parse, told[0].phrase.span)
        return _DETERMINER.sub("", best)[:_LONGEST_NAME].rstrip()

    def _aliases(self, told: list[Found], name: str) -> list[str]:
        """Return the other words for it, in order of their first use."""
        seen: dict[str, None] = {}
        for item in told:
            if item.phrase.name is not None:
                seen.setdefault(text_of(self.parse, item.phrase.name))
            whole = text_of(self.parse, item.phrase.span)
            if len(whole) <= _LONGEST_NAME:
                seen.setdefault(whole)
        seen.pop(name, None)
        return list(seen)

    def _roles(self, told: list[Found]) -> list[ActorRole]:
        """Return the titles before its name and the descriptions apposed to it."""
        roles: dict[tuple[str, str | None], ActorRole] = {}
        if not any(f.phrase.kind is ActorKind.PERSON for f in told):
            return []
        for item in told:
            span = self._title_span(item)
            if span is None:
                continue
            of = self._owner(item)
            title = self._plain_title(item, span)
            if title and (title, of) not in roles:
                piece = cut_evidence(
                    self.article.text, span.start, span.end, article=self.article.id
                )
                roles[title, of] = ActorRole(title=title, of=of, evidence=(piece,))
        return list(roles.values())

    def _title_span(self, item: Found) -> Span | None:
        """Return where a phrase tells a title: before a name, or all of it."""
        phrase = item.phrase
        if phrase.form is Form.PRONOUN:
            return None
        if phrase.name is None:
            office = self.words.nouns.get(phrase.head_lemma) in _HUMAN
            return phrase.span if phrase.definite and office else None
        before = [
            w
            for w in self.parse.words[item.low : item.head.i]
            if w.end <= phrase.name.start and w.lower not in self.words.honorifics
        ]
        before = [w for w in before if w.text[:1].isalpha() and w.lower != "the"]
        return Span(before[0].start, before[-1].end) if before else None

    def _plain_title(self, item: Found, span: Span) -> str:
        """Return the title's words without whose it is."""
        kept: list[str] = []
        for word in self.parse.words[item.low : item.high + 1]:
            if word.start < span.start or word.end > span.end:
                continue
            if word.lower in self.demonyms or word.dep in ("poss", "case"):
                kept = []
            elif word.dep == "prep":
                break
            elif word.dep != "det":
                kept.append(word.text)
        return " ".join(kept).replace(" - ", "-")

    def _owner(self, item: Found) -> str | None:
        """Return whose title it is: a demonym's state, a possessor, an of-phrase."""
        words = self.parse.words[item.low : item.high + 1]
        for word in words:
            if word.lower in self.demonyms:
                place = self.demonyms[word.lower]
                return self.state_names.get(place, place.title())
        for word in words:
            if word.dep == "poss" and word.tag != "PRP$":
                return self._subtree(word)
            if word.dep == "pobj" and word.head.lower == "of":
                return self._subtree(word)
        return None

    def _subtree(self, word: Word) -> str:
        """Return the phrase that a word heads, without its possessive ending."""
        item = self.by_head.get(word.i)
        if item is None:
            return word.text
        return _DETERMINER.sub("", text_of(self.parse, item.phrase.span))

    def _nationality(self, told: list[Found]) -> str | None:
        """Return the state whose demonym describes it."""
        for item in told:
            for word in self.parse.words[item.low : item.high + 1]:
                if word.lower in self.demonyms and word.head is item.head:
                    place = self.demonyms[word.lower]
                    return self.state_names.get(place, place.title())
        return None

    def _unnamed(self, told: list[Found], kind: ActorKind) -> bool:
        """Whether it is somebody kept unnamed, such as "a senior official"."""
        return kind in (*_HUMAN, ActorKind.GROUP) and not told[0].phrase.definite


_HUMAN = (ActorKind.PERSON, ActorKind.OFFICE)
