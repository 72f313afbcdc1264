"""Pronouns: the actor that each stands for, or nothing where none fits.

A pronoun looks back a few sentences and takes the nearest chain that agrees with it in
kind, number and gender, subjects first, on its own side of a quotation mark.
"""

from bisect import bisect_right
from collections.abc import Mapping

from onrecord.annotate.leads import Chain
from onrecord.annotate.parse import Word
from onrecord.annotate.phrases import Found
from onrecord.model.actor import ActorKind, Form
from onrecord.model.document import Gender, Quote
from onrecord.model.evidence import Span

# A pronoun looks back this many sentences; further back it is right too seldom.
_LOOK_BACK = 3
# No sentence of prose has as many; it bounds the work on a text that is one sentence.
_MOST_PHRASES = 300
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
_OF_THE_ACCUSED = frozenset(
    ["lawyer", "attorney", "counsel", "solicitor", "barrister", "cell", "guilt"]
)
_PEOPLE = (ActorKind.PERSON, ActorKind.OFFICE)


class Pronouns:
    """Places an article's pronouns into its chains, in text order."""

    def __init__(
        self,
        found: list[Found],
        chains: list[Chain],
        of: dict[int, tuple[int, str]],
        quotes: tuple[Quote, ...],
        nominals: Mapping[str, tuple[str, str, str]],
    ) -> None:
        """Take the phrases, their chains so far and the quotes they may stand in."""
        self.found = found
        self.chains = chains
        self.nominals = nominals
        self.of = of
        self.quoted = _find_outer(quotes, [f.phrase.span for f in found])
        self._by_head = {f.head.i: n for n, f in enumerate(found)}

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
        n = self._by_head.get(word.head.i, -1)
        if n in self.of:
            self.chains[self.of[n][0]].phrases.append(i)
            self.of[i] = (self.of[n][0], "relative")

    def _antecedent(self, i: int) -> int | None:
        """Return the chain with the best mention before a pronoun."""
        item = self.found[i]
        best: tuple[float, int] | None = None
        barred = self._barred(item)
        for n in range(i - 1, max(-1, i - 1 - _MOST_PHRASES), -1):
            other = self.found[n]
            if item.phrase.sent - other.phrase.sent > _LOOK_BACK:
                break
            if n not in self.of or self.of[n][0] in barred:
                continue
            if not self._fits(item, other, self.of[n][0]):
                continue
            score = self._closeness(item, other) + self._across_quote(i, n)
            if best is None or score > best[0]:
                best = (score, self.of[n][0])
        return best[1] if best else None

    def _barred(self, item: Found) -> set[int]:
        """Return the chains that the pronoun's own place rules out.

        "Halvik praised him" is not Halvik, "Brun, his lawyer" not Brun's own lawyer.
        """
        near = [item.phrase.within] if item.phrase.within is not None else []
        verb = _verb_of(item.head)
        if verb is not None:
            near += [self._by_head.get(k.i, -1) for k in verb.kids]
        mine = self._by_head.get(item.head.i)
        return {self.of[n][0] for n in near if n in self.of and n != mine}

    def _fits(self, item: Found, other: Found, chain: int) -> bool:
        """Whether a pronoun may stand for a chain, seen from one of its mentions."""
        gender, owner = item.phrase.gender, self.chains[chain]
        determiner = other.head.kid("det")
        if determiner is not None and determiner.lower in _NOBODY:
            return False
        if item.low <= other.head.i <= item.high:
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
        undergoes = other.head.dep in ("dobj", "nsubjpass")
        if self._undergoes(item.head):
            score += 1.4 if undergoes else 0.0
        elif other.head.dep in ("nsubj", "nsubjpass"):
            score += 1.2
        if any(k.tag == "PRP$" for k in other.head.kids):
            score -= 2.0  # "her lawyer said she ...": she is rather whose lawyer it is
        if other.phrase.within is not None:
            score -= 0.6
        if other.phrase.name is not None or other.phrase.form is Form.PRONOUN:
            score += 0.3
        return score

    def _undergoes(self, word: Word) -> bool:
        """Whether a pronoun stands for whom something is done to.

        Who was released is charged next, not the judge who released her; and it is the
        accused who has a lawyer and a trial.
        """
        if word.dep in ("dobj", "nsubjpass"):
            return True
        if word.dep != "poss":
            return False
        role = self.nominals.get(word.head.lemma, ("", "", ""))[1]
        return role == "patient" or word.head.lemma in _OF_THE_ACCUSED

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


def _verb_of(pronoun: Word) -> Word | None:
    """Return the verb whose other arguments a plain pronoun cannot stand for."""
    if pronoun.tag == "PRP$" or pronoun.lower.endswith(("self", "selves")):
        return None
    return pronoun.head.head if pronoun.dep == "pobj" else pronoun.head


def _find_outer(quotes: tuple[Quote, ...], spans: list[Span]) -> list[int | None]:
    """Return for each span the index of the outer quote that it begins in."""
    outer = [n for n, q in enumerate(quotes) if q.depth == 0]
    starts = [quotes[n].span.start for n in outer]
    found: list[int | None] = []
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        inside = at >= 0 and span.start < quotes[outer[at]].span.end
        found.append(outer[at] if inside else None)
    return found
