"""Arguments: what clauses are put together from, for verbs and nouns alike."""

from bisect import bisect_right
from dataclasses import dataclass, field

from onrecord.annotate.parse import Parse, Word, edges
from onrecord.annotate.phrases import Found
from onrecord.model.clause import Argument, Role
from onrecord.model.evidence import Span

# Nouns that make one marker of the prepositions around them: "in exchange for".
_JOINTS = frozenset(
    [
        "exchange",
        "return",
        "request",
        "behest",
        "behalf",
        "order",
        "orders",
        "demand",
        "invitation",
        "response",
        "reaction",
        "retaliation",
        "connection",
        "favour",
        "favor",
        "accordance",
        "line",
        "spite",
        "terms",
        "absence",
        "presence",
        "reference",
        "relation",
        "suspicion",
        "charge",
        "charges",
        "insistence",
        "urging",
    ]
)
_AT_PLACE = frozenset(
    [
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "on",
        "off",
        "from",
        "to",
        "into",
        "within",
    ]
)
_ENDS = frozenset({",", ".", ";", ":", "-", "--", "''", "``", '"', "'", "(", ")"})


@dataclass(slots=True)
class Builder:
    """One article's words, phrases and times, as the clause builders ask for them."""

    parse: Parse
    by_head: dict[int, int]
    found: list[Found]
    times: list[Span]
    number: dict[int, int]
    places: frozenset[str] = frozenset()
    _starts: list[int] = field(default_factory=list)

    def span(self, low: int, high: int) -> Span:
        """Return the span of a stretch of words, punctuation at its ends left out."""
        words = self.parse.words
        while low < high and words[low].text in _ENDS:
            low += 1
        while high > low and words[high].text in _ENDS:
            high -= 1
        return Span(words[low].start, words[high].end)

    def extent(self, word: Word) -> Span:
        """Return everything below a word."""
        return self.span(*edges(word))

    def time_at(self, span: Span) -> bool:
        """Whether a time expression stands in a span."""
        if not self._starts:
            self._starts = [t.start for t in self.times]
        i = bisect_right(self._starts, span.end - 1)
        return i > 0 and self.times[i - 1].end > span.start

    def parent(self, word: Word) -> int | None:
        """Return the clause that a predicate hangs on."""
        here = word
        while here.head is not here:
            here = here.head
            if here.i in self.number:
                return self.number[here.i]
        return None

    def arguments(
        self, role: Role, word: Word, *, marker: str | None = None
    ) -> list[Argument]:
        """Return an argument for a word and for each word coordinated with it."""
        made = [self._argument(role, word, marker)]
        for kid in word.kids:
            if kid.dep == "conj" and kid.coarse in ("noun", "") and kid.i > word.i:
                made.extend(self.arguments(role, kid, marker=marker))
        return made

    def _argument(self, role: Role, word: Word, marker: str | None) -> Argument:
        """Build one argument; times and places are told from other obliques."""
        mention = self.by_head.get(word.i)
        if mention is not None:
            span = self.found[mention].phrase.span
        else:
            skip = frozenset({"relcl", "appos", "conj", "cc", "punct"})
            span = self.span(*edges(word, skip=skip))
        head = Span(word.start, word.end)
        if role is Role.OBLIQUE:
            role = self._oblique_role(word, head, marker)
        return Argument(role=role, span=span, head=head, mention=mention, marker=marker)

    def _oblique_role(self, word: Word, head: Span, marker: str | None) -> Role:
        """Tell a time or a place from any other oblique."""
        if self.time_at(head):
            return Role.TIME
        first, *more = (marker or "").split(" ")
        if _JOINTS.intersection(more):
            return Role.OBLIQUE  # "at the request of Kestria" is no place
        mention = self.by_head.get(word.i)
        phrase = self.found[mention].phrase if mention is not None else None
        named = phrase is not None and (phrase.name_type or "").startswith("LOC")
        if first in _AT_PLACE and (named or word.lemma in self.places):
            return Role.PLACE
        return Role.OBLIQUE

    def clause_argument(
        self, role: Role, word: Word, *, marker: str | None
    ) -> Argument:
        """Return an argument that is a clause."""
        return Argument(
            role=role,
            span=self.extent(word),
            head=Span(word.start, word.end),
            clause=self.number.get(word.i),
            marker=marker,
        )

    def prepositions(self, word: Word) -> list[Argument]:
        """Return the prepositional arguments below a predicate."""
        made: list[Argument] = []
        for kid in word.kids:
            if kid.dep in ("prep", "dative") and kid.coarse != "noun":
                made.extend(self._prepositional(kid, ""))
            elif kid.dep in ("npadvmod", "advmod") and kid.tag != "WRB":
                made.extend(self._adverbial(kid))
        return made

    def _adverbial(self, word: Word) -> list[Argument]:
        """Return a bare time ("Thursday", "yesterday") as an argument."""
        head = Span(word.start, word.end)
        if not self.time_at(head):
            return []
        return [Argument(role=Role.TIME, span=self.extent(word), head=head)]

    def _prepositional(self, prep: Word, before: str) -> list[Argument]:
        """Return what a preposition brings in; compound markers are put together."""
        marker = f"{before} {prep.lower}".strip()
        made: list[Argument] = []
        for kid in prep.kids:
            if kid.dep == "pobj":
                made.extend(self._object(kid, marker, prep))
            elif kid.dep == "pcomp":
                made.append(self.clause_argument(Role.COMPLEMENT, kid, marker=marker))
            elif kid.dep == "prep":
                made.extend(self._prepositional(kid, marker))
        return made

    def _object(self, word: Word, marker: str, prep: Word) -> list[Argument]:
        """Return the object of a preposition, or of the marker it is a joint of."""
        if word.lemma in _JOINTS or word.lower in _JOINTS:
            joined = f"{marker} {word.lemma}"
            owner = word.kid("poss")
            if owner is not None:
                return self.arguments(Role.OBLIQUE, owner, marker=f"{joined} of")
            inner = [
                a
                for k in word.kids
                if k.dep == "prep"
                for a in self._prepositional(k, joined)
            ]
            if inner:
                return inner
        role = Role.RECIPIENT if prep.dep == "dative" else Role.OBLIQUE
        return self.arguments(role, word, marker=marker)
