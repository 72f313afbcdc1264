"""Relations: sentences that speak of how two states or bodies stand to each other.

A noun ("relations", "ties", "tension") with its two sides, or an ambassador recalled.
The direction is what the words around it say; a sentence without one is kept only where
both sides are named beside the noun.
"""

import re

from onrecord.extract.context import Context, Who
from onrecord.extract.ties.terms import Outline
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Clause, PredicateKind, Role
from onrecord.model.document import Phrase
from onrecord.model.evidence import Span
from onrecord.model.relation import Direction, Relation

METHOD = "relations/1"
_SIDES = frozenset(
    {ActorKind.STATE, ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.GROUP}
)
_OVER = ("over", "because of", "due to", "after", "since")
_STOPS = re.compile(
    r"[,;.]| (?:over|since|after|because|has|have|had|is|are|was|were|that|to|as|but)\b"
)


def find_relations(context: Context) -> list[Relation]:
    """Return what an article's sentences say of relations, in text order.

    Args:
        context: Its document, with `statements` found.
    """
    outline = Outline(context)
    made: list[Relation] = []
    nouns = context.lexicons["relation_nouns"]
    for phrase in context.document.phrases:
        row = nouns.get(phrase.head_lemma)
        clause = _clause_of(context, phrase) if row is not None else None
        if row is None or clause is None:
            continue
        for ordinal, sides in enumerate(_pairs(outline, phrase, clause)):
            relation = _make(outline, phrase, clause, sides, int(row["sign"]), ordinal)
            if relation is not None and not _is_told(relation, made):
                made.append(relation)
    return [*made, *_recalled(outline)]


def _is_told(relation: Relation, made: list[Relation]) -> bool:
    """Whether an earlier sentence says the same of the same pair."""
    return any(
        set(other.actors) == set(relation.actors)
        and other.direction is relation.direction
        and (other.direction_text or "").lower()
        == (relation.direction_text or "").lower()
        for other in made
    )


def _clause_of(context: Context, phrase: Phrase) -> Clause | None:
    """Return the smallest verb clause that a phrase stands in."""
    best: Clause | None = None
    for clause in context.document.clauses:
        if clause.sent != phrase.sent or clause.kind is PredicateKind.NOUN:
            continue
        if clause.extent.holds(phrase.head) and (
            best is None or _size(clause) < _size(best)
        ):
            best = clause
    return best


def _size(clause: Clause) -> int:
    """Return how long a clause is."""
    return clause.extent.end - clause.extent.start


def _pairs(outline: Outline, phrase: Phrase, clause: Clause) -> list[list[Who]]:
    """Return the pairs of sides that a noun speaks of.

    "Between A and B", "A-B relations" give one; "A's relations with B and C" two.
    """
    context = outline.context
    tail = context.text[phrase.head.end : phrase.head.end + 9].lower()
    inside = _parties(context, phrase.span)
    after = _parties(context, _after(context, phrase))
    if tail.startswith((" between", " among")):
        return [after] if len(after) == 2 else []
    if tail.startswith(" with "):
        mine = [w for w in inside if all(w.actor != a.actor for a in after)]
        mine = mine or _owners(outline, clause) or _speakers_state(context, clause)
        return [[m, a] for m in mine[:1] for a in after[:3] if a.actor != m.actor]
    return [inside] if len(inside) == 2 else []


def _after(context: Context, phrase: Phrase) -> Span:
    """Return the words after a noun that name its sides, up to another matter."""
    text = context.text
    start = phrase.head.end
    stop = min(start + 90, context.document.sents[phrase.sent].end)
    cut = _STOPS.search(text, start + 6, stop)
    return Span(start, max(cut.start() if cut else stop, start + 1))


def _parties(context: Context, span: Span) -> list[Who]:
    """Return the states, bodies and groups named in a span, each once."""
    found: dict[str, Who] = {}
    for n in context.phrases_in(span):
        phrase = context.document.phrases[n]
        who = context.who_phrase(n)
        place = (phrase.name_type or "").startswith("LOC")
        if who is None or who.actor is None or not (place or phrase.kind in _SIDES):
            continue
        if phrase.name is not None and phrase.span != span:
            found.setdefault(who.actor, who)
    return list(found.values())


def _owners(outline: Outline, clause: Clause) -> list[Who]:
    """Return the party that acts on its own relations, or is willing to."""
    kinds = {a.id: a.kind for a in outline.context.document.actors}
    parent = outline.context.parent(clause)
    agents = outline.agents(clause)
    if not agents and clause.raised is not None and parent is not None:
        agents = outline.agents(parent)
    return [w for w in agents if kinds.get(w.actor or "") in _SIDES]


def _speakers_state(context: Context, clause: Clause) -> list[Who]:
    """Return the state of whoever says "relations with X", by their nationality.

    Where the article does not name it, who holds an office stands for it.
    """
    voice = context.voice(clause.predicate)
    said = next((s for s in context.statements if s.id == voice), None)
    actors = context.document.actors
    speaker = next((a for a in actors if said and a.id == said.speaker), None)
    nations = {speaker.nationality} if speaker else set()
    nations |= {r.of for r in speaker.roles} if speaker else set()
    span = said.source_spans[0] if said and said.source_spans else clause.extent
    for actor in actors:
        if actor.kind is ActorKind.STATE and {actor.name, actor.id} & nations:
            return [Who(actor.id, actor.name, span)]
    if speaker is None or not speaker.roles:
        return []
    return [Who(speaker.id, speaker.name, span)]


def _make(
    outline: Outline,
    phrase: Phrase,
    clause: Clause,
    sides: list[Who],
    sign: int,
    ordinal: int,
) -> Relation | None:
    """Return the record of a sentence about two sides, None where it says nothing."""
    context = outline.context
    direction, words = _direction(outline, phrase, clause)
    if sign < 0 and words is not None and _grows(words):
        direction = Direction.WORSENING
    if direction is None and sign > 0:
        return None
    if direction is None:
        direction, words = Direction.WORSENING, context.words(phrase.head)
    when = context.when(clause)
    return Relation(
        id=context.make_id("relation", phrase.head, ordinal=ordinal),
        evidence=context.evidence(context.clause_span(clause), phrase.span),
        method=METHOD,
        voice=context.voice(phrase.head),
        factuality=context.factuality(clause),
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        actors=tuple(w.actor for w in sides if w.actor),
        actors_text=tuple(w.text for w in sides),
        flashpoints=tuple(
            context.words(a.span)
            for a in clause.marked(*_OVER)
            if a.role is not Role.TIME
        ),
        direction=direction,
        direction_text=words,
    )


_GROWING = (
    "rise",
    "risi",
    "mount",
    "deep",
    "expan",
    "devel",
    "renew",
    "stren",
    "boost",
)


def _grows(words: str) -> bool:
    """Whether a word says that there is more of something."""
    return words.lower().startswith(_GROWING)


def _direction(
    outline: Outline, phrase: Phrase, clause: Clause
) -> tuple[Direction | None, str | None]:
    """Return where a relation is heading, with the words that say so."""
    context = outline.context
    table = context.lexicons["relation_words"]
    row = table.get(clause.lemma) or table.get(clause.lemma.split(" ")[0])
    if row is not None and not clause.negated:
        return Direction(row["direction"]), context.words(clause.predicate)
    for argument in clause.all(Role.ATTRIBUTE, Role.PATIENT):
        for word in context.words(argument.span).lower().replace(",", "").split():
            row = table.get(word)
            if row is not None:
                return Direction(row["direction"]), word
    for word in context.words(phrase.span).lower().split():
        row = table.get(word)
        if row is not None:
            return Direction(row["direction"]), word
    return None, None


def _recalled(outline: Outline) -> list[Relation]:
    """Return relations from ambassadors that a state recalls or expels."""
    context = outline.context
    made = []
    for clause in context.document.clauses:
        if clause.lemma not in ("recall", "expel", "withdraw") or clause.negated:
            continue
        for argument in clause.all(Role.PATIENT):
            words = context.words(argument.span).lower()
            if "ambassador" not in words and "diplomat" not in words:
                continue
            sides = _envoy_sides(outline, clause)
            if len(sides) == 2:
                made.append(_recall(outline, clause, sides))
                break
    return made


def _envoy_sides(outline: Outline, clause: Clause) -> list[Who]:
    """Return who recalls or expels, and the state that the envoy was with."""
    found: dict[str, Who] = {}
    parties = _parties(outline.context, clause.extent)
    for who in [*outline.agents(clause)[:1], *parties]:
        if who.actor is not None:
            found.setdefault(who.actor, who)
    return list(found.values())


def _recall(outline: Outline, clause: Clause, sides: list[Who]) -> Relation:
    """Return the record of an envoy recalled or expelled."""
    context = outline.context
    when = context.when(clause)
    return Relation(
        id=context.make_id("relation", clause.predicate),
        evidence=context.evidence(context.clause_span(clause)),
        method=METHOD,
        voice=context.voice(clause.predicate),
        factuality=context.factuality(clause),
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        actors=tuple(w.actor for w in sides if w.actor),
        actors_text=tuple(w.text for w in sides),
        direction=Direction.WORSENING,
        direction_text=context.words(clause.predicate),
    )
