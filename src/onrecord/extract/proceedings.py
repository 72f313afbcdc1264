"""Proceedings: one read fact for each legal matter that an article tells.

Steps of one kind about one person are one matter. A step that names nobody ("the trial
opened on Monday") is of the matter told last before it; one that could be of any kind
(a hearing, an appeal) is of whatever matter its person has.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.extract.context import Context, When, Who
from onrecord.extract.holding import Holding
from onrecord.extract.holdings import find_holdings
from onrecord.extract.steps import Step, find_steps, iter_blame
from onrecord.model.edtf import bounds, is_valid
from onrecord.model.evidence import Span
from onrecord.model.fact import NARRATOR, Factuality
from onrecord.model.proceeding import (
    AnnouncedDay,
    Proceeding,
    ProceedingKind,
    ProceedingStatus,
    Stage,
)

METHOD = "proceedings/1"

_NO_PERSON_NEEDED = frozenset({"inquiry", "sanction", "arbitration"})
_COMING = frozenset({Factuality.PLANNED, Factuality.ASKED})
_MOST_EVIDENCE = 12


@dataclass(slots=True, eq=False)
class Matter:
    """A legal matter being put together."""

    kind: str
    subjects: dict[str, Who] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    arrests: list[Holding] = field(default_factory=list)
    reasons: list[Span] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """Add a step and whom it is about."""
        self.steps.append(step)
        for one in _subjects(step):
            self.subjects.setdefault(one[0], one[1])


def find_proceedings(context: Context) -> list[Proceeding]:
    """Return the legal matters that an article tells, in text order.

    Args:
        context: A document with its statements.
    """
    matters: list[Matter] = []
    for step in _split(find_steps(context)):
        _place(matters, step)
    kept = [m for m in matters if _is_firm(m)]
    _add_arrests(context, kept)
    _add_blame(context, kept)
    kept.sort(key=lambda matter: matter.steps[0].trigger)
    return [_make(context, matter) for matter in kept]


def _subjects(step: Step) -> list[tuple[str, Who]]:
    """Return whom a step is about, by key."""
    found = [(p.key, Who(p.actor, p.text, p.span)) for p in step.persons]
    found += [(w.actor or w.text, w) for w in step.others]
    return found


def _split(steps: Sequence[Step]) -> list[Step]:
    """Give each person a step of their own where one is also told of alone."""
    alone = {
        s.persons[0].key
        for s in steps
        if len(s.persons) == 1 and s.persons[0].number == 1
    }
    found: list[Step] = []
    for step in steps:
        apart = [p for p in step.persons if p.key in alone]
        if len(step.persons) < 2 or not apart:
            found.append(step)
            continue
        found += [replace(step, persons=(person,)) for person in step.persons]
    return found


def _place(matters: list[Matter], step: Step) -> None:
    """Add a step to the matter it is of, or begin one."""
    keys = {key for key, _ in _subjects(step)}
    for matter in reversed(matters):
        if _is_of(matter, step, keys):
            matter.add(step)
            return
    kind = step.kind or ("criminal" if keys else None)
    if kind is None or (
        not keys and kind not in _NO_PERSON_NEEDED and not _opens(step)
    ):
        return
    matter = Matter(kind)
    matter.add(step)
    matters.append(matter)


def _opens(step: Step) -> bool:
    """Whether a step that names nobody may begin a matter that a later one names."""
    return step.stage in ("trial", "warrant", "charge")


def _is_of(matter: Matter, step: Step, keys: set[str]) -> bool:
    """Whether a step is of a matter: by its people, else by its kind."""
    if step.kind is not None and step.kind != matter.kind:
        return False
    if keys and matter.subjects:
        return bool(keys & matter.subjects.keys())
    return step.kind is not None or not step.is_weak or bool(matter.steps)


def _is_firm(matter: Matter) -> bool:
    """Whether a matter is told of and not only alluded to."""
    if not matter.subjects and matter.kind not in _NO_PERSON_NEEDED:
        return False
    if all(s.factuality is Factuality.HYPOTHETICAL for s in matter.steps):
        return False
    return any(not s.is_weak for s in matter.steps)


def _add_arrests(context: Context, matters: Sequence[Matter]) -> None:
    """Add the arrest of a matter's person as a step of it."""
    for holding in find_holdings(context):
        if holding.effect != "start":
            continue
        if holding.kind not in ("detention", "prison") or holding.lemma in (
            "sentence",
            "jail",
            "convict",
        ):
            continue
        mine = [m for m in matters if holding.person.key in m.subjects]
        mine.sort(key=lambda m: m.kind != "extradition")
        if mine:
            mine[0].arrests.append(holding)
            mine[0].reasons += holding.reasons


def _add_blame(context: Context, matters: Sequence[Matter]) -> None:
    """Add what a matter's person is accused of."""
    for person, reason in iter_blame(context):
        for matter in matters:
            if person.key in matter.subjects:
                matter.reasons.append(reason)
                break


def _make(context: Context, matter: Matter) -> Proceeding:
    """Return the read fact of a matter."""
    steps = sorted(matter.steps, key=lambda one: one.trigger)
    anchor = steps[0]
    forum = _unite(s.forum for s in steps)
    requested = _unite(s.requested_by for s in steps)
    decider = _unite(s.decider for s in steps)
    days = _announced(context, steps)
    when = next((s.when for s in steps if s.when.edtf), When())
    return Proceeding(
        id=context.make_id(
            "proceeding", anchor.trigger, ordinal=_ordinal(matter, anchor)
        ),
        evidence=context.evidence(*_evidence_spans(matter, steps)),
        voice=_voice(context, steps),
        factuality=_told(steps),
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        method=METHOD,
        kind=ProceedingKind(matter.kind),
        subject=_ids(matter.subjects.values()),
        subject_text=tuple(w.text for w in matter.subjects.values()),
        forum=_ids(forum),
        forum_text=tuple(w.text for w in forum),
        requested_by=_ids(requested),
        requested_by_text=tuple(w.text for w in requested),
        decider=_ids(decider),
        decider_text=tuple(w.text for w in decider),
        allegations=_allegations(context, matter, steps),
        stages=_stages(context, matter, steps),
        next_on=days[0].day if days else None,
        announced=days,
        status=_status(steps, days),
    )


def _ordinal(matter: Matter, anchor: Step) -> int:
    """Return the place of a matter among those with the same anchor."""
    keys = [key for key, _ in _subjects(anchor)]
    first = next(iter(matter.subjects), None)
    return keys.index(first) if first in keys else 0


def _unite(groups: Iterable[tuple[Who, ...]]) -> list[Who]:
    """Return the actors of several steps, each once."""
    found: dict[str, Who] = {}
    for group in groups:
        for who in group:
            found.setdefault(who.actor or who.text, who)
    return list(found.values())


def _ids(whos: Iterable[Who]) -> tuple[str, ...]:
    """Return the ids of actors, without those who resolve to nobody."""
    return tuple(who.actor for who in whos if who.actor is not None)


def _evidence_spans(matter: Matter, steps: Sequence[Step]) -> list[Span]:
    """Return the words to quote, the anchor's first, each once."""
    spans: list[Span] = []
    for span in [s.span for s in steps] + [h.span for h in matter.arrests]:
        if span not in spans:
            spans.append(span)
    return spans[:_MOST_EVIDENCE]


def _voice(context: Context, steps: Sequence[Step]) -> str:
    """Return the narrator where the article itself tells a matter."""
    voices = [context.voice(step.trigger) for step in steps]
    return NARRATOR if NARRATOR in voices else voices[0]


def _told(steps: Sequence[Step]) -> Factuality:
    """Return how a matter is told: asserted where one of its steps is."""
    told = [step.factuality for step in steps]
    return Factuality.ASSERTED if Factuality.ASSERTED in told else told[0]


def _allegations(
    context: Context, matter: Matter, steps: Sequence[Step]
) -> tuple[str, ...]:
    """Return what is alleged, each once, in text order."""
    spans = [span for step in steps for span in step.reasons] + matter.reasons
    found: list[str] = []
    for span in sorted(set(spans)):
        words = context.words(span)
        if not any(words in other for other in found):
            found = [other for other in found if other not in words]
            found.append(words)
    return tuple(found)


def _stages(
    context: Context, matter: Matter, steps: Sequence[Step]
) -> tuple[Stage, ...]:
    """Return the steps as stages, in text order, each trigger once."""
    found: dict[Span, Stage] = {}
    for step in steps:
        if step.factuality is Factuality.HYPOTHETICAL:
            continue
        found.setdefault(step.trigger, _stage(context, step))
    for holding in matter.arrests:
        found.setdefault(holding.trigger, _arrest(context, holding))
    return tuple(found[span] for span in sorted(found))


def _stage(context: Context, step: Step) -> Stage:
    """Return one step as a stage."""
    return Stage(
        id=context.make_id("stage", step.trigger),
        stage=step.stage,
        when=step.when.edtf,
        when_text=step.when.text,
        outcome=step.outcome,
        outcome_text=step.outcome_text,
        by=_ids(step.by),
        evidence=context.evidence(step.span),
        voice=context.voice(step.trigger),
        factuality=step.factuality,
    )


def _arrest(context: Context, holding: Holding) -> Stage:
    """Return an arrest as a stage."""
    return Stage(
        id=context.make_id("stage", holding.trigger),
        stage="arrest",
        when=holding.since.edtf,
        when_text=holding.since.text,
        by=_ids(holding.holders),
        evidence=context.evidence(holding.span),
        voice=context.voice(holding.trigger),
        outcome_text=context.words(holding.trigger),
        factuality=holding.factuality,
    )


def _announced(context: Context, steps: Sequence[Step]) -> tuple[AnnouncedDay, ...]:
    """Return the days announced for what comes next, the earliest first."""
    published = _first_day(context.document.article.published)
    days: dict[str, AnnouncedDay] = {}
    for step in steps:
        coming = step.until if step.until.edtf else When()
        if not coming.edtf and step.factuality in _COMING:
            coming = step.when
        day = coming.edtf
        if day is None or published is None or "/" in day:
            continue
        first = _first_day(day)
        if first is not None and first >= published:
            days.setdefault(
                day, AnnouncedDay(day=day, evidence=context.evidence(step.span))
            )
    return tuple(days[day] for day in sorted(days))


def _first_day(edtf: str | None) -> str | None:
    """Return the first day of a date, as ISO."""
    if edtf is None or not is_valid(edtf):
        return None
    first = bounds(edtf)[0]
    return first.isoformat() if first is not None else None


def _status(steps: Sequence[Step], days: Sequence[AnnouncedDay]) -> ProceedingStatus:
    """Return where a matter stands as the article tells it."""
    if days:
        return ProceedingStatus.OPEN
    if any(step.is_over and step.factuality is Factuality.ASSERTED for step in steps):
        return ProceedingStatus.CLOSED
    told = {step.stage for step in steps}
    if told & {"surrender"} and any(
        s.stage == "surrender" and s.factuality is Factuality.ASSERTED for s in steps
    ):
        return ProceedingStatus.CLOSED
    if told & {"sentence", "verdict"}:
        return ProceedingStatus.UNKNOWN
    return ProceedingStatus.OPEN
