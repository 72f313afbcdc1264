import json
from typing import Any

import pytest
import timeline_builders as build

from onrecord.case.exports.timelinejs import to_timelinejs
from onrecord.report.lines import Certainty, Row, Variant


def write(*rows: Row) -> list[dict[str, Any]]:
    told = json.loads("".join(to_timelinejs(build.timeline(*rows))))
    assert told["title"]["text"]["headline"] == "Timeline"
    events: list[dict[str, Any]] = told["events"]
    return events


@pytest.mark.parametrize(
    ("when", "certainty", "start", "end", "display"),
    [
        (
            "2031-03-09",
            Certainty.DAY,
            {"year": 2031, "month": 3, "day": 9},
            None,
            None,
        ),
        (
            "2031-03",
            Certainty.MONTH,
            {"year": 2031, "month": 3},
            {"year": 2031, "month": 3},
            "March 2031",
        ),
        ("2031", Certainty.YEAR, {"year": 2031}, {"year": 2031}, "2031"),
        (
            "../2031-03-09",
            Certainty.BEFORE,
            {"year": 2031, "month": 3, "day": 9},
            None,
            "before 9 March 2031",
        ),
        (
            "2031-03-09/2031-03-12",
            Certainty.BETWEEN,
            {"year": 2031, "month": 3, "day": 9},
            {"year": 2031, "month": 3, "day": 12},
            "between 9 and 12 March 2031",
        ),
    ],
)
def test_dates_are_as_fine_as_they_are_known(
    when: str,
    certainty: Certainty,
    start: dict[str, int],
    end: dict[str, int] | None,
    display: str | None,
) -> None:
    (slide,) = write(build.row(when=when, certainty=certainty))
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert slide.get("display_date") == display
    assert slide["group"] == "event"


def test_what_articles_say_is_no_markup() -> None:
    variant = Variant(when="2031-03-10", quote="<b>", sources=(1,))
    (slide,) = write(
        build.row(words="<script>", quote='"><img src=x>', conflict=(variant,))
    )
    shown = slide["text"]["headline"] + slide["text"]["text"]
    assert slide["text"]["headline"] == "&lt;script&gt;"
    assert "<" not in shown.replace("<p>", "").replace("</p>", "")


def test_contradicting_days_stand_side_by_side() -> None:
    variants = tuple(
        Variant(when=day, quote=f"on {day}", sources=(1,))
        for day in ("2031-03-09", "2031-03-10")
    )
    (slide,) = write(build.row(conflict=variants))
    assert slide["text"]["text"].count("Told otherwise") == len(variants)


def test_slides_have_names_of_their_own() -> None:
    names = [s["unique_id"] for s in write(build.row(), build.row(), build.row("ev-2"))]
    assert len(set(names)) == len(names)


def test_rows_without_a_day_are_left_out() -> None:
    assert write(build.row(when=None, certainty=Certainty.UNKNOWN)) == []
