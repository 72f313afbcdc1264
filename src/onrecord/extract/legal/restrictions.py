"""Terms of custody and of release, in their own words.

A term is a clause near the words that somebody is held or let go, about the same
person, with a word of the lexicon and a verb that goes with it: "must wear an
electronic ankle tag", "has not been allowed to see a lawyer".
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.extract.context import Context
from onrecord.extract.legal.holding import Holding
from onrecord.extract.legal.persons import Person
from onrecord.extract.legal.wording import stretch
from onrecord.model.actor import Form
from onrecord.model.clause import Argument, Clause, Link, PredicateKind, Role
from onrecord.model.custody import Condition
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row

# Terms are told in the sentences after the one that tells of custody.
_AFTER = 4
_SURETY = re.compile(
    r"\b(?:bail|bond|surety)\b(?: of| at| set at)?"
    r" (?:[^\s.,;]+ ){0,3}?[^\s.,;]*\d[^\s;]*"
    r"(?: (?:million|billion|thousand))?(?: [a-z]+)?"
)
_AUXILIARIES = re.compile(
    r"(?:\b(?:must|may|can|cannot|will|would|shall|should|has|have|had|is|are|was|were"
    r"|be|been|being|not|never|no longer|also|to|only)\s+)+$",
    re.IGNORECASE,
)
_LONGEST = 220


def find_conditions(
    context: Context, person: Person, holdings: Sequence[Holding], *, is_bail: bool
) -> tuple[Condition, ...]:
    """Return the terms that an article tells for one spell of a person.

    Args:
        context: The document.
        person: Who is held or let go.
        holdings: What the article says of the spell.
        is_bail: Whether it is a release on terms, which alone has a surety.
    """
    found: dict[Span, Condition] = {}
    judges = _who_let_go(context, holdings) if is_bail else frozenset()
    for clause in _clauses_near(context, holdings):
        term = _term_of(context, clause)
        if term is None:
            continue
        is_thing = term.get("needs") == "thing" and not is_bail
        if is_thing or _is_about(context, clause, person, judges):
            _keep(context, found, term["kind"], _words_of(context, clause))
    for span in _sureties(context, holdings) if is_bail else ():
        _keep(context, found, "surety", span)
    return tuple(found[span] for span in sorted(found))


def _clauses_near(context: Context, holdings: Sequence[Holding]) -> Iterable[Clause]:
    """Give the verb clauses of the sentences in which terms of a spell may stand."""
    sents: set[int] = set()
    for one in holdings:
        sents.update(range(one.sent, one.sent + _AFTER + 1))
    for clause in context.document.clauses:
        if clause.sent in sents and clause.kind is PredicateKind.VERB:
            yield clause


def _keep(
    context: Context, found: dict[Span, Condition], kind: str, span: Span
) -> None:
    """Add a term, unless its words stand in one of its kind already."""
    if any(span.overlaps(other) and found[other].kind == kind for other in found):
        return
    found[span] = Condition(
        id=context.make_id("condition", span),
        kind=kind,
        text=context.words(span),
        evidence=context.evidence(span),
    )


def _who_let_go(context: Context, holdings: Sequence[Holding]) -> frozenset[str]:
    """Return who granted bail: a pronoun of the terms is never them."""
    triggers = {one.trigger for one in holdings}
    return frozenset(
        who.actor
        for clause in context.document.clauses
        if clause.predicate in triggers
        for who in context.all_who(clause.all(Role.AGENT))
        if who.actor is not None
    )


def _is_about(
    context: Context, clause: Clause, person: Person, judges: frozenset[str]
) -> bool:
    """Whether a clause is about a person: by its chain, or a pronoun's sense."""
    if person.actor is None:
        return False
    parties = clause.all(Role.AGENT, Role.PATIENT, Role.RECIPIENT)
    for argument in (*parties, *_subjects_before_aside(context, clause)):
        phrase = context.phrase(argument)
        if phrase is None:
            continue
        if phrase.actor == person.actor:
            return True
        if phrase.form is Form.PRONOUN and phrase.actor in judges:
            return True
    return any(_is_theirs(context, one, person) for one in clause.all(Role.PATIENT))


def _is_theirs(context: Context, argument: Argument, person: Person) -> bool:
    """Whether words begin with whose they are: "her curfew", "Velt's passport"."""
    owners = (context.document.phrases[n] for n in context.phrases_in(argument.span))
    return any(
        one.actor == person.actor and one.span.start == argument.span.start
        for one in owners
        if one.span != argument.span
    )


def _subjects_before_aside(context: Context, clause: Clause) -> tuple[Argument, ...]:
    """Return the subject of words that "he said" interrupts.

    "She is allowed a visit, he said, and has not been permitted a lawyer": who may not
    is she.
    """
    aside = context.parent(clause)
    if aside is None or not clause.subject_shared or not context.says(aside):
        return ()
    before = [
        one
        for one in context.children(aside)
        if one.link is Link.COMPLEMENT and one.predicate.start < aside.predicate.start
    ]
    return before[0].all(Role.AGENT, Role.PATIENT)[:1] if before else ()


def _term_of(context: Context, clause: Clause) -> Row | None:
    """Return the lexicon's entry of the term that a clause says."""
    words = _object_words(context, clause)
    for word, row in context.lexicons["custody_terms"].items():
        verbs = row.get("verbs", "").split("|")
        if clause.negated:  # "whenever he leaves" is no term, "may not leave" is
            verbs += row.get("barred", "").split("|")
        if clause.lemma in verbs and _pattern(word).search(words):
            return row
    return None


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    """Return the pattern of a lexicon's word, in singular and plural."""
    return re.compile(rf"\b{re.escape(word)}s?\b")


def _object_words(context: Context, clause: Clause) -> str:
    """Return a clause's words after its predicate, with their markers, in lower case.

    The subject counts where it is what the term is about: a guard who accompanies, a
    consul who visits, lights that burn.
    """
    parts = [
        f"{argument.marker or ''} {context.words(argument.span)}"
        for argument in clause.arguments
    ]
    return " ".join(parts).lower()


def _words_of(context: Context, clause: Clause) -> Span:
    """Return the words of a term: subject, auxiliaries, verb and its objects."""
    before = context.text[max(0, clause.predicate.start - 60) : clause.predicate.start]
    aux = _AUXILIARIES.search(before)
    start = clause.predicate.start - (len(aux[0]) if aux else 0)
    subject = clause.first(Role.AGENT, Role.PATIENT)
    is_near = subject is not None and subject.span.end < start
    if subject is not None and is_near and clause.link is not Link.COORDINATE:
        start = subject.span.start
    end = clause.predicate.end
    for argument in clause.arguments:
        if argument.span.start >= clause.predicate.end:
            end = max(end, stretch(context, clause, argument).end)
    if end - start > _LONGEST:
        start, end = clause.predicate.start, max(clause.predicate.end, end)
    return context.inner(Span(start, min(end, start + _LONGEST)))


def _sureties(context: Context, holdings: Sequence[Holding]) -> list[Span]:
    """Return the sums that bail was set at."""
    found = []
    for one in holdings:
        match = _SURETY.search(context.text, one.span.start, one.span.end)
        if match is not None:
            found.append(Span(match.start(), match.end()))
    return found
