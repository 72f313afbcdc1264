"""Drawing and scoring of the factuality gold, on stories of our own."""

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality

FOLDER = Path(__file__).parents[2] / "eval"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    texts = (
        "The port was calm. The minister said rebels had attacked a ferry.",
        "Ilse Roth did not meet the envoy.",
        "The harvest was good and the weather was fine.",
    )
    path = tmp_path / "newswire.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for n, text in enumerate(texts):
            file.write(json.dumps({"id": f"s{n}", "text": text}) + "\n")
    monkeypatch.setenv("ONRECORD_CORPUS", str(path))
    return path


def test_words_under_a_colour_are_drawn_and_none_is_written_down(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = load("sample_factuality")
    gold, scratch = tmp_path / "gold.jsonl", tmp_path / "scratch.jsonl"
    monkeypatch.setattr(sample, "GOLD", gold)
    assert sample.draw(scratch) == 2
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    assert {r["story"] for r in rows} == {"s0", "s1"}
    assert "attacked" not in gold.read_text("utf-8")
    shown = [json.loads(line) for line in scratch.read_text("utf-8").splitlines()]
    assert {s["word"] for s in shown} == {"attacked", "meet"}


def test_labels_are_taken_in_with_the_speaker_as_a_place(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = load("sample_factuality")
    gold, scratch = tmp_path / "gold.jsonl", tmp_path / "scratch.jsonl"
    monkeypatch.setattr(sample, "GOLD", gold)
    sample.draw(scratch)
    shown = [json.loads(line) for line in scratch.read_text("utf-8").splitlines()]
    for row in shown:
        said = row["word"] == "attacked"
        row["event"] = True
        row["factuality"] = "asserted" if said else "negated"
        row["voice"] = "The minister" if said else "narrator"
    labelled = tmp_path / "labelled.jsonl"
    labelled.write_text("\n".join(map(json.dumps, shown)), encoding="utf-8")
    assert sample.take(labelled) == 0
    rows = {r["story"]: r for r in map(json.loads, gold.read_text().splitlines())}
    assert rows["s0"]["voice"] == [19, 31]
    assert rows["s1"]["voice"] == "narrator"
    assert rows["s1"]["factuality"] == "negated"


def test_an_event_belongs_to_the_word_that_its_trigger_covers() -> None:
    run = load("run_factuality")

    def event(start: int, end: int) -> Event:
        return Event(
            id=f"ev-{start}",
            evidence=(),
            method="events/1",
            factuality=Factuality.ASSERTED,
            event_type=EventType.COERCE,
            trigger="x",
            trigger_spans=(Span(start, end),),
        )

    events = [event(0, 30), event(10, 18), event(40, 44)]
    assert run.find_event(events, {"start": 12, "end": 15}) is events[1]
    assert run.find_event(events, {"start": 31, "end": 35}) is None
