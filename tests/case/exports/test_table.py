import csv
import io
from pathlib import Path

import pytest

from fakes import received
from onrecord.case import Case
from onrecord.case.exports.table import columns_of, defuse
from onrecord.case.shown import EXPORTED
from onrecord.errors import InputError


def rows(case: Case, type_: str) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    case.export("csv", out, types=[type_])
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(start: str) -> None:
    assert defuse(f"{start}1+1") == f"'{start}1+1"
    assert defuse("1+1") == "1+1"


def test_dangerous_words_in_articles_are_defused(case: Case) -> None:
    case.read_received([received('Renn said "=HYPERLINK(1)".', title="=cmd")])
    contents = [row["content"] for row in rows(case, "statement")]
    assert "'=HYPERLINK(1)" in contents
    assert "'=cmd" in [row["title"] for row in rows(case, "article")]


def test_actor_fields_hold_names_and_ids_beside_them(case: Case) -> None:
    (event,) = rows(case, "event")
    assert (event["source"], event["target"]) == ("Police", "Halvik")
    assert event["target_id"] == case.actor("Halvik").actor.id


def test_every_line_opens_at_its_words(case: Case) -> None:
    for row in rows(case, "statement"):
        text = case.store.article(row["article"]).text
        assert text[int(row["start"]) : int(row["end"])] == row["exact"]


@pytest.mark.parametrize("type_", EXPORTED)
def test_columns_of_a_type_are_each_there_once(type_: str) -> None:
    columns = columns_of(type_)
    assert len(columns) == len(set(columns))
    assert columns[0] == "id"


def test_all_types_need_a_folder(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="give a folder"):
        case.export("csv", io.StringIO())
    written = case.export("csv", tmp_path / "out")
    assert written["statement"] == 3
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(
        f"{name}.csv" for name in EXPORTED
    )
