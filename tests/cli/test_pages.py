import json
from pathlib import Path

from fakes import make_reader
from onrecord.case import open_case
from onrecord.cli.pages import _say_field


def first_statement(dispute: Path) -> str:
    with open_case(dispute, make_reader=make_reader) as case:
        return case.statements(speaker="Aldo Verrin")[0].id


def test_an_actor_page_has_a_heading_for_what_there_is(
    onrecord_, dispute: Path
) -> None:
    out = onrecord_("actor", dispute, "halvik").out
    assert out.startswith("Halvik  person  ac-")
    assert "\nSuffered\n" in out
    assert "\nSaid\n" not in out


def test_an_actor_page_is_json_too(onrecord_, dispute: Path) -> None:
    page = json.loads(onrecord_("actor", dispute, "Aldo Verrin", "--json").out)
    assert page["actor"]["name"] == "Aldo Verrin"
    assert len(page["said"]) == 2


def test_why_marks_the_evidence_and_names_article_rule_and_run(
    onrecord_, dispute: Path
) -> None:
    out = onrecord_("why", dispute, first_statement(dispute)[:10]).out
    assert '[[Aldo Verrin said "We will wait for the court"]]' in out
    assert "The Courier, 2031-03-07, Two speak" in out
    assert "by fake, run ru-" in out
    assert "1 independent source" in out


def test_why_shows_corrections_with_who_when_and_why(onrecord_, dispute: Path) -> None:
    fact = first_statement(dispute)
    onrecord_("reject", dispute, fact, "--who", "Ada", "--why", "misheard")
    out = onrecord_("why", dispute, fact).out
    assert "rejected: it is not shown anywhere else" in out
    assert "reject, Ada, 2033-01-01T" in out
    assert ": misheard" in out
    why = json.loads(onrecord_("why", dispute, fact, "--json").out)
    assert why["rejected"] is True
    assert why["corrections"][0]["state"] == "applied"


def test_records_inside_a_fact_are_lines_without_evidence_or_gaps() -> None:
    stages = [
        {"stage": "trial", "when": None, "by": ["ac-1"], "evidence": [{"start": 0}]},
        {"stage": "verdict", "outcome": "acquitted", "by": []},
    ]
    assert list(_say_field("stages", stages, {"ac-1": "High Court"})) == [
        "  stages:",
        "    - stage: trial, by: High Court (ac-1)",
        "    - stage: verdict, outcome: acquitted",
    ]


def test_a_term_of_a_linkage_is_its_words() -> None:
    term = {"text": "talks on pay", "spans": [[4, 16]]}
    assert list(_say_field("what", term, {})) == ["  what: “talks on pay”"]
