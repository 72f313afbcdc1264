import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.cli.app import COMMANDS, app


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_tells_what_it_is_for(name: str, onrecord_) -> None:
    command = app.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.name == name
    done = onrecord_(name, "--help")
    assert done.code == 0
    assert "Usage: onrecord" in done.out


def test_help_lists_the_commands_in_the_order_of_use(onrecord_) -> None:
    out = onrecord_("--help").out
    places = [out.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


def test_the_version_is_that_of_the_package(onrecord_) -> None:
    assert onrecord_("--version").out.strip().endswith(__version__)


def test_wrong_usage_is_exit_code_2(onrecord_, dispute: Path) -> None:
    assert onrecord_("sing").code == 2
    assert onrecord_("read", dispute).code == 2
    done = onrecord_("statements", dispute, "--colour", "red")
    assert done.code == 2
    assert "No such option" in done.err
    assert "Usage:" in done.err


def test_a_failure_is_exit_code_1_and_one_sentence(onrecord_) -> None:
    done = onrecord_("brief", "none.db")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error: There is no case at none.db")


def test_errors_have_one_json_form(onrecord_, dispute: Path) -> None:
    for arguments, kind in (
        (("brief", "none.db"), "StoreError"),
        (("why", dispute, "st-ffffff"), "UnknownFactError"),
        (("statements", dispute, "--as-of", "soon"), "InputError"),
        (("edit", dispute, "st-ffffff", "act"), "UsageError"),
    ):
        done = onrecord_(*arguments, "--json")
        error = json.loads(done.err)["error"]
        assert set(error) == {"type", "message"}
        assert error["type"] == kind
        assert done.code == (2 if kind == "UsageError" else 1)


def test_ctrl_c_says_that_nothing_is_lost(onrecord_, monkeypatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.cli.app.app.main", interrupted)
    done = onrecord_("read", "x", "--case", "y")
    assert done.code == 1
    assert "What was finished is stored" in done.err


def test_escapes_in_an_error_do_not_reach_the_terminal(onrecord_) -> None:
    assert "\x1b" not in onrecord_("brief", "\x1b[31mred.db").err


@pytest.mark.slow
def test_help_answers_at_once() -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "onrecord", "--help"],
            check=True,
            capture_output=True,
        )
        times.append(time.perf_counter() - start)
    assert min(times) < 0.35


def test_output_that_nobody_reads_to_its_end_is_no_failure(dispute: Path) -> None:
    command = (
        f"{sys.executable} -m onrecord export {dispute} --format jsonl | head -c 1"
    )
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
