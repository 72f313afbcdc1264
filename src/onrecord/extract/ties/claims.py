"""Claims: what one side asserts and another denies. Never which of them is right.

A denial finds what it denies: its own words, the accusation that it answers, or what
somebody else or the article itself says in the same words. Two speakers who say the
same make a claim too.
"""

from onrecord.extract.context import Context, Who
from onrecord.extract.ties.alike import alike_pairs
from onrecord.extract.ties.denials import Denial, find_denials
from onrecord.extract.ties.opponents import find_opponents
from onrecord.extract.ties.overlap import content_words, dice, share
from onrecord.extract.ties.terms import Outline
from onrecord.model.actor import ActorKind
from onrecord.model.claim import Claim, Position
from onrecord.model.clause import Clause, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.fact import NARRATOR
from onrecord.model.statement import Act, Statement

METHOD = "claims/1"
# Least share of words by which a statement asserts what another denies.
_SAME = 0.5
# Two speakers say the same only in nearly the same words, and not in a few.
_ALIKE = 0.75
_WORDS = 5
# Whoever contradicts themselves does so in the very words.
_OWN = 0.9
_ACCUSING = frozenset(
    ["accuse", "charge", "blame", "allege", "suspect", "indict", "implicate"]
)
_NOT_SAYING = (Act.DENY, Act.DECLINE, Act.ASK, Act.REFUSE)
_NEAR = 2  # sentences back that a bare "denied the charge" can reach
_FAR = 15  # sentences back to an accusation of somebody who has another name there


def find_claims(context: Context) -> list[Claim]:
    """Return an article's claims, in text order.

    Args:
        context: Its document, with `statements` found.
    """
    outline = Outline(context)
    made: list[Claim] = []
    for denial in find_denials(outline):
        claim = _claim(outline, denial)
        if claim is not None and not any(_repeats(claim, other) for other in made):
            made.append(claim)
    return [*made, *_agreements(context, made)]


def _repeats(claim: Claim, other: Claim) -> bool:
    """Whether a claim was made already, by the same denier in the same words."""
    if claim.text == other.text:
        return True
    mine = {p.actor for p in claim.denied_by}
    return bool(mine & {p.actor for p in other.denied_by}) and (
        share(claim.text, other.text) >= _ALIKE
    )


def _claim(outline: Outline, denial: Denial) -> Claim | None:
    """Return the claim that a denial makes, with who asserts it."""
    context = outline.context
    sides = _sides(context, denial)
    told = _accusation(outline, denial, sides)
    words = denial.words or (told[0] if told else None)
    if words is None:
        return None
    text = context.words(words)
    asserted = told[1] if told else _named_in(outline, denial, sides)
    if told is None and not asserted:
        asserted = _asserters(context, text, denial, sides)
    if told is None and not asserted and denial.words is not None:
        asserted = find_opponents(outline, denial, sides)
    return Claim(
        id=context.make_id("claim", denial.clause.predicate),
        evidence=context.evidence(
            context.clause_span(denial.clause),
            words,
            told[0] if told else None,
            *_said_by(context, asserted),
        ),
        method=METHOD,
        voice=_teller(context, denial, asserted),
        text=text,
        asserted_by=tuple(asserted),
        denied_by=tuple(_denier(context, denial, w) for w in denial.who if w.actor),
        contested=bool(asserted),
    )


def _said_by(context: Context, asserted: list[Position]) -> list[Span]:
    """Return the words by which others assert what is denied."""
    ids = {p.statement for p in asserted if p.statement is not None}
    return [s.content_spans[0] for s in context.statements if s.id in ids]


def _teller(context: Context, denial: Denial, asserted: list[Position]) -> str:
    """Return whose voice tells of a denial: neither side's own words."""
    voice = context.voice(denial.clause.predicate)
    own = denial.statement is not None and denial.statement.id == voice
    if denial.aside:  # "an accusation that Norland says is baseless"
        speakers = {s.id: s.speaker for s in context.statements}
        own = own or speakers.get(voice) in {w.actor for w in denial.who if w.actor}
    own = own or voice in {p.statement for p in asserted}
    return NARRATOR if own else voice


def _denier(context: Context, denial: Denial, who: Who) -> Position:
    """Return the position of who denies."""
    said = denial.statement
    when = said.said_on if said else context.when(denial.clause).edtf
    return Position(
        actor=who.actor or "",
        actor_text=who.text,
        statement=said.id if said else None,
        when=when,
    )


def _sides(context: Context, denial: Denial) -> set[str]:
    """Return the denier with whom they speak for."""
    sides = {w.actor for w in denial.who if w.actor}
    for said in context.statements:
        if said.speaker in sides:
            sides |= set(said.on_behalf_of)
    return sides


# -- what is denied, and who asserts it ----------------------------------------------

_Told = tuple[Span, list[Position]]


def _accusation(outline: Outline, denial: Denial, sides: set[str]) -> _Told | None:
    """Return the accusation that a denial answers, with who makes it."""
    if denial.words is not None and not denial.accused:
        return None
    found = _charge_against(outline, denial, sides) if denial.accused else None
    if denial.words is None:
        return found or _said_before(outline, denial, sides)
    text = outline.context.words(denial.words)
    if found is None or not share(text, outline.context.words(found[0]), least=1):
        return None
    return found


def _named_in(outline: Outline, denial: Denial, sides: set[str]) -> list[Position]:
    """Return who a denied report is by: "a report in the Herald that"."""
    context = outline.context
    if denial.words is None or denial.words.start <= denial.object.start:
        return []
    before = Span(denial.object.start, denial.words.start)
    found: dict[str, Position] = {}
    for index in context.phrases_in(before):
        phrase = context.document.phrases[index]
        named = phrase.name is not None and phrase.kind is not ActorKind.DOCUMENT
        if phrase.actor and phrase.actor not in sides and named:
            found[phrase.actor] = Position(
                actor=phrase.actor, actor_text=context.words(phrase.span)
            )
    return list(found.values())[-1:]


def _charge_against(outline: Outline, denial: Denial, sides: set[str]) -> _Told | None:
    """Return what one of a denier's side is accused of or charged with, the nearest."""
    context = outline.context
    best: tuple[int, int, Clause, Span] | None = None
    for clause in context.document.clauses:
        if clause.lemma not in _ACCUSING or clause.index == denial.clause.index:
            continue
        words = _charged_with(outline, clause)
        if words is None or clause.negated or words.holds(denial.clause.predicate):
            continue
        accused = {w.actor for w in context.all_who(clause.all(Role.PATIENT))}
        other = not accused & (sides | _subjects(context, denial))
        before = clause.predicate.start < denial.clause.predicate.start
        if other and not (before and denial.words is None and denial.nominal):
            continue
        key = (int(other), abs(clause.sent - denial.clause.sent), clause, words)
        if best is None or key[:2] < best[:2]:
            best = key
    if best is None or (best[0] and best[1] > _FAR):
        return None
    accusers = [w for w in outline.agents(best[2]) if w.actor not in sides]
    return best[3], [_position(context, best[2], w) for w in accusers if w.actor]


def _subjects(context: Context, denial: Denial) -> set[str | None]:
    """Return whom a denial speaks for by its words: "he had done nothing wrong"."""
    return {w.actor for w in context.all_who(denial.clause.all(Role.AGENT))}


def _charged_with(outline: Outline, clause: Clause) -> Span | None:
    """Return what somebody is accused of, charged with, blamed for."""
    for argument in clause.all(Role.COMPLEMENT):
        if argument.clause is not None:
            return outline.complement(argument)
    for argument in clause.marked("of", "with", "for", "over"):
        return outline.without_day(outline.reach(clause, argument.span.start))
    return None


def _position(context: Context, clause: Clause, who: Who) -> Position:
    """Return the position of who accuses, with the statement where there is one."""
    start = clause.predicate.start
    said = next(
        (
            s
            for s in context.statements
            if s.cue_spans and s.cue_spans[0].start == start
        ),
        None,
    )
    return Position(
        actor=who.actor or NARRATOR,
        actor_text=who.text,
        statement=said.id if said else None,
        when=said.said_on if said else context.when(clause).edtf,
    )


def _said_before(outline: Outline, denial: Denial, sides: set[str]) -> _Told | None:
    """Return what somebody else says just before a denial of "the charge", "this"."""
    if not denial.nominal:
        return None
    context = outline.context
    sents = context.document.sents
    first = sents[max(0, denial.clause.sent - _NEAR)].start
    best: Statement | None = None
    for said in context.statements:
        place = said.content_spans[0].start
        if not first <= place < denial.clause.predicate.start:
            continue
        if said.speaker in sides or said.speaker is None or said.act in _NOT_SAYING:
            continue
        holds = any(c.holds(denial.clause.predicate) for c in said.content_spans)
        if holds and denial.clause.voice is not Voice.PASSIVE:
            continue
        pointed = denial.points(context) and said.act in (Act.ASSERT, Act.ACCUSE)
        if not pointed and not _speaks_of(context, said, denial, sides):
            continue
        if best is None or place >= best.content_spans[0].start:
            best = said
    if best is None:
        return None
    words = best.content_spans[0]
    if words.start < denial.object.start < words.end:  # "..., a charge denied by"
        words = outline.tidy(Span(words.start, denial.object.start))
    return words, [_asserter(best)]


def _speaks_of(
    context: Context, said: Statement, denial: Denial, sides: set[str]
) -> bool:
    """Whether a statement can be what is denied: an accusation, or about the denier."""
    if said.act is Act.ACCUSE:
        return True
    sent = context.document.sents[denial.clause.sent]
    if (
        denial.clause.voice is Voice.PASSIVE
        and said.content_spans[0].start >= sent.start
    ):
        return True
    return any(
        context.document.phrases[n].actor in sides
        for span in said.content_spans
        for n in context.phrases_in(span)
    )


def _asserter(said: Statement) -> Position:
    """Return the position of a statement's speaker."""
    return Position(
        actor=said.speaker or NARRATOR,
        actor_text=said.speaker_text,
        statement=said.id,
        when=said.said_on,
    )


def _asserters(
    context: Context, text: str, denial: Denial, sides: set[str]
) -> list[Position]:
    """Return who asserts what is denied: other speakers, else the article itself."""
    found: dict[str, Position] = {}
    own = denial.statement.id if denial.statement else None
    for said in context.statements:
        if said.speaker is None or said.act in _NOT_SAYING:
            continue
        if said.speaker in sides and not _contradicts(said, text, denial):
            continue
        if said.id == own or any(
            c.holds(denial.clause.predicate) for c in said.content_spans
        ):
            continue
        if _says_it(said.content, text):
            found.setdefault(said.speaker, _asserter(said))
    if not found and _narrates(context, text, denial):
        return [Position(actor=NARRATOR)]
    return list(found.values())


def _contradicts(said: Statement, text: str, denial: Denial) -> bool:
    """Whether a denier had said elsewhere, in all its words, what they now deny."""
    mine = said.speaker in {w.actor for w in denial.who}
    apart = not said.content_spans[0].overlaps(denial.clause.extent)
    same = share(said.content, text) >= _OWN and dice(said.content, text) >= _ALIKE
    return mine and apart and same and said.act is Act.ASSERT


def _says_it(content: str, text: str) -> bool:
    """Whether what is said holds the words of what is denied, and is no mere scrap."""
    scrap = len(content_words(content)) < min(4, len(content_words(text)))
    return not scrap and share(content, text, least=3) >= _SAME


def _narrates(context: Context, text: str, denial: Denial) -> bool:
    """Whether the article itself says, in another sentence, what is denied."""
    if len(content_words(text)) < 3:
        return False
    words = content_words(text)
    for n in context.narrated():
        told = content_words(context.words(context.document.sents[n]))
        alike = len(words & told) >= _ALIKE * len(words)
        if alike and n != denial.clause.sent:
            return True
    return False


# -- two who say the same ------------------------------------------------------------


def _agreements(context: Context, made: list[Claim]) -> list[Claim]:
    """Return claims that two speakers assert in nearly the same words."""
    found: list[Claim] = []
    texts = {a.id for a in context.document.actors if a.kind is ActorKind.DOCUMENT}
    for one, other in alike_pairs(context.statements):
        if texts & {one.speaker, other.speaker} or not _agree(one, other):
            continue
        longer, shorter = sorted((one, other), key=lambda s: -len(s.content))
        if any(share(shorter.content, c.text) >= _SAME for c in [*made, *found]):
            continue
        found.append(_agreement(context, shorter, longer))
    return found


def _agree(one: Statement, other: Statement) -> bool:
    """Whether two statements of two speakers say the same."""
    if one.speaker is None or other.speaker is None or one.speaker == other.speaker:
        return False
    if one.act is not Act.ASSERT or other.act is not Act.ASSERT:
        return False
    if one.within == other.id or other.within == one.id:
        return False
    if any(a.overlaps(b) for a in one.content_spans for b in other.content_spans):
        return False
    small = min(len(content_words(s.content)) for s in (one, other))
    return small >= _WORDS and (
        share(one.content, other.content, least=4) >= _ALIKE
        and dice(one.content, other.content) >= _SAME
    )


def _agreement(context: Context, shorter: Statement, longer: Statement) -> Claim:
    """Return the claim of two who say the same; its words are the shorter telling."""
    anchor = shorter.content_spans[0]
    return Claim(
        id=context.make_id("claim", anchor, ordinal=1),
        evidence=context.evidence(anchor, longer.content_spans[0]),
        method=METHOD,
        voice=shorter.id,
        text=context.words(anchor),
        asserted_by=(_asserter(shorter), _asserter(longer)),
    )
