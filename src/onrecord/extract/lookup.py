"""Where things stand in a document: looked up, not searched for each time.

A rule asks for every clause, quotation and phrase what stands around it; going through
the whole document for each would take a long text's length squared.
"""

from bisect import bisect_left, bisect_right

from onrecord.model.actor import Actor
from onrecord.model.clause import Clause
from onrecord.model.document import Document, Quote
from onrecord.model.evidence import Span
from onrecord.text.spans import SpanIndex


class Lookup:
    """The layers of one document by their place, made once."""

    __slots__ = (
        "_actors",
        "_children",
        "_clauses",
        "_paragraphs",
        "_parts",
        "_phrases",
        "_quotes",
        "_sentences",
        "_starts",
        "partners",
    )

    def __init__(self, document: Document) -> None:
        """Index a document.

        `partners` maps each mark of a closed quotation to where the other one stands.
        """
        self._actors = {a.id: a for a in document.actors}
        self._clauses = document.clauses
        self._paragraphs = [p.start for p in document.paragraphs]
        self._starts = [s.start for s in document.sents]
        self._quotes = SpanIndex((q.span, q) for q in document.quotes)
        self._phrases = sorted(
            (p.span.start, p.span.end, n) for n, p in enumerate(document.phrases)
        )
        self._parts: dict[int | None, list[int]] = {}
        for n, phrase in enumerate(document.phrases):
            self._parts.setdefault(phrase.within, []).append(n)
        self._children: dict[int | None, list[Clause]] = {}
        self._sentences: dict[int, list[Clause]] = {}
        for clause in document.clauses:
            self._children.setdefault(clause.parent, []).append(clause)
            self._sentences.setdefault(clause.sent, []).append(clause)
        closed = [(q.span.start, q.span.end - 1) for q in document.quotes if q.closed]
        self.partners = {**dict(closed), **{end: start for start, end in closed}}

    def actor(self, index: str | None) -> Actor | None:
        """Return an actor of the article by its id."""
        return self._actors.get(index or "")

    def paragraph(self, position: int) -> int:
        """Return the index of the paragraph that holds a position."""
        return max(0, bisect_right(self._paragraphs, position) - 1)

    def sentence(self, position: int) -> int:
        """Return the index of the sentence that holds a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def phrases_in(self, span: Span) -> list[int]:
        """Return the indices of the phrases that lie inside a span."""
        low = bisect_left(self._phrases, (span.start, 0, 0))
        high = bisect_left(self._phrases, (span.end, 0, 0))
        return sorted(n for _, end, n in self._phrases[low:high] if end <= span.end)

    def parts(self, phrase: int | None) -> list[int]:
        """Return the indices of the phrases that are a part of this one."""
        return [] if phrase is None else self._parts.get(phrase, [])

    def children(self, clause: Clause) -> list[Clause]:
        """Return the clauses that hang on this one, in text order."""
        return self._children.get(clause.index, [])

    def in_sentence(self, sent: int) -> list[Clause]:
        """Return the clauses of a sentence, in text order."""
        return self._sentences.get(sent, [])

    def predicates_in(self, span: Span) -> list[Clause]:
        """Return the clauses whose predicates begin in a span, in text order."""
        low = bisect_left(self._clauses, span.start, key=_start)
        high = bisect_left(self._clauses, span.end, key=_start)
        return list(self._clauses[low:high])

    def quotes_over(self, span: Span) -> list[Quote]:
        """Return the quotations that share a character with a span, in text order."""
        return [quote for _, quote in self._quotes.overlapping(span)]


def _start(clause: Clause) -> int:
    """Return where a clause's predicate begins; clauses stand in this order."""
    return clause.predicate.start
