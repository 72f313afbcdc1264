"""Pronouns: the actor or thing that each stands for, or nothing where none fits.

A pronoun looks back a few sentences. Chains that disagree in kind, number or gender are
out; of the mentions left, the one with the highest score gives the chain: near, a
subject, not inside another phrase, much spoken of, on its own side of a quotation mark.
Who "I" and "you" are is the affair of `voices`.
"""

from bisect import bisect_right
from collections.abc import Mapping
from math import log2

from onrecord.annotate.leads import Chain
from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.phrases import Found
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind, Form
from onrecord.model.document import Gender, Quote
from onrecord.model.evidence import Span

# A pronoun looks back this many sentences; further back it is right too seldom.
_LOOK_BACK = 4
# No sentence of prose has as many; it bounds the work on a text that is one sentence.
_MOST_PHRASES = 120
# "Every Tavaran", "no minister": nobody that a pronoun in a later clause stands for.
_NOBODY = frozenset(["every", "each", "any", "no"])
_OF_THE_ACCUSED = frozenset(
    ["lawyer", "attorney", "counsel", "solicitor", "barrister", "cell", "guilt"]
)
_PEOPLE = (ActorKind.PERSON, ActorKind.OFFICE)
_CROWDS = (ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY)
_HE, _IT, _THEY = 0, 1, 2
_CLASS = {
    **dict.fromkeys(("he", "him", "his", "himself"), _HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), _HE),
    **dict.fromkeys(("it", "its", "itself"), _IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), _THEY),
}
# Times are picked up by no pronoun.
_TIMES = frozenset(
    """year month week day hour minute second decade century morning afternoon evening
    night today tomorrow yesterday monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november
    december weekend time percent one lot part way""".split()
)
_EMPTY_VERBS = frozenset(["seem", "appear", "rain", "snow", "turn", "matter"])
_OPENERS = frozenset(["that", "to", "whether", "for", "who"])

# What speaks for a mention as antecedent, for he and she, for it, for they: fitted as a
# log-linear choice among the mentions in reach on half of GUM's training documents
# (CC BY 4.0), rounded, and set by hand for news where agency style differs (the three
# of quotations, `owner`).
_WEIGHTS: dict[str, tuple[float, float, float]] = {
    "same sentence": (1.4, 1.3, 1.6),
    "sentence before": (0.4, 0.3, 0.6),
    "two before": (-0.5, 0.0, -0.9),
    "three before": (-0.5, -0.8, -0.9),
    "four before": (-0.8, -0.8, -0.4),
    "distance": (-0.55, -0.65, -0.7),
    "subject": (0.5, 1.3, 1.0),
    "object": (0.8, 1.2, 1.2),
    "inside": (0.1, 0.4, 0.2),
    "name": (0.0, 0.3, -0.9),
    "pronoun": (0.5, 0.2, 0.3),
    "definite": (0.1, -0.1, 0.8),
    "indefinite": (-0.4, -0.4, 0.0),
    "adjective": (0.0, -0.6, -0.5),
    "owner": (-0.8, -0.2, -0.8),
    "both subjects": (1.0, 0.3, 1.0),
    "both objects": (0.4, 0.8, 0.3),
    "both undergo": (1.4, 1.0, 1.2),
    "only it undergoes": (0.0, 0.4, 1.1),
    "spoken of": (0.25, 0.45, 0.3),
    "gender": (0.8, -0.4, -0.4),
    "named": (0.0, -0.4, -0.6),
    "body": (0.0, 0.0, 0.0),
    "state": (0.0, -0.4, 0.3),
    "unknown kind": (0.0, -0.3, -0.7),
    "last": (0.0, 0.6, 0.2),
    "into a quotation": (0.0, -0.8, -0.8),
    "out of a quotation": (-2.5, -1.0, -1.5),
    "the speaker": (-1.1, -0.5, -0.5),
    "opens": (0.8, 0.3, 0.7),
    "its verb's subject": (1.0, 0.5, 0.8),
    "same word": (0.8, 0.7, 1.0),
}
_DISTANCES = tuple(list(_WEIGHTS.values())[: _LOOK_BACK + 1])
_FAR, _OFTEN, _LAST, _GENDER, _SAME = (
    _WEIGHTS[name] for name in ("distance", "spoken of", "last", "gender", "same word")
)
_BOTH_SUBJECTS, _BOTH_OBJECTS = _WEIGHTS["both subjects"], _WEIGHTS["both objects"]
_BOTH_UNDERGO, _ONE_UNDERGOES = _WEIGHTS["both undergo"], _WEIGHTS["only it undergoes"]
_INTO, _OUT, _SPEAKER = (
    _WEIGHTS[name] for name in ("into a quotation", "out of a quotation", "the speaker")
)
_ITS_SUBJECT = _WEIGHTS["its verb's subject"]
_SUBJECTS, _OBJECTS = ("nsubj", "nsubjpass"), ("dobj", "pobj")
# "It said", "it denied": a body or a state rather than a thing.
_SPEAKS = 1.5
_BODIES = (ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY, ActorKind.STATE)
# Below this nothing is taken: the same fit's score of "no antecedent".
_NEED = (-3.5, -0.8, -1.8)


class Pronouns:
    """Places an article's pronouns into its chains, in text order."""

    def __init__(
        self,
        found: list[Found],
        chains: list[Chain],
        of: dict[int, tuple[int, str]],
        quotes: tuple[Quote, ...],
        words: Words,
        parse: Parse,
    ) -> None:
        """Take the phrases, their chains so far and the quotes they may stand in."""
        self.found = found
        self.chains = chains
        self.nominals: Mapping[str, tuple[str, str, str]] = words.nominals
        self.acts = words.acts
        self.of = of
        self.words = parse.words
        self.quoted = find_outer(quotes, [f.phrase.span for f in found])
        self._by_head = {f.head.i: n for n, f in enumerate(found)}
        self._fixed: tuple[dict[int, float], ...] = ({}, {}, {})
        self._asked, self._answer = -1, False
        self._clause: int = -1
        self._verb: Word | None = None

    def place(self, i: int) -> None:
        """Give a pronoun the nearest actor that agrees with it, or nothing."""
        item = self.found[i]
        lower = item.head.lower
        if lower in ("who", "whom", "whose"):
            self._place_relative(i)
            return
        cls = _CLASS.get(lower)
        if cls is None or (cls == _IT and self._is_empty(item.head)):
            return
        best = self._antecedent(i, cls)
        if best is None and cls == _HE:
            best = self._only_one(i)
        if best is not None:
            self._join(i, best, "pronoun")
            chain = self.chains[best]
            if chain.gender is Gender.UNKNOWN and chain.kind in _PEOPLE:
                chain.gender = item.phrase.gender

    def _join(self, i: int, chain: int, reason: str) -> None:
        self.chains[chain].phrases.append(i)
        self.of[i] = (chain, reason)

    def _place_relative(self, i: int) -> None:
        """Join "who" to the noun that its clause describes."""
        word = self.found[i].head
        while word.dep not in ("relcl", "ROOT"):
            word = word.head
        if word.dep != "relcl":
            return
        n = self._by_head.get(word.head.i, -1)
        if n in self.of:
            self._join(i, self.of[n][0], "relative")

    def _is_empty(self, word: Word) -> bool:
        """Whether "it" stands for nothing: "it is clear that", "it rained"."""
        if word.lower != "it" or word.dep not in ("nsubj", "nsubjpass"):
            return False
        verb = word.head
        if verb.lemma in _EMPTY_VERBS:
            return True
        if verb.lemma not in ("be", "take", "make", "become") and word.dep == "nsubj":
            return False
        for after in self.words[verb.i + 1 : verb.i + 8]:
            if after.text in ",.;:?!" or after.sent != verb.sent:
                return False
            if after.lower in _OPENERS:
                return True
        return False

    def _antecedent(self, i: int, cls: int) -> int | None:
        """Return the chain with the best mention before a pronoun."""
        item = self.found[i]
        best: tuple[float, int] | None = None
        barred = self._barred(item)
        seen: dict[int, bool] = {}
        for n in range(i - 1, max(-1, i - 1 - _MOST_PHRASES), -1):
            other = self.found[n]
            distance = item.phrase.sent - other.phrase.sent
            if distance > _LOOK_BACK:
                break
            link = self.of.get(n)
            if link is None or link[0] in barred:
                continue
            chain = link[0]
            last = chain not in seen
            if last:
                seen[chain] = self._fits(item, chain, cls)
            if not seen[chain] or not self._may(item, other):
                continue
            score = self._score(i, n, chain, cls, distance, last)
            if best is None or score > best[0]:
                best = (score, chain)
        return best[1] if best and best[0] > _NEED[cls] else None

    def _only_one(self, i: int) -> int | None:
        """Return the one named person so far whose gender is known to fit.

        However far back: "he" is he where the story has told of no other man.
        """
        gender = self.found[i].phrase.gender
        barred = self._barred(self.found[i])
        fit = [
            n
            for n, chain in enumerate(self.chains)
            if chain.kind in _PEOPLE
            and chain.gender in (gender, Gender.UNKNOWN)
            and chain.phrases
            and chain.phrases[0] < i
        ]
        sure = [n for n in fit if self.chains[n].gender is gender]
        if len(sure) != 1 or not self.chains[sure[0]].named or sure[0] in barred:
            return None
        return sure[0]

    def _barred(self, item: Found) -> set[int]:
        """Return the chains that the pronoun's own place rules out.

        "Halvik praised him" is not Halvik, "Brun, his lawyer" not Brun's own lawyer.
        """
        near = [item.phrase.within] if item.phrase.within is not None else []
        verb = _verb_of(item.head)
        while verb is not None:
            near += [self._by_head.get(k.i, -1) for k in verb.kids]
            verb = verb.head if verb.dep == "xcomp" else None
        mine = self._by_head.get(item.head.i)
        return {self.of[n][0] for n in near if n in self.of and n != mine}

    def _fits(self, item: Found, chain: int, cls: int) -> bool:
        """Whether a pronoun may stand for a chain."""
        owner = self.chains[chain]
        if cls == _IT:
            return owner.kind not in (*_PEOPLE, ActorKind.GROUP) and owner.number == 1
        if cls == _THEY:
            return owner.number > 1 or owner.kind in _CROWDS
        if owner.kind not in _PEOPLE or owner.number > 1:
            return False
        return owner.gender in (item.phrase.gender, Gender.UNKNOWN)

    @staticmethod
    def _may(item: Found, other: Found) -> bool:
        """Whether a mention is one that a pronoun may look back to."""
        if item.low <= other.head.i <= item.high or other.head.lemma in _TIMES:
            return False
        determiner = other.head.kid("det")
        return determiner is None or determiner.lower not in _NOBODY

    def _score(
        self, i: int, n: int, chain: int, cls: int, distance: int, last: bool
    ) -> float:
        """Score a mention as antecedent."""
        item, other = self.found[i], self.found[n]
        fixed = self._fixed[cls].get(n)
        if fixed is None:
            fixed = self._fixed[cls][n] = self._fix(other, chain, cls)
        pronoun, head = item.head, other.head
        owner = self.chains[chain]
        score = fixed + _DISTANCES[distance][cls]
        score += _FAR[cls] * log2(1 + pronoun.i - head.i)
        score += _OFTEN[cls] * log2(len(owner.phrases))
        if last:
            score += _LAST[cls]
        if owner.gender is item.phrase.gender:
            score += _GENDER[cls]
        if head.lower == pronoun.lower:
            score += _SAME[cls]
        if distance == 0 and head.dep in _SUBJECTS and head.head is self._verb_at(i):
            score += _ITS_SUBJECT[cls]
        if pronoun.dep in _SUBJECTS:
            score += _BOTH_SUBJECTS[cls] if head.dep in _SUBJECTS else 0.0
        elif pronoun.dep in _OBJECTS and head.dep in _OBJECTS:
            score += _BOTH_OBJECTS[cls]
        if self._undergoes_at(i):
            undergoes = head.dep in ("dobj", "nsubjpass")
            score += _BOTH_UNDERGO[cls] if undergoes else _ONE_UNDERGOES[cls]
        if cls == _IT and pronoun.dep == "nsubj" and pronoun.head.lemma in self.acts:
            score += _SPEAKS if owner.kind in _BODIES else -_SPEAKS
        if self.quoted[i] != self.quoted[n]:
            score += self._across_quote(i, n, cls)
        return score

    def _fix(self, other: Found, chain: int, cls: int) -> float:
        """Score what a mention and its chain are by themselves."""
        phrase, head, owner = other.phrase, other.head, self.chains[chain]
        names = []
        if head.dep in _SUBJECTS:
            names.append("subject")
        elif head.dep == "dobj":
            names.append("object")
        if phrase.within is not None:
            names.append("inside")
        if phrase.name is not None:
            names.append("name")
        elif phrase.form is Form.PRONOUN:
            names.append("pronoun")
        else:
            names.append("definite" if phrase.definite else "indefinite")
        if phrase.name_type == "MISC:demonym":
            names.append("adjective")
        if any(k.tag == "PRP$" for k in head.kids):
            names.append("owner")  # "her lawyer said she": rather whose lawyer it is
        if owner.named:
            names.append("named")
        if owner.kind in (ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY):
            names.append("body")
        elif owner.kind is ActorKind.STATE:
            names.append("state")
        elif owner.kind is None:
            names.append("unknown kind")
        if other.low == 0 or self.words[other.low - 1].sent != head.sent:
            names.append("opens")
        return sum(_WEIGHTS[name][cls] for name in names)

    def _verb_at(self, i: int) -> Word | None:
        """Return the verb of the clause that the pronoun at `i` stands in."""
        if self._clause != i:
            word = self.found[i].head
            while word.coarse != "verb" and word.head is not word:
                word = word.head
            self._clause, self._verb = i, word
        return self._verb

    def _undergoes_at(self, i: int) -> bool:
        """Whether the pronoun at `i` stands for whom something is done to."""
        if self._asked != i:
            self._asked, self._answer = i, self._undergoes(self.found[i].head)
        return self._answer

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

    def _across_quote(self, i: int, n: int, cls: int) -> float:
        """Score a mention on the other side of a quotation mark."""
        if self.quoted[i] is None:
            return _OUT[cls]
        near = self.found[i].phrase.sent == self.found[n].phrase.sent
        speaks = self.found[n].head.dep == "nsubj" and self.quoted[n] is None and near
        return _SPEAKER[cls] if speaks else _INTO[cls]


def _verb_of(pronoun: Word) -> Word | None:
    """Return the verb whose other arguments a plain pronoun cannot stand for."""
    if pronoun.tag == "PRP$" or pronoun.lower.endswith(("self", "selves")):
        return None
    return pronoun.head.head if pronoun.dep == "pobj" else pronoun.head


def find_outer(quotes: tuple[Quote, ...], spans: list[Span]) -> list[int | None]:
    """Return for each span the index of the outer quote that it begins in."""
    outer = [n for n, q in enumerate(quotes) if q.depth == 0]
    starts = [quotes[n].span.start for n in outer]
    found: list[int | None] = []
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        inside = at >= 0 and span.start < quotes[outer[at]].span.end
        found.append(outer[at] if inside else None)
    return found
