"""Demands, offers and threats that a word names: "demanded", "an offer to".

Each gives a draft: the kind, its terms as spans, who proposes and who is addressed.
`linkages` joins drafts that are one and makes the records.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.extract.context import Context, Who
from onrecord.extract.ties.demand_frames import FRAMES
from onrecord.extract.ties.terms import Outline
from onrecord.model.actor import Form
from onrecord.model.clause import Clause, Link, PredicateKind, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row
from onrecord.model.linkage import LinkageKind
from onrecord.model.statement import Act, Statement

# "In exchange for", "in return for": what the other side is to give.
_EXCHANGES = ("in exchange for", "in return for", "in exchange of", "in return of")
_LIGHT = frozenset(
    [
        "make",
        "issue",
        "renew",
        "repeat",
        "reiterate",
        "present",
        "put",
        "send",
        "voice",
        "launch",
        "press",
        "reject",
        "receive",
        "drop",
        "table",
        "voice",
        "deliver",
        "hold",
        "stand",
    ]
)
_CONDITIONS = frozenset(["if", "unless", "provided", "providing"])
_SOFT_TENSES = frozenset(["can", "may", "might"])


@dataclass(slots=True)
class Draft:
    """A linkage in the making; `terms` by field name, `clause` that of the anchor."""

    kind: LinkageKind
    clause: Clause
    anchor: Span
    terms: dict[str, Span] = field(default_factory=dict)
    by: list[Who] = field(default_factory=list)
    to: list[Who] = field(default_factory=list)
    more: list[Clause] = field(default_factory=list)

    def words(self, context: Context) -> str:
        """Return the words of all terms."""
        return " ".join(context.words(s) for s in self.terms.values())


def find_demands(outline: Outline) -> Iterator[Draft]:
    """Yield a draft for each verb or noun that ties terms, in text order."""
    cues = outline.context.lexicons["linkage_cues"]
    for clause in outline.context.document.clauses:
        row = cues.get(clause.lemma)
        if clause.question or clause.negated:
            continue
        if row is None:
            yield from _bargain(outline, clause)
            continue
        noun = clause.kind is PredicateKind.NOUN
        frames = row.get("noun" if noun else "frames", "")
        draft = _draft(outline, clause, row, frames)
        if draft is None and noun:
            draft = _told_by_copula(outline, clause, row)
        if draft is not None and (draft.by or noun):
            yield draft
    yield from _musts(outline)


def _bargain(outline: Outline, clause: Clause) -> Iterator[Draft]:
    """Read "will free the pilots in exchange for", told by no word of demanding."""
    cues = outline.context.lexicons["linkage_cues"]
    parent = outline.context.parent(clause)
    found = clause.marked(*_EXCHANGES)
    if clause.kind is not PredicateKind.VERB or not found or clause.raised in cues:
        return
    if parent is not None and parent.lemma in cues:
        return  # "offered to free them in exchange for": the offer's own
    if parent is not None and _accuses(outline, parent):
        return  # "alleged that it got loans in return for": a charge, not a bargain
    agents = [w for w in outline.agents(clause) if w.actor is not None]
    if not agents or _is_idle(outline, clause) or clause.lemma == "be":
        return
    other = outline.reach(clause, found[0].span.start)
    start = clause.predicate.start
    if start >= other.start:
        return
    draft = Draft(LinkageKind.EXCHANGE, clause, clause.predicate, by=agents)
    give = _before(outline, Span(start, other.end), other)
    draft.terms.update(give=give, get=other)
    yield draft


def _accuses(outline: Outline, clause: Clause) -> bool:
    """Whether a clause says what somebody is accused of."""
    row = outline.context.lexicons["cues"].get(clause.lemma)
    return row is not None and row["act"] == "accuse"


def _told_by_copula(outline: Outline, clause: Clause, row: Row) -> Draft | None:
    """Read "their main demand is the release of": what the copula says it is."""
    parent = outline.context.parent(clause)
    if parent is None or parent.lemma != "be" or not outline.agents(clause):
        return None
    subject, said = parent.first(Role.AGENT), parent.first(Role.ATTRIBUTE)
    if subject is None or said is None or said.mention is None:
        return None
    if not subject.span.holds(clause.predicate):
        return None
    draft = Draft(LinkageKind(row["kind"]), clause, clause.predicate)
    draft.by = _proposers(outline, clause)
    _fill_terms(outline, draft, outline.reach(parent, said.span.start))
    return draft


def _musts(outline: Outline) -> Iterator[Draft]:
    """Yield a draft for each saying that somebody "must" or "should" do something."""
    context = outline.context
    cues = context.lexicons["linkage_cues"]
    starts = {c.predicate.start: c for c in context.document.clauses}
    for said in context.statements:
        cue = starts.get(said.cue_spans[0].start) if said.cue_spans else None
        if said.act is not Act.DEMAND or said.speaker is None:
            continue
        if cue is not None and (cue.lemma in cues or cue.negated):
            continue
        draft = _must(outline, said)
        if draft is not None:
            yield draft


def _must(outline: Outline, said: Statement) -> Draft | None:
    """Return the draft of the first "must" or "should" of a statement."""
    context = outline.context
    content = said.content_spans[0]
    for clause in context.document.clauses:
        if not content.holds(clause.predicate) or clause.link is Link.CONDITION:
            continue
        if clause.modality not in ("must", "should") or clause.negated:
            continue
        agents = outline.agents(clause)
        if clause.voice is Voice.ACTIVE:
            agents = [w for w in agents if w.actor not in (None, said.speaker)]
            if not agents or clause.lemma == "be" or _is_anybody(agents[0]):
                return None
        elif clause.lemma not in context.lexicons["conduct"]:
            return None
        draft = Draft(LinkageKind.DEMAND, clause, clause.predicate)
        draft.by = [Who(said.speaker, said.speaker_text or "", said.source_spans[0])]
        draft.to = agents if clause.voice is Voice.ACTIVE else []
        start = max(clause.extent.start, content.start)
        if draft.to and start < draft.to[0].span.start < clause.predicate.start:
            start = draft.to[0].span.start
        draft.terms["what"] = outline.reach(clause, start)
        return draft
    return None


def _draft(outline: Outline, clause: Clause, row: Row, frames: str) -> Draft | None:
    """Return the draft of a cue by the first of its frames that fits."""
    if clause.kind is PredicateKind.VERB and _is_idle(outline, clause):
        return None
    for frame in frames:
        found = FRAMES[frame](outline, clause, row)
        if found is None:
            continue
        what, addressed = found
        draft = Draft(LinkageKind(row["kind"]), clause, clause.predicate)
        draft.by = _proposers(outline, clause)
        if not addressed and draft.kind is LinkageKind.DEMAND:
            addressed = _asked_from(outline, what)
        draft.to = [w for w in addressed if w.actor is None or not _in(w, draft.by)]
        _fill_terms(outline, draft, what)
        if row.get("needs") == "if" and "if_" not in draft.terms:
            return None
        return draft
    return None


def _asked_from(outline: Outline, what: Span) -> list[Who]:
    """Return who a term is asked from: "explanations from Washington"."""
    context = outline.context
    place = context.words(what).find(" from ")
    if place < 0:
        return []
    start = what.start + place + len(" from ")
    for n in context.phrases_in(what):
        phrase = context.document.phrases[n]
        if phrase.span.start == start and (phrase.kind or phrase.name) is not None:
            who = context.who_phrase(n)
            return [who] if who is not None and who.actor is not None else []
    return []


def _in(who: Who, others: list[Who]) -> bool:
    """Whether somebody is among others."""
    return any(o.actor == who.actor for o in others)


def _is_idle(outline: Outline, clause: Clause) -> bool:
    """Whether nobody makes the demand here: "may ask", "if they demand", no agent."""
    if clause.voice is Voice.PASSIVE and not outline.agents(clause):
        return True
    if clause.modality in _SOFT_TENSES or clause.link is Link.CONDITION:
        return True
    first = outline.context.phrase(clause.first(Role.AGENT))
    if first is None or first.form is Form.PRONOUN:
        return False
    return not (first.animate or first.name is not None)


def _is_anybody(who: Who) -> bool:
    """Whether a "must" is for the speaker's own side or for whoever it may concern."""
    first = who.text.lower().split(" ")[0]
    return first in ("we", "i", "those", "people", "everybody", "everyone", "anyone")


def _speaking(context: Context, clause: Clause, who: Who) -> Who:
    """Return whom "I" and "we" are inside a quotation: its speaker."""
    if who.text.lower() not in ("i", "we"):
        return who
    voice = context.voice(clause.predicate)
    said = next((s for s in context.statements if s.id == voice), None)
    if said is None or said.speaker is None:
        return who
    return Who(said.speaker, said.speaker_text or who.text, who.span)


def _fill_terms(outline: Outline, draft: Draft, what: Span) -> None:
    """Put the terms of a cue in their fields: exchanges, conditions, or plain."""
    other = _counterpart(outline, draft.clause, what)
    condition = _condition(outline, draft.clause, what)
    if draft.kind is LinkageKind.THREAT:
        draft.terms["then"] = what
    elif other is not None and draft.kind is LinkageKind.OFFER:
        draft.kind = LinkageKind.EXCHANGE
        draft.terms.update(give=_before(outline, what, other), get=other)
    elif other is not None:
        draft.kind = LinkageKind.EXCHANGE
        draft.terms.update(get=_before(outline, what, other), give=other)
    else:
        draft.terms["what"] = what
    if condition is not None and other is None:
        draft.terms["if_"] = condition


def _before(outline: Outline, what: Span, other: Span) -> Span:
    """Return a term up to its "in exchange for"."""
    if not what.start < other.start < what.end:
        return what
    words = outline.context.text[what.start : other.start]
    cut = max(words.rfind(" in exchange"), words.rfind(" in return"))
    return outline.tidy(Span(what.start, what.start + cut)) if cut > 0 else what


def _counterpart(outline: Outline, clause: Clause, what: Span) -> Span | None:
    """Return what stands after "in exchange for" in a cue's clause or its term."""
    for here in (clause, *_inside(outline, clause, what)):
        found = here.marked(*_EXCHANGES)
        if found:
            return outline.reach(here, found[0].span.start)
    return None


def _condition(outline: Outline, clause: Clause, what: Span) -> Span | None:
    """Return the condition that a cue's clause or its term names."""
    for here in (clause, *_inside(outline, clause, what)):
        for kid in outline.kids(here):
            if kid.link is Link.CONDITION and kid.marker in _CONDITIONS:
                return outline.tidy(kid.extent)
    return None


def _inside(outline: Outline, clause: Clause, what: Span) -> list[Clause]:
    """Return the clauses under a cue that stand in its term."""
    found = []
    for kid in outline.kids(clause):
        if what.holds(kid.predicate):
            found.append(kid)
            found += [k for k in outline.kids(kid) if what.holds(k.predicate)]
    return found


def _proposers(outline: Outline, clause: Clause) -> list[Who]:
    """Return who makes a demand: its agent, else who makes, renews or repeats it."""
    context = outline.context
    found = [_speaking(context, clause, w) for w in outline.agents(clause)]
    parent = context.parent(clause)
    if found or clause.kind is PredicateKind.VERB or parent is None:
        return found
    if parent.lemma in _LIGHT - {"reject", "receive", "drop"}:
        return outline.agents(parent)
    return context.all_who(clause.marked("from"))
