from datetime import date

import report_builders as build

from onrecord.model.decision import Decision, DecisionStatus
from onrecord.report.lines import DecisionLine
from onrecord.report.sections.decisions import decision_lines, is_overdue
from onrecord.report.sections.desk import make_desk


def lines(*decisions: Decision) -> tuple[DecisionLine, ...]:
    view = build.view(decisions=decisions)
    return decision_lines(view, make_desk(view))


def test_only_what_is_undecided_is_listed() -> None:
    taken = build.decision("de-2", status=DecisionStatus.TAKEN)
    put_off = build.decision("de-3", status=DecisionStatus.POSTPONED)
    assert {line.fact for line in lines(build.decision(), taken, put_off)} == {
        "de-1",
        "de-3",
    }


def test_a_day_gone_by_in_silence_is_overdue() -> None:
    (line,) = lines(build.decision(due="2031-03-10"))
    assert line.overdue
    assert line.words.endswith("the day announced has passed, nothing reported")


def test_a_day_not_kept_says_so() -> None:
    (line,) = lines(build.decision(due="2031-03-10", kept=False))
    assert not line.overdue
    assert line.words.endswith("the day announced was not kept")


def test_a_day_to_come_is_not_overdue() -> None:
    assert not is_overdue(build.decision(due="2031-03-10"), date(2031, 3, 10))
    assert not is_overdue(build.decision(due="2031-03-10"), None)
