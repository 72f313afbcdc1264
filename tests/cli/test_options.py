from pathlib import Path

import pytest

from fakes import make_reader
from onrecord.cli.app import COMMANDS, app
from onrecord.cli.options import open_named
from onrecord.config import Config

SHOWING = (
    *("brief", "timeline", "actors", "statements", "events", "custody", "proceedings"),
    *("linkages", "claims", "decisions", "relations", "articles", "actor", "why"),
    "export",
)
NEITHER = {"read", "reread", "verify", "search"}


@pytest.mark.parametrize("name", SHOWING)
def test_what_shows_or_exports_takes_both_days(name: str) -> None:
    command = app.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    flags = {flag for option in command.params for flag in option.opts}
    assert {"--as-of", "--recorded-as-of", "--json"} <= flags


def test_every_command_can_print_json() -> None:
    for name in COMMANDS:
        command = app.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        assert "--json" in {flag for one in command.params for flag in one.opts}


def test_flags_go_into_the_settings_of_the_case(dispute: Path) -> None:
    with open_named(Config(who="Ada"), str(dispute), who="Eve", jobs=None) as case:
        assert case.config == Config(who="Eve")


def test_the_case_is_closed_behind_a_command(dispute: Path) -> None:
    with open_named(Config(), str(dispute)) as case:
        assert case.actors()
    assert make_reader().fingerprint == "fake-1"
    assert not dispute.with_name("dispute.db-wal").exists()
