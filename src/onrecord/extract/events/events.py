"""Events: who did what to whom, coded with PLOVER.

Rules that hold here:
- A clause tells at most one event, and one whose sides are nobody is none.
- What happens only inside an accusation is never told as done by the narrator.
"""

from collections.abc import Iterable, Iterator

from onrecord.extract.context import Context, Who
from onrecord.extract.dating import When
from onrecord.extract.events.draft import Draft, Reading
from onrecord.extract.events.drafts import find_drafts
from onrecord.extract.events.frames import Frames
from onrecord.extract.events.happenings import share_happenings
from onrecord.extract.events.slots import Slots
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
_ACTING = frozenset(("act", "work", "speak"))
# The words between a verb and its noun are quoted with them up to this length.
_LONGEST_TRIGGER = 40
# Classes of nouns that leave open what they are about, and the prepositions between.
_TOLD_BY = {
    Factuality.HYPOTHETICAL: "open",
    Factuality.ASKED: "asking",
    Factuality.PLANNED: "planning",
}
_OPENING = frozenset(("for", "on", "about", "over", "of", "to", "against"))
_CIRCUMSTANCES = frozenset((Role.OBLIQUE, Role.TIME, Role.PLACE))
_JUDGED = frozenset((EventType.ACCUSE, EventType.SUPPORT))
_ACCUSED_OF = frozenset(("accuse", "suspect", "blame"))


def find_events(context: Context) -> list[Event]:
    """Return an article's events in text order of their clauses.

    Args:
        context: Its statements are found, so that each event has its voice.
    """
    slots = Slots(context)
    reading = Reading(slots, Frames(slots))
    drafts = find_drafts(context, reading)
    events = [
        _event(context, draft, reading)
        for draft in drafts
        if not _is_topic(context, draft, reading)
    ]
    return share_happenings(_with_own_ids(events), _parts(context))


def _is_topic(context: Context, draft: Draft, reading: Reading) -> bool:
    """Whether a noun only says what a hearing, a warrant or a decision is about."""
    clause, slots = draft.clause, reading.slots
    if clause.kind is not PredicateKind.NOUN:
        return False
    if slots.word_before(clause.extent.start) not in _OPENING:
        return False
    return slots.word_before(clause.extent.start, back=2) in slots.members("open")


# -- the fact ----------------------------------------------------------------------


def _event(context: Context, draft: Draft, reading: Reading) -> Event:
    """Return a draft as a read fact."""
    clause, row = draft.clause, draft.frame.row
    trigger = _trigger(draft.frame.trigger)
    when = _when(context, draft, reading.slots)
    behalf = context.all_who(_on_behalf(context, clause))
    voice = context.voice(clause.predicate)
    return Event(
        id=context.make_id("event", trigger[0]),
        evidence=context.evidence(*_evidence(context, draft), *trigger),
        method=METHOD,
        voice=voice,
        factuality=_factuality(context, draft, reading, voice),
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        event_type=draft.event_type,
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


def _on_behalf(context: Context, clause: Clause) -> Iterator[Argument]:
    """Give on whose behalf, "police acting on behalf of the court" included."""
    yield from (a for a in clause.arguments if a.marker in _BEHALF)
    doers = {a.head for a in clause.all(Role.AGENT)}
    for other in context.lookup.in_sentence(clause.sent):
        if other.lemma in _ACTING and doers & {a.head for a in other.all(Role.AGENT)}:
            yield from (a for a in other.arguments if a.marker in _BEHALF)


def _evidence(context: Context, draft: Draft) -> list[Span]:
    """Return the clause of the anchor, and that which names the sides, if another."""
    clauses = [draft.clause, *([draft.repeats] if draft.repeats else [])]
    return [context.clause_span(clause) for clause in clauses]


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


def _when(context: Context, draft: Draft, slots: Slots) -> When:
    """Return an event's day: its clause's, its noun's, or its coordinate verb's."""
    clause = draft.clause
    when = _when_of(context, clause, slots)
    if when.edtf is None and draft.frame.noun is not None:
        when = context.when(draft.frame.noun, follow=False)
    parent = context.parent(clause)
    if when.edtf is not None or parent is None or not clause.subject_shared:
        return when
    between = context.text[parent.predicate.end : clause.predicate.start].lower()
    if clause.link is Link.COORDINATE and slots.members("later").isdisjoint(
        between.split()
    ):
        return _when_of(context, parent, slots)
    return when


def _when_of(context: Context, clause: Clause, slots: Slots) -> When:
    when = context.when(clause)
    return _when_behind(context, clause, slots) if when.edtf is None else when


def _when_behind(context: Context, clause: Clause, slots: Slots) -> When:
    """Return a day that stands behind the object ("summoned the envoy on Monday").

    A day behind a noun that tells an act of its own may be the day of that act.
    """
    start, stop = slots.reach(clause)
    objects = clause.all(Role.PATIENT)
    if stop <= start or any(a.head.start in slots.nouns for a in objects):
        return When()
    for time in context.times_in(Span(start, stop)):
        if slots.word_before(time.start) == "on" and time.edtf is not None:
            return context.make_when(time)
    return When()


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
    context: Context, draft: Draft, reading: Reading, voice: str
) -> Factuality:
    """Return how an event is told; what is only alleged is not told as done."""
    clause = draft.clause
    if draft.event_type is not draft.frame.event_type:
        return Factuality.ASSERTED  # a refusal, that was told as a negation
    if voice == NARRATOR and _is_alleged(context, clause, reading):
        return Factuality.HYPOTHETICAL
    if clause.kind is PredicateKind.NOUN:
        told = _noun_factuality(context, clause, reading)
        if told is not None:
            return told
    parent = context.parent(clause)
    if clause.marker == "for" and parent is not None and parent.lemma == "be":
        return Factuality.HYPOTHETICAL  # "it is not enough for us to go"
    return context.factuality(clause)


def _noun_factuality(
    context: Context, clause: Clause, reading: Reading
) -> Factuality | None:
    """Return what stands before a noun says of it: "a hearing on her extradition".

    None where the noun shares the lot of what it hangs on. A noun that only gives the
    circumstance of a verb ("denied that it was in return for the arrest") does not, nor
    one that is praised or condemned.
    """
    slots = reading.slots
    before = slots.word_before(clause.extent.start)
    if before == "pending":
        return Factuality.HYPOTHETICAL
    if before in _OPENING:
        governor = slots.word_before(clause.extent.start, back=2)
        for told, name in _TOLD_BY.items():
            if governor in slots.members(name):
                return told
    parent = context.parent(clause)
    frame = reading.frames.of(parent) if parent is not None else None
    if frame is not None and frame.event_type in _JUDGED:
        return Factuality.NEGATED if clause.negated else Factuality.ASSERTED
    if parent is None or parent.lemma in context.lexicons["colours"]:
        return None
    for argument in parent.arguments:
        if argument.span.holds(clause.predicate) and argument.role in _CIRCUMSTANCES:
            return Factuality.NEGATED if clause.negated else Factuality.ASSERTED
    return None


def _is_alleged(context: Context, clause: Clause, reading: Reading) -> bool:
    """Whether a clause says what somebody is accused of."""
    parent = context.parent(clause)
    frame = reading.frames.of(parent) if parent is not None else None
    if parent is None or frame is None or frame.event_type is not EventType.ACCUSE:
        return False
    if frame.row.get("mode") != "allege" and parent.lemma not in _ACCUSED_OF:
        return False
    if reading.slots.word_before(clause.extent.start) in ("of", "for", "with"):
        return True
    return any(
        argument.span.holds(clause.predicate)
        and argument.role in (Role.COMPLEMENT, Role.OBLIQUE)
        for argument in parent.arguments
    )


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
