"""Where a cue's clause says what is asked or offered, and of whom: one frame each.

The letters of `lexicons/linkage_cues.tsv` name them. Each gives the span of the term
and who is addressed, or None where the clause is not built that way.
"""

from collections.abc import Callable, Mapping

from onrecord.extract.context import Who
from onrecord.extract.ties.terms import Outline
from onrecord.model.actor import Form
from onrecord.model.clause import Argument, Clause, Link, PredicateKind, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row

_ADDRESSES = ("from", "of", "to", "on")

Found = tuple[Span, list[Who]] | None
"""A term, and who it is asked of or offered to."""


def _object(outline: Outline, clause: Clause, row: Row) -> Found:
    """Read "demanded his release", "demand of freedom": the object is the term."""
    patients = [a for a in clause.all(Role.PATIENT) if a.clause is None]
    if not patients:
        return None
    if row.get("needs") == "weighty" and not _is_weighty(outline, patients):
        return None
    if _is_bare(outline, patients[0]):
        return None
    # A person after the object begins something else, whatever the parse makes of it.
    others = [a.span.start for a in patients[1:] if _is_bare(outline, a)]
    end = min(others) if others else None
    span = outline.without_day(outline.reach(clause, patients[0].span.start, end))
    return span, _addressed(outline, clause)


def _is_weighty(outline: Outline, arguments: list[Argument]) -> bool:
    """Whether an object is one of those that are asked for in earnest."""
    table = outline.context.lexicons["linkage_terms"]
    for argument in arguments:
        phrase = outline.context.phrase(argument)
        head = phrase.head_lemma if phrase else outline.context.words(argument.head)
        if head.lower() in table:
            return True
    return False


def _is_bare(outline: Outline, argument: Argument) -> bool:
    """Whether an object names somebody rather than something demanded."""
    phrase = outline.context.phrase(argument)
    return phrase is not None and (phrase.animate or phrase.form is Form.PRONOUN)


def _addressed(outline: Outline, clause: Clause) -> list[Who]:
    """Return who a demand is put to: "from Washington", "on the government"."""
    context = outline.context
    found = [a for a in clause.marked(*_ADDRESSES) if a.clause is None]
    return [
        w
        for w in context.all_who([*clause.all(Role.RECIPIENT), *found])
        if w.actor is not None
    ]


def _clause(outline: Outline, clause: Clause, row: Row) -> Found:
    """Read "demanded that X do": the clause is the term, its agent is addressed."""
    for argument in clause.all(Role.COMPLEMENT):
        inner = outline.context.clause(argument.clause)
        noun = clause.kind is PredicateKind.NOUN
        allowed = (None, "that", "to", "of") if noun else (None, "that")
        if inner is None or argument.marker not in allowed:
            continue
        if row.get("needs") in ("must", "weighty") and not _is_demanding(
            outline, inner
        ):
            continue
        if inner.link is Link.RELATIVE and inner.marker is None:
            continue
        agents = outline.agents(inner) if inner.voice is Voice.ACTIVE else []
        return outline.complement(argument), [w for w in agents if w.actor]
    return None


def _is_demanding(outline: Outline, inner: Clause) -> bool:
    """Whether a clause says what must be done, by modal or by subjunctive."""
    if inner.modality in ("must", "should"):
        return True
    if outline.context.words(inner.predicate) == "be":
        return inner.modality is None
    return inner.modality is None and inner.tense.value == "none"


def _infinitive(outline: Outline, clause: Clause, row: Row) -> Found:
    """Read "offered to free", "a demand to free": the infinitive is the term."""
    for argument in clause.all(Role.COMPLEMENT):
        inner = outline.context.clause(argument.clause)
        if inner is None or argument.marker != "to":
            continue
        words = outline.context.words(argument.span).lower()
        soft = row["kind"] == "demand" and clause.kind is PredicateKind.VERB
        if soft and not _is_wished(inner):
            continue
        if words.startswith(("to ", "not to ")):
            return outline.complement(argument), _addressed(outline, clause)
    return None


def _is_wished(inner: Clause) -> bool:
    """Whether "asked to be" asks for something done: "to be handed over"."""
    return inner.voice is Voice.PASSIVE and not inner.negated


def _person_to(outline: Outline, clause: Clause, _: Row) -> Found:
    """Read "urged X to do": X is addressed, the infinitive is the term."""
    return _told_to(outline, clause, [*clause.all(Role.PATIENT, Role.RECIPIENT)])


def _on_person_to(outline: Outline, clause: Clause, _: Row) -> Found:
    """Read "called on X to do"."""
    return _told_to(outline, clause, [*clause.marked("on", "upon")])


def _to_person_to(outline: Outline, clause: Clause, _: Row) -> Found:
    """Read "appealed to X to do"; a noun may have its infinitive alone."""
    arguments = [a for a in clause.marked("to", "on") if a.clause is None]
    return _told_to(outline, clause, arguments)


def _told_to(outline: Outline, clause: Clause, people: list[Argument]) -> Found:
    """Return the infinitive that follows somebody who is told to do it."""
    addressed = [w for w in outline.context.all_who(people) if w.actor]
    if not addressed:
        return None
    last = max(a.span.end for a in people)
    for kid in _infinitives(outline, clause):
        start = _infinitive_start(outline, kid)
        if start >= last - 1:
            end = max(kid.extent.end, kid.predicate.end)
            return outline.reach(kid, start, end), addressed
    return None


def _infinitives(outline: Outline, clause: Clause) -> list[Clause]:
    """Return the infinitive clauses that hang on a cue."""
    return [
        k
        for k in outline.kids(clause)
        if k.link in (Link.COMPLEMENT, Link.PURPOSE) and k.marker == "to"
    ]


def _infinitive_start(outline: Outline, clause: Clause) -> int:
    """Return where an infinitive begins, its "to" and "not" included."""
    text = outline.context.text
    start = clause.predicate.start
    for lead in ("to ", "not to ", "immediately ", "to immediately "):
        if text[max(0, start - len(lead)) : start].lower() == lead:
            start -= len(lead)
            break
    if text[max(0, start - 4) : start].lower() == "not ":
        start -= 4
    return start


def _what_follows_for(outline: Outline, clause: Clause, _: Row) -> Found:
    """Read "called for an end", "its demand for": what follows "for"."""
    found = [a for a in clause.marked("for") if a.role is not Role.TIME]
    named = outline.context.phrase(found[0]) if found else None
    if not found or (named is not None and named.animate):
        return None
    return outline.reach(clause, found[0].span.start), _addressed(outline, clause)


def _what_follows_on(outline: Outline, clause: Clause, _: Row) -> Found:
    """Read "insists on releasing": what follows "on"."""
    found = [a for a in clause.marked("on", "upon") if a.role is not Role.TIME]
    if not found:
        return None
    inner = outline.context.clause(found[0].clause)
    if inner is not None and inner.lemma not in outline.context.lexicons["conduct"]:
        return None  # "insists on seeking peace" is the speaker's own business
    if inner is None and not _is_weighty(outline, found[:1]):
        return None
    return outline.reach(clause, found[0].span.start), []


Frame = Callable[[Outline, Clause, Row], Found]

FRAMES: Mapping[str, Frame] = {
    "n": _object,
    "c": _clause,
    "t": _infinitive,
    "p": _person_to,
    "o": _on_person_to,
    "k": _to_person_to,
    "f": _what_follows_for,
    "i": _what_follows_on,
}
"""The frames by their letter."""
