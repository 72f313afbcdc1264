"""What every extraction rule asks of a document: who, when, in whose voice, how sure.

Rules see clauses, phrases, quotes and times of `model`, never a parser's labels.
Longer than most modules because rules ask one object: its parts share one document and
its indexes.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.model.clause import (
    Argument,
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
)
from onrecord.model.document import Document, Phrase
from onrecord.model.evidence import Evidence, Span
from onrecord.model.fact import NARRATOR, Factuality
from onrecord.model.lexicon import Lexicons
from onrecord.model.statement import Statement
from onrecord.model.time import Time
from onrecord.text.ids import fact_id
from onrecord.text.quote import cut_evidence, trim_span

# A quote of evidence longer than this stops being evidence and becomes the article.
LONGEST_EVIDENCE = 600
_HYPOTHETICAL = frozenset(["may", "might", "could", "would", "can"])
_NOT_YET = frozenset(["until", "till", "unless"])
_PLANNED = frozenset(["will", "shall"])
_ASKED = frozenset(["must", "should", "ought"])
# A day further from its verb than this is about something else in a long sentence.
_NEAR = 120
_MARKS = " \t\r\n\"'“”‘’„«»,;:"


class Who(NamedTuple):
    """An actor as a clause names it: its article actor id, its words, where."""

    actor: str | None
    text: str
    span: Span


class When(NamedTuple):
    """A day for a fact: EDTF, the words it was read from, what it was read against."""

    edtf: str | None = None
    text: str | None = None
    basis: str | None = None


@dataclass(slots=True)
class Context:
    """One document with its lexicons and, once they are found, its statements."""

    document: Document
    lexicons: Lexicons
    statements: list[Statement] = field(default_factory=list)
    _time_starts: list[int] = field(default_factory=list)
    _by_sentence: dict[int, list[Clause]] = field(default_factory=dict)
    _contents: list[tuple[Span, str]] | None = None
    _partners: dict[int, int] | None = None

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
        return [n for n, p in enumerate(self.document.phrases) if span.holds(p.span)]

    # -- where in the text -------------------------------------------------------

    def clause(self, index: int | None) -> Clause | None:
        """Return a clause by its index."""
        return None if index is None else self.document.clauses[index]

    def parent(self, clause: Clause) -> Clause | None:
        """Return the clause that this one hangs on."""
        return self.clause(clause.parent)

    def children(self, clause: Clause) -> list[Clause]:
        """Return the clauses that hang on this one, in text order."""
        return [c for c in self.document.clauses if c.parent == clause.index]

    def sentence(self, clause: Clause) -> Span:
        """Return the sentence that a clause stands in."""
        return self.document.sents[min(clause.sent, len(self.document.sents) - 1)]

    def paragraph(self, position: int) -> int:
        """Return the index of the paragraph that holds a position."""
        starts = [p.start for p in self.document.paragraphs]
        return max(0, bisect_right(starts, position) - 1)

    def inner(self, span: Span) -> Span:
        """Return a span without quotation marks, commas and spaces at its ends.

        A mark whose partner stands inside the span is part of it.
        """
        start, end = span.start, span.end
        if self._partners is None:
            self._partners = _pair_marks(self.document)
        while start < end - 1 and self.text[start] in _MARKS:
            if start < self._partners.get(start, -1) < end - 1:
                break
            start += 1
        while end > start + 1 and self.text[end - 1] in _MARKS:
            if start <= self._partners.get(end - 1, -1):
                break
            end -= 1
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

    def when(self, clause: Clause, *, follow: bool = True, loose: bool = True) -> When:
        """Return the day that governs a clause.

        Args:
            clause: Its own dated expression is taken first.
            follow: Whether a noun clause may take the day of the verb it hangs on.
            loose: Whether a day that stands near, tied to no other deed, is enough.
        """
        for _, time in self.time_arguments(clause):
            if time.timex_type in ("DATE", "TIME") and time.edtf is not None:
                return self.make_when(time, clause)
        near = self._loose_time(clause) if loose else None
        if near is not None:
            return self.make_when(near, clause)
        parent = self.parent(clause)
        if parent is not None and self._goes_on(clause, parent):
            return self.when(parent, follow=follow)
        follows = follow and parent is not None and clause.link is Link.NOMINAL
        if parent is not None and follows and not self._says(parent):
            return self.when(parent, follow=True, loose=False)
        return When()

    def _loose_time(self, clause: Clause) -> Time | None:
        """Return the day nearest to a verb in its own part of the sentence.

        A parser hangs "on Friday" on the noun before it ("A court on Friday convicted
        ..."); it is the verb's where no other verb's clause and no noun that stands for
        a deed holds it.
        """
        if clause.kind is not PredicateKind.VERB or clause.tense is Tense.PRESENT:
            return None  # what lasts is not dated by a day that stands near
        best: tuple[int, Time] | None = None
        for time in self.times_in(clause.extent):
            if time.timex_type not in ("DATE", "TIME") or time.edtf is None:
                continue
            if self._holder(Span(time.start, time.end), clause) is not clause:
                continue
            gap = max(
                time.start - clause.predicate.end, clause.predicate.start - time.end
            )
            if gap <= _NEAR and (best is None or gap < best[0]):
                best = (gap, time)
        return best[1] if best else None

    def _holder(self, span: Span, clause: Clause) -> Clause:
        """Return the smallest clause of a clause's sentence that holds a span."""
        if not self._by_sentence:
            for each in self.document.clauses:
                self._by_sentence.setdefault(each.sent, []).append(each)
        best = clause
        for other in self._by_sentence[clause.sent]:
            owns = other.kind is PredicateKind.VERB or any(
                a.span.holds(span) for a in other.all(Role.TIME)
            )
            smaller = other.extent.end - other.extent.start < (
                best.extent.end - best.extent.start
            )
            if owns and smaller and other.extent.holds(span):
                best = other
        return best

    def make_when(self, time: Time, clause: Clause | None = None) -> When:
        """Return a time expression as the day of a fact.

        Where an expression has two readings ("Tuesday"), the clause's tense chooses.
        """
        edtf = time.edtf
        published = self.document.article.published
        if clause is not None and edtf and time.other and published:
            ahead = clause.tense is Tense.FUTURE or clause.modality in _PLANNED
            other_first = edtf[:10] > published[:10] >= time.other[:10]
            other_later = edtf[:10] <= published[:10] < time.other[:10]
            behind = clause.tense is Tense.PAST and not ahead
            if (behind and other_first) or (ahead and other_later):
                edtf = time.other
        if clause is not None and clause.tense is Tense.PAST and edtf and published:
            edtf = _until(edtf, published[:10])
        return When(edtf, self.text[time.start : time.end], time.basis)

    def _goes_on(self, clause: Clause, parent: Clause) -> bool:
        """Whether a clause goes on with its parent's doings and so with its day.

        "He summoned the envoy on Thursday and demanded that both be freed."
        """
        return (
            clause.link is Link.COORDINATE
            and clause.subject_shared
            and clause.tense is parent.tense
            and clause.predicate.start > parent.predicate.start
        )

    def _says(self, clause: Clause) -> bool:
        """Whether a clause is speech, whose day is that of speaking."""
        return clause.lemma in self.lexicons["cues"]

    # -- voice and factuality ----------------------------------------------------

    def voice(self, span: Span) -> str:
        """Return the id of the innermost statement that says a span, or `narrator`."""
        if self._contents is None:
            self._contents = sorted(
                ((c, s.id) for s in self.statements for c in s.content_spans),
                key=lambda c: (c[0].end - c[0].start, c[0].start),
            )
        for content, statement in self._contents:
            if content.holds(span):
                return statement
        return NARRATOR

    def factuality(self, clause: Clause) -> Factuality:
        """Return how the text tells a clause, from its words and what it hangs on."""
        own = self._own_factuality(clause)
        if own is not Factuality.ASSERTED:
            return own
        return self._inherited(clause, depth=0)

    def _own_factuality(self, clause: Clause) -> Factuality:
        """Judge a clause by its own form: negation, modal, question, link, raising."""
        if clause.link is Link.CONDITION or clause.question:
            return Factuality.HYPOTHETICAL
        if clause.raised is not None:
            colour = self._colour(clause.raised, negated=clause.negated)
            if colour is not Factuality.ASSERTED:
                return colour
        if clause.negated:
            return Factuality.NEGATED
        if clause.modality == "would" and self._is_told_ahead(clause):
            return Factuality.PLANNED
        if clause.modality in _HYPOTHETICAL:
            return Factuality.HYPOTHETICAL
        if clause.marker in _NOT_YET and clause.tense is Tense.PRESENT:
            return Factuality.HYPOTHETICAL
        if clause.modality in _PLANNED:
            return Factuality.PLANNED
        if clause.modality in _ASKED:
            return Factuality.ASKED
        if clause.link is Link.PURPOSE:
            return Factuality.HYPOTHETICAL
        return Factuality.ASSERTED

    def _is_told_ahead(self, clause: Clause) -> bool:
        """Whether "would" is a "will" that speech in the past has turned."""
        parent = self.parent(clause)
        return (
            clause.link is Link.COMPLEMENT
            and parent is not None
            and parent.tense is Tense.PAST
            and self._says(parent)
        )

    def _colour(self, lemma: str, *, negated: bool) -> Factuality:
        """Return the factuality that a verb lends to what hangs on it."""
        row = self.lexicons["colours"].get(lemma)
        if row is None:
            return Factuality.ASSERTED
        return Factuality(row["negated"] if negated else row["factuality"])

    def _inherited(self, clause: Clause, *, depth: int) -> Factuality:
        """Return what the clauses above make of this one."""
        parent = self.parent(clause)
        if parent is None or depth > 5:
            return Factuality.ASSERTED
        if clause.link is Link.COORDINATE or clause.link is Link.ROOT:
            inherited = clause.link is Link.COORDINATE and parent.link in (
                Link.CONDITION,
                Link.PURPOSE,
                Link.COMPLEMENT,
            )
            return self.factuality(parent) if inherited else Factuality.ASSERTED
        if clause.link in (Link.COMPLEMENT, Link.NOMINAL) and self._is_object(
            clause, parent
        ):
            colour = self._colour(parent.lemma, negated=parent.negated)
            if colour is Factuality.ASKED and _only_says(parent, clause):
                colour = Factuality.ASSERTED
            if colour is not Factuality.ASSERTED:
                return colour
            return (
                self._inherited(parent, depth=depth + 1)
                if (clause.link is Link.COMPLEMENT and self._says(parent))
                else self._above(parent, depth)
            )
        return Factuality.ASSERTED

    def _above(self, parent: Clause, depth: int) -> Factuality:
        """Return the factuality of the parent, for what only happens with it."""
        own = self._own_factuality(parent)
        if own is not Factuality.ASSERTED:
            return own
        return self._inherited(parent, depth=depth + 1)

    def _is_object(self, clause: Clause, parent: Clause) -> bool:
        """Whether a clause is what its parent is about, rather than its subject."""
        if clause.link is Link.COMPLEMENT:
            return True
        for argument in parent.arguments:
            if argument.head.start == clause.predicate.start:
                passive = parent.voice.value == "passive"
                return argument.role is not Role.AGENT or passive
        return True


def _pair_marks(document: Document) -> dict[int, int]:
    """Map each mark of a closed quotation to where its partner stands."""
    pairs = [(q.span.start, q.span.end - 1) for q in document.quotes if q.closed]
    return {**dict(pairs), **{end: start for start, end in pairs}}


def _only_says(parent: Clause, clause: Clause) -> bool:
    """Whether "told", "instructed" reports a fact: "told X that", not "told X to"."""
    return (
        parent.lemma in ("tell", "insist")
        and clause.marker != "to"
        and (clause.tense is not Tense.NONE)
    )


def _until(edtf: str, published: str) -> str:
    """End an interval that the past tense puts behind us on the publication day."""
    start, _, end = edtf.partition("/")
    if len(start) == len(end) == len(published) == 10 and start < published < end:
        return f"{start}/{published}"
    return edtf
