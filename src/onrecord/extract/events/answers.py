"""Sides that another sentence gives: what is answered, who was met, who holds whom.

Rules that hold here:
- Who answers or judges a demand, an offer or an arrest told before does so to whoever
  made it; a noun with words of its own says for itself what it is.
- Who goes on to demand something demands it of whom he met or summoned.
- Who holds somebody is told once; other mentions of that arrest take it from there, and
  what is demanded for a captive is demanded of the holder.
- The clause that gave a side is quoted with the event (`repeats`).
"""

from onrecord.extract.context import Context, Who
from onrecord.extract.events.draft import Draft, Reading
from onrecord.extract.events.frames import Frames
from onrecord.extract.events.slots import Slots
from onrecord.model.clause import Link, PredicateKind
from onrecord.model.event import EventType

# What answers or judges a deed told before, and the deeds that nouns speak of.
_ANSWERS = frozenset((EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT))
_DEEDS = ("request", "agree", "coerce", "assault", "sanction", "threaten", "accuse")
# What somebody is addressed with, and what brings two face to face.
_ADDRESSED = frozenset((EventType.REQUEST, EventType.THREATEN, EventType.ACCUSE))
_SAID_TO = _ADDRESSED | {EventType.AGREE, EventType.REJECT}
_FACE_TO_FACE = frozenset((EventType.ACCUSE, EventType.CONSULT, EventType.REQUEST))
_HOLDING = frozenset(("arrest", "abduct"))


def look_back(draft: Draft, reading: Reading, earlier: list[Draft]) -> None:
    """Take as target whoever did what is answered, or was met before the demand."""
    if draft.target or not draft.source:
        return
    if draft.event_type is EventType.THREATEN:
        draft.target = _conditioned(draft, reading.slots)
    if not draft.target and draft.event_type in _ANSWERS:
        _answer(draft, reading, earlier)
    if not draft.target and draft.event_type in _SAID_TO:
        draft.target = _met(draft, reading)
    if not draft.target and draft.event_type in _ADDRESSED:
        draft.target = _faced(draft, earlier)


def name_holders(context: Context, made: list[Draft]) -> None:
    """Name who holds somebody where another sentence of the article says it.

    "Tavara holds two sailors. ... One of them, Ilse Roth, was arrested on Monday." What
    is demanded for a captive is demanded of the holder.
    """
    groups = {
        member: actor.id
        for actor in context.document.actors
        for member in actor.group_members
    }
    known: dict[str, Draft] = {}
    for draft in made:
        if draft.mode in _HOLDING and draft.source:
            for who in draft.target:
                known.setdefault(who.actor or "", draft)
    known.pop("", None)
    for draft in made:
        actors = [who.actor or "" for who in draft.target]
        found = [known.get(a) or known.get(groups.get(a, "")) for a in actors]
        other = next((f for f in found if f is not None), None)
        if other is None:
            continue
        if draft.mode in _HOLDING and not draft.source:
            draft.source, draft.repeats = other.source, other.clause
        elif draft.mode == "yield" and not _same(other, draft):
            draft.target, draft.repeats = other.source, other.clause


def is_echo(draft: Draft, context: Context, frames: Frames) -> bool:
    """Whether a bare noun is only what another event is about ("welcomed it")."""
    if draft.repeats is None or draft.clause.kind is not PredicateKind.NOUN:
        return False
    parent = context.parent(draft.clause)
    return parent is not None and frames.of(parent) is not None


def _same(before: Draft, draft: Draft) -> bool:
    """Whether two drafts have one source."""
    return {w.actor for w in before.source} == {w.actor for w in draft.source}


def _answer(draft: Draft, reading: Reading, earlier: list[Draft]) -> None:
    """Find who made the demand, or did the deed, that a draft's object speaks of.

    Only where the object is a bare noun, whose own words say nothing of it.
    """
    slots = reading.slots
    for argument in slots.arguments(draft.clause, "patient"):
        types = slots.members_of(slots.lemma(argument), _DEEDS)
        before = slots.word_before(argument.head.start)
        if not types or before not in ("the", "this", "that", "those", "these"):
            continue
        for other in reversed(earlier):
            known = other.event_type.value.lower() in types and other.source
            if known and other.event_type is not draft.event_type:
                taken = {w.actor for w in draft.source}
                draft.target = [w for w in other.source if w.actor not in taken]
                draft.repeats = other.clause if draft.target else None
                return


def _met(draft: Draft, reading: Reading) -> list[Who]:
    """Return whom somebody met when he did it: "made the offer when he met Roth"."""
    context, taken = reading.slots.context, {w.actor for w in draft.source}
    for child in context.children(draft.clause):
        frame = reading.frames.of(child)
        if frame is not None and frame.event_type is EventType.CONSULT:
            found = reading.slots.who(child, frame.row.get("target", "patient"))
            return [w for w in found if w.actor not in taken]
    return []


def _faced(draft: Draft, earlier: list[Draft]) -> list[Who]:
    """Return whom somebody met or summoned before he went on to demand something."""
    before = earlier[-1] if earlier else None
    if before is None or before.clause.index != draft.clause.parent:
        return []
    faced = before.event_type in _FACE_TO_FACE and _same(before, draft)
    return before.target if faced else []


def _conditioned(draft: Draft, slots: Slots) -> list[Who]:
    """Return who is to act lest a threat come true: "unless Tavara frees him"."""
    taken = {w.actor for w in draft.source}
    for child in slots.context.children(draft.clause):
        if child.link is Link.CONDITION:
            found = slots.who(child, "agent")
            return [w for w in found if w.actor not in taken]
    return []
