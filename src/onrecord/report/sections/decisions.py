"""What is undecided: decisions pending or put off, and whether their day has passed."""

from datetime import date

from onrecord.model.decision import Decision, DecisionStatus
from onrecord.model.view import CaseView
from onrecord.report.days import last_day
from onrecord.report.lines import DecisionLine
from onrecord.report.sections.desk import Desk, is_told_as_fact, told_by
from onrecord.report.sentences import say_decision

UNDECIDED = (DecisionStatus.PENDING, DecisionStatus.POSTPONED)


def decision_lines(view: CaseView, desk: Desk) -> tuple[DecisionLine, ...]:
    """Return what is undecided, the best sourced first, then the latest."""
    undecided = (d for d in view.decisions if d.status in UNDECIDED)
    kept = desk.keep("decisions", undecided, _rank)
    return tuple(_line(decision, desk) for decision in kept)


def is_overdue(decision: Decision, day: date | None) -> bool:
    """Whether the announced day has passed and nobody says what became of it."""
    due = last_day(decision.due)
    return bool(due and day and due < day and decision.kept is None)


def _rank(decision: Decision) -> tuple[bool, int, date]:
    """Rank: told as so, by sources, by the day it became known."""
    known = last_day(decision.known_from) or date.min
    return is_told_as_fact(decision), told_by(decision), known


def _line(decision: Decision, desk: Desk) -> DecisionLine:
    """Make the line of one decision."""
    overdue = is_overdue(decision, desk.day)
    words = say_decision(decision, desk.look) + _due_words(decision, overdue, desk)
    return DecisionLine(
        words=words + desk.silence(decision),
        **desk.basics(decision),
        subject=decision.subject,
        status=decision.status,
        decider_names=desk.look.names(decision.decider, decision.decider_text),
        due=decision.due,
        kept=decision.kept,
        overdue=overdue,
        waits_on=decision.waits_on,
    )


def _due_words(decision: Decision, overdue: bool, desk: Desk) -> str:
    """Return what became of the announced day.

    A decision that a report after that day still calls open was not taken by then.
    """
    if decision.kept is False:
        return " — the day announced was not kept"
    if not overdue:
        return ""
    last = last_day(desk.look.last_reported(decision.evidence))
    due = last_day(decision.due)
    if last and due and last > due:
        return " — a later report has it still undecided"
    return " — the day announced has passed, nothing reported"
