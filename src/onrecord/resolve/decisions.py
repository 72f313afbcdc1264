"""Decisions: what is to be decided by whom, and where it stands by the latest report.

Reports are of one decision when they share a decider (or one names none, or two
deciders count for one state) and their subjects overlap. Days announced for it are kept
or missed by what was taken when.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.model.decision import Decision, DecisionStatus
from onrecord.model.proceeding import AnnouncedDay
from onrecord.resolve.announced import judge_days, unite_days
from onrecord.resolve.days import find_bounds, known_order
from onrecord.resolve.fold import DENIALS, agree_day, as_case, most_said_list, unite
from onrecord.resolve.known import Known
from onrecord.resolve.overlap import group_by_words, share_any
from onrecord.resolve.states import States
from onrecord.resolve.words import Words, content_words

SAME_WORDS = 0.5
"""Least Dice overlap of the subjects of two reports of one decision."""

# "Her decision on whether to close" and "whether to close" are one subject.
_EMPTY = content_words("decision decide whether")
_TITLE = 2  # words that two descriptions of one office have in common at least
_SETTLED = frozenset({DecisionStatus.TAKEN, DecisionStatus.REVERSED})
# Of two reports of one day, the one that goes further stands.
_FURTHER = tuple(DecisionStatus)


def make_decisions(
    facts: Sequence[Decision], known: Known, states: States
) -> list[Decision]:
    """Return the case's decisions, from read facts in canonical order."""
    groups = group_by_words(
        facts,
        words=_subject_words,
        least=SAME_WORDS,
        block=lambda one: one.factuality in DENIALS,
        fits=lambda one, group: _same_decider(one, group, states),
    )
    return [_make_decision(members, known) for members in groups]


def _subject_words(decision: Decision) -> Words:
    """Return the content words of what is decided."""
    words = content_words(decision.subject)
    return words - _EMPTY or words


def _same_decider(
    decision: Decision, group: Sequence[Decision], states: States
) -> bool:
    """Whether a report names a decider of the group's, one of its state, or nobody.

    "The justice minister" and "Justice Minister Ana Brun" are one where no state tells
    them apart.
    """
    mine, theirs = _side(decision, states), [_side(one, states) for one in group]
    if share_any(mine, unite(theirs)):
        return True
    sides = [{one for one in side if states.of(one) == one} for side in (mine, *theirs)]
    if not share_any(sides[0], unite(sides[1:])):
        return False
    words = content_words(" ".join(decision.decider_text))
    return any(
        len(words & content_words(" ".join(one.decider_text))) >= _TITLE
        for one in group
    )


def _side(decision: Decision, states: States) -> set[str]:
    """Return who decides, with the states that they count for."""
    found = {state for one in decision.decider if (state := states.of(one))}
    return found | set(decision.decider)


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
