"""Pronouns: the actor that each stands for, or nothing where none fits.

A pronoun looks back a few sentences and takes the nearest chain that agrees with it in
kind, number and gender, subjects first, on its own side of a quotation mark.
"""

from onrecord.annotate.leads import Chain
from onrecord.annotate.parse import Word
from onrecord.annotate.phrases import Found
from onrecord.model.actor import ActorKind, Form
from onrecord.model.document import Gender, Quote
from onrecord.model.evidence import Span

# A pronoun looks back this many sentences; further back it is right too seldom.
_LOOK_BACK = 3
_SPEAKERS = frozenset(
    [
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "you",
        "your",
        "myself",
        "ourselves",
        "mine",
        "ours",
    ]
)
# "Every Tavaran", "no minister": nobody that a pronoun in a later clause stands for.
_NOBODY = frozenset(["every", "each", "any", "no"])
_PEOPLE = (ActorKind.PERSON, ActorKind.OFFICE)


class Pronouns:
    """Places an article's pronouns into its chains, in text order."""

    def __init__(
        self,
        found: list[Found],
        chains: list[Chain],
        of: dict[int, tuple[int, str]],
        quotes: tuple[Quote, ...],
    ) -> None:
        """Take the phrases, their chains so far and the quotes they may stand in."""
        self.found = found
        self.chains = chains
        self.of = of
        self.quoted = [_quote_at(quotes, f.phrase.span) for f in found]

    def place(self, i: int) -> None:
        """Give a pronoun the nearest actor that agrees with it, or nothing."""
        item = self.found[i]
        lower = item.head.lower
        if lower in _SPEAKERS:
            return
        if lower in ("who", "whom", "whose"):
            self._place_relative(i)
            return
        best = self._antecedent(i)
        if best is not None:
            chain = self.chains[best]
            chain.phrases.append(i)
            if chain.gender is Gender.UNKNOWN and chain.kind in _PEOPLE:
                chain.gender = item.phrase.gender
            self.of[i] = (best, "pronoun")

    def _place_relative(self, i: int) -> None:
        """Join "who" to the noun that its clause describes."""
        word = self.found[i].head
        while word.dep not in ("relcl", "ROOT"):
            word = word.head
        if word.dep != "relcl":
            return
        for n, other in enumerate(self.found):
            if other.head is word.head and n in self.of:
                self.chains[self.of[n][0]].phrases.append(i)
                self.of[i] = (self.of[n][0], "relative")
                return

    def _antecedent(self, i: int) -> int | None:
        """Return the chain with the best mention before a pronoun."""
        item = self.found[i]
        best: tuple[float, int] | None = None
        for n in range(i - 1, -1, -1):
            other = self.found[n]
            if item.phrase.sent - other.phrase.sent > _LOOK_BACK:
                break
            if n not in self.of or not self._fits(item, other, self.of[n][0]):
                continue
            score = self._closeness(item, other) + self._across_quote(i, n)
            if best is None or score > best[0]:
                best = (score, self.of[n][0])
        return best[1] if best else None

    def _fits(self, item: Found, other: Found, chain: int) -> bool:
        """Whether a pronoun may stand for a chain, seen from one of its mentions."""
        gender, owner = item.phrase.gender, self.chains[chain]
        determiner = other.head.kid("det")
        if determiner is not None and determiner.lower in _NOBODY:
            return False
        if item.low <= other.head.i <= item.high or _same_clause(item.head, other.head):
            return False
        if item.head.lower in ("it", "its", "itself"):
            return owner.kind not in (*_PEOPLE, ActorKind.GROUP) and owner.number == 1
        if gender is Gender.UNKNOWN:
            return owner.number > 1 or owner.kind in (
                ActorKind.GROUP,
                ActorKind.ORGANIZATION,
                ActorKind.PUBLIC_BODY,
            )
        if owner.kind not in _PEOPLE or owner.number > 1:
            return False
        return owner.gender in (gender, Gender.UNKNOWN)

    def _closeness(self, item: Found, other: Found) -> float:
        """Score a mention as antecedent: near, a subject, not inside another phrase."""
        distance = item.phrase.sent - other.phrase.sent
        score = -1.5 * distance - 0.01 * (item.head.i - other.head.i)
        if other.head.dep in ("nsubj", "nsubjpass"):
            score += 1.2
        if other.phrase.within is not None:
            score -= 0.6
        if other.phrase.name is not None or other.phrase.form is Form.PRONOUN:
            score += 0.3
        return score

    def _across_quote(self, i: int, n: int) -> float:
        """Lower the score of a mention on the other side of a quotation mark."""
        mine, other = self.quoted[i], self.quoted[n]
        if mine == other:
            return 0.0
        if mine is None:
            return -2.5
        near = self.found[i].phrase.sent == self.found[n].phrase.sent
        speaks = self.found[n].head.dep == "nsubj" and other is None and near
        return -2.5 if speaks else 0.0


def _same_clause(pronoun: Word, other: Word) -> bool:
    """Whether a plain pronoun and a mention are arguments of one verb."""
    if pronoun.tag == "PRP$" or pronoun.lower.endswith(("self", "selves")):
        return False
    verb = pronoun.head.head if pronoun.dep == "pobj" else pronoun.head
    return other.head is verb and other is not pronoun


def _quote_at(quotes: tuple[Quote, ...], span: Span) -> int | None:
    """Return the index of the outer quote that a phrase begins in."""
    for n, quote in enumerate(quotes):
        if quote.depth == 0 and quote.span.start <= span.start < quote.span.end:
            return n
    return None
