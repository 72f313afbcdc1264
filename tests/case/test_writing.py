from pathlib import Path

import pytest

from onrecord.case import Case
from onrecord.errors import InputError


def test_a_file_is_whole_or_not_there(case: Case, tmp_path: Path) -> None:
    out = tmp_path / "case.jsonl"
    written = case.export("jsonl", out)
    assert out.read_text().count("\n") == sum(written.values())
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".part"] == []


def test_a_place_that_cannot_be_written_is_told(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        case.export("jsonl", tmp_path / "none" / "case.jsonl")


def test_csv_has_no_place_for_read_facts(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="use jsonl"):
        case.export("csv", tmp_path / "out", read_facts=True)


def test_csv_of_one_type_is_a_file(case: Case, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert case.export("csv", out, types=["event"]) == {"event": 1}
    assert out.read_bytes().startswith(b"id,")


def test_a_calendar_is_made_of_the_timeline(case: Case, tmp_path: Path) -> None:
    out = tmp_path / "case.ics"
    written = case.export("ics", out, types=["event"])
    assert written == {"timeline": len(case.timeline(kinds=["event"]).rows)}
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_timeline_is_not_asked_what_it_has_not(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no --text"):
        case.export("ics", tmp_path / "case.ics", text="harbour")
    with pytest.raises(InputError, match="has no --read-facts"):
        case.export("timelinejs", tmp_path / "case.json", read_facts=True)
