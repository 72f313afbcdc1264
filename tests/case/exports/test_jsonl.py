import io
import json

import pytest

from onrecord.case import Case
from onrecord.errors import InputError


def exported(case: Case, **choice) -> list[dict]:
    out = io.StringIO()
    case.export("jsonl", out, **choice)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_articles_come_first_then_actors_then_facts(case: Case) -> None:
    types = [record["type"] for record in exported(case)]
    facts = ["statement"] * 3 + ["event"]
    assert types == ["article"] * 2 + ["actor"] * 4 + facts


def test_what_is_unknown_is_absent_and_evidence_is_exact(case: Case) -> None:
    records = exported(case)
    texts = {r["id"]: r["text"] for r in records if r["type"] == "article"}
    for record in records:
        assert None not in record.values()
        for one in record.get("evidence", ()):
            assert texts[one["article"]][one["start"] : one["end"]] == one["exact"]


def test_a_statements_day_is_not_written_as_when(case: Case) -> None:
    assert all("when" not in r for r in exported(case) if r["type"] == "statement")


def test_read_facts_are_marked_and_come_last(case: Case) -> None:
    records = exported(case, read_facts=True)
    levels = [r.get("level", "article") for r in records]
    assert levels == sorted(levels, key=["article", "case", "read"].index)
    assert "mention" in {r["type"] for r in records}


def test_the_choice_of_facts_leaves_articles_and_actors(case: Case) -> None:
    records = exported(case, actor="Lanz", text="swap")
    assert [r["type"] for r in records].count("statement") == 1
    assert [r["type"] for r in records].count("event") == 0
    assert [r["type"] for r in exported(case, types=["event"])] == ["event"]


def test_unknown_formats_and_types_list_what_there_is(case: Case) -> None:
    with pytest.raises(InputError, match="csv, ftm, gexf, graphml, ics, jsonl, plover"):
        case.export("xml", io.StringIO())
    with pytest.raises(InputError, match="article, actor, statement"):
        case.export("jsonl", io.StringIO(), types=["rumour"])
