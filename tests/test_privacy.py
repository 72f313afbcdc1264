"""Nothing leaves the machine: every command but the fetch runs with sockets denied."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "meridian"

DENIED = '''
import json, socket, sys

tried = []

def deny(event, arguments):
    """Refuse what Python does with sockets, in C code too."""
    if event.startswith("socket."):
        tried.append(event)
        raise PermissionError(f"{event} is denied")

def refuse(*arguments, **options):
    tried.append("socket")
    raise PermissionError("sockets are denied")

class Refused(socket.socket):
    """Still a class, for others are made from it when they are imported."""

    __init__ = refuse

sys.addaudithook(deny)
socket.socket = Refused
for name in ("create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
    setattr(socket, name, refuse)

from onrecord.cli.app import run

codes = []
for arguments in json.load(sys.stdin):
    before = len(tried)
    codes.append([run(arguments), tried[before:]])
print("\\n" + json.dumps(codes), file=sys.stderr)
'''


def run_denied(folder: Path, *commands: list[str]) -> list[Any]:
    """Run commands in one process without sockets: exit code and what was tried."""
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", DENIED],
        input=json.dumps(commands),
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "", "HOME": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stderr.splitlines()[-1])
    return found


def shown(folder: Path, *arguments: str) -> Any:
    """What a command prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments, "--json"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "", "HOME": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def commands_for(folder: Path) -> dict[str, list[list[str]]]:
    """A call of every command, on the sample dispute."""
    one, two = (found["id"] for found in shown(folder, "statements", "c.db")[:2])
    actors = [found["id"] for found in shown(folder, "actors", "c.db")]
    members = next(
        found for found in shown(folder, "actors", "c.db") if len(found["members"]) > 1
    )
    article = shown(folder, "articles", "c.db")[0]
    words = article["text"][:40]
    added = ["add", "c.db", "custody", "--article", article["id"], "--words", words]
    added += ["--set", "kind=detention", "--set", f"person={actors[0]}"]
    listing = {
        name: [[name, "c.db"], [name, "c.db", "--json"]]
        for name, (module, _) in COMMANDS.items()
        if module == "lists" and name != "search"
    }
    return listing | {
        "read": [["read", str(SAMPLE), "--case", "c.db"]],
        "reread": [["reread", "c.db"]],
        "brief": [["brief", "c.db"], ["brief", "c.db", "--markdown"]],
        "timeline": [["timeline", "c.db"]],
        "changes": [["changes", "c.db", "2031-03-21", "2031-09-30"]],
        "search": [["search", "c.db", "court"]],
        "actor": [["actor", "c.db", actors[0]]],
        "why": [["why", "c.db", one]],
        "confirm": [["confirm", "c.db", one]],
        "reject": [["reject", "c.db", two]],
        "edit": [["edit", "c.db", one, "channel", "letter"]],
        "add": [added],
        "merge": [["merge", "c.db", actors[0], actors[1]]],
        "split": [["split", "c.db", members["id"], members["members"][-1]]],
        "undo": [],
        "log": [["log", "c.db"]],
        "export": [["export", "c.db", "--format", "jsonl", "-o", "out.jsonl"]],
        "verify": [["verify", "c.db"]],
        "forget": [["forget", "c.db", article["id"], "--yes"]],
    }


@pytest.mark.model
@pytest.mark.slow
def test_every_command_but_the_fetch_runs_without_sockets(tmp_path: Path) -> None:
    first = run_denied(tmp_path, ["read", str(SAMPLE), "--case", "c.db"])
    assert first[0][0] == 0
    calls = commands_for(tmp_path)
    assert calls.keys() == COMMANDS.keys(), "a new command needs a call here"
    given = [call for calls in calls.values() for call in calls]
    done = run_denied(tmp_path, *given)
    (correction, *_) = shown(tmp_path, "log", "c.db")
    done += run_denied(tmp_path, ["undo", "c.db", correction["correction"]["id"]])
    given.append(["undo"])
    for call, (code, tried) in zip(given, done, strict=True):
        assert code == 0, call
        # urllib3, which trafilatura loads, looks whether this machine speaks IPv6.
        assert set(tried) <= {"socket"}, (call, tried)
        assert len(tried) <= 1, (call, tried)


@pytest.mark.model
@pytest.mark.slow
def test_the_denial_would_be_felt(tmp_path: Path) -> None:
    """The fetch, the one command that needs a socket, fails where it gets none."""
    url = "http://127.0.0.1:9/story"
    call = ["read", url, "--case", "c.db", "--allow-private"]
    ((code, tried),) = run_denied(tmp_path, call)
    assert code == 1
    assert tried
