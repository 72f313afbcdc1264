"""The scorer itself: gold said by a product is perfect, and each fault costs."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from golden_boards import last_stage, score_boards
from golden_fields import check_actors, check_day, check_value, check_words
from golden_pairs import Tally, pair_best_first
from golden_scores import as_figures, load_gold, missing_words, score_case, table
from golden_world import World, stands_for

import golden
from onrecord.config import Config
from onrecord.model.article import Received
from onrecord.read import read_paths

Record = dict[str, Any]


@pytest.fixture(scope="module")
def texts() -> dict[str, dict[str, Record]]:
    """The articles of both samples as the product reads them."""
    found: dict[str, dict[str, Record]] = {}
    for name in ("meridian", "saltmarsh"):
        found[name] = {}
        for path in sorted((golden.ROOT / "samples" / name).iterdir()):
            for item in read_paths([str(path)], config=Config()):
                assert isinstance(item, Received)
                article = item.article
                found[name][path.name] = {"text": article.text, "title": article.title}
    return found


@pytest.fixture
def gold() -> Record:
    return load_gold(golden.ROOT / "eval" / "gold" / "meridian.yaml")


@pytest.fixture
def said(say: Callable[..., Any], gold: Record, texts: dict[str, Any]) -> Any:
    return say(gold, texts["meridian"])


def no_days(day: str) -> list[Record]:
    raise AssertionError(f"asked for {day}")


def scores_of(gold: Record, said: Any) -> dict[str, Tally]:
    undated = {key: value for key, value in gold.items() if key != "as_of"}
    tallies = score_case(undated, said.records, said.files, no_days)
    return {tally.name.strip(): tally for tally in tallies}


@pytest.mark.parametrize("name", ["meridian", "saltmarsh"])
def test_gold_said_as_a_product_would_say_it_is_perfect(
    name: str, say: Callable[..., Any], texts: dict[str, Any]
) -> None:
    gold = load_gold(golden.ROOT / "eval" / "gold" / f"{name}.yaml")
    scores = scores_of(gold, say(gold, texts[name]))
    # Counted, not compared record by record: saltmarsh is not to be looked at.
    assert {n: t.f1 for n, t in scores.items() if t.f1 < 1} == {}
    wrong = [c.field for t in scores.values() for *_, cs in t.checks for c in cs]
    right = [
        c.field for t in scores.values() for *_, cs in t.checks for c in cs if c.right
    ]
    assert len(right) == len(wrong)
    assert scores["custody"].evidence[0] == scores["custody"].evidence[1]


def test_every_golden_word_stands_in_its_article(gold: Record, said: Any) -> None:
    assert missing_words(gold, World(gold, said.records, said.files)) == []


def test_a_record_left_out_costs_recall_only(gold: Record, said: Any) -> None:
    required = next(r for r in said.of("statement"))
    said.records.remove(required)
    tally = scores_of(gold, said)["statement"]
    assert tally.recall < 1
    assert tally.precision == 1
    assert len(tally.misses) == 1


def test_a_record_too_many_costs_precision_only(gold: Record, said: Any) -> None:
    said.records.append({**said.of("claim")[0], "id": "again"})
    tally = scores_of(gold, said)["claim"]
    assert tally.precision < 1
    assert tally.recall == 1
    assert [record["type"] for record in tally.extras] == ["claim"]


def test_optional_records_are_neither_required_nor_held_against(
    gold: Record, said: Any
) -> None:
    optional = {i for i, e in enumerate(gold["events"]) if e.get("optional")}
    without = copy.copy(said)
    without.records = [
        r
        for r in said.records
        if r["type"] != "event" or int(r["id"].split("-")[1]) not in optional
    ]
    assert optional
    assert scores_of(gold, without)["event"].f1 == 1
    assert scores_of(gold, said)["event"].f1 == 1


def test_a_wrong_speaker_costs_the_field_and_not_the_pair(
    gold: Record, said: Any
) -> None:
    statement = said.of("statement")[0]
    statement["speaker"] = said.ids["Corin Daube"]
    tally = scores_of(gold, said)["statement"]
    right, total = tally.fields()["speaker"]
    assert (tally.f1, right) == (1, total - 1)


def test_statements_of_wire_copies_are_left_out(gold: Record, said: Any) -> None:
    copied = gold["copies"][0][1]
    statement = {**said.of("statement")[0], "id": "copy"}
    statement["evidence"] = [{**statement["evidence"][0], "article": f"ar-{copied}"}]
    said.records.append(statement)
    assert scores_of(gold, said)["statement"].precision == 1


def test_evidence_elsewhere_is_not_found(gold: Record, said: Any) -> None:
    relation = said.of("relation")[0]
    found, total = scores_of(gold, said)["relation"].evidence
    for evidence in relation["evidence"]:
        evidence["end"] = evidence["start"]
    assert scores_of(gold, said)["relation"].evidence == (0, total)
    assert found == total


def test_spells_feared_or_denied_are_no_extras(gold: Record, said: Any) -> None:
    spell = {**said.of("custody")[0], "id": "feared", "factuality": "hypothetical"}
    said.records.append(spell)
    assert scores_of(gold, said)["custody"].precision == 1
    spell["factuality"] = "asserted"
    assert scores_of(gold, said)["custody"].precision < 1


def test_beliefs_are_no_extras(gold: Record, said: Any) -> None:
    belief = {**said.of("statement")[0], "id": "belief", "belief": True}
    said.records.append(belief)
    assert scores_of(gold, said)["statement"].precision == 1


# Actors


def stands(name: str, aliases: list[str], gold: Record) -> set[str]:
    actor = {"id": "x", "name": name, "aliases": aliases}
    return stands_for(gold, [actor])["x"]


GOLD_ACTORS: Record = {
    "actors": [
        {"name": "Ada Lund", "aliases": ["Lund", "the minister"]},
        {"name": "Interior Ministry", "aliases": ["the ministry"]},
        {"name": "Trade Ministry", "aliases": ["the ministry"]},
        {"name": "Bo Fell", "aliases": ["Fell"]},
        {"name": "Ada Lund and Bo Fell", "aliases": ["the two"]},
    ]
}


def test_an_actor_stands_for_the_one_with_its_name_or_alias() -> None:
    assert stands("Ada Lund", [], GOLD_ACTORS) == {"Ada Lund"}
    assert stands("The Minister", [], GOLD_ACTORS) == {"Ada Lund"}
    assert stands("Lund’s", [], GOLD_ACTORS) == {"Ada Lund"}


def test_aliases_decide_where_the_name_is_unknown_or_shared() -> None:
    assert stands("A. Lund", ["Lund", "the minister"], GOLD_ACTORS) == {"Ada Lund"}
    assert stands("A. Lund", ["Lund", "x", "y"], GOLD_ACTORS) == set()
    assert stands("the ministry", [], GOLD_ACTORS) == {
        "Interior Ministry",
        "Trade Ministry",
    }
    shared = stands("the ministry", ["Trade Ministry"], GOLD_ACTORS)
    assert shared == {"Trade Ministry"}


def test_a_group_of_named_people_is_each_of_them() -> None:
    actors = [
        {"type": "actor", "id": "1", "name": "Ada Lund"},
        {"type": "actor", "id": "2", "name": "Bo Fell"},
        {"type": "actor", "id": "3", "name": "them", "actor_members": ["1", "2"]},
    ]
    world = World(GOLD_ACTORS, actors, {})
    both = ["Ada Lund and Bo Fell"]
    for ours in (["1", "2"], ["3"]):
        assert check_actors(world, "target", both, ours)[0].right
    assert not check_actors(world, "target", both, ["1"])[0].right
    assert check_actors(world, "target", both, ["1"], part=True)[0].right


# Fields


@pytest.mark.parametrize(
    ("want", "got", "right"),
    [
        (["letter", None], None, True),
        (["letter", None], "letter", True),
        (["letter", None], "phone", False),
        (["letter"], None, False),
        (None, "letter", False),
    ],
)
def test_null_may_be_left_out(want: Any, got: str | None, right: bool) -> None:
    assert check_value("channel", want, got)[0].right is right


def test_a_field_that_neither_fills_is_not_counted() -> None:
    assert check_value("channel", None, None) == []
    assert check_day("when", None, None) == []
    assert check_words("place", [None], None) == []


@pytest.mark.parametrize(
    ("want", "got", "right"),
    [
        ("2031-03", "2031-03-01/2031-03-31", True),
        ("2031-03-09", "2031-03-09~", True),
        ("2031-03-09", "2031-03", False),
        ("2031-03-09", "last week", False),
    ],
)
def test_days_agree_by_their_bounds(want: str, got: str, right: bool) -> None:
    assert check_day("when", want, got)[0].right is right


def test_words_agree_by_their_content() -> None:
    want = "on suspicion of gathering state secrets"
    assert check_words("grounds", want, "gathering state secrets")[0].right
    assert not check_words("grounds", want, "a state visit")[0].right


def test_pairs_are_made_best_first_and_required_ones_before_optional() -> None:
    golds = [{"n": 1, "optional": True}, {"n": 2}]
    values = {(1, 5): 0.5, (2, 5): 0.5, (1, 6): 0.1}
    pairs = pair_best_first(
        golds,
        [{"n": 5}, {"n": 6}],
        lambda g, o: values.get((g["n"], o["n"]), 0.0),
    )
    assert sorted(pairs) == [(0, 1), (1, 0)]


# Boards


def test_boards_of_a_perfect_view_are_perfect_and_an_escape_is_seen(
    gold: Record, said: Any
) -> None:
    gold["as_of"] = [
        {
            "day": "2031-04-30",
            "held": ["Teodor Halvik", "Noor Fask"],
            "proceedings": [{"subject": "Teodor Halvik", "last_stage": ["arrest"]}],
            "contested": ["seized in retaliation for the arrest of Teodor Halvik"],
            "pending": ["whether to surrender Teodor Halvik to Kestria"],
        }
    ]
    view = [
        *said.of("actor"),
        *(c for c in said.of("custody") if c["status"] == "held"),
        *(p for p in said.of("proceeding") if p["kind"] == "extradition"),
        said.of("claim")[0],
        said.of("decision")[0],
    ]
    matter = next(r for r in view if r["type"] == "proceeding")
    matter["stages"] = [{"stage": "arrest"}, {"stage": "appeal", "when": "2032"}]
    world = World(gold, said.records, said.files)
    assert {b.name: b.f1 for b in score_boards(world, lambda day: view)} == {
        "board held": 1,
        "board stage": 1,
        "board contested": 1,
        "board due": 1,
    }
    view = [r for r in view if r["type"] != "custody"]
    assert score_boards(world, lambda day: view)[0].recall == 0


def test_the_last_stage_has_happened() -> None:
    stages = [
        {"stage": "charge", "when": "2031-10"},
        {"stage": "trial", "when": "2031-12", "factuality": "planned"},
        {"stage": "verdict", "when": "2032-06"},
    ]
    assert last_stage({"stages": stages}, "2031-12-31") == "charge"
    assert last_stage({"stages": stages}, "2032-06-30") == "verdict"
    assert last_stage({}, "2032-06-30") is None


# The command


def test_saltmarsh_is_never_listed_without_look(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert golden.main(["saltmarsh", "-v"]) == 2
    assert "only measured" in capsys.readouterr().err


def test_figures_and_table_name_every_record_type(gold: Record, said: Any) -> None:
    scores = scores_of(gold, said)
    figures = as_figures(scores.values())
    assert json.loads(json.dumps(figures))["statement"]["speaker"] == 1
    assert "relation" in table(scores.values())
