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
