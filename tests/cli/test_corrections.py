import json
import re
from pathlib import Path


def statements(onrecord_, dispute: Path, *more: str) -> list[dict]:
    return json.loads(onrecord_("statements", dispute, "--json", *more).out)


def test_reject_log_and_undo(onrecord_, dispute: Path) -> None:
    fact = statements(onrecord_, dispute)[0]["id"]
    done = onrecord_("reject", dispute, fact, "--who", "Ada", "--why", "no", "--json")
    row = json.loads(done.out)
    assert (row["operation"], row["who"], row["why"]) == ("reject", "Ada", "no")
    assert len(statements(onrecord_, dispute)) == 2
    log = onrecord_("log", dispute).out
    assert "applied" in log
    assert re.search(r" \d{4}-\d\d-\d\d \d\d:\d\d:\d\d  Ada ", log)
    assert onrecord_("undo", dispute, row["id"]).code == 0
    assert len(statements(onrecord_, dispute)) == 3
    states = [
        one["state"] for one in json.loads(onrecord_("log", dispute, "--json").out)
    ]
    assert states == ["undone", "applied"]


def test_edit_and_confirm(onrecord_, dispute: Path) -> None:
    fact = statements(onrecord_, dispute)[0]["id"]
    assert onrecord_("edit", dispute, fact, "channel", "letter").code == 0
    assert statements(onrecord_, dispute, "--channel", "letter")[0]["id"] == fact
    assert onrecord_("edit", dispute, fact, "channel", "null").code == 0
    assert statements(onrecord_, dispute, "--channel", "letter") == []
    assert onrecord_("confirm", dispute, fact).out.startswith("cx-")


def test_a_correction_that_does_not_fit_is_told(onrecord_, dispute: Path) -> None:
    fact = statements(onrecord_, dispute)[0]["id"]
    done = onrecord_("edit", dispute, fact, "mode", "sung")
    assert done.code == 1
    assert "no value for 'mode'" in done.err
    assert "choose from direct, indirect, mixed" in done.err


def test_add(onrecord_, dispute: Path) -> None:
    article = json.loads(onrecord_("articles", dispute, "--json").out)[0]["id"]
    options = ("--article", article, "--words", "wait for the court")
    done = onrecord_("add", dispute, "statement", *options, "--set", "speaker=Lanz")
    assert done.code == 0
    assert len(statements(onrecord_, dispute, "--speaker", "Lanz")) == 2
    assert onrecord_("add", dispute, "statement", *options, "--set", "x").code == 2


def test_merge_and_split(onrecord_, dispute: Path) -> None:
    assert onrecord_("merge", dispute, "Lanz", "Halvik").code == 0
    page = json.loads(onrecord_("actor", dispute, "Lanz", "--json").out)
    actor = page["actor"]
    (apart,) = [one for one in actor["members"] if one != actor["id"]]
    assert onrecord_("split", dispute, "Lanz", apart).code == 0
    page = json.loads(onrecord_("actor", dispute, "Lanz", "--json").out)
    assert page["actor"]["members"] == [actor["id"]]
