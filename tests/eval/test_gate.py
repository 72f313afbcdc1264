"""The gate: it cannot be passed by accident, and says what it did not measure."""

import json
from collections.abc import Callable
from pathlib import Path

import gate
import gate_measures
import pytest
from gate_measures import Measured, Skipped

Now = Callable[..., None]


@pytest.fixture
def now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Now:
    """Say what is measured now; floors and changelog lie in a scratch folder."""
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "CHANGELOG", tmp_path)

    def say(digest: str = "d", **figures: float) -> None:
        measured = Measured(digest, figures)
        monkeypatch.setattr(gate, "MEASURES", {"sample": lambda: measured})

    return say


def floors() -> dict[str, float]:
    found: dict[str, float] = json.loads(gate.FLOORS.read_text())["measures"]["sample"][
        "floors"
    ]
    return found


def test_a_score_at_its_floor_passes_and_one_below_fails(
    now: Now, capsys: pytest.CaptureFixture[str]
) -> None:
    now(f1=0.8)
    assert gate.main(["--raise"]) == 0
    assert gate.main([]) == 0
    now(f1=0.8 - gate.TOLERANCE / 2)
    assert gate.main([]) == 0
    now(f1=0.7)
    assert gate.main([]) == 1
    assert "f1: 0.7000, its floor is 0.8000" in capsys.readouterr().out


def test_a_figure_that_is_gone_fails(now: Now) -> None:
    now(f1=0.8, recall=0.5)
    gate.main(["--raise"])
    now(f1=0.8)
    assert gate.main([]) == 1


def test_what_has_no_floor_yet_fails(now: Now) -> None:
    now(f1=0.8)
    assert gate.main([]) == 1


def test_raising_never_lowers(now: Now) -> None:
    now(f1=0.8, recall=0.5)
    gate.main(["--raise"])
    now(f1=0.7, recall=0.6)
    assert gate.main(["--raise"]) == 0
    assert floors() == {"f1": 0.8, "recall": 0.6}


def test_lowering_needs_a_reason_that_users_are_told(
    now: Now, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now(f1=0.8)
    gate.main(["--raise"])
    now(f1=0.7)
    assert gate.main(["--lower", "fewer wrong quotes"]) == 2
    assert "changelog.d" in capsys.readouterr().err
    assert floors() == {"f1": 0.8}
    (tmp_path / "9.measured.md").write_text("F1 0.8 to 0.7: fewer\nwrong quotes.\n")
    assert gate.main(["--lower", "fewer wrong quotes"]) == 0
    assert floors() == {"f1": 0.7}
    lowered = json.loads(gate.FLOORS.read_text())["lowered"]
    assert lowered == [
        {"measure": "sample", "floors": ["f1"], "reason": "fewer wrong quotes"}
    ]


def test_an_empty_reason_is_none(now: Now, tmp_path: Path) -> None:
    (tmp_path / "9.measured.md").write_text("words\n")
    now(f1=0.8)
    assert gate.main(["--lower", " "]) == 2


def test_other_gold_or_inputs_fail_until_pinned_with_a_reason(
    now: Now, tmp_path: Path
) -> None:
    now(f1=0.8)
    gate.main(["--raise"])
    now(digest="other", f1=0.9)
    assert gate.main([]) == 1
    assert gate.main(["--raise"]) == 2
    (tmp_path / "9.measured.md").write_text("two articles more\n")
    assert gate.main(["--lower", "two articles more"]) == 0
    assert gate.main([]) == 0


def test_a_floor_edited_by_hand_is_refused(
    now: Now, capsys: pytest.CaptureFixture[str]
) -> None:
    now(f1=0.8)
    gate.main(["--raise"])
    gate.FLOORS.write_text(gate.FLOORS.read_text().replace("0.8", "0.2"))
    assert gate.main([]) == 2
    assert "edited by hand" in capsys.readouterr().err


def test_what_cannot_be_measured_is_skipped_and_said(
    now: Now, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now(f1=0.8)
    gate.main(["--raise"])
    monkeypatch.setattr(
        gate, "MEASURES", {"sample": lambda: Skipped("ONRECORD_BENCH is not set")}
    )
    assert gate.main([]) == 0
    assert "sample: skipped, ONRECORD_BENCH is not set" in capsys.readouterr().out


def test_benches_are_skipped_without_their_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ONRECORD_BENCH", raising=False)
    assert isinstance(gate_measures.times(), Skipped)
    assert isinstance(gate_measures.event_dates(), Skipped)
    assert isinstance(gate_measures.coref(), Skipped)
    assert isinstance(gate_measures.np4e(), Skipped)
    monkeypatch.setenv("ONRECORD_BENCH", str(tmp_path))
    assert isinstance(gate_measures.neardup(), Skipped)
    assert isinstance(gate_measures.case_bench(), Skipped)


def test_a_digest_tells_of_any_change(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text("one")
    before = gate_measures.digest_of([path])
    path.write_text("two")
    assert gate_measures.digest_of([path]) != before


@pytest.mark.model
def test_the_sample_dispute_meets_its_floors() -> None:
    assert gate.main(["--only", "meridian"]) == 0
