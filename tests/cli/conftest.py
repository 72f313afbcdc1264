from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

import onrecord.case
from fakes import INPUTS, Ticking, make_reader
from onrecord.case import open_case
from onrecord.cli.app import run


class Done(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No model, no clock, no settings of whoever runs the tests."""
    opened = partial(open_case, make_reader=make_reader, clock=Ticking())
    monkeypatch.setattr(onrecord.case, "open_case", opened)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    for name in ("ONRECORD_CONFIG", "ONRECORD_WHO", "ONRECORD_JOBS", "ONRECORD_WIDTH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def onrecord_(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run a command line in this process."""

    def call(*arguments: object) -> Done:
        code = run([str(argument) for argument in arguments])
        return Done(code, *capsys.readouterr())

    return call


@pytest.fixture
def dispute(tmp_path: Path) -> Path:
    """A case with two articles."""
    path = tmp_path / "dispute.db"
    with open_case(path, make_reader=make_reader, clock=Ticking()) as case:
        case.read_received(INPUTS)
    return path
