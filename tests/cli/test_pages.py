import json
from pathlib import Path

from fakes import make_reader, received
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


def test_why_names_the_versions_of_a_page(onrecord_, dispute: Path) -> None:
    url = "https://paper.example/port"
    old = received('Mira Dorn said "The port is closed".', title="1", url=url)
    new = received(
        'Officials met. Mira Dorn said "The port is open again".',
        published="2031-04-02",
        title="2",
        url=url,
    )
    with open_case(dispute, make_reader=make_reader) as case:
        case.read_received([old, new])
        (before,) = case.statements(text="is closed")
        (after,) = case.statements(text="open again")
    told = " ".join(onrecord_("why", dispute, before.id).out.split())
    assert f"the page was changed since: {new.article.id}" in told
    told = " ".join(onrecord_("why", dispute, after.id).out.split())
    assert f"a later version of {old.article.id}" in told
    assert "version of" in onrecord_("articles", dispute).out


def test_why_sets_the_original_beside_a_translation(
    onrecord_, dispute: Path, tmp_path: Path
) -> None:
    foreign = received(
        "„Der Hafen ist zu“, sagte Mira Dorn.", title="Hafen zu", language="de"
    )
    path = tmp_path / "translation.txt"
    path.write_text('Mira Dorn said "The port is closed".')
    with open_case(dispute, make_reader=make_reader) as case:
        case.read_received([foreign])
    home = foreign.article.id
    read = ("read", path, "--case", dispute, "--translation-of", home)
    assert onrecord_(*read).code == 0
    (one,) = json.loads(
        onrecord_("statements", dispute, "--text", "port is closed", "--json").out
    )
    assert one["translated"] is True
    assert "(translated)" in onrecord_("statements", dispute).out
    told = " ".join(onrecord_("why", dispute, one["id"]).out.split())
    assert f"translated from de: The Courier, 2031-03-07, Hafen zu {home}" in told
    assert "„Der Hafen ist zu“, sagte Mira Dorn." in told
    assert "translation of" in onrecord_("articles", dispute).out
