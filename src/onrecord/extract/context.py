"""What every extraction rule asks of a document: who, when, in whose voice, how sure.

Rules see clauses, phrases, quotes and times of `model`, never a parser's labels.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.extract.dating import When, governing_when, make_when
from onrecord.extract.governing import Governors
from onrecord.extract.judging import judge
from onrecord.extract.lookup import Lookup
from onrecord.model.clause import (
    Argument,
    Clause,
    PredicateKind,
    Role,
)
from onrecord.model.document import Document, Phrase
from onrecord.model.evidence import Evidence, Span
from onrecord.model.fact import NARRATOR, Factuality
from onrecord.model.lexicon import Lexicons
from onrecord.model.statement import Statement
from onrecord.model.time import Time
from onrecord.text.ids import fact_id
from onrecord.text.quote import cut_evidence, trim_span
from onrecord.text.spans import SpanIndex

# A quote of evidence longer than this stops being evidence and becomes the article.
LONGEST_EVIDENCE = 600
_MARKS = " \t\r\n\"'“”‘’„«»,;:"


class Who(NamedTuple):
    """An actor as a clause names it: its article actor id, its words, where."""

    actor: str | None
    text: str
    span: Span


@dataclass(slots=True)
class Context:
    """One document with its lexicons and, once they are found, its statements."""

    document: Document
    lexicons: Lexicons
    statements: list[Statement] = field(default_factory=list)
    _time_starts: list[int] = field(default_factory=list)
    _contents: SpanIndex[str] | None = None
    _narrated: list[int] | None = None
    _governors: Governors | None = None
    lookup: Lookup = field(init=False)

    def __post_init__(self) -> None:
        """Index the document."""
        self.lookup = Lookup(self.document)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.article.text

    def words(self, span: Span) -> str:
        """Return the characters of a span, as they stand."""
        return self.text[span.start : span.end]

    # -- who ---------------------------------------------------------------------

    def who(self, argument: Argument | None) -> Who | None:
        """Return the actor that an argument names, None where it names no actor."""
        if argument is None or argument.mention is None:
            return None
        return self.who_phrase(argument.mention)

    def who_phrase(self, index: int) -> Who | None:
        """Return the actor that a phrase names."""
        phrase = self.document.phrases[index]
        if phrase.actor is None and not phrase.animate:
            return None
        return Who(phrase.actor, self.words(phrase.span), phrase.span)

    def all_who(self, arguments: Iterable[Argument]) -> list[Who]:
        """Return the actors of several arguments, each once, in their order."""
        found: dict[tuple[str | None, str], Who] = {}
        for argument in arguments:
            who = self.who(argument)
            if who is not None:
                found.setdefault((who.actor, who.actor or who.text), who)
        return list(found.values())

    def phrase(self, argument: Argument | None) -> Phrase | None:
        """Return the phrase of an argument."""
        if argument is None or argument.mention is None:
            return None
        return self.document.phrases[argument.mention]

    def phrases_in(self, span: Span) -> list[int]:
        """Return the indices of the phrases that lie inside a span."""
        return self.lookup.phrases_in(span)

    def phrases_at(self, start: int) -> list[int]:
        """Return the indices of the animate phrases that begin at a position.

        The longest comes first.
        """
        found = [
            (-p.span.end, n)
            for n, p in enumerate(self.document.phrases)
            if p.span.start == start and p.animate
        ]
        return [n for _, n in sorted(found)]

    # -- where in the text -------------------------------------------------------

    def clause(self, index: int | None) -> Clause | None:
        """Return a clause by its index."""
        return None if index is None else self.document.clauses[index]

    def parent(self, clause: Clause) -> Clause | None:
        """Return the clause that this one hangs on."""
        return self.clause(clause.parent)

    def children(self, clause: Clause) -> list[Clause]:
        """Return the clauses that hang on this one, in text order."""
        return self.lookup.children(clause)

    def sentence(self, clause: Clause) -> Span:
        """Return the sentence that a clause stands in."""
        return self.document.sents[min(clause.sent, len(self.document.sents) - 1)]

    def paragraph(self, position: int) -> int:
        """Return the index of the paragraph that holds a position."""
        return self.lookup.paragraph(position)

    def inner(self, span: Span) -> Span:
        """Return a span without quotation marks, commas and spaces at its ends.

        A mark whose partner stands inside the span is part of it.
        """
        start, end = span.start, span.end
        partners = self.lookup.partners
        while end > start + 1:
            first, last = partners.get(start, -1), partners.get(end - 1, end)
            if self.text[end - 1] in _MARKS and not start < last < end:
                end -= 1
            elif self.text[start] in _MARKS and not start < first < end - 1:
                start += 1
            else:
                break
        if self.text[start:end].endswith((" and", " but")):
            end -= 4
        return Span(start, end)

    # -- evidence and ids --------------------------------------------------------

    def evidence(self, *spans: Span | None) -> tuple[Evidence, ...]:
        """Return evidence for spans, each once; the first is the anchor's clause."""
        made: dict[Span, Evidence] = {}
        for span in spans:
            if span is None or span in made:
                continue
            kept = trim_span(self.text, span.start, span.end)
            if kept is not None:
                made[span] = cut_evidence(
                    self.text, kept.start, kept.end, article=self.document.article.id
                )
        return tuple(made.values())

    def clause_span(self, clause: Clause) -> Span:
        """Return the words of a clause to quote: its extent, else its sentence.

        A bare noun is quoted with its sentence; what is too long is cut down to the
        clause's own predicate and arguments.
        """
        if clause.kind is PredicateKind.NOUN:
            span = self.sentence(clause)
        else:
            span = clause.extent
        if span.end - span.start <= LONGEST_EVIDENCE:
            return span
        parts = [clause.predicate, *(a.head for a in clause.arguments)]
        start, end = min(p.start for p in parts), max(p.end for p in parts)
        if end - start <= LONGEST_EVIDENCE:
            return Span(start, end)
        return clause.predicate

    def make_id(self, kind: str, anchor: Span, *, ordinal: int = 0) -> str:
        """Return the id of a fact of this article from its anchor."""
        return fact_id(
            kind,
            self.document.article.id,
            "text",
            anchor.start,
            anchor.end,
            ordinal=ordinal,
        )

    # -- when --------------------------------------------------------------------

    def times_in(self, span: Span) -> list[Time]:
        """Return the time expressions that overlap a span, in text order."""
        if not self._time_starts:
            self._time_starts = [t.start for t in self.document.times]
        last = bisect_right(self._time_starts, span.end - 1)
        return [
            t
            for t in self.document.times[max(0, last - 8) : last]
            if t.end > span.start
        ]

    def time_arguments(self, clause: Clause) -> list[tuple[Argument, Time]]:
        """Return a clause's own time arguments with the expressions in them."""
        found = []
        for argument in clause.all(Role.TIME):
            for time in self.times_in(argument.head)[:1]:
                found.append((argument, time))
        return found

    @property
    def governors(self) -> Governors:
        """The time expressions by what they govern, made when first asked for."""
        if self._governors is None:
            self._governors = Governors(self)
        return self._governors

    # -- voice and factuality ----------------------------------------------------

    def says(self, clause: Clause) -> bool:
        """Whether a clause is speech, whose day is that of speaking."""
        return clause.lemma in self.lexicons["cues"]

    def when(self, clause: Clause, *, follow: bool = True, loose: bool = True) -> When:
        """Return the day that governs a clause (see `dating.governing_when`)."""
        return governing_when(self, clause, follow=follow, loose=loose)

    def make_when(self, time: Time, clause: Clause | None = None) -> When:
        """Return a time expression as the day of a fact (see `dating.make_when`)."""
        return make_when(self, time, clause)

    def factuality(self, clause: Clause) -> Factuality:
        """Return how the text tells a clause (see `judging.judge`)."""
        return judge(self, clause)

    def voice(self, span: Span) -> str:
        """Return the id of the innermost statement that says a span, or `narrator`."""
        holding = self._spoken().holding(span)
        return next((statement for _, statement in holding), NARRATOR)

    def narrated(self) -> list[int]:
        """Return the indices of the sentences in which nobody is quoted or reported."""
        if self._narrated is None:
            spoken = self._spoken()
            sents = enumerate(self.document.sents)
            self._narrated = [n for n, s in sents if not spoken.overlapping(s)]
        return self._narrated

    def _spoken(self) -> SpanIndex[str]:
        """Return the words of all statements by their place, the shortest first."""
        if self._contents is None:
            spans = ((c, s.id) for s in self.statements for c in s.content_spans)
            self._contents = SpanIndex(
                sorted(spans, key=lambda c: (c[0].end - c[0].start, c[0].start))
            )
        return self._contents
