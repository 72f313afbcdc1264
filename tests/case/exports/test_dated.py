from datetime import date

import timeline_builders as build

from onrecord.case.exports.dated import dated_rows, is_exact, shown_day, tell
from onrecord.report.lines import Certainty


def test_an_open_end_is_closed_by_the_known_one() -> None:
    row = build.row(when="../2031-03-09", certainty=Certainty.BEFORE)
    ((_, _, first, last),) = dated_rows(build.timeline(row))
    assert first == last == date(2031, 3, 9)
    assert not is_exact(row)
    assert shown_day(row) == "before 9 March 2031"


def test_names_do_not_depend_on_other_rows() -> None:
    alone = [name for name, *_ in dated_rows(build.timeline(build.row("ev-2")))]
    both = [
        name for name, *_ in dated_rows(build.timeline(build.row(), build.row("ev-2")))
    ]
    assert both[1:] == alone


def test_what_stands_under_a_row() -> None:
    row = build.row(when="2031-03", certainty=Certainty.MONTH)
    assert list(tell(row, build.timeline(row))) == [
        "\u201cWe act; on evidence\u201d",
        "Day as told: March 2031.",
        "Sources: Harbour Post, 12 March 2031.",
    ]
    assert list(tell(build.row(quote=None, sources=(7,)), build.timeline())) == []
