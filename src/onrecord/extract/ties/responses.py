"""Answers to linkages: who accepts, rejects or evades them, or denies the link.

An answer is a clause after its linkage (or around it: "rejected an offer to free")
whose object stands for it, by a noun ("the demand") or by its own words.
"""

from dataclasses import dataclass, field

from onrecord.extract.context import Context, Who
from onrecord.extract.ties.demands import Draft
from onrecord.extract.ties.denials import find_denials
from onrecord.extract.ties.overlap import share
from onrecord.extract.ties.terms import Outline
from onrecord.model.clause import Argument, Clause, Link, PredicateKind, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row
from onrecord.model.linkage import LinkageKind, Response, Stance
from onrecord.model.statement import Act, Statement

# Least share of words by which an answer's object is a linkage's term.
_SAME = 0.5
_PARTICLES = ("to", "with", "on", "over", "in", "under", "by", "about", "for")
_LINK_WORDS = frozenset(
    ["exchange", "swap", "link", "connection", "deal", "bargain", "retaliation"]
)
_REPLIES = frozenset(["answer", "reply", "response"])
_GIVING = frozenset(["send", "give", "make", "issue", "provide", "deliver", "come"])
_OPEN = (Factuality.HYPOTHETICAL, Factuality.ASKED)
_UNDOING = frozenset(["drop", "withdraw", "abandon", "relinquish", "waive", "soften"])


@dataclass(slots=True)
class Answer:
    """An answer in the making: its clause, actor and stance.

    `plain` for "our answer is no", which may be said by more than who was asked.
    """

    clause: Clause
    who: Who
    stance: Stance
    statement: Statement | None = None
    spans: list[Span] = field(default_factory=list)
    plain: bool = False


def find_answers(outline: Outline, drafts: list[Draft]) -> list[tuple[Draft, Answer]]:
    """Return the answers of an article with the draft that each is to."""
    if not drafts:
        return []
    cues = outline.context.lexicons["answer_cues"]
    spoken = _by_cue(outline.context)
    found: list[tuple[Draft, Answer]] = []
    for clause in outline.context.document.clauses:
        row = cues.get(clause.raised or "") or cues.get(clause.lemma)
        if row is not None:
            found += _answers(outline, clause, row, drafts, spoken)
    found += _denials(outline, drafts)
    found += _plain_answers(outline, drafts)
    return found + _evasions(outline, drafts)


def make_response(context: Context, answer: Answer) -> Response:
    """Return the record of an answer."""
    when = context.when(answer.clause)
    said = answer.statement
    return Response(
        actor=answer.who.actor,
        actor_text=answer.who.text,
        stance=answer.stance,
        when=when.edtf or (said.said_on if said is not None else None),
        statement=said.id if said is not None else None,
        evidence=context.evidence(context.clause_span(answer.clause)),
    )


def _by_cue(context: Context) -> dict[int, Statement]:
    """Return statements by where their cue begins."""
    return {s.cue_spans[0].start: s for s in context.statements if s.cue_spans}


def _answers(
    outline: Outline,
    clause: Clause,
    row: Row,
    drafts: list[Draft],
    spoken: dict[int, Statement],
) -> list[tuple[Draft, Answer]]:
    """Return what one answering clause gives."""
    stance = row.get("negated") if clause.negated else row.get("stance")
    if stance == Stance.ACCEPTS.value and _is_ruled_out(outline, clause):
        stance = Stance.REJECTS.value
    if stance is None or clause.link is Link.CONDITION or clause.question:
        return []
    if outline.context.factuality(clause) in _OPEN:
        return []
    actors = outline.agents(clause)
    if not actors:
        return []
    draft = _answered(outline, clause, row, drafts, actors)
    if draft is None:
        return []
    said = spoken.get(clause.predicate.start)
    if said is None:
        said = _voice(outline.context, clause)
    return [(draft, Answer(clause, w, Stance(stance), said)) for w in actors]


def _is_ruled_out(outline: Outline, clause: Clause) -> bool:
    """Whether what would accept is itself refused: "ruled out conceding to"."""
    parent = outline.context.parent(clause)
    if parent is None or parent.negated or parent.predicate.end >= clause.extent.start:
        return False
    row = outline.context.lexicons["answer_cues"].get(parent.lemma, {})
    gerund = outline.context.words(clause.predicate).lower().endswith("ing")
    return gerund and row.get("stance") == Stance.REJECTS.value


def _voice(context: Context, clause: Clause) -> Statement | None:
    """Return the statement that tells a clause."""
    voice = context.voice(clause.predicate)
    return next((s for s in context.statements if s.id == voice), None)


def _answered(
    outline: Outline,
    clause: Clause,
    row: Row,
    drafts: list[Draft],
    actors: list[Who],
) -> Draft | None:
    """Return the draft that a clause answers: in its object, by noun, by words."""
    mine = {w.actor for w in actors if w.actor} | {w.text for w in actors}
    for argument in _objects(outline, clause, row):
        span = _object_span(outline, clause, argument)
        for draft in drafts:
            own = mine & ({w.actor for w in draft.by} | {w.text for w in draft.by})
            if (
                not own
                and span.holds(draft.anchor)
                and _reaches(outline, draft, clause)
            ):
                return draft
        kinds = _meant_kinds(outline, argument)
        words = outline.context.words(span)
        found = _nearest(outline, clause, drafts, actors, kinds, words)
        if found is not None:
            return found
    return None


def _reaches(outline: Outline, draft: Draft, clause: Clause) -> bool:
    """Whether what stands between an answer and a linkage lets the answer through.

    "Agreed to drop its demand" and "agreed to talk but ruled out the demand" do not
    accept it; "refused to consider the demand" rejects it.
    """
    cues = outline.context.lexicons["answer_cues"]
    here: Clause | None = draft.clause
    while here is not None and here.index != clause.index:
        is_verb = here.kind is PredicateKind.VERB
        if is_verb and (here.link is Link.COORDINATE or here.lemma in _UNDOING):
            return False
        above = outline.context.parent(here)
        if above is None or here.index == draft.clause.index:
            here = above
            continue
        rejects = cues.get(clause.lemma, {}).get("stance") == Stance.REJECTS.value
        if is_verb and not rejects and here.lemma not in cues:
            return False
        here = above
    return here is not None and draft.clause.index != clause.index


def _objects(outline: Outline, clause: Clause, row: Row) -> list[Argument]:
    """Return the arguments of a clause that can stand for what it answers."""
    found: list[Argument] = []
    frames = row.get("frames", "")
    if clause.raised is not None and clause.raised != clause.lemma:
        found += clause.all(Role.PATIENT)
        inner = outline.context.lexicons["answer_cues"].get(clause.lemma)
        if inner is None or "m" not in inner.get("frames", ""):
            return found
        frames = "m"  # "ruled out conceding to the demand"
    if "n" in frames or clause.voice is Voice.PASSIVE:
        found += clause.all(Role.PATIENT)
    if "c" in frames:
        found += clause.all(Role.COMPLEMENT)
    if "m" in frames:
        found += [
            a
            for a in clause.all(Role.OBLIQUE, Role.PLACE, Role.COMPLEMENT)
            if (a.marker or "").split(" ")[0] in _PARTICLES
        ]
    return found


def _object_span(outline: Outline, clause: Clause, argument: Argument) -> Span:
    """Return an object with all that belongs to it."""
    if argument.clause is not None:
        return outline.complement(argument)
    return outline.reach(clause, argument.span.start)


def _meant_kinds(outline: Outline, argument: Argument) -> frozenset[str]:
    """Return the kinds of linkage that an object's noun can stand for."""
    context = outline.context
    table = context.lexicons["answer_objects"]
    phrase = context.phrase(argument)
    head = phrase.head_lemma if phrase else context.words(argument.head).lower()
    row = table.get(head)
    marker = (argument.marker or "").split(" ")
    if row is None and len(marker) > 1:
        row = table.get(marker[1])  # "agree to the UN request for": a joint's noun
    return frozenset(row["for"].split()) if row else frozenset()


def _nearest(
    outline: Outline,
    clause: Clause,
    drafts: list[Draft],
    actors: list[Who],
    kinds: frozenset[str],
    words: str,
) -> Draft | None:
    """Return the linkage before a clause that it answers; words before nearness."""
    best: tuple[float, int, Draft] | None = None
    mine = {w.actor for w in actors if w.actor} | {w.text for w in actors}
    for draft in drafts:
        theirs = {w.actor for w in draft.by} | {w.text for w in draft.by}
        if mine & theirs or draft.clause.index == clause.index:
            continue
        same = share(draft.words(outline.context), words)
        if same < _SAME:
            same = 0.0
        before = draft.anchor.start < clause.predicate.start
        named = draft.kind.value in kinds and before
        near = clause.sent - draft.clause.sent
        if not (same or (named and near <= _FAR)):
            continue
        key = (same, -abs(near), draft)
        if best is None or key[:2] > best[:2]:
            best = key
    return best[2] if best else None


_FAR = 12  # sentences: a "demand" named later than this may be another one


def _denials(outline: Outline, drafts: list[Draft]) -> list[tuple[Draft, Answer]]:
    """Return answers that deny a link: "denied that it amounted to an exchange"."""
    context = outline.context
    found: list[tuple[Draft, Answer]] = []
    for said in context.statements:
        if said.act is not Act.DENY or said.speaker is None:
            continue
        clause = _clause_at(context, said)
        draft = _link_denied(outline, said, drafts)
        if draft is not None and clause is not None:
            who = Who(said.speaker, said.speaker_text or "", said.source_spans[0])
            found.append((draft, Answer(clause, who, Stance.DENIES_LINK, said)))
    return found + _denied_inside(outline, drafts)


def _denied_inside(outline: Outline, drafts: list[Draft]) -> list[tuple[Draft, Answer]]:
    """Return denials of a report that holds a linkage: "dismissed a report that it"."""
    found: list[tuple[Draft, Answer]] = []
    linked = [
        d for d in drafts if d.kind not in (LinkageKind.DEMAND, LinkageKind.OFFER)
    ]
    for denial in find_denials(outline) if linked else ():
        for draft in linked:
            if denial.words is None or not denial.words.holds(draft.anchor):
                continue
            for who in denial.who:
                answer = Answer(
                    denial.clause, who, Stance.DENIES_LINK, denial.statement
                )
                found.append((draft, answer))
    return found


def _link_denied(
    outline: Outline, said: Statement, drafts: list[Draft]
) -> Draft | None:
    """Return the exchange, condition or threat that a denial speaks of."""
    words = set(said.content.lower().split())
    for draft in reversed(drafts):
        if draft.kind in (LinkageKind.DEMAND, LinkageKind.OFFER):
            continue
        if draft.anchor.start > said.content_spans[0].start:
            continue
        told = draft.words(outline.context)
        if words & _LINK_WORDS and draft.kind is LinkageKind.EXCHANGE:
            return draft
        if share(told, said.content, least=3) >= _SAME:
            return draft
    return None


def _clause_at(context: Context, said: Statement) -> Clause | None:
    """Return the clause of a statement's cue."""
    if not said.cue_spans:
        return None
    start = said.cue_spans[0].start
    for clause in context.document.clauses:
        if clause.predicate.start == start and clause.kind is PredicateKind.VERB:
            return clause
    return None


def _plain_answers(outline: Outline, drafts: list[Draft]) -> list[tuple[Draft, Answer]]:
    """Return answers that say so: "our answer is no", "a reply would be sent later"."""
    context = outline.context
    found: list[tuple[Draft, Answer]] = []
    for clause in context.document.clauses:
        subject = clause.first(Role.AGENT, Role.PATIENT)
        phrase = context.phrase(subject)
        if subject is None or phrase is None or phrase.head_lemma not in _REPLIES:
            continue
        said = _voice(context, clause)
        if said is None or said.speaker is None or not said.source_spans:
            continue
        stance = _told_stance(context, clause)
        draft = _last_put(context, drafts, clause, said, stance)
        if stance is not None and draft is not None:
            who = Who(said.speaker, said.speaker_text or "", said.source_spans[0])
            found.append((draft, Answer(clause, who, stance, said, plain=True)))
    return found


def _told_stance(context: Context, clause: Clause) -> Stance | None:
    """Return what "the answer is no" and "a reply will be given" say."""
    if clause.voice is Voice.PASSIVE and clause.lemma in _GIVING:
        later = clause.modality in ("will", "would")
        return Stance.EVADES if later and not clause.negated else None
    rest = context.words(Span(clause.predicate.start, clause.extent.end)).lower()
    words = rest.replace(",", " ").strip(" .\"”'’").split()[:3]
    if clause.lemma != "be" or len(words) < 2:
        return None
    return {"no": Stance.REJECTS, "yes": Stance.ACCEPTS}.get(words[-1])


def _last_put(
    context: Context,
    drafts: list[Draft],
    clause: Clause,
    said: Statement,
    stance: Stance | None,
) -> Draft | None:
    """Return the last linkage before a saying that is not the speaker's own."""
    for draft in reversed(drafts):
        own = said.speaker in {w.actor for w in draft.by}
        if own or draft.anchor.start > said.content_spans[0].start:
            continue
        near = context.document.sents[max(0, clause.sent - _FAR)].start
        if draft.kind is LinkageKind.THREAT or draft.anchor.start < near:
            continue
        if stance is not Stance.EVADES or _is_addressed(context, draft, said):
            return draft
    return None


def _evasions(outline: Outline, drafts: list[Draft]) -> list[tuple[Draft, Answer]]:
    """Return the addressees of a demand who decline to comment after it."""
    context = outline.context
    found: list[tuple[Draft, Answer]] = []
    for said in context.statements:
        if said.act is not Act.DECLINE or said.speaker is None:
            continue
        clause = _clause_at(context, said)
        for draft in drafts:
            after = draft.anchor.start < said.content_spans[0].start
            if clause is None or not after or not _is_addressed(context, draft, said):
                continue
            who = Who(said.speaker, said.speaker_text or "", said.source_spans[0])
            found.append((draft, Answer(clause, who, Stance.EVADES, said)))
            break
    return found


def _is_addressed(context: Context, draft: Draft, said: Statement) -> bool:
    """Whether a speaker, or who they speak for, is whom a linkage addresses.

    An office or spokeswoman described by somebody's name speaks for them.
    """
    asked = {w.actor for w in draft.to if w.actor}
    if asked & {said.speaker, *said.on_behalf_of}:
        return True
    named = (n for span in said.source_spans for n in context.phrases_in(span))
    return any(context.document.phrases[n].actor in asked for n in named)
