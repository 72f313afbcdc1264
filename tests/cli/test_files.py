import json
import sqlite3
from pathlib import Path


def test_export_to_stdout_is_one_record_a_line(onrecord_, dispute: Path) -> None:
    done = onrecord_("export", dispute, "--format", "jsonl")
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [r["type"] for r in records[:3]] == ["article", "article", "actor"]


def test_export_to_a_file_says_how_many(
    onrecord_, dispute: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    done = onrecord_("export", dispute, "--format", "jsonl", "-o", out)
    lines = len(out.read_text().splitlines())
    assert done.out.startswith(f"{lines} records written to ")
    told = onrecord_("export", dispute, "--format", "jsonl", "-o", out, "--json").out
    assert sum(json.loads(told)["records"].values()) == lines


def test_export_takes_days_filters_and_types(
    onrecord_, dispute: Path, tmp_path: Path
) -> None:
    csv = onrecord_(
        *("export", dispute, "--format", "csv", "--type", "statement"),
        *("--as-of", "2031-03-10", "--actor", "Lanz"),
    ).out
    assert csv.count("\n") == 2


def test_an_unknown_format_is_a_failure_that_lists_them(
    onrecord_, dispute: Path
) -> None:
    done = onrecord_("export", dispute, "--format", "xml")
    assert done.code == 1
    assert "csv, ftm, gexf, graphml, ics, jsonl, plover" in done.err


def test_verify_says_that_all_is_well_or_what_is_not(onrecord_, dispute: Path) -> None:
    done = onrecord_("verify", dispute)
    assert (done.code, done.out) == (0, "Every quote is in its place.\n")
    with sqlite3.connect(dispute) as db:
        db.execute("""UPDATE facts SET body = replace(body, 'wait', 'walk')""")
    db.close()
    done = onrecord_("verify", dispute, "--json")
    assert done.code == 1
    assert json.loads(done.out)["problems"]
