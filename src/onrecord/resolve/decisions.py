"""Decisions: what is to be decided by whom, and where it stands by the latest report.

Reports are of one decision when they share a decider (or one names none) and their
subjects overlap. Days announced for it are kept or missed by what was taken when.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.model.decision import Decision, DecisionStatus
from onrecord.model.proceeding import AnnouncedDay
from onrecord.resolve.announced import judge_days, unite_days
from onrecord.resolve.days import find_bounds, known_order
from onrecord.resolve.fold import DENIALS, agree_day, as_case, most_said_list
from onrecord.resolve.known import Known
from onrecord.resolve.overlap import group_by_words, share_any
from onrecord.resolve.words import content_words

SAME_WORDS = 0.5
"""Least Dice overlap of the subjects of two reports of one decision."""

_SETTLED = frozenset({DecisionStatus.TAKEN, DecisionStatus.REVERSED})
# Of two reports of one day, the one that goes further stands.
_FURTHER = tuple(DecisionStatus)


def make_decisions(facts: Sequence[Decision], known: Known) -> list[Decision]:
    """Return the case's decisions, from read facts in canonical order."""
    groups = group_by_words(
        facts,
        words=lambda one: content_words(one.subject),
        least=SAME_WORDS,
        block=lambda one: one.factuality in DENIALS,
        fits=_same_decider,
    )
    return [_make_decision(members, known) for members in groups]


def _same_decider(decision: Decision, group: Sequence[Decision]) -> bool:
    """Whether a report names a decider of the group's, or nobody."""
    deciders = [one for other in group for one in other.decider]
    return share_any(decision.decider, deciders)


def _make_decision(members: Sequence[Decision], known: Known) -> Decision:
    """Make the case fact of one decision."""
    latest = max(members, key=_report_order)
    when, others = agree_day(o.when for o in members if o.status is latest.status)
    decider, decider_text = most_said_list(members, "decider")
    taken = [o.when for o in members if o.status in _SETTLED]
    days = judge_days(unite_days(_announcements(members)), taken)
    due = days[-1] if days else None
    return as_case(
        members,
        known,
        decider=decider,
        decider_text=decider_text,
        status=latest.status,
        outcome=latest.outcome or _last_outcome(members, latest.status),
        when=when,
        when_text=next((o.when_text for o in members if o.when == when), None),
        due=due.day if due else None,
        kept=due.kept if due else None,
        waits_on=None if latest.status in _SETTLED else _last_wait(members),
        announced=days,
        conflicts={"when": others} if others else {},
    )


def _report_order(report: Decision) -> tuple[tuple[date, str], date, int, str]:
    """Return the key by which the latest report is found.

    By publication, then by the day it tells of, then by how far the matter had gone.
    """
    told = find_bounds(report.when)
    day = told[1] if told else date.min
    return known_order(report.known_from), day, _FURTHER.index(report.status), report.id


def _announcements(members: Sequence[Decision]) -> Iterable[AnnouncedDay]:
    """Return the days announced for a decision."""
    for one in members:
        if one.due is not None:
            yield AnnouncedDay(
                day=one.due,
                kept=one.kept,
                evidence=one.evidence[:1],
                known_from=one.known_from,
            )


def _last_outcome(members: Sequence[Decision], status: DecisionStatus) -> str | None:
    """Return the outcome that the last report of this status gives."""
    given = [one for one in members if one.status is status and one.outcome]
    return max(given, key=_report_order).outcome if given else None


def _last_wait(members: Sequence[Decision]) -> str | None:
    """Return what the decision waits on by the last report that says."""
    given = [one for one in members if one.waits_on]
    return max(given, key=_report_order).waits_on if given else None
