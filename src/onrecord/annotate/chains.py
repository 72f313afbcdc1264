"""Chains: which phrases of an article stand for the same actor.

Precision before recall. Names join by full name, then by a short form that only one
fuller name has; appositions and titles tie descriptions to names; a definite
description joins the last chain that all its words fit; a pronoun takes the nearest
actor that agrees with it, subjects first. Each link says its reason.
"""

import re
from collections.abc import Iterator

from onrecord.annotate.describe import stated_count
from onrecord.annotate.leads import Chain, find_leads
from onrecord.annotate.names import NameTypes
from onrecord.annotate.parse import Parse
from onrecord.annotate.phrases import Found
from onrecord.annotate.pronouns import Pronouns
from onrecord.annotate.recall import Recall
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind, Form
from onrecord.model.document import Gender, Phrase, Quote
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
_ARTICLE = re.compile(r"^(?:al|el|ad|an|as|ar|at)-")
_PAST = frozenset(["former", "ex", "late", "then", "ex-"])
# Words that stand for a group of so many that was just spoken of.
_COUNTS = {
    "both": 2,
    "two": 2,
    "neither": 2,
    "pair": 2,
    "duo": 2,
    "trio": 3,
    "three": 3,
}
_PEOPLE = (ActorKind.PERSON, ActorKind.OFFICE)


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
    linker = _Linker(found, parse, names, words)
    for i in sorted(range(len(found)), key=lambda n: _rank(found[n])):
        linker.place_description(i)
    for bare, described in find_leads(linker.chains, found, paragraphs, words):
        linker.join(described, bare, "lead")
    pronouns = Pronouns(found, linker.chains, linker.of, quotes, words.nominals)
    for i, item in enumerate(found):
        if item.phrase.form is Form.PRONOUN:
            pronouns.place(i)
        elif item.phrase.head_lemma == "client":
            linker.place_client(i)
    return linker.finish()


def _rank(item: Found) -> tuple[int, int]:
    """Names before descriptions would break recency: text order, only that."""
    return (item.low, item.head.i)


class _Linker:
    """The state of one article's linking."""

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
        self.state_words = {
            f.phrase.span: f.head.lower for f in found if f.head.lower in self.demonyms
        }
        self.inside: dict[int | None, list[int]] = {}
        for n, item in enumerate(found):
            self.inside.setdefault(item.phrase.within, []).append(n)
        self.full = self._fuller_names()

    def _fuller_names(self) -> dict[str, set[str]]:
        """Map a last or first name to the fuller personal names that hold it."""
        fuller: dict[str, set[str]] = {}
        for item in self.found:
            phrase = item.phrase
            if phrase.kind is ActorKind.PERSON and phrase.name:
                key = self._key(phrase)
                last, first = key.split()[-1], key.split()[0]
                # "al-Tamir" is "Tamir" the second time.
                for part in {last, first, _ARTICLE.sub("", last)}:
                    if " " in key:
                        fuller.setdefault(part, set()).add(key)
        return fuller

    def _key(self, phrase: Phrase) -> str:
        """Return the name of a phrase as a key: lower case, without honorifics."""
        span = phrase.name or phrase.span
        if phrase.name_type == "MISC:demonym":
            return self._state_at(span)
        text = self.parse.text[span.start : span.end].lower()
        text = re.sub(r"['’]s?$", "", " ".join(text.split()))
        parts = [p for p in text.split() if p not in self.words.honorifics]
        return re.sub(r"^the ", "", " ".join(parts)) or text

    def _state_at(self, span: Span) -> str:
        """Return the state that the demonym at a span belongs to."""
        lower = self.state_words.get(span)
        if lower is not None:
            return self.demonyms[lower]
        return self.parse.text[span.start : span.end].lower()

    def place_description(self, i: int) -> None:
        """Give a name or description its chain."""
        phrase = self.found[i].phrase
        if phrase.form is Form.PRONOUN or (phrase.name is None and phrase.kind is None):
            return
        if phrase.name is not None or phrase.name_type == "MISC:demonym":
            self._place_name(i, phrase)
        else:
            self._place_nominal(i, phrase)

    def _place_name(self, i: int, phrase: Phrase) -> None:
        """Join a name to its chain, by apposition, full name or short form."""
        key = self._key(phrase)
        target, reason = self._find_name(key, phrase)
        apposed = self._apposed(i)
        if target is None and apposed is not None and not self.chains[apposed].named:
            target, reason = apposed, "apposition"
        if target is None:
            self.chains.append(Chain(kind=phrase.kind, named=True))
            target, reason = len(self.chains) - 1, "name"
        chain = self.chains[target]
        if not chain.named or chain.kind is None:
            chain.kind = phrase.kind or chain.kind
        chain.named = True
        if key not in chain.names:
            chain.names.append(key)
            self.recall.add_name(target, key)
        self._add(i, target, reason)
        if apposed is not None and apposed != target:
            self._merge_description(apposed, target)

    def _find_name(self, key: str, phrase: Phrase) -> tuple[int | None, str]:
        """Return the chain that has this name already."""
        keys = {key}
        if phrase.kind is ActorKind.PERSON and len(self.full.get(key, ())) == 1:
            keys |= self.full[key]
        person = phrase.kind is ActorKind.PERSON
        parts = {key.split()[0], key.split()[-1]} if person else set()
        for n in self.recall.named(keys | parts):
            chain = self.chains[n]
            if keys & set(chain.names) and _agree(chain.kind, phrase.kind):
                return n, "name" if key in chain.names else "short form"
            if person and chain.kind is ActorKind.PERSON:
                short = {k for k in chain.names if key in self.full.get(k, ())}
                if any(len(self.full[k]) == 1 for k in short):
                    return n, "short form"
        shared = self._find_by_gender(key, phrase)
        if shared is not None:
            return shared, "short form"
        return self._find_acronym(key), "acronym"

    def _find_by_gender(self, key: str, phrase: Phrase) -> int | None:
        """Return whose family name it is where "Mr" or "Ms" leaves only one."""
        if phrase.gender is Gender.UNKNOWN or key not in self.full:
            return None
        fits = []
        for n in self.recall.named(self.full[key]):
            if self.chains[n].gender in (phrase.gender, Gender.UNKNOWN):
                fits.append(n)
        return fits[0] if len(fits) == 1 else None

    def _find_acronym(self, key: str) -> int | None:
        """Return the chain of a fuller name that an acronym stands for."""
        letters = key.replace(".", "")
        if not 2 <= len(letters) <= 6 or " " in letters:
            return None
        return self.recall.abbreviated(letters)

    def _apposed(self, i: int) -> int | None:
        """Return the chain of the phrase that this one explains."""
        other = self.found[i].phrase.apposition_of
        if other is None or other not in self.of:
            return None
        chain = self.of[other][0]
        mine = self.found[i].phrase
        if not _agree(self.chains[chain].kind, mine.kind):
            return None
        return chain

    def join(self, source: int, target: int, reason: str) -> None:
        """Move an unnamed chain's phrases to the chain of a name."""
        self._merge_description(source, target, reason)

    def place_client(self, i: int) -> None:
        """Join "his client" to whoever his lawyer was said to speak for."""
        owner = next((k for k in self.found[i].head.kids if k.dep == "poss"), None)
        mine = self.by_head.get(owner.i) if owner is not None else None
        if mine not in self.of or i not in self.of:
            return
        for n in self.chains[self.of[mine][0]].phrases:
            for other in self.inside.get(n, ()):
                owned = other in self.of and other != mine
                if owned and self.found[other].head.dep == "poss":
                    self.join(self.of[i][0], self.of[other][0], "client")
                    return

    def _merge_description(
        self, source: int, target: int, reason: str = "apposition"
    ) -> None:
        """Move an unnamed chain's phrases to the name it turned out to be."""
        if self.chains[source].named or source == target:
            return
        for i in self.chains[source].phrases:
            self._add(i, target, reason)
        self.chains[source].phrases = []

    def _place_nominal(self, i: int, phrase: Phrase) -> None:
        """Join a description to the name it explains or to an earlier chain."""
        target, reason = self._apposed(i), "apposition"
        if target is None and (phrase.definite or phrase.head_lemma in _COUNTS):
            target, reason = self._find_described(i), "description"
        if target is None:
            self.chains.append(Chain(kind=phrase.kind))
            target, reason = len(self.chains) - 1, "new"
        self._add(i, target, reason)

    def _find_described(self, i: int) -> int | None:
        """Return the last chain that all words of a definite description fit."""
        phrase = self.found[i].phrase
        mine = self._content(i)
        count = _COUNTS.get(phrase.head_lemma)
        if count is not None:
            return self._find_counted(i, count)
        for n in self._rivals(i, phrase.head_lemma):
            chain = self.chains[n]
            if not _agree(chain.kind, phrase.kind):
                continue
            if (phrase.number > 1) != (chain.number > 1):
                continue
            if phrase.head_lemma in chain.heads and mine <= chain.words:
                return n
        return None

    def _find_counted(self, i: int, count: int) -> int | None:
        """Return the last group that was said to be so many: "both" of two."""
        for n in self._rivals(i, f"{count}"):
            chain = self.chains[n]
            if chain.kind is ActorKind.GROUP and chain.count == count:
                return n
        return None

    def _rivals(self, i: int, word: str) -> Iterator[int]:
        """Yield the chains that a word describes and that began before phrase `i`."""
        start = self.found[i].phrase.span.start
        for n in self.recall.recent(word):
            phrases = self.chains[n].phrases
            if any(self.found[p].phrase.span.start < start for p in phrases):
                yield n

    def _content(self, i: int) -> set[str]:
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

    def _add(self, i: int, target: int, reason: str) -> None:
        """Put phrase `i` into a chain and let the chain learn from it."""
        phrase = self.found[i].phrase
        chain = self.chains[target]
        chain.phrases.append(i)
        chain.words |= self._content(i)
        chain.heads.add(phrase.head_lemma)
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
        return {w.lemma for w in before[-1:] if w.coarse == "noun"}

    def finish(self) -> tuple[list[Chain], dict[int, tuple[int, str]]]:
        """Drop emptied chains and number the rest by their first mention."""
        kept = [n for n, c in enumerate(self.chains) if c.phrases]
        kept.sort(key=lambda n: min(self.chains[n].phrases))
        new = {old: k for k, old in enumerate(kept)}
        links = {i: (new[n], why) for i, (n, why) in self.of.items()}
        return [self.chains[n] for n in kept], links


def _agree(one: ActorKind | None, other: ActorKind | None) -> bool:
    """Whether two kinds may be one actor."""
    if one is None or other is None or one is other:
        return True
    bodies = {ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.STATE}
    if {one, other} <= bodies and ActorKind.STATE not in {one, other}:
        return True
    return {one, other} <= {ActorKind.PERSON, ActorKind.OFFICE}
