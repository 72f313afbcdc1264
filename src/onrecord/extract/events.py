"""Events: who did what to whom, coded with PLOVER.

Rules that hold here:
- A clause tells at most one event, and one whose sides are nobody is none.
- Sides come from the clause that tells the event, or from the noun its verb lends a
  subject. Only a bare "the arrest" takes them from the mention it repeats.
- What happens only inside an accusation is never told as done by the narrator.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.extract.context import Context, When, Who
from onrecord.extract.event_frames import Frame, Frames
from onrecord.extract.happenings import share_happenings
from onrecord.extract.slots import Slots
from onrecord.model.clause import Argument, Clause, Link, PredicateKind, Role
from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Span
from onrecord.model.fact import NARRATOR, Factuality

METHOD = "events/1"
_BEHALF = frozenset(
    f"{first} {noun} {last}"
    for first in ("at", "on", "upon")
    for noun in ("request", "behest", "order", "orders", "insistence", "urging")
    for last in ("of", "from", "by")
) | {"on behalf of", "at demand of", "at invitation of"}
# The words between a verb and its noun are quoted with them up to this length.
_LONGEST_TRIGGER = 40
# A day passes from a verb to the next one of the same subject unless these say no.
_LATER = frozenset("later then since subsequently before after earlier".split())
# Types whose target is that of what they are about, where the clause names none.
_ABOUT = frozenset((EventType.THREATEN, EventType.AGREE, EventType.REJECT))
# Types of which a bare noun with "the" can be another mention.
_REPEATED = frozenset(
    (
        EventType.COERCE,
        EventType.ASSAULT,
        EventType.RETREAT,
        EventType.SANCTION,
        EventType.PROTEST,
    )
)


@dataclass(slots=True)
class Draft:
    """An event in the making."""

    clause: Clause
    frame: Frame
    mode: str | None
    source: list[Who] = field(default_factory=list)
    target: list[Who] = field(default_factory=list)

    def has_side(self) -> bool:
        """Whether somebody is on either side."""
        return any(w.actor is not None for w in (*self.source, *self.target))


def find_events(context: Context) -> list[Event]:
    """Return an article's events in text order of their clauses.

    Args:
        context: Its statements are found, so that each event has its voice.
    """
    slots = Slots(context)
    frames = Frames(slots)
    drafts = _drafts(context, slots, frames)
    events = [_event(context, draft, frames) for draft in drafts]
    return share_happenings(_with_own_ids(events), _parts(context))


def _drafts(context: Context, slots: Slots, frames: Frames) -> list[Draft]:
    """Return the clauses that tell events, with who is on their sides."""
    told: set[int] = set()
    made: list[Draft] = []
    for clause in context.document.clauses:
        frame = frames.of(clause)
        if frame is not None and frame.noun is not None and clause.index not in told:
            told.add(frame.noun.index)
    for clause in context.document.clauses:
        frame = frames.of(clause)
        if frame is None or clause.index in told:
            continue
        draft = Draft(clause, frame, frames.mode(clause, frame))
        _fill_sides(draft, slots)
        if not draft.target and frame.event_type in _ABOUT:
            _fill_from_inner(draft, slots, frames)
        if draft.has_side() or _repeats(context, draft, made):
            made.append(draft)
    return made


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


def _fill_from_inner(draft: Draft, slots: Slots, frames: Frames) -> None:
    """Take the target of what is promised, refused or threatened."""
    taken = {w.actor or w.text for w in draft.source}
    for inner in frames.inner(draft.clause):
        frame = frames.of(inner)
        if frame is None:
            continue
        row = frame.row
        found = slots.who(inner, row.get("target", "patient,owner"))
        draft.target = [w for w in found if (w.actor or w.text) not in taken]
        if draft.target:
            return


def _repeats(context: Context, draft: Draft, earlier: list[Draft]) -> bool:
    """Give "the arrest" the sides of the arrest told before; False where none was."""
    clause = draft.clause
    if clause.kind is not PredicateKind.NOUN and draft.frame.noun is None:
        return False
    if draft.frame.event_type not in _REPEATED:
        return False
    noun = draft.frame.noun or clause
    before = context.text[max(0, noun.predicate.start - 4) : noun.predicate.start]
    if before.lower() != "the ":
        return False
    for other in reversed(earlier):
        same = other.frame.event_type is draft.frame.event_type
        if same and other.mode == draft.mode:
            draft.source, draft.target = other.source, other.target
            return True
    return False


# -- the fact ----------------------------------------------------------------------


def _event(context: Context, draft: Draft, frames: Frames) -> Event:
    """Return a draft as a read fact."""
    clause, row = draft.clause, draft.frame.row
    trigger = _trigger(draft.frame.trigger)
    when = _when(context, draft)
    behalf = context.all_who(a for a in clause.arguments if a.marker in _BEHALF)
    voice = context.voice(clause.predicate)
    return Event(
        id=context.make_id("event", trigger[0]),
        evidence=context.evidence(context.clause_span(clause), *trigger),
        method=METHOD,
        voice=voice,
        factuality=_factuality(context, clause, frames, voice),
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        event_type=draft.frame.event_type,
        mode=draft.mode,
        context=tuple(row.get("context", "").split()),
        source=_ids(draft.source),
        source_text=_texts(draft.source),
        source_spans=_spans(draft.source),
        target=_ids(draft.target),
        target_text=_texts(draft.target),
        target_spans=_spans(draft.target),
        on_behalf_of=_ids(behalf),
        on_behalf_of_text=_texts(behalf),
        place=_place(context, draft),
        trigger=" ".join(context.words(s) for s in trigger),
        trigger_spans=trigger,
    )


def _trigger(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the words that tell an event: one stretch where they stand together."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    if end - start <= _LONGEST_TRIGGER or len(spans) == 1:
        return (Span(start, end),)
    return tuple(sorted(set(spans)))


def _ids(people: Iterable[Who]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.actor for w in people if w.actor is not None))


def _texts(people: Iterable[Who]) -> tuple[str, ...]:
    return tuple(w.text for w in people)


def _spans(people: Iterable[Who]) -> tuple[Span, ...]:
    return tuple(w.span for w in people)


def _when(context: Context, draft: Draft) -> When:
    """Return an event's day: its clause's, its noun's, or its coordinate verb's."""
    when = context.when(draft.clause)
    if when.edtf is None and draft.frame.noun is not None:
        when = context.when(draft.frame.noun, follow=False)
    clause = draft.clause
    parent = context.parent(clause)
    if (
        when.edtf is None
        and parent is not None
        and clause.link is Link.COORDINATE
        and clause.subject_shared
    ):
        between = context.text[parent.predicate.end : clause.predicate.start]
        if not _LATER & set(between.lower().split()):
            when = context.when(parent)
    return when


def _place(context: Context, draft: Draft) -> str | None:
    """Return where it happened, a named place before others."""
    noun = draft.frame.noun
    arguments = [*draft.clause.all(Role.PLACE)]
    if noun is not None:
        arguments += noun.all(Role.PLACE)
    arguments = [a for a in arguments if a.marker not in _BEHALF]
    arguments.sort(key=lambda a: not _is_located(context, a))
    return context.words(arguments[0].span) if arguments else None


def _is_located(context: Context, argument: Argument) -> bool:
    phrase = context.phrase(argument)
    return phrase is not None and (phrase.name_type or "").startswith("LOC")


def _factuality(
    context: Context, clause: Clause, frames: Frames, voice: str
) -> Factuality:
    """Return how an event is told; what is only alleged is not told as done."""
    factuality = context.factuality(clause)
    parent = context.parent(clause)
    if factuality is not Factuality.ASSERTED or voice != NARRATOR or parent is None:
        return factuality
    frame = frames.of(parent)
    if frame is None or frame.event_type is not EventType.ACCUSE:
        return factuality
    if frame.row.get("mode") == "allege" or parent.lemma in ("accuse", "suspect"):
        for argument in parent.arguments:
            inside = argument.span.holds(clause.predicate)
            if inside and argument.role in (Role.COMPLEMENT, Role.OBLIQUE):
                return Factuality.HYPOTHETICAL
    return factuality


def _with_own_ids(events: list[Event]) -> list[Event]:
    """Return the events without a second one for the same anchor."""
    seen: dict[str, Event] = {}
    for event in events:
        seen.setdefault(event.id, event)
    return list(seen.values())


def _parts(context: Context) -> dict[str, frozenset[str]]:
    """Return of which actors each is a part: those named inside its words."""
    parts: dict[str, set[str]] = {}
    phrases = context.document.phrases
    for phrase in phrases:
        outer = phrases[phrase.within] if phrase.within is not None else None
        if outer is None or outer.actor is None or phrase.actor is None:
            continue
        if outer.actor != phrase.actor:
            parts.setdefault(outer.actor, set()).add(phrase.actor)
    return {actor: frozenset(of) for actor, of in parts.items()}
