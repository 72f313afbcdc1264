"""The steps of a process: reports of one step united, and put in order."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from onrecord.model.fact import NARRATOR, Factuality
from onrecord.model.proceeding import Stage
from onrecord.resolve.days import (
    days_apart,
    earliest_known,
    find_bounds,
    meet,
    order_day,
)
from onrecord.resolve.fold import agree_day, unite

# Steps in the order in which they usually come (our own, over all kinds of process). It
# only decides between steps of one day, so a stage that is missing here costs little.
USUAL_ORDER = (
    "complaint", "inquiry", "warrant", "request", "arrest", "filing", "application",
    "charge", "authority_to_proceed", "bail_hearing", "bail", "indictment", "plea",
    "hearing", "interview", "trial", "ruling", "finding", "committal", "verdict",
    "judgment", "award", "sentence", "surrender_order", "decision", "order", "appeal",
    "appeal_hearing", "appeal_ruling", "review", "pardon", "surrender", "enforcement",
    "discharge", "withdrawal", "acquittal", "dismissal", "settlement", "closure",
)  # fmt: skip
_PLACE = {stage: place for place, stage in enumerate(USUAL_ORDER)}

# These happen once in a process, so reports that differ by a few days contradict each
# other; hearings and the like happen again.
ONCE = frozenset(
    {
        "acquittal",
        "arrest",
        "authority_to_proceed",
        "committal",
        "discharge",
        "indictment",
        "request",
        "sentence",
        "surrender",
        "surrender_order",
        "verdict",
    }
)
_SLACK_DAYS = 7


def unite_stages(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """Return a process's steps in order, each once, with the evidence of all reports.

    Args:
        stages: In the order of reports; `known_from` filled.
    """
    groups: list[list[Stage]] = []
    # Dated reports make the steps; undated ones join the last step they can be.
    for stage in sorted(stages, key=lambda one: one.when is None):
        near = [group for group in groups if _is_same(stage, group)]
        if near:
            max(near, key=_group_order).append(stage)
        else:
            groups.append([stage])
    return tuple(sorted(map(_make_stage, groups), key=stage_order))


def stage_order(stage: Stage) -> tuple[Any, ...]:
    """Return the key of the order of steps: day, then usual order.

    A step without a day comes by when it was told, so it stands near its neighbours.
    """
    when = stage.when if find_bounds(stage.when) else stage.known_from
    place = _PLACE.get(stage.stage, len(_PLACE))
    return order_day(when)[0], place, order_day(when), stage.id


def _group_order(group: Sequence[Stage]) -> tuple[Any, ...]:
    """Return the key by which the last of several steps is found."""
    return stage_order(group[0])


def _is_same(stage: Stage, group: Sequence[Stage]) -> bool:
    """Whether a report can be of the step that a group of reports tells."""
    first = group[0]
    if (stage.stage, stage.factuality) != (first.stage, first.factuality):
        return False
    outcomes = {one.outcome for one in group if one.outcome}
    if stage.outcome and outcomes and stage.outcome not in outcomes:
        return False
    if stage.when is None:
        return _had_come(first, stage)
    if any(meet(stage.when, one.when) for one in group):
        return True
    is_once = stage.stage in ONCE and first.when is not None
    return is_once and days_apart(stage.when, first.when or "") <= _SLACK_DAYS


def _had_come(dated: Stage, undated: Stage) -> bool:
    """Whether a step had been taken by the time another report told of it."""
    day, told = find_bounds(dated.when), find_bounds(undated.known_from)
    if dated.factuality is not Factuality.ASSERTED or day is None or told is None:
        return True
    return day[0] <= told[1]


def _make_stage(group: Sequence[Stage]) -> Stage:
    """Make one step of its reports; the narrator's words come first."""
    ordered = sorted(group, key=lambda one: one.voice != NARRATOR)
    when, others = agree_day(one.when for one in ordered)
    best = next((one for one in ordered if one.when == when), ordered[0])
    told = next((one for one in ordered if one.outcome), best)
    return replace(
        ordered[0],
        id=min(one.id for one in group),
        when=when,
        when_text=best.when_text,
        outcome=told.outcome,
        outcome_text=told.outcome_text,
        by=max((one.by for one in ordered), key=len),
        evidence=unite(one.evidence for one in ordered),
        known_from=earliest_known(one.known_from for one in group),
        conflicts=others,
    )
