"""Relations: sentences that speak of how two states or bodies stand to each other.

A noun ("relations", "ties", "tension") with its two sides, or an ambassador recalled.
The direction is what the words around it say; a sentence without one is kept only where
both sides are named beside the noun.
"""

from onrecord.extract.context import Context, Who
from onrecord.extract.terms import Outline
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
_STOP = frozenset("diplomatic bilateral two own".split())
_TURNED = {Direction.IMPROVING: Direction.WORSENING, Direction.WORSENING: Direction.IMPROVING}


def find_relations(context: Context) -> list[Relation]:
    """Return what an article's sentences say of relations, in text order.

    Args:
        context: Its document, with `statements` found.
    """
    outline = Outline(context)
    made: list[Relation] = []
    nouns = context.lexicons["relation_nouns"]
    for index, phrase in enumerate(context.document.phrases):
        row = nouns.get(phrase.head_lemma)
        if row is None:
            continue
        clause = _clause_of(context, phrase)
        sides = _sides(outline, index, phrase, clause)
        if clause is None or len(sides) != 2:
            continue
        relation = _make(outline, phrase, clause, sides, int(row["sign"]))
        if relation is not None:
            made.append(relation)
    return [*made, *_recalled(outline)]


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


def _sides(
    outline: Outline, index: int, phrase: Phrase, clause: Clause | None
) -> list[Who]:
    """Return the two sides of a relation's noun."""
    context = outline.context
    found = _beside(context, phrase)
    if len(found) < 2 and clause is not None:
        found += _owners(outline, index, clause)
    unique: dict[str, Who] = {}
    for who in found:
        if who.actor is not None:
            unique.setdefault(who.actor, who)
    return list(unique.values())[:2] if len(unique) in (2, 3) else []


def _beside(context: Context, phrase: Phrase) -> list[Who]:
    """Return the parties named in a noun's phrase and after "between", "with"."""
    text = context.text
    tail = text[phrase.head.end : phrase.head.end + 9].lower()
    reach = phrase.span
    if tail.startswith((" between", " with ", " among ")):
        stop = min(phrase.head.end + 90, _sentence_end(context, phrase))
        cut = [text.find(c, phrase.head.end, stop) for c in (",", " over ", " since ")]
        ends = [c for c in cut if c > 0]
        reach = Span(phrase.span.start, min([*ends, stop]))
    found = []
    for n in context.phrases_in(reach):
        who = context.who_phrase(n)
        if who is not None and context.document.phrases[n].kind in _SIDES:
            found.append(who)
    return found


def _sentence_end(context: Context, phrase: Phrase) -> int:
    """Return where a phrase's sentence ends."""
    return context.document.sents[phrase.sent].end


def _owners(outline: Outline, index: int, clause: Clause) -> list[Who]:
    """Return the party whose relations they are: "their", or who acts on them."""
    context = outline.context
    kinds = {a.id: a.kind for a in context.document.actors}
    return [
        w
        for w in outline.agents(clause)
        if w.actor is not None and kinds.get(w.actor) in _SIDES
    ]


def _make(
    outline: Outline, phrase: Phrase, clause: Clause, sides: list[Who], sign: int
) -> Relation | None:
    """Return the record of a sentence about two sides, None where it says nothing."""
    context = outline.context
    direction, words = _direction(outline, phrase, clause)
    if direction is not None and sign < 0:
        direction = _TURNED.get(direction, direction)
        if words is not None and _grows(words):
            direction = Direction.WORSENING
    if direction is None and sign > 0:
        return None
    if direction is None:
        direction, words = Direction.WORSENING, context.words(phrase.head)
    when = context.when(clause)
    return Relation(
        id=context.make_id("relation", phrase.head),
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
            context.words(a.span) for a in clause.marked(*_OVER) if a.role is not Role.TIME
        ),
        direction=direction,
        direction_text=words,
    )


_GROWING = frozenset("rise mount heighten escalate deepen expand develop renew".split())


def _grows(words: str) -> bool:
    """Whether a word says that there is more of something."""
    first = words.lower().split(" ")[0]
    return any(first.startswith(g[:5]) for g in _GROWING)


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
            sides = _envoy_sides(outline, clause, argument.span)
            if len(sides) == 2:
                made.append(_recall(outline, clause, sides))
                break
    return made


def _envoy_sides(outline: Outline, clause: Clause, span: Span) -> list[Who]:
    """Return who recalls or expels, and the state that the envoy was with."""
    context = outline.context
    kinds = {a.id: a.kind for a in context.document.actors}
    found: dict[str, Who] = {}
    inside = [context.who_phrase(n) for n in context.phrases_in(clause.extent)]
    for who in [*outline.agents(clause), *(w for w in inside if w is not None)]:
        if who.actor is not None and kinds.get(who.actor) is ActorKind.STATE:
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
