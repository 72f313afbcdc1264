"""Where each proceeding stands: last stages, what it waits for, days kept or not."""

from collections.abc import Iterator
from datetime import date

from onrecord.model.fact import Factuality
from onrecord.model.proceeding import Proceeding, ProceedingStatus, Stage
from onrecord.model.view import CaseView
from onrecord.report.days import count, last_day, say_day
from onrecord.report.lines import Detail, ProceedingLine
from onrecord.report.sections.desk import Desk, is_told_as_fact, told_by
from onrecord.report.sentences import say_proceeding, say_stage
from onrecord.report.words import join_names, quoted

LAST_STAGES = 3
"""Stages printed of those that happened, and of those that lie ahead."""

_LIVE = {
    ProceedingStatus.OPEN: 3,
    ProceedingStatus.SUSPENDED: 2,
    ProceedingStatus.UNKNOWN: 1,
    ProceedingStatus.CLOSED: 0,
}


def proceeding_lines(view: CaseView, desk: Desk) -> tuple[ProceedingLine, ...]:
    """Return where each proceeding stands, open ones and the best sourced first."""
    kept = desk.keep("proceedings", view.proceedings, _rank)
    return tuple(_line(proceeding, desk) for proceeding in kept)


def stages_reached(proceeding: Proceeding) -> tuple[Stage, ...]:
    """Return the stages told to have happened, in the order of the record."""
    return tuple(s for s in proceeding.stages if s.factuality is Factuality.ASSERTED)


def stages_ahead(proceeding: Proceeding, day: date | None) -> tuple[Stage, ...]:
    """Return the stages planned or asked for that may still come.

    One whose day has passed does not, nor one without a day after which a later report
    told of a stage that was reached: the matter has moved on.
    """
    coming = (Factuality.PLANNED, Factuality.ASKED)
    told = (last_day(stage.known_from) for stage in stages_reached(proceeding))
    moved_on = max(filter(None, told), default=None)
    return tuple(
        stage
        for stage in proceeding.stages
        if stage.factuality in coming
        and not _is_past(stage.when or stage.known_from, moved_on)
        and not _is_past(stage.when, day)
    )


def _rank(proceeding: Proceeding) -> tuple[bool, int, int, date]:
    """Rank: told as a fact, open, by sources, by its latest stage."""
    days = (last_day(stage.when) for stage in proceeding.stages)
    latest = max(filter(None, days), default=date.min)
    live = _LIVE[proceeding.status]
    return is_told_as_fact(proceeding), live, told_by(proceeding), latest


def _line(proceeding: Proceeding, desk: Desk) -> ProceedingLine:
    """Make the line of one proceeding."""
    reached = stages_reached(proceeding)
    look = desk.look
    return ProceedingLine(
        words=say_proceeding(proceeding, look) + desk.silence(proceeding),
        **desk.basics(proceeding),
        kind=proceeding.kind,
        subject_names=look.names(proceeding.subject, proceeding.subject_text),
        status=proceeding.status,
        last_stage=reached[-1].stage if reached else None,
        waits_for=proceeding.waits_for,
        next_on=proceeding.next_on,
        kept=tuple(a.day for a in proceeding.announced if a.kept is True),
        missed=tuple(a.day for a in proceeding.announced if a.kept is False),
        details=tuple(_details(proceeding, desk)),
    )


def _details(proceeding: Proceeding, desk: Desk) -> Iterator[Detail]:
    """Yield the last stages, then what lies ahead, then the announced days."""
    reached, ahead = stages_reached(proceeding), stages_ahead(proceeding, desk.day)
    if len(reached) > LAST_STAGES:
        yield desk.detail(count(len(reached) - LAST_STAGES, "earlier stage"))
    for stage in (*reached[-LAST_STAGES:], *ahead[-LAST_STAGES:]):
        sentence = say_stage(stage, desk.look).whole()
        yield desk.detail(sentence, stage.evidence, stage.id)
    if proceeding.waits_for:
        yield desk.detail(f"Waits for: {quoted(proceeding.waits_for)}")
    if proceeding.next_on:
        yield desk.detail(
            f"Next: {say_day(proceeding.next_on)}{_passed(proceeding, desk)}"
        )
    yield from _announced(proceeding, desk)


def _passed(proceeding: Proceeding, desk: Desk) -> str:
    """Return that the next day has gone by, where it has."""
    is_past = _is_past(proceeding.next_on, desk.day)
    return ", which has passed with nothing reported" if is_past else ""


def _is_past(value: str | None, day: date | None) -> bool:
    """Whether a day is known to lie before another."""
    last = last_day(value)
    return bool(last and day and last < day)


def _announced(proceeding: Proceeding, desk: Desk) -> Iterator[Detail]:
    """Yield the announced days that were kept, and those that were not."""
    for kept, words in ((True, "Days kept"), (False, "Days not kept")):
        days = [a for a in proceeding.announced if a.kept is kept]
        if days:
            said = join_names([say_day(a.day) for a in days])
            evidence = [piece for a in days for piece in a.evidence]
            yield desk.detail(f"{words}: {said}", evidence)
