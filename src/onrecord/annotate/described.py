"""Which chain a description comes back to: the last one that all its words fit."""

from collections.abc import Callable

from onrecord.annotate.leads import Chain
from onrecord.annotate.linking import Links, agree
from onrecord.annotate.names import DAYS
from onrecord.annotate.parse import Word
from onrecord.annotate.phrases import Found
from onrecord.model.actor import ActorKind

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
# What a place is, and whether it is a state.
_PLACES = {
    **dict.fromkeys(("city", "town", "village", "island", "port", "province"), False),
    **dict.fromkeys(("country", "nation", "republic"), True),
}
_FAR_PLACE = 3
# A thing is picked up over so many sentences, in the same or in other words.
_FAR_SAME, _FAR_OTHER = 40, 10
# Nouns that many in one story answer to: two bare mentions are seldom the same.
_ANYBODY = frozenset(
    """official source witness person people other man woman reporter journalist
    diplomat analyst observer expert critic soldier resident aide leader member
    policeman child worker thing way""".split()
)


class Described:
    """Finds the chains of descriptions in one article."""

    def __init__(self, links: Links, place: Callable[[int], None]) -> None:
        """Take the chains so far and what gives another phrase its chain."""
        self.links, self.place = links, place

    def find(self, i: int) -> tuple[int | None, str]:
        """Return the chain that a description belongs to, and why; None for a new one.

        An indefinite one comes back to nothing, but for a place that is named in it and
        bare nouns of the same words.
        """
        phrase = self.links.found[i].phrase
        target = None
        if phrase.head_lemma in _PLACES:
            target = self._find_place(i)
            if target is not None:
                return target, "place"
        if phrase.definite or phrase.head_lemma in _COUNTS:
            return self._find_described(i), "description"
        again = phrase.kind is ActorKind.GROUP or phrase.head_lemma in DAYS
        if again and _is_bare(self.links.found[i]):
            return self._find_equal(i), "same words"
        return None, "new"

    def _find_described(self, i: int) -> int | None:
        """Return the last chain that all words of a definite description fit."""
        phrase = self.links.found[i].phrase
        mine = self.links.content(i)
        count = _COUNTS.get(phrase.head_lemma)
        if count is not None:
            return self._find_counted(i, count)
        head = self.links.head_key(i)
        for n in self.links.rivals(i, head):
            chain = self.links.chains[n]
            if not agree(chain.kind, phrase.kind):
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
        item = self.links.found[i]
        last = max(p for p in chain.phrases if p < i)
        far = item.phrase.sent - self.links.found[last].phrase.sent
        words = self._said(i)
        if any(self._said(p) == words for p in chain.phrases):
            return far <= _FAR_SAME
        if any(kid.dep in ("relcl", "acl") for kid in item.head.kids):
            return False
        return far <= _FAR_OTHER

    def _said(self, i: int) -> str:
        """Return the words of a phrase in lower case without its article."""
        span = self.links.found[i].phrase.whole or self.links.found[i].phrase.span
        words = self.links.parse.text[span.start : span.end].lower()
        return words.removeprefix("the ")

    def _find_place(self, i: int) -> int | None:
        """Return the place that "the city of X" is, or "the city" comes back to."""
        item = self.links.found[i]
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
        n = self.links.by_head.get(name.i)
        if n is None or self.links.found[n].phrase.name_type != "LOC":
            return None
        if n not in self.links.of:
            self.place(n)
        return self.links.of[n][0]

    def _last_place(self, i: int, states: bool) -> int | None:
        """Return the place of a kind that was named last, in the sentences before."""
        item = self.links.found[i]
        for n in range(i - 1, max(-1, i - 40), -1):
            other = self.links.found[n].phrase
            if item.phrase.sent - other.sent > _FAR_PLACE:
                return None
            if other.name_type != "LOC" or n not in self.links.of:
                continue
            if self.links.found[n].head.head is item.head:
                continue
            is_state = self.links.key(other) in self.links.words.states
            if is_state == states:
                return self.links.of[n][0]
        return None

    def _find_equal(self, i: int) -> int | None:
        """Return the last chain described by the same words as a bare noun."""
        phrase = self.links.found[i].phrase
        mine = self.links.content(i)
        for n in self.links.rivals(i, phrase.head_lemma):
            chain = self.links.chains[n]
            if not agree(chain.kind, phrase.kind) or chain.named:
                continue
            if (phrase.number > 1) != (chain.number > 1):
                continue
            if mine <= chain.words:
                return n
        return None

    def _find_counted(self, i: int, count: int) -> int | None:
        """Return the last group that was said to be so many: "both" of two."""
        for n in self.links.rivals(i, f"{count}"):
            chain = self.links.chains[n]
            if chain.kind is ActorKind.GROUP and chain.count == count:
                return n
        return None


def _is_bare(item: Found) -> bool:
    """Whether a noun stands without a determiner or number, and is not anybody's."""
    if item.phrase.head_lemma in _ANYBODY:
        return False
    return not any(k.dep in ("det", "poss", "nummod", "predet") for k in item.head.kids)
