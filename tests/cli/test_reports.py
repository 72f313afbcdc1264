import json
from pathlib import Path

import pytest

REPORTS = (("brief",), ("timeline",), ("changes", "2031-03-10", "2031-03-21"))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report[0])
def test_reports_come_as_text_markdown_and_json(
    report: tuple[str, ...], onrecord_, dispute: Path
) -> None:
    name, *days = report
    text = onrecord_(name, dispute, *days)
    assert (text.code, text.err) == (0, "")
    assert text.out.strip()
    assert onrecord_(name, dispute, *days, "--markdown").out.startswith("#")
    assert isinstance(json.loads(onrecord_(name, dispute, *days, "--json").out), dict)


def test_a_brief_of_a_day_knows_only_what_had_been_published(
    onrecord_, dispute: Path
) -> None:
    brief = json.loads(
        onrecord_("brief", dispute, "--as-of", "2031-03-10", "--json").out
    )
    assert brief["articles"] == 1


def test_a_timeline_of_one_kind(onrecord_, dispute: Path) -> None:
    rows = json.loads(onrecord_("timeline", dispute, "--kind", "event", "--json").out)
    assert [row["kind"] for row in rows["rows"]] == ["event"]
    assert onrecord_("timeline", dispute, "--kind", "song").code == 1


def test_a_timeline_for_other_programs(onrecord_, dispute: Path) -> None:
    calendar = onrecord_("timeline", dispute, "--format", "ics", "--certainty", "day")
    assert calendar.out.startswith("BEGIN:VCALENDAR")
    slides = onrecord_("timeline", dispute, "--format", "timelinejs").out
    assert json.loads(slides)["events"]
    assert onrecord_("timeline", dispute, "--format", "jsonl").code == 1
    assert onrecord_("timeline", dispute, "--format", "ics", "--json").code == 2
    assert onrecord_("timeline", dispute, "--certainty", "sure").code == 1


def test_a_brief_is_written_as_one_html_file(
    onrecord_, dispute: Path, tmp_path: Path
) -> None:
    page = tmp_path / "brief.html"
    ran = onrecord_("brief", dispute, "-o", page)
    assert (ran.code, ran.out) == (0, "")
    assert str(page) in ran.err
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert html == onrecord_("brief", dispute, "--html").out


def test_a_brief_is_written_in_the_form_asked_for(
    onrecord_, dispute: Path, tmp_path: Path
) -> None:
    out = tmp_path / "brief.md"
    assert onrecord_("brief", dispute, "--markdown", "-o", out).code == 0
    assert out.read_text(encoding="utf-8").startswith("# ")
    missing = onrecord_("brief", dispute, "-o", tmp_path / "none" / "b.html")
    assert missing.code == 1
    assert "b.html" in missing.err


def test_two_forms_at_once_are_refused(onrecord_, dispute: Path) -> None:
    assert onrecord_("brief", dispute, "--html", "--json").code == 2
