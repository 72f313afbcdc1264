"""Rulings that the news tells first by their day and then by what they held.

"A judge ruled on Tuesday that ... She found that the test was met": the finding is of
that day and of that ruling, so the two are one step. A court of appeal "has overturned"
in the lead what it "ruled on Thursday" in the next sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.legal.step import Step
from onrecord.model.fact import Factuality

# What a court held is told within so many sentences of the words that it ruled.
_NEAR = 5
_SITTING = 8
# Steps with these outcomes are what a ruling came to.
_HELD = frozenset({"met", "not_met", "granted", "refused", "upheld", "overturned"})
_SAME_SITTING = frozenset({"adjourned"})
_BY_COURT = frozenset({"appeal", "bail_hearing", "hearing", "committal"})


def settle_rulings(steps: Sequence[Step]) -> list[Step]:
    """Return steps with each ruling's day given to what it held.

    A ruling without an outcome of its own is left out where what it held is told.
    """
    rulings = [one for one in steps if _is_bare(one)]
    settled: list[Step] = []
    told: set[int] = set()
    for step in steps:
        near = [one for one in rulings if _is_of(step, one)]
        if near:
            ruling = min(near, key=lambda one: _gap(step, one))
            told.add(id(ruling))
            settled.append(_with_day(step, ruling))
            continue
        sitting = next((o for o in settled if _is_same_sitting(step, o)), None)
        settled.append(replace(step, when=sitting.when) if sitting else step)
    return [one for one in settled if id(one) not in told and not _is_echo(one, steps)]


def _gap(one: Step, other: Step) -> int:
    """Return how many sentences lie between two steps."""
    return abs(one.clause.sent - other.clause.sent)


def _is_same_sitting(step: Step, other: Step) -> bool:
    """Whether a judge adjourned what the same judge had just decided on a day."""
    if step.outcome not in _SAME_SITTING or step.when.edtf or not other.when.edtf:
        return False
    judges = {who.actor for who in step.decider}
    same = not judges or judges & {who.actor for who in other.decider}
    is_court = other.stage in _BY_COURT and other.factuality is Factuality.ASSERTED
    return bool(same) and is_court and _gap(step, other) <= _SITTING


def _is_echo(step: Step, steps: Sequence[Step]) -> bool:
    """Whether a ruling without day or outcome is the one that a finding tells of."""
    if step.stage != "ruling" or step.outcome or step.when.edtf:
        return False
    return any(
        other.outcome in ("met", "not_met") and other.clause.sent == step.clause.sent
        for other in steps
    )


def _is_bare(step: Step) -> bool:
    """Whether a step says that a court ruled on a day, and no more."""
    is_told = step.factuality is Factuality.ASSERTED and step.outcome is None
    return step.stage == "ruling" and is_told and step.when.edtf is not None


def _is_of(step: Step, ruling: Step) -> bool:
    """Whether a step is what a ruling held, or was done at the same sitting."""
    if step is ruling or step.factuality is not Factuality.ASSERTED:
        return False
    if step.outcome not in _HELD | _SAME_SITTING or step.when.edtf is not None:
        return False
    is_finding = step.outcome in ("met", "not_met")
    if not is_finding and step.stage not in _BY_COURT:
        return False
    if not (step.forum or step.decider or is_finding):
        return False
    courts = {who.actor for who in step.forum}
    others = {who.actor for who in ruling.forum}
    if courts and others and not courts & others:
        return False
    return _gap(step, ruling) <= _NEAR


def _with_day(step: Step, ruling: Step) -> Step:
    """Return a step with the day, and where it names none the court, of its ruling."""
    return replace(
        step,
        when=ruling.when,
        forum=step.forum or ruling.forum,
        decider=step.decider or ruling.decider,
        by=step.by or ruling.by,
    )
