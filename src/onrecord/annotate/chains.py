"""Chains: which phrases of an article stand for the same actor or thing.

Precision before recall. Names join by full name, then by a short form that only one
fuller name has; appositions and titles tie descriptions to names; a definite
description joins the last chain that all its words fit; a pronoun takes the nearest
actor that agrees with it, subjects first. Each link says its reason.
"""

from onrecord.annotate.belonging import join_client, join_identified, join_owned
from onrecord.annotate.described import Described
from onrecord.annotate.leads import Chain, find_leads
from onrecord.annotate.linking import Links, agree
from onrecord.annotate.names import NameTypes
from onrecord.annotate.naming import Naming
from onrecord.annotate.parse import Parse
from onrecord.annotate.phrases import Found
from onrecord.annotate.pronouns import Pronouns
from onrecord.annotate.voices import Voices
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind, Form
from onrecord.model.document import Phrase, Quote
from onrecord.model.evidence import Span


def link_phrases(
    found: list[Found],
    parse: Parse,
    names: NameTypes,
    words: Words,
    quotes: tuple[Quote, ...],
    paragraphs: tuple[Span, ...],
) -> tuple[list[Chain], dict[int, tuple[int, str]]]:
    """Group the phrases of an article into chains.

    Args:
        found: Phrases in text order of their heads.
        parse: The words they were made from.
        names: The article's names with its own demonyms.
        words: Titles and honorifics.
        quotes: Quoted stretches: who is spoken of in one is seldom who speaks after.
        paragraphs: The first one often describes whom the next ones name.

    Returns:
        The chains in order of their first mention, and for each phrase that has one
        its chain's index with the reason for the link.
    """
    links = Links(found, parse, names, words)
    placer = _Placer(links)
    for i in sorted(range(len(found)), key=lambda n: _rank(found[n])):
        placer.place(i)
    for bare, described in find_leads(links.chains, found, paragraphs, words):
        links.merge(described, bare, "lead")
    pronouns = Pronouns(found, links.chains, links.of, quotes, words, parse)
    for i, item in enumerate(found):
        if item.phrase.form is Form.PRONOUN:
            pronouns.place(i)
        elif item.phrase.head_lemma == "client":
            join_client(links, i)
    join_owned(links)
    join_identified(links)
    Voices(
        found, links.chains, links.of, quotes, pronouns.quoted, paragraphs, parse
    ).place()
    return links.finish()


def _rank(item: Found) -> tuple[int, int]:
    """Names before descriptions would break recency: text order, only that."""
    return (item.low, item.head.i)


class _Placer:
    """Gives each name and description its chain."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self.naming = Naming(links)
        self.described = Described(links, self.place)

    def place(self, i: int) -> None:
        """Give a name or description its chain, once."""
        phrase = self.links.found[i].phrase
        if phrase.form is Form.PRONOUN or i in self.links.of:
            return
        if phrase.name is not None or phrase.name_type == "MISC:demonym":
            self._place_name(i, phrase)
        else:
            self._place_nominal(i, phrase)

    def _place_name(self, i: int, phrase: Phrase) -> None:
        """Join a name to its chain, by apposition, full name or short form."""
        key, chains = self.links.key(phrase), self.links.chains
        target, reason = self.naming.find(key, phrase)
        apposed = self._apposed(i)
        if target is None and apposed is not None and not chains[apposed].named:
            target, reason = apposed, "apposition"
        if target is None:
            chains.append(Chain(kind=phrase.kind, named=True))
            target, reason = len(chains) - 1, "name"
        chain = chains[target]
        if not chain.named or chain.kind is None:
            chain.kind = phrase.kind or chain.kind
        chain.named = True
        if key not in chain.names:
            chain.names.append(key)
            self.links.recall.add_name(target, key)
        self.links.add(i, target, reason)
        if apposed is not None and apposed != target:
            self.links.merge(apposed, target)

    def _apposed(self, i: int) -> int | None:
        """Return the chain of the phrase that this one explains."""
        other = self.links.found[i].phrase.apposition_of
        if other is None or other not in self.links.of:
            return None
        chain = self.links.of[other][0]
        mine = self.links.found[i].phrase
        kind = self.links.chains[chain].kind
        if not agree(kind, mine.kind):
            return None
        if kind is ActorKind.STATE and mine.kind is None and mine.name is None:
            return chain if mine.head_lemma in self.links.words.places else None
        return chain

    def _titled(self, i: int) -> int | None:
        """Return the chain of the name right behind a bare title: "Doctor Tam Orel".

        A parser that takes the name for other words makes two phrases of them.
        """
        links = self.links
        head = links.found[i].head
        behind = links.by_low.get(head.i + 1)
        if head.lower not in links.words.titles or behind is None:
            return None
        phrase = links.found[behind].phrase
        if phrase.name_type != "PER" or phrase.sent != head.sent:
            return None
        self.place(behind)
        return links.of[behind][0]

    def _place_nominal(self, i: int, phrase: Phrase) -> None:
        """Join a description to the name it explains or to an earlier chain."""
        target, reason = self._apposed(i), "apposition"
        if target is None:
            target, reason = self._titled(i), "title"
        if target is None:
            target, reason = self.described.find(i)
        if target is None:
            self.links.chains.append(Chain(kind=phrase.kind))
            target, reason = len(self.links.chains) - 1, "new"
        self.links.add(i, target, reason)
