"""The brief: the page that a reader opens first, every line with its sources."""

from datetime import date
from typing import TypedDict

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import edtf
from onrecord.model.view import CaseView
from onrecord.report.days import days_before
from onrecord.report.lines import (
    Brief,
    ClaimLine,
    DecisionLine,
    HeldLine,
    LinkageLine,
    ProceedingLine,
    RelationLine,
)
from onrecord.report.sections.claims import claim_lines
from onrecord.report.sections.decisions import decision_lines
from onrecord.report.sections.desk import Desk, make_desk
from onrecord.report.sections.gaps import gap_lines
from onrecord.report.sections.held import held_lines, released_lines
from onrecord.report.sections.linkages import linkage_lines
from onrecord.report.sections.proceedings import proceeding_lines
from onrecord.report.sections.recent import (
    count_recent,
    open_window,
    recent_lines,
)
from onrecord.report.sections.relations import relation_lines

RECENT_DAYS = Config().changed_within_days
"""The window of "what changed" unless `since` is given."""

LINES = 20
"""Lines of a section unless `limit` is given: a brief is read in one sitting."""


class Sections(TypedDict):
    """The sections of a brief before "what changed"."""

    held: tuple[HeldLine, ...]
    released: tuple[HeldLine, ...]
    proceedings: tuple[ProceedingLine, ...]
    linkages: tuple[LinkageLine, ...]
    claims: tuple[ClaimLine, ...]
    decisions: tuple[DecisionLine, ...]
    relations: tuple[RelationLine, ...]


def make_brief(
    view: CaseView, *, since: str | None = None, limit: int | None = LINES
) -> Brief:
    """Return the brief of a case as the view knows it.

    Args:
        view: What was known by its day; without `as_of` the brief is written for the
            day of the last article.
        since: First day (EDTF) of "what changed"; None takes `RECENT_DAYS` before the
            day of the brief.
        limit: Most lines of each section; None prints all. What is left out is counted
            in `more`.

    Returns:
        Sections may be empty; sources are numbered in the order of reading.

    Raises:
        InputError: `since` is no EDTF day with a beginning.
    """
    desk = make_desk(view, limit=limit)
    start = first_day(since, desk.day)
    window = open_window(view, start, desk.day) if start else None
    sections = _sections(view, desk)
    recent, told_again = recent_lines(view, desk, window) if window else ((), 0)
    return Brief(
        as_of=view.as_of,
        day=desk.day.isoformat() if desk.day else None,
        since=start.isoformat() if start else None,
        articles=len(view.articles),
        stories=desk.book.count_stories(),
        **sections,
        recent=recent,
        told_again=told_again,
        recent_statements=count_recent(view.statements, window) if window else 0,
        recent_events=count_recent(view.events, window) if window else 0,
        gaps=gap_lines(view, desk),
        more=desk.more,
        sources=desk.book.sources(),
    )


def first_day(since: str | None, day: date | None) -> date | None:
    """Return the first day of the window; None in a case without any day.

    Raises:
        InputError: `since` is no EDTF day with a beginning.
    """
    if since is None:
        return days_before(day, RECENT_DAYS) if day else None
    try:
        first = edtf.bounds(since)[0]
    except ValueError as error:
        raise InputError(f"since: {error}") from error
    if first is None:
        raise InputError(
            f"since: {since!r} has no beginning; give a day, as 2031-03-09"
        )
    return first


def _sections(view: CaseView, desk: Desk) -> Sections:
    """Return the sections, written in the order of reading."""
    return Sections(
        held=held_lines(view, desk),
        released=released_lines(view, desk),
        proceedings=proceeding_lines(view, desk),
        linkages=linkage_lines(view, desk),
        claims=claim_lines(view, desk),
        decisions=decision_lines(view, desk),
        relations=relation_lines(view, desk),
    )
