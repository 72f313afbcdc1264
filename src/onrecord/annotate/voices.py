"""Who "I", "we" and "you" are: by who speaks, in a quotation and out of it.

In a quotation "I" is whoever a speech verb beside it has for its subject; "we" is the
speaker where that is a body, a state or a group, else the body or state that the
speaker is said to be of. Outside quotations each of the three is one, whoever writes or
is spoken to; where paragraphs ask "you" and others answer "I", those two are one.
"""

from bisect import bisect_left, bisect_right

from onrecord.annotate.leads import Chain
from onrecord.annotate.parse import Parse
from onrecord.annotate.phrases import Found
from onrecord.model.actor import ActorKind, Form
from onrecord.model.document import Quote
from onrecord.model.evidence import Span

_I = frozenset(["i", "me", "my", "mine", "myself"])
_WE = frozenset(["we", "us", "our", "ours", "ourselves"])
_YOU = frozenset(["you", "your", "yours", "yourself", "yourselves"])
FIRST_AND_SECOND = _I | _WE | _YOU
_SPEECH = frozenset(
    """say tell add ask state write reply respond answer continue explain declare
    announce warn note insist recall argue claim admit conclude comment shout cry
    whisper quip stress urge promise complain acknowledge remark go""".split()
)
# So many characters from a quotation its speech verb still belongs to it.
_NEAR = 160
_BODIES = (
    ActorKind.STATE,
    ActorKind.PUBLIC_BODY,
    ActorKind.ORGANIZATION,
    ActorKind.GROUP,
)


class Voices:
    """Places an article's first and second persons."""

    def __init__(
        self,
        found: list[Found],
        chains: list[Chain],
        of: dict[int, tuple[int, str]],
        quotes: tuple[Quote, ...],
        quoted: list[int | None],
        paragraphs: tuple[Span, ...],
        parse: Parse,
    ) -> None:
        """Take the phrases and their chains; others than I, we, you are placed."""
        self.found, self.chains, self.of = found, chains, of
        self.quotes, self.quoted, self.paragraphs = quotes, quoted, paragraphs
        self.parse = parse
        self._new: dict[tuple[object, str], int] = {}

    def place(self) -> None:
        """Give every first and second person its chain."""
        items = [
            n
            for n, f in enumerate(self.found)
            if f.phrase.form is Form.PRONOUN and f.head.lower in FIRST_AND_SECOND
        ]
        if not items:
            return
        speakers = self._speakers(
            {q for n in items if (q := self.quoted[n]) is not None}
        )
        asked = self._is_interview(items)
        for n in items:
            quote = self.quoted[n]
            if quote is None:
                self._place_outside(n, asked=asked)
            else:
                self._place_quoted(n, quote, speakers.get(quote))

    def _join(self, n: int, chain: int, reason: str) -> None:
        self.chains[chain].phrases.append(n)
        self.of[n] = (chain, reason)

    def _join_new(self, n: int, key: tuple[object, str], reason: str) -> None:
        """Join a chain that only such pronouns have."""
        if key not in self._new:
            self.chains.append(Chain(kind=None, number=2 if key[1] == "we" else 1))
            self._new[key] = len(self.chains) - 1
        self._join(n, self._new[key], reason)

    def _place_outside(self, n: int, *, asked: bool) -> None:
        """Place one that no quotation holds: the writer, the readers."""
        person = _person(self.found[n].head.lower)
        if asked and person == "you" and self._is_question(n):
            person = "i"
        self._join_new(n, ("", person), "voice")

    def _place_quoted(self, n: int, quote: int, speaker: int | None) -> None:
        """Place one that somebody says."""
        person = _person(self.found[n].head.lower)
        chain = self.of[speaker][0] if speaker in self.of else None
        if chain is None:
            self._join_new(n, (self.quotes[quote].speech, person), "voice")
        elif person == "i" or (person == "we" and self.chains[chain].kind in _BODIES):
            self._join(n, chain, "speaker")
        else:
            side = self._side(chain) if person == "we" else None
            if side is None:
                self._join_new(n, (("of", chain), person), "voice")
            else:
                self._join(n, side, "speaker's side")

    def _side(self, chain: int) -> int | None:
        """Return the body or state that a speaker is said to be of."""
        owners = [
            self.of[n][0]
            for n, item in enumerate(self.found)
            if item.phrase.within is not None
            and item.phrase.within in self.of
            and self.of[item.phrase.within][0] == chain
            and n in self.of
        ]
        fit = [c for c in owners if self.chains[c].kind in _BODIES and c != chain]
        return fit[0] if fit else None

    def _speakers(self, wanted: set[int]) -> dict[int, int]:
        """Return the phrase that speaks each of these quotations."""
        if not wanted:
            return {}
        verbs = self._speech_verbs()
        starts = [v[0] for v in verbs]
        speakers: dict[int, int] = {}
        by_speech: dict[int, int] = {}
        last: int | None = None
        for q, quote in enumerate(self.quotes):
            if quote.depth:
                continue
            mine = self._beside(quote, verbs, starts)
            if mine is None:
                mine = by_speech.get(quote.speech, last)
            else:
                by_speech[quote.speech] = mine
            if mine is not None:
                speakers[q] = last = mine
        return speakers

    def _speech_verbs(self) -> list[tuple[int, int, int, int]]:
        """Return (start, subject, sentence, end) of verbs of speech outside quotes."""
        verbs = []
        for n, item in enumerate(self.found):
            if item.head.dep != "nsubj" or self.quoted[n] is not None:
                continue
            verb = item.head.head
            if verb.lemma in _SPEECH:
                verbs.append((verb.start, n, verb.sent, verb.end))
            elif verb.dep == "ROOT" or verb.coarse == "verb":
                verbs.append((verb.start, n, -1, verb.end))
        return sorted(v for v in verbs if v[2] >= 0)

    def _beside(
        self, quote: Quote, verbs: list[tuple[int, int, int, int]], starts: list[int]
    ) -> int | None:
        """Return the subject of the speech verb next to a quotation."""
        after = bisect_left(starts, quote.span.end)
        text = self.parse.text
        if after < len(verbs):
            gap = text[quote.span.end : verbs[after][0]]
            if len(gap) < _NEAR and "\n" not in gap and not _ends(gap):
                return verbs[after][1]
        before = bisect_right(starts, quote.span.start) - 1
        if before >= 0:
            gap = text[verbs[before][3] : quote.span.start]
            if len(gap) < _NEAR and "\n" not in gap and not _ends(gap):
                return verbs[before][1]
        return None

    def _is_question(self, n: int) -> bool:
        """Whether a phrase stands in a paragraph that asks."""
        start = self.found[n].phrase.span.start
        at = bisect_right(self.paragraphs, start, key=lambda p: p.start) - 1
        if at < 0:
            return False
        paragraph = self.paragraphs[at]
        return self.parse.text[paragraph.start : paragraph.end].rstrip().endswith("?")

    def _is_interview(self, items: list[int]) -> bool:
        """Whether paragraphs that ask "you" stand among such as say "I"."""
        outside = [n for n in items if self.quoted[n] is None]
        you = {
            self._is_question(n) for n in outside if self.found[n].head.lower in _YOU
        }
        says = any(
            self.found[n].head.lower in _I and not self._is_question(n) for n in outside
        )
        return True in you and says


def _person(lower: str) -> str:
    """Return which of the three a pronoun is."""
    return "i" if lower in _I else "we" if lower in _WE else "you"


def _ends(gap: str) -> bool:
    """Whether a sentence ends between a quotation and a verb."""
    return any(mark in gap for mark in (". ", "? ", "! "))
