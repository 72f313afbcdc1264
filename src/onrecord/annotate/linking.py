"""The chains of an article in the making: what all rules that link phrases share.

Which phrase is in which chain, what each chain has learnt from its phrases, and the
words by which a phrase is compared with others.
"""

import re
from collections.abc import Iterator

from onrecord.annotate.describe import stated_count
from onrecord.annotate.leads import Chain
from onrecord.annotate.names import NameTypes
from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.phrases import Found
from onrecord.annotate.recall import Recall
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind
from onrecord.model.document import Gender, Phrase
from onrecord.model.evidence import Span

_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "this",
        "that",
        "these",
        "those",
    ]
)
_PAST = frozenset(["former", "ex", "late", "then", "ex-"])
_OTHER_OFFICE = frozenset(["prime", "vice", "deputy", "assistant", "former", "ex"])
_PEOPLE = (ActorKind.PERSON, ActorKind.OFFICE)


class Links:
    """The state of one article's linking.

    Attributes:
        chains: The chains so far; one that was merged away has no phrases.
        of: The chain of each phrase that has one, with the reason for the link.
        by_head: The phrase of each head word.
        by_low: The phrase with a name that begins at a word.
        inside: The phrases inside each phrase.
    """

    def __init__(
        self,
        found: list[Found],
        parse: Parse,
        names: NameTypes,
        words: Words,
    ) -> None:
        self.found = found
        self.parse = parse
        self.demonyms = names.demonyms
        self.words = words
        self.chains: list[Chain] = []
        self.of: dict[int, tuple[int, str]] = {}
        self.recall = Recall()
        self.by_head = {f.head.i: n for n, f in enumerate(found)}
        self.by_low = {f.low: n for n, f in enumerate(found) if f.phrase.name}
        self.state_words = {
            f.phrase.span: f.head.lower for f in found if f.head.lower in self.demonyms
        }
        self.inside: dict[int | None, list[int]] = {}
        for n, item in enumerate(found):
            self.inside.setdefault(item.phrase.within, []).append(n)

    def key(self, phrase: Phrase) -> str:
        """Return the name of a phrase as a key: lower case, without honorifics."""
        span = phrase.name or phrase.span
        if phrase.name_type == "MISC:demonym":
            return self._state_at(span)
        text = self.parse.text[span.start : span.end].lower()
        text = re.sub(r"['’]s?$", "", " ".join(text.split()))
        parts = [p for p in text.split() if p not in self.words.honorifics]
        key = re.sub(r"^the ", "", " ".join(parts)) or text
        return self.words.same.get(key, key)

    def _state_at(self, span: Span) -> str:
        """Return the state that the demonym at a span belongs to."""
        lower = self.state_words.get(span)
        if lower is not None:
            return self.demonyms[lower]
        return self.parse.text[span.start : span.end].lower()

    def rivals(self, i: int, word: str) -> Iterator[int]:
        """Yield the chains that a word describes and that began before phrase `i`."""
        start = self.found[i].phrase.span.start
        for n in self.recall.recent(word):
            phrases = self.chains[n].phrases
            if any(self.found[p].phrase.span.start < start for p in phrases):
                yield n

    def content(self, i: int) -> set[str]:
        """Return the telling words of a phrase; a demonym counts as its state."""
        item = self.found[i]
        content = set()
        for word in self.parse.words[item.low : item.high + 1]:
            lower = self.demonyms.get(word.lower, word.lower)
            if word.text[:1].isalnum() and lower not in _STOP:
                content.add(self.demonyms.get(word.lower, word.lemma))
        owner = next((w for w in item.head.kids if w.dep == "poss"), None)
        if owner is not None and owner.tag == "PRP$":
            content.add(
                f"{owner.lower}:{owner.i}"
            )  # "his wife" joins nothing by itself
        return content

    def add(self, i: int, target: int, reason: str) -> None:
        """Put phrase `i` into a chain and let the chain learn from it."""
        phrase = self.found[i].phrase
        chain = self.chains[target]
        chain.phrases.append(i)
        chain.words |= self.content(i)
        chain.heads.add(self.head_key(i))
        chain.heads |= self._title_heads(i)
        chain.number = max(chain.number, phrase.number)
        stated = stated_count(self.found[i].head)
        if stated is not None:
            chain.count = stated
        if chain.gender is Gender.UNKNOWN:
            chain.gender = phrase.gender
        if chain.kind in _PEOPLE and chain.gender is Gender.THING:
            chain.gender = Gender.UNKNOWN
        self.recall.touch(target, [*chain.heads, f"{chain.count}"])
        self.of[i] = (target, reason)

    def merge(self, source: int, target: int, reason: str = "apposition") -> None:
        """Move an unnamed chain's phrases to the name it turned out to be."""
        if self.chains[source].named or source == target:
            return
        for i in self.chains[source].phrases:
            self.add(i, target, reason)
        self.chains[source].phrases = []

    def head_key(self, i: int) -> str:
        """Return what a phrase is: its noun, with a word that makes it another."""
        item = self.found[i]
        if item.phrase.name is not None:
            return item.phrase.head_lemma
        before = self.parse.words[item.low : item.head.i]
        return _office(item.head, before)

    def _title_heads(self, i: int) -> set[str]:
        """Return the last title word before a name: "minister" of a minister."""
        item = self.found[i]
        name = item.phrase.name
        if name is None or item.phrase.kind is not ActorKind.PERSON:
            return set()
        before = [
            w for w in self.parse.words[item.low : item.head.i] if w.end <= name.start
        ]
        if any(w.lower in _PAST for w in before):
            return set()  # "the minister" is not a former one
        return {_office(w, before[:-1]) for w in before[-1:] if w.coarse == "noun"}

    def finish(self) -> tuple[list[Chain], dict[int, tuple[int, str]]]:
        """Drop emptied chains and number the rest by their first mention."""
        kept = [n for n, c in enumerate(self.chains) if c.phrases]
        kept.sort(key=lambda n: min(self.chains[n].phrases))
        new = {old: k for k, old in enumerate(kept)}
        links = {i: (new[n], why) for i, (n, why) in self.of.items()}
        return [self.chains[n] for n in kept], links


def _office(word: Word, before: list[Word]) -> str:
    """Return a noun with the word before it that makes it another: "prime minister"."""
    if before and before[-1].lower in _OTHER_OFFICE:
        return f"{before[-1].lower} {word.lemma}"
    return word.lemma


def agree(one: ActorKind | None, other: ActorKind | None) -> bool:
    """Whether two kinds may be one actor."""
    if one is None or other is None or one is other:
        return True
    bodies = {ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.STATE}
    if {one, other} <= bodies and ActorKind.STATE not in {one, other}:
        return True
    return {one, other} <= {ActorKind.PERSON, ActorKind.OFFICE}
