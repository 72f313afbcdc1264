"""Chains: which phrases of an article stand for the same actor or thing.

Precision before recall. Names join by full name, then by a short form that only one
fuller name has; appositions and titles tie descriptions to names; a definite
description joins the last chain that all its words fit; a pronoun takes the nearest
actor that agrees with it, subjects first. Each link says its reason.

One long module because all links share one state: the chains so far, and which
phrase is in which.
"""

import re
from collections.abc import Iterator

from onrecord.annotate.describe import stated_count
from onrecord.annotate.leads import Chain, find_leads
from onrecord.annotate.names import DAYS, NameTypes
from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.phrases import Found
from onrecord.annotate.pronouns import Pronouns
from onrecord.annotate.recall import Recall
from onrecord.annotate.voices import Voices
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
# "A man identified as X", "a port known as X".
_NAMING = frozenset(["identify", "name", "know", "call", "dub"])
# What a place is, and whether it is a state.
_PLACES = {
    **dict.fromkeys(("city", "town", "village", "island", "port", "province"), False),
    **dict.fromkeys(("country", "nation", "republic"), True),
}
_FAR_PLACE = 3
# A thing is picked up over so many sentences, in the same or in other words.
_FAR_SAME, _FAR_OTHER = 40, 10
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
    pronouns = Pronouns(found, linker.chains, linker.of, quotes, words, parse)
    for i, item in enumerate(found):
        if item.phrase.form is Form.PRONOUN:
            pronouns.place(i)
        elif item.phrase.head_lemma == "client":
            linker.place_client(i)
    linker.join_owned()
    linker.join_identified()
    Voices(
        found, linker.chains, linker.of, quotes, pronouns.quoted, paragraphs, parse
    ).place()
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
        key = re.sub(r"^the ", "", " ".join(parts)) or text
        return self.words.same.get(key, key)

    def _state_at(self, span: Span) -> str:
        """Return the state that the demonym at a span belongs to."""
        lower = self.state_words.get(span)
        if lower is not None:
            return self.demonyms[lower]
        return self.parse.text[span.start : span.end].lower()

    def place_description(self, i: int) -> None:
        """Give a name or description its chain, once."""
        phrase = self.found[i].phrase
        if phrase.form is Form.PRONOUN or i in self.of:
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
        kind = self.chains[chain].kind
        if not _agree(kind, mine.kind):
            return None
        if kind is ActorKind.STATE and mine.kind is None and mine.name is None:
            return chain if mine.head_lemma in self.words.places else None
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

    def join_owned(self) -> None:
        """Join "his brother" to what else is said to be the same one's brother."""
        owned: dict[tuple[int, str, int], int] = {}
        for i, item in enumerate(self.found):
            if i not in self.of or item.phrase.name is not None:
                continue
            owner = next((k for k in item.head.kids if k.dep == "poss"), None)
            mine = self.by_head.get(owner.i) if owner is not None else None
            if mine is None or mine not in self.of:
                continue
            key = (self.of[mine][0], item.phrase.head_lemma, min(2, item.phrase.number))
            before = owned.setdefault(key, i)
            chain, other = self.of[before][0], self.of[i][0]
            if before != i and chain != other and not self.chains[other].named:
                self._merge_description(other, chain, "owner")

    def join_identified(self) -> None:
        """Join "the suspect, identified as X" to X."""
        for i, item in enumerate(self.found):
            if item.phrase.name is not None or i not in self.of:
                continue
            for clause in item.head.all("acl", "relcl"):
                if clause.lemma not in _NAMING:
                    continue
                to = clause.kid("oprd") or clause.kid("prep")
                name = to.kid("pobj") if to is not None and to.dep == "prep" else to
                n = self.by_head.get(name.i) if name is not None else None
                if n in self.of and self.found[n].phrase.name is not None:
                    self._merge_description(self.of[i][0], self.of[n][0], "identified")

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
        if target is None and phrase.head_lemma in _PLACES:
            target, reason = self._find_place(i), "place"
        if target is None and (phrase.definite or phrase.head_lemma in _COUNTS):
            target, reason = self._find_described(i), "description"
        elif (
            target is None
            and (phrase.kind is ActorKind.GROUP or phrase.head_lemma in DAYS)
            and _is_bare(self.found[i])
        ):
            target, reason = self._find_equal(i), "same words"
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
        head = self._head_key(i)
        for n in self._rivals(i, head):
            chain = self.chains[n]
            if not _agree(chain.kind, phrase.kind):
                continue
            if (phrase.number > 1) != (chain.number > 1):
                continue
            if head not in chain.heads or not mine <= chain.words:
                continue
            if chain.kind is not None or self._is_picked_up(i, chain):
                return n
        return None

    def _is_picked_up(self, i: int, chain: Chain) -> bool:
        """Whether a description of a thing comes back to it, not to another.

        One that a clause narrows down ("the plan that failed") is rather new; one in
        other words than before is only good for some sentences.
        """
        item = self.found[i]
        last = max(p for p in chain.phrases if p < i)
        far = item.phrase.sent - self.found[last].phrase.sent
        words = self._said(i)
        if any(self._said(p) == words for p in chain.phrases):
            return far <= _FAR_SAME
        if any(kid.dep in ("relcl", "acl") for kid in item.head.kids):
            return False
        return far <= _FAR_OTHER

    def _said(self, i: int) -> str:
        """Return the words of a phrase in lower case without its article."""
        span = self.found[i].phrase.whole or self.found[i].phrase.span
        words = self.parse.text[span.start : span.end].lower()
        return words.removeprefix("the ")

    def _find_place(self, i: int) -> int | None:
        """Return the place that "the city of X" is, or "the city" comes back to."""
        item = self.found[i]
        of = next((k for k in item.head.kids if k.lower == "of"), None)
        name = of.kid("pobj") if of is not None else None
        if name is not None:
            return self._place_later(name)
        if not item.phrase.definite or item.phrase.number > 1:
            return None
        if item.head.lemma in _PLACES and self._find_described(i) is not None:
            return None
        return self._last_place(i, _PLACES[item.head.lemma])

    def _place_later(self, name: Word) -> int | None:
        """Return the chain of the name behind "the city of", made now if need be."""
        n = self.by_head.get(name.i)
        if n is None or self.found[n].phrase.name_type != "LOC":
            return None
        if n not in self.of:
            self.place_description(n)
        return self.of[n][0]

    def _last_place(self, i: int, states: bool) -> int | None:
        """Return the place of a kind that was named last, in the sentences before."""
        item = self.found[i]
        for n in range(i - 1, max(-1, i - 40), -1):
            other = self.found[n].phrase
            if item.phrase.sent - other.sent > _FAR_PLACE:
                return None
            if other.name_type != "LOC" or n not in self.of:
                continue
            if self.found[n].head.head is item.head:
                continue
            is_state = self._key(other) in self.words.states
            if is_state == states:
                return self.of[n][0]
        return None

    def _find_equal(self, i: int) -> int | None:
        """Return the last chain described by the same words as a bare noun."""
        phrase = self.found[i].phrase
        mine = self._content(i)
        for n in self._rivals(i, phrase.head_lemma):
            chain = self.chains[n]
            if not _agree(chain.kind, phrase.kind) or chain.named:
                continue
            if (phrase.number > 1) != (chain.number > 1):
                continue
            if mine <= chain.words:
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
        chain.heads.add(self._head_key(i))
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

    def _head_key(self, i: int) -> str:
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


_OTHER_OFFICE = frozenset(["prime", "vice", "deputy", "assistant", "former", "ex"])
# Nouns that many in one story answer to: two bare mentions are seldom the same.
_ANYBODY = frozenset(
    """official source witness person people other man woman reporter journalist
    diplomat analyst observer expert critic soldier resident aide leader member
    policeman child worker thing way""".split()
)


def _is_bare(item: Found) -> bool:
    """Whether a noun stands without a determiner or number, and is not anybody's."""
    if item.phrase.head_lemma in _ANYBODY:
        return False
    return not any(k.dep in ("det", "poss", "nummod", "predet") for k in item.head.kids)


def _agree(one: ActorKind | None, other: ActorKind | None) -> bool:
    """Whether two kinds may be one actor."""
    if one is None or other is None or one is other:
        return True
    bodies = {ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.STATE}
    if {one, other} <= bodies and ActorKind.STATE not in {one, other}:
        return True
    return {one, other} <= {ActorKind.PERSON, ActorKind.OFFICE}
