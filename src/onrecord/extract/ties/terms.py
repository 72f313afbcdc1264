"""The words of a term: what is demanded, given, decided, as far as its words reach.

A clause's argument is often only the head of what is meant ("a raise" of "a raise in
their daily wage"); a term runs on to where the clause goes over to something else.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from onrecord.extract.context import Context, Who
from onrecord.model.actor import Form
from onrecord.model.clause import Argument, Clause, Link, Role
from onrecord.model.evidence import Span
from onrecord.model.linkage import Term

LONGEST_TERM = 320
"""A term longer than this is cut at a comma or a word's end."""

_UNTIL = frozenset(["until", "till", "by", "before", "within"])
_NEEDS_DAY = _UNTIL | {"and", "or", "between", "since", "from", "after"}
_PEOPLE = ("they", "we", "i", "he", "she")
_OTHER_MATTER = (Link.COORDINATE, Link.ADVERBIAL, Link.CONDITION, Link.ROOT)
_TRAILING = re.compile(
    r"(?:[\s,;:–—-]+|\b(?:and|but|or|while|as|after|because|if|unless|when|even|only|"
    r"before|until|since|with|although|though|so|that|who|which))+$"
)
_LEADING = re.compile(r"^(?:that|however|also|even|,)\s+", re.IGNORECASE)
# "..., saying", "..., who": what follows is told of the term, not part of it.
_ASIDE = re.compile(
    r"(?:,|--|;)\s+(?:(?:say|add|argu|insist|warn|claim|although|though|but|while|who|"
    r"which|where|he|she|they|it|according)\w*\b|(?:a|an|the)\s\w+\s(?:that|which|who)\b)"
)
_DAY_MARKER = re.compile(r"\b(?:on|in|at|early|late)$")
_OPEN_START = re.compile(r"^\.\./")


class Outline:
    """One document's clauses as rules walk them: by parent and by predicate."""

    def __init__(self, context: Context) -> None:
        """Index the clauses once."""
        self.context = context
        self._kids: dict[int, list[Clause]] = defaultdict(list)
        for clause in context.document.clauses:
            if clause.parent is not None:
                self._kids[clause.parent].append(clause)

    def kids(self, clause: Clause) -> list[Clause]:
        """Return the clauses that hang on this one, in text order."""
        return self._kids.get(clause.index, [])

    def agents(self, clause: Clause) -> list[Who]:
        """Return who acts in a clause: actors, or a pronoun that resolves to none."""
        context = self.context
        found = context.all_who(clause.all(Role.AGENT))
        if found:
            return found
        for argument in clause.all(Role.AGENT):
            phrase = context.phrase(argument)
            if phrase is None or phrase.form is not Form.PRONOUN:
                continue
            if phrase.animate or phrase.head_lemma in _PEOPLE:
                return [Who(None, context.words(phrase.span), phrase.span)]
        return []

    def reach(self, clause: Clause, start: int, end: int | None = None) -> Span:
        """Return the term that begins at `start` and belongs to a clause.

        Args:
            clause: What the term is part of.
            start: Where it begins.
            end: Where it ends at the latest; the clause's end by default.
        """
        end = clause.extent.end if end is None else end
        for kid in self.kids(clause):
            inside = start < kid.extent.start < end and kid.predicate.start > start
            if inside and kid.link in _OTHER_MATTER:
                end = kid.extent.start
        return self.tidy(Span(start, max(end, start + 1)))

    def complement(self, argument: Argument) -> Span:
        """Return the term of a complement clause, without its conditions and asides."""
        inner = self.context.clause(argument.clause)
        if inner is None:
            return self.tidy(argument.span)
        end = argument.span.end
        start = argument.span.start
        for kid in self.kids(inner):
            apart = kid.link in (Link.CONDITION, Link.ADVERBIAL)
            if apart and kid.extent.start > inner.predicate.end:
                end = min(end, kid.extent.start)
        return self.tidy(Span(start, max(end, start + 1)))

    def tidy(self, span: Span) -> Span:
        """Return a span without connecting words, quotation marks and asides."""
        text = self.context.text
        words = text[span.start : span.end]
        aside = _ASIDE.search(words, 4)
        if aside is not None:
            words = words[: aside.start()]
        if len(words) > LONGEST_TERM:
            cut = words.rfind(",", 40, LONGEST_TERM)
            words = words[: cut if cut > 0 else words.rfind(" ", 0, LONGEST_TERM)]
        lead = _LEADING.match(words)
        start = span.start + (lead.end() if lead else 0)
        kept = _TRAILING.sub("", words)
        end = max(span.start + len(kept), start + 1)
        return self._closed(self.context.inner(Span(start, end)))

    def _closed(self, span: Span) -> Span:
        """Return a span with the quotation mark that closes one opened inside."""
        text = self.context.text
        words = self.context.words(span)
        following = text[span.end : span.end + 2]
        for opening, closing in ('""', "“”"):
            opened = words.count(opening) - (
                words.count(closing) if closing != opening else 0
            )
            if opened % 2 and closing in following:
                return Span(span.start, span.end + following.index(closing) + 1)
        return span

    def without_day(self, span: Span) -> Span:
        """Return a term without the day at its end: that of saying or deciding."""
        for time in self.context.times_in(span):
            if time.end < span.end or time.start <= span.start:
                continue
            kept = self.context.words(Span(span.start, time.start)).rstrip()
            kept = _DAY_MARKER.sub("", kept).rstrip()
            if len(kept) > 3 and kept.split()[-1].lower() not in _NEEDS_DAY:
                return Span(span.start, span.start + len(kept))
        return span

    def term(self, span: Span) -> Term:
        """Return the term of a span, as the words stand."""
        return Term(text=self.context.words(span), spans=(span,))


def find_deadline(context: Context, spans: Iterable[Span]) -> str | None:
    """Return the first day that "by", "until" or "before" sets in any of the spans.

    EDTF; "by Friday" is the Friday, not the open interval that ends with it.
    """
    for span in spans:
        for time in context.times_in(span):
            before = context.text[max(0, time.start - 12) : time.start].lower().split()
            if before and before[-1] in _UNTIL and time.edtf is not None:
                return _OPEN_START.sub("", time.edtf)
    return None
