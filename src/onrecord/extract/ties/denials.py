"""Denials: who says that something is not so, and which words they deny.

A denial is a verb ("denied that", "dismissed the report"), a passive aside ("a charge
denied by the ministry") or a saying that amounts to one ("the charges are baseless",
"he had done nothing wrong"). To refuse a thing ("denied bail") is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.context import Context, Who
from onrecord.extract.ties.overlap import content_words
from onrecord.extract.ties.terms import Outline
from onrecord.model.clause import Argument, Clause, Link, PredicateKind, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.statement import Act, Statement

_OPEN = (Factuality.HYPOTHETICAL, Factuality.ASKED, Factuality.PLANNED)
# "A report that", "in the paper that", "charges of", right after the noun for the last.
_SAYS_THAT = re.compile(r"^ (?:of|about) | that ")
# "Rejected that.": the pointer alone, which a parse may leave out.
_BARE_POINTER = re.compile(r" (this|that)[.,;]")
_TO_CHARGES = re.compile(r" to (?:\w+ ){0,3}(?:charges?|counts?) (?:of|that) ")
_COPULAS = frozenset(["is", "was", "are", "were", "be", "been"])
_NAMING = frozenset(
    ["call", "label", "brand", "describe", "dub", "term", "denounce", "dismiss"]
)
_POINTERS = frozenset(["this", "that", "it", "so", "them", "these"])


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial: `words` are None where a noun or pronoun stands for what is denied."""

    clause: Clause
    who: tuple[Who, ...]
    object: Span
    words: Span | None
    accused: bool
    statement: Statement | None

    def points(self, context: Context) -> bool:
        """Whether "this" or "that" alone stands for what is denied."""
        return self.nominal and context.words(self.object).lower() in ("this", "that")

    @property
    def aside(self) -> bool:
        """Whether it is told beside a noun: "a charge that she says is baseless"."""
        return self.words is None and self.object.end == self.clause.predicate.end

    @property
    def nominal(self) -> bool:
        """Whether its own verb has a noun or pronoun that stands for the words."""
        return self.words is None and self.object != self.clause.extent


def find_denials(outline: Outline) -> Iterator[Denial]:
    """Yield an article's denials, in text order of their verbs."""
    context = outline.context
    cues = context.lexicons["denial_cues"]
    spoken = {s.cue_spans[0].start: s for s in context.statements if s.cue_spans}
    for clause in context.document.clauses:
        if clause.kind is not PredicateKind.VERB:
            continue
        row = cues.get(clause.lemma)
        said = spoken.get(clause.predicate.start)
        if row is not None:
            found = _verb_denial(outline, clause, row["object"], said)
        else:
            found = _naming_denial(outline, clause) or _said_denial(outline, clause)
        if found is not None and found.who:
            yield found


def _verb_denial(
    outline: Outline, clause: Clause, wanted: str, said: Statement | None
) -> Denial | None:
    """Read "denied that", "denied any link", "a charge denied by"."""
    context = outline.context
    if wanted == "plea":
        return _plea(outline, clause, said)
    if clause.negated or clause.question or context.factuality(clause) in _OPEN:
        return None
    who = tuple(_deniers(outline, clause))
    refused = any(_is_person(context, a) for a in clause.all(Role.PATIENT))
    for argument in () if refused else clause.all(Role.COMPLEMENT):
        if argument.clause is not None and argument.marker != "as" and who:
            inner = context.clause(argument.clause)
            goods = context.lexicons["refused_goods"]
            if inner is not None and context.words(inner.predicate).lower() in goods:
                return None  # "denied him bail", its noun read as a verb
            words = outline.complement(argument)
            return Denial(clause, who, words, words, False, said)
    objects = clause.marked("against", "on", "at") if wanted == "against" else ()
    for argument in objects or clause.all(Role.PATIENT):
        if argument.clause is None:
            return _noun_denial(outline, clause, argument, wanted, who, said)
    after = context.text[clause.predicate.end : clause.predicate.end + 9]
    pointer = _BARE_POINTER.match(after)
    if pointer is None or clause.voice is Voice.PASSIVE:
        return None
    start = clause.predicate.end + pointer.start(1)
    return Denial(clause, who, Span(start, start + 4), None, False, said)


def _plea(outline: Outline, clause: Clause, said: Statement | None) -> Denial | None:
    """Read "pleaded not guilty", with or without "to charges of"."""
    context = outline.context
    after = context.text[clause.predicate.end : clause.predicate.end + 12].lower()
    if not after.startswith((" not guilty", " innocent")) or clause.question:
        return None
    who = tuple(w for w in outline.agents(clause) if w.actor is not None)
    rest = context.text[clause.predicate.end : clause.extent.end]
    found = _TO_CHARGES.search(rest)
    if found is None:
        return Denial(clause, who, clause.extent, None, True, said)
    start = clause.predicate.end + found.end()
    words = outline.without_day(outline.reach(clause, start))
    return Denial(clause, who, words, words, True, said)


def _deniers(outline: Outline, clause: Clause) -> list[Who]:
    """Return who denies; a thing cannot, so whoever says the sentence does."""
    found = [w for w in outline.agents(clause) if w.actor is not None]
    if found or clause.voice is Voice.PASSIVE:
        return found
    here: Clause | None = clause
    for _ in range(3):
        here = outline.context.parent(here) if here is not None else None
        if here is not None and here.lemma in outline.context.lexicons["cues"]:
            return [w for w in outline.agents(here) if w.actor is not None]
    return []


def _noun_denial(
    outline: Outline,
    clause: Clause,
    argument: Argument,
    wanted: str,
    who: tuple[Who, ...],
    said: Statement | None,
) -> Denial | None:
    """Read a denial whose object is a noun: what it is of, or what it stands for."""
    context = outline.context
    noun = _noun(context, argument)
    row = context.lexicons["claim_nouns"].get(noun)
    if noun in context.lexicons["refused_goods"]:
        return None
    if row is None and (wanted != "any" or clause.voice is Voice.PASSIVE):
        return None
    if context.words(argument.span).lower() in _POINTERS and wanted == "any":
        return Denial(clause, who, argument.span, None, False, said)
    if row is None and _is_person(context, argument):
        return None
    if clause.all(Role.RECIPIENT):
        return None
    passive = clause.voice is Voice.PASSIVE
    whole = outline.reach(clause, argument.span.start)
    if passive:
        end = min(argument.span.end, clause.predicate.start)
        whole = Span(argument.span.start, max(end, argument.head.end))
    words = _inner_words(outline, whole, argument) if row is not None else whole
    accused = row is not None and row["kind"] == "accusation"
    return Denial(clause, who, whole, words, accused, said)


def _noun(context: Context, argument: Argument) -> str:
    """Return the head noun of an argument, its base form."""
    phrase = context.phrase(argument)
    if phrase is not None:
        return phrase.head_lemma
    return context.words(argument.head).lower().removesuffix("s")


def _is_person(context: Context, argument: Argument) -> bool:
    """Whether an argument names somebody, who cannot be denied."""
    phrase = context.phrase(argument)
    return phrase is not None and phrase.animate


def _inner_words(outline: Outline, whole: Span, argument: Argument) -> Span | None:
    """Return what a report or charge is of, None where the noun stands alone."""
    text = outline.context.text
    rest = text[argument.head.end : whole.end]
    found = _SAYS_THAT.search(rest)
    if found is not None:
        start = argument.head.end + found.end()
        return outline.tidy(Span(start, whole.end)) if start < whole.end else None
    return whole if len(rest.split()) > 2 else None


def _naming_denial(outline: Outline, clause: Clause) -> Denial | None:
    """Read "called the reports simple speculation", "described the charge as false"."""
    context = outline.context
    if clause.lemma not in _NAMING or clause.negated:
        return None
    words = context.words(clause.extent).lower().strip(" .,\"'“”").split()
    last = {" ".join(words[-n:]).strip("\"'“”") for n in (1, 2)}
    table = context.lexicons["innocence"]
    if not any(w in table and table[w]["of"] == "claim" for w in last):
        return None
    who = tuple(_deniers(outline, clause))
    for argument in clause.all(Role.PATIENT, Role.ATTRIBUTE, Role.AGENT):
        row = context.lexicons["claim_nouns"].get(_noun(context, argument))
        if row is not None and argument.span.start > clause.predicate.start:
            end = _name_start(context, clause, argument)
            if end is None:
                return None
            whole = outline.tidy(Span(argument.span.start, end))
            inner = _inner_words(outline, whole, argument)
            accused = row["kind"] == "accusation"
            return Denial(clause, who, whole, inner, accused, None)
    return None


def _name_start(context: Context, clause: Clause, argument: Argument) -> int | None:
    """Return where the name begins that a thing is given: a mark, "as", its word."""
    low, high = argument.span.end, clause.extent.end
    rest = context.text[low:high]
    places = [rest.find(m) for m in (' "', " “", " as ")]
    found = [p for p in places if p >= 0]
    return low + min(found) if found else None


def _said_denial(outline: Outline, clause: Clause) -> Denial | None:
    """Read words that deny without the verb, inside what somebody says."""
    context = outline.context
    if clause.link in (Link.RELATIVE, Link.CONDITION) or clause.question:
        return None
    kind = _innocence(outline, clause)
    subject = clause.first(Role.AGENT, Role.PATIENT)
    if kind is None or subject is None:
        return None
    if context.words(subject.span).lower() in ("that", "which"):
        return _aside(outline, clause) if kind == "claim" else None
    said = _voice(context, clause)
    if said is None or said.speaker is None or said.act in (Act.ACCUSE, Act.ASK):
        return None
    who = Who(said.speaker, said.speaker_text or "", said.source_spans[0])
    if kind == "claim":
        return _called_baseless(outline, clause, subject, who, said)
    charge = clause.first(Role.ATTRIBUTE) if clause.negated else None
    whole = clause.extent
    if charge is not None and len(context.words(charge.span).split()) > 2:
        own = context.who(subject)
        if own is None or own.actor not in {said.speaker, *said.on_behalf_of}:
            return None
        words = outline.reach(clause, charge.span.start)
        return Denial(clause, (who,), words, words, True, said)
    return Denial(clause, (who,), whole, None, True, said)


def _called_baseless(
    outline: Outline, clause: Clause, subject: Argument, who: Who, said: Statement
) -> Denial | None:
    """Read "the accusations against them are baseless"."""
    row = outline.context.lexicons["claim_nouns"].get(_noun(outline.context, subject))
    if row is None:
        return None
    end = outline.reach(clause, subject.span.start, clause.predicate.start).end
    copula = outline.context.words(Span(subject.span.start, end)).split(" ")[-1]
    end -= len(copula) + 1 if copula in _COPULAS else 0
    whole = outline.tidy(Span(subject.span.start, max(end, subject.head.end)))
    words = _inner_words(outline, whole, subject)
    if words is None and len(content_words(outline.context.words(whole))) > 1:
        words = whole
    return Denial(clause, (who,), whole, words, row["kind"] == "accusation", said)


def _aside(outline: Outline, clause: Clause) -> Denial | None:
    """Read "an accusation that Tavara says is baseless": the noun before the clause."""
    context = outline.context
    parent = context.parent(clause)
    if parent is None or parent.lemma not in context.lexicons["cues"]:
        return None
    start = min(clause.extent.start, parent.extent.start)
    before = context.text[max(0, start - 40) : start].split()
    row = context.lexicons["claim_nouns"].get(before[-1].lower() if before else "")
    if row is None:
        return None
    who = tuple(w for w in outline.agents(parent) if w.actor is not None)
    whole = Span(start, clause.predicate.end)
    return Denial(clause, who, whole, None, row["kind"] == "accusation", None)


def _innocence(outline: Outline, clause: Clause) -> str | None:
    """Return whether a clause says of a charge or of a person that it is not so."""
    context = outline.context
    table = context.lexicons["innocence"]
    row = table.get(clause.lemma)
    if row is not None and clause.voice is Voice.PASSIVE and not clause.negated:
        return row["of"]
    for argument in clause.all(Role.ATTRIBUTE, Role.PATIENT):
        words = context.words(argument.span).lower().split()
        if clause.negated and words[:1] in (["guilty"], ["responsible"], ["involved"]):
            return "person"
        for size in (1, 2, 3):
            row = table.get(" ".join(words[-size:]) if size <= len(words) else "")
            row = row or table.get(" ".join(words[:size]))
            if row is not None and not clause.negated:
                return row["of"]
    return None


def _voice(context: Context, clause: Clause) -> Statement | None:
    """Return the statement that says a clause."""
    voice = context.voice(clause.predicate)
    return next((s for s in context.statements if s.id == voice), None)
