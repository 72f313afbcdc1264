"""Which time expression governs a word: by syntax, by its sentence, by the discourse.

An expression that touches the word comes first ("the Friday raid", "arrested Monday"),
then one of the clause, then the nearest in the sentence. Where the sentence holds none,
the discourse is asked: an expression that opens an earlier sentence of the paragraph
sets the frame; the same deed told elsewhere has one day; speech is told on the day of
the speech around it; else the last day narrated. How it was found is told, so that a
fact can ask for firm ground only: a case file uses the discourse where the same people
act (`speech/days.py`), not wherever a day can be guessed.
"""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from onrecord.extract.dating import holder
from onrecord.model.clause import Clause, Link, PredicateKind, Tense
from onrecord.model.evidence import Span
from onrecord.model.time import Time

if TYPE_CHECKING:
    from onrecord.extract.context import Context

# Words that may stand between a word and the expression that touches it.
_BESIDE = frozenset(["", "on", "in", "of", "at", "late", "early", "-", "'s", "’s"])
# An expression this close to its sentence's start opens it ("In March, ...").
_OPENS = 8
# Speech that an article reports is of the days before it is published.
_FRESH_DAYS = 7
_DEPTH = 4
_HANGING = (Link.RELATIVE, Link.ADVERBIAL, Link.CONDITION, Link.PURPOSE)


class How(StrEnum):
    """By what an expression governs a word, the firmest first."""

    BESIDE = "beside"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    DISCOURSE = "discourse"


class Governing(NamedTuple):
    """The expression that governs a word, and by what."""

    time: Time
    how: How


class _Told(NamedTuple):
    """An expression with the clause that holds it and the sentence it stands in."""

    time: Time
    clause: Clause | None
    sent: int
    quoted: bool


class Governors:
    """The time expressions of one document by what they govern, made once."""

    def __init__(self, context: "Context") -> None:
        """Find the clause and the sentence of each expression."""
        self._context = context
        self._told = [self._place(t) for t in context.document.times]
        self._by_sent: dict[int, list[_Told]] = {}
        for told in self._told:
            self._by_sent.setdefault(told.sent, []).append(told)

    def find(self, span: Span) -> Governing | None:
        """Return the expression that governs the words of a span, None without any.

        Args:
            span: A verb or noun that tells a deed or a state.
        """
        clause = self._clause(span)
        beside = self._beside(span, clause)
        if beside is not None:
            return Governing(beside, How.BESIDE)
        own = self._of_clause(clause) if clause is not None else None
        if own is not None:
            return Governing(own, How.CLAUSE)
        near = self._nearest(span, clause)
        if near is not None:
            return Governing(near, How.SENTENCE)
        told = self._from_discourse(span, clause)
        return Governing(told, How.DISCOURSE) if told is not None else None

    def find_firm(self, span: Span) -> Time | None:
        """Return the expression that touches a word or that its clause holds."""
        clause = self._clause(span)
        beside = self._beside(span, clause)
        if beside is not None or clause is None:
            return beside
        return self._of_clause(clause)

    def _place(self, time: Time) -> _Told:
        """Return an expression with where it stands."""
        span = Span(time.start, time.end)
        sent = self._context.lookup.sentence(time.start)
        clauses = self._context.lookup.in_sentence(sent)
        holding = [c for c in clauses if c.extent.holds(span)]
        top = max(holding, key=_length, default=None)
        clause = holder(self._context, span, top) if top is not None else None
        return _Told(time, clause, sent, self._is_quoted(span))

    def _is_quoted(self, span: Span) -> bool:
        return bool(self._context.lookup.quotes_over(span))

    def _clause(self, span: Span) -> Clause | None:
        """Return the clause whose predicate shares a character with a span."""
        sent = self._context.lookup.sentence(span.start)
        clauses = self._context.lookup.in_sentence(sent)
        return next((c for c in clauses if c.predicate.overlaps(span)), None)

    # -- the sentence ------------------------------------------------------------

    def _beside(self, span: Span, clause: Clause | None) -> Time | None:
        """Return the expression that touches a word, before a noun, behind a verb."""
        text, before, after = self._context.text, None, None
        reach = Span(max(0, span.start - 40), span.end + 40)
        for time in self._context.times_in(reach):
            if (
                time.end <= span.start
                and text[time.end : span.start].strip() in _BESIDE
            ):
                before = time
            elif (
                after is None
                and time.start >= span.end
                and text[span.end : time.start].strip() in _BESIDE
            ):
                after = time
        if clause is not None and clause.kind is PredicateKind.VERB:
            return after or before
        return before or after

    def _of_clause(self, clause: Clause, depth: int = 0) -> Time | None:
        """Return the expression of a clause or of one that it goes on from."""
        for _, time in self._context.time_arguments(clause):
            return time
        if clause.kind is PredicateKind.VERB:
            held = [
                t.time for t in self._in_sentence(clause.sent) if t.clause is clause
            ]
            if held:
                return min(held, key=lambda t: _gap(t, clause.predicate))
        parent = self._context.parent(clause)
        hangs = clause.link in (Link.NOMINAL, Link.COORDINATE)
        if parent is None or not hangs or depth >= _DEPTH:
            return None
        return self._of_clause(parent, depth + 1)

    def _in_sentence(self, sent: int) -> list[_Told]:
        return self._by_sent.get(sent, [])

    def _nearest(self, span: Span, clause: Clause | None) -> Time | None:
        """Return the nearest expression of the sentence; no habit dates a speech."""
        speech = self._is_speech(clause)
        near = [
            told.time
            for told in self._in_sentence(self._context.lookup.sentence(span.start))
            if not (
                speech and (told.time.timex_type == "SET" or _is_aside(told, clause))
            )
        ]
        return min(near, key=lambda t: _gap(t, span), default=None)

    # -- the discourse -----------------------------------------------------------

    def _from_discourse(self, span: Span, clause: Clause | None) -> Time | None:
        """Return the expression of another sentence that a word is told under."""
        quoted = self._is_quoted(span)
        seen = [t for t in self._told if quoted or not t.quoted]
        before = [t for t in seen if t.time.end <= span.start]
        dated = [t for t in seen if self._is_behind(t.time)]
        first = dated[0].time if dated else None
        behind = [t for t in before if self._is_behind(t.time)]
        if clause is None or clause.kind is PredicateKind.NOUN:
            same = self._same_deed(span, clause)
            return same or _last(behind) or first
        if quoted or self._is_speech(clause):
            return self._speech_day(behind, dated) or _last(behind) or first
        return self._frame(span, before) or _last(behind) or first

    def _frame(self, span: Span, before: list[_Told]) -> Time | None:
        """Return the last expression that opens a sentence of the same paragraph."""
        here = self._context.paragraph(span.start)
        sents = self._context.document.sents
        for told in reversed(before):
            if self._context.paragraph(told.time.start) != here:
                return None
            if told.time.start - sents[told.sent].start <= _OPENS:
                return told.time
        return None

    def _speech_day(self, behind: list[_Told], dated: list[_Told]) -> Time | None:
        """Return the last fresh day of a main clause, else any, else the first one."""
        fresh = [t for t in behind if self._is_fresh(t.time)]
        main = [t for t in fresh if _is_main(t.clause)]
        later = (t.time for t in dated if self._is_fresh(t.time))
        return _last(main) or _last(fresh) or next(later, None)

    def _same_deed(self, span: Span, clause: Clause | None) -> Time | None:
        """Return the day of the same deed told elsewhere: "was shot", "the shooting".

        The last time before it was told counts, else the first time after.
        """
        lemma = (
            clause.lemma if clause is not None else self._context.words(span).lower()
        )
        after: Time | None = None
        before: Time | None = None
        for other in self._context.document.clauses:
            if other.lemma != lemma or other.predicate.overlaps(span):
                continue
            day = self._beside(other.predicate, other) or self._of_clause(other)
            if day is None or day.timex_type not in ("DATE", "TIME"):
                continue
            if other.predicate.start < span.start:
                before = day
            else:
                after = after or day
        return before or after

    # -- what expressions are worth ----------------------------------------------

    def _is_speech(self, clause: Clause | None) -> bool:
        """Whether a clause is speech, thought left out."""
        if clause is None or clause.kind is not PredicateKind.VERB:
            return False
        row = self._context.lexicons["cues"].get(clause.lemma)
        return row is not None and not row.get("belief")

    def _is_behind(self, time: Time) -> bool:
        """Whether an expression is a day or period that has begun when it is told."""
        published = self._context.document.article.published
        return (
            time.timex_type in ("DATE", "TIME")
            and time.edtf is not None
            and (published is None or time.edtf[:10] <= published[:10])
        )

    def _is_fresh(self, time: Time) -> bool:
        """Whether an expression is a day shortly before publication."""
        published = self._context.document.article.published
        if time.edtf is None or len(time.edtf) < 10 or published is None:
            return False
        try:
            days = date.fromisoformat(published[:10]) - date.fromisoformat(
                time.edtf[:10]
            )
        except ValueError:
            return False
        return 0 <= days.days <= _FRESH_DAYS


def _is_main(clause: Clause | None) -> bool:
    """Whether a clause carries its sentence rather than an aside."""
    return (
        clause is not None
        and clause.kind is PredicateKind.VERB
        and clause.link not in _HANGING
    )


def _is_aside(told: _Told, clause: Clause | None) -> bool:
    """Whether an expression is told of the speaker: "said Brun, who left in 1962"."""
    return (
        clause is not None
        and told.clause is not None
        and told.clause.link is Link.RELATIVE
        and told.clause.index != clause.index
        and told.clause.tense is not Tense.NONE
        and told.time.start > clause.predicate.end
    )


def _last(told: list[_Told]) -> Time | None:
    """Return the last of several expressions."""
    return told[-1].time if told else None


def _gap(time: Time, span: Span) -> int:
    """Return how far an expression stands from a span."""
    return min(abs(time.start - span.end), abs(span.start - time.end))


def _length(clause: Clause) -> int:
    """Return the length of a clause's extent."""
    return clause.extent.end - clause.extent.start
