"""Drafts of events: the clauses that tell one, and who is on which side.

Rules that hold here:
- Sides come from the clause that tells the event, from the noun its verb lends a
  subject, or from what it promises, refuses or threatens.
- A bare "the arrest" takes the sides that it lacks from the mention it repeats.
- Somebody arrested "in" a state, with no word of who did it, was so by that state.
- What somebody "will not" do is a refusal.
- Sides that another sentence gives come next (`answers.py`).
- Else the target is whom, or what place, the rest of the clause names first.
"""

from onrecord.extract.context import Context, Who
from onrecord.extract.events.answers import is_echo, look_back, name_holders
from onrecord.extract.events.draft import Draft, Reading
from onrecord.extract.events.frames import REPEATED
from onrecord.extract.events.slots import Slots
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Clause, PredicateKind, Role
from onrecord.model.event import EventType

# Types whose target is that of what they are about, where the clause names none.
_ABOUT = frozenset((EventType.THREATEN, EventType.AGREE, EventType.REJECT))
# What is refused where somebody "will not" do it.
_REFUSED = frozenset(
    (
        EventType.AGREE,
        EventType.AID,
        EventType.CONCEDE,
        EventType.CONSULT,
        EventType.COOPERATE,
        EventType.RETREAT,
        EventType.SUPPORT,
    )
)
_BODIES = frozenset((ActorKind.PUBLIC_BODY, ActorKind.OFFICE))
_WILL = frozenset(("will", "would", "shall"))
# Modes of what a state's own bodies do, so that the state it is done in does it.
_HELD = frozenset(("arrest", "convict", "allege", "release", "deport"))


def find_drafts(context: Context, reading: Reading) -> list[Draft]:
    """Return the clauses that tell events, in text order, with who is on their sides.

    Args:
        context: The document.
        reading: The same document, slot by slot.
    """
    frames = reading.frames
    told: set[int] = set()
    for clause in context.document.clauses:
        frame = frames.of(clause)
        if frame is not None and frame.noun is not None and clause.index not in told:
            told.add(frame.noun.index)
    made: list[Draft] = []
    for clause in context.document.clauses:
        frame = frames.of(clause)
        if frame is None or clause.index in told:
            continue
        draft = Draft(clause, frame, frame.event_type, frames.mode(clause, frame))
        _fill(draft, context, reading)
        _repeat(context, draft, made)
        look_back(draft, reading, made)
        if draft.source and not draft.target:
            _fill_nearest(draft, reading.slots)
        if draft.has_side():
            made.append(draft)
    name_holders(context, made)
    return [d for d in made if not is_echo(d, context, frames)]


def _fill(draft: Draft, context: Context, reading: Reading) -> None:
    """Find the sides: by the frame, else by what it is about, else by the place."""
    _fill_sides(draft, reading.slots)
    if not draft.target and draft.event_type in _ABOUT:
        _fill_from_inner(draft, reading)
    if _is_refused(draft):
        draft.event_type, draft.mode = EventType.REJECT, None
    if not draft.source and draft.mode in _HELD:
        draft.source = _holder(context, draft.clause)


def _fill_sides(draft: Draft, slots: Slots) -> None:
    """Look up the frame's slots, in the verb's clause and then in its noun's."""
    clause, row, noun = draft.clause, draft.frame.row, draft.frame.noun
    source, target = row.get("source", "agent"), row.get("target", "patient,owner")
    if noun is None or draft.frame.subject == "agent":
        draft.source = slots.who(clause, source)
        draft.target = slots.who(clause, target)
    else:
        draft.source = slots.who(clause, "by,from")
        draft.target = slots.who(clause, "agent")
    if noun is not None:
        draft.source = draft.source or slots.who(noun, source)
        draft.target = slots.who(noun, target) or draft.target
    taken = {w.actor or w.text for w in draft.source}
    draft.target = [w for w in draft.target if (w.actor or w.text) not in taken]


def _fill_nearest(draft: Draft, slots: Slots) -> None:
    """Take as target whom or what place the rest of the clause names first."""
    last = max(s.end for s in draft.frame.trigger)
    own = "patient" in draft.frame.row.get("target", "patient")
    talks = draft.event_type is EventType.CONSULT and draft.mode != "visit"
    found = slots.nearest(draft.clause, last, objects=own, places=not talks)
    taken = {w.actor or w.text for w in draft.source}
    if found is not None and (found.actor or found.text) not in taken:
        draft.target = [found]


def _holder(context: Context, clause: Clause) -> list[Who]:
    """Return the state that somebody is arrested "in", where nobody is named.

    A town is a state to the chains where no list has it; a state is one by its demonym,
    or by what it does elsewhere in the article.
    """
    for argument in clause.all(Role.PLACE):
        phrase, who = context.phrase(argument), context.who(argument)
        if argument.marker != "in" or who is None or phrase is None:
            continue
        if phrase.kind is ActorKind.STATE and _is_state(context, phrase.actor):
            return [who]
    return []


def _is_state(context: Context, actor: str | None) -> bool:
    """Whether an actor is a listed state, has a demonym or a ministry, or acts."""
    for known in context.document.actors:
        if known.id == actor and (
            known.aliases or known.name.lower() in context.lexicons["countries"]
        ):
            return True
    phrases = context.document.phrases
    if any(
        p.actor == actor and p.within is not None and phrases[p.within].kind in _BODIES
        for p in phrases
    ):
        return True
    return any(
        phrase is not None and phrase.actor == actor
        for clause in context.document.clauses
        for phrase in map(context.phrase, clause.all(Role.AGENT))
    )


def _is_refused(draft: Draft) -> bool:
    """Whether somebody "will not" do what a draft says."""
    clause = draft.clause
    will_not = clause.negated and clause.modality in _WILL
    return will_not and bool(draft.source) and draft.event_type in _REFUSED


def _fill_from_inner(draft: Draft, reading: Reading) -> None:
    """Take the target of what is promised, refused or threatened."""
    taken = {w.actor or w.text for w in draft.source}
    for inner in reading.frames.inner(draft.clause):
        frame = reading.frames.of(inner)
        if frame is None:
            continue
        found = reading.slots.who(inner, frame.row.get("target", "patient,owner"))
        draft.target = [w for w in found if (w.actor or w.text) not in taken]
        if draft.target:
            return


def _repeat(context: Context, draft: Draft, earlier: list[Draft]) -> None:
    """Give "the arrest" the sides that it lacks from the arrest told before."""
    noun = draft.frame.noun or draft.clause
    if draft.target or noun.kind is not PredicateKind.NOUN:
        return
    if draft.event_type not in REPEATED:
        return
    before = context.text[max(0, noun.predicate.start - 4) : noun.predicate.start]
    if before.lower() != "the ":
        return
    for other in reversed(earlier):
        same = other.event_type is draft.event_type and other.mode == draft.mode
        if same and other.target:
            draft.source = draft.source or other.source
            draft.target, draft.repeats = other.target, other.clause
            return
