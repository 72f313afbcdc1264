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
