"""Proceedings: one read fact for each legal matter that an article tells."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from onrecord.extract.context import Context, Who
from onrecord.extract.dating import When
from onrecord.extract.legal.holding import Holding
from onrecord.extract.legal.matters import Matter, find_matters
from onrecord.extract.legal.rulings import settle_rulings
from onrecord.extract.legal.step import Step
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

# "three charges": says how many, not of what.
_COUNT = re.compile(r"(?:[\w-]+ )?(?:charges?|counts?)", re.IGNORECASE)
# A warrant or request is what somebody is held on, no allegation.
_PAPER = re.compile(r"\b(?:warrants?|requests?)$|\brequests? (?:from|by)\b")
_COMING = frozenset({Factuality.PLANNED, Factuality.ASKED})
_MOST_EVIDENCE = 12


def find_proceedings(context: Context) -> list[Proceeding]:
    """Return the legal matters that an article tells, in text order.

    Args:
        context: A document with its statements.
    """
    seen: Counter[Span] = Counter()
    found = []
    for matter in find_matters(context):
        anchor = min(step.trigger for step in matter.steps)
        found.append(_make(context, matter, ordinal=seen[anchor]))
        seen[anchor] += 1
    return found


def _make(context: Context, matter: Matter, *, ordinal: int) -> Proceeding:
    """Return the read fact of a matter."""
    steps = sorted(matter.steps, key=lambda one: one.trigger)
    anchor = steps[0]
    forum = _unite(s.forum for s in steps)
    requested = _unite(s.requested_by for s in steps)
    decider = _decider(steps)
    days = _announced(context, steps)
    when = next((s.when for s in steps if s.when.edtf), When())
    return Proceeding(
        id=context.make_id("proceeding", anchor.trigger, ordinal=ordinal),
        evidence=context.evidence(*_evidence_spans(matter, steps)),
        voice=_voice(context, steps),
        factuality=_told(steps),
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        method=METHOD,
        kind=ProceedingKind(matter.kind or "criminal"),
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
        waits_for=next((s.waits_for for s in reversed(steps) if s.waits_for), None),
        next_on=days[0].day if days else None,
        announced=days,
        status=_status(steps, days),
    )


def _unite(groups: Iterable[tuple[Who, ...]]) -> list[Who]:
    """Return the actors of several steps, each once."""
    found: dict[str, Who] = {}
    for group in groups:
        for who in group:
            found.setdefault(who.actor or who.text, who)
    return list(found.values())


def _decider(steps: Sequence[Step]) -> list[Who]:
    """Return who decides: on a surrender where that is told, else the judges."""
    last = [s.decider for s in steps if s.stage == "surrender_order" and s.decider]
    return _unite(last or (s.decider for s in steps))


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
    voices = [context.voice(_told_by(step)) for step in steps]
    return NARRATOR if NARRATOR in voices else voices[0]


def _told_by(step: Step) -> Span:
    """Return the words whose voice a step has: to ask for a thing is a step itself."""
    is_asking = step.stage in ("application", "request")
    return step.clause.predicate if is_asking else step.trigger


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
        if _COUNT.fullmatch(words) or _PAPER.search(words) or words == "doing":
            continue
        if not any(words in other for other in found):
            found = [other for other in found if other not in words]
            found.append(words)
    return tuple(found)


def _stages(
    context: Context, matter: Matter, steps: Sequence[Step]
) -> tuple[Stage, ...]:
    """Return the steps as stages in text order, what tells one step joined."""
    told: list[tuple[Span, Stage]] = [
        (step.trigger, _stage(context, step))
        for step in settle_rulings(steps)
        if step.factuality is not Factuality.HYPOTHETICAL
    ]
    told += [(one.trigger, _arrest(context, one)) for one in matter.arrests]
    found: list[Stage] = []
    for _, stage in sorted(told, key=lambda one: one[0]):
        place = next((n for n, o in enumerate(found) if _is_same(o, stage)), None)
        if place is None:
            found.append(stage)
        else:
            found[place] = _join(found[place], stage)
    return tuple(found)


def _is_same(one: Stage, other: Stage) -> bool:
    """Whether two reports are of one step: no day and no outcome sets them apart."""
    if one.stage != other.stage or one.factuality is not other.factuality:
        return False
    if one.when and other.when and one.when != other.when:
        return False
    return not (one.outcome and other.outcome and one.outcome != other.outcome)


def _join(one: Stage, other: Stage) -> Stage:
    """Return one step of two reports; what the first leaves open the second fills."""
    dated = one if one.when else other
    came_out = one if one.outcome else other
    words = [t for t in (one.outcome_text, other.outcome_text) if t]
    return replace(
        one,
        when=dated.when,
        when_text=dated.when_text,
        outcome=came_out.outcome,
        outcome_text=max(words, key=len) if words else None,
        by=one.by or other.by,
        evidence=(*one.evidence, *(e for e in other.evidence if e not in one.evidence)),
    )


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
        voice=context.voice(_told_by(step)),
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
        coming = step.until
        if not coming.edtf and step.factuality in _COMING:
            coming = step.when
        day = (coming.edtf or "").removeprefix("../")
        if not day or published is None or "/" in day:
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
