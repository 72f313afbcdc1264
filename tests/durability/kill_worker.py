"""Runs one command on a case, and kills itself, fills its disk or goes to its end.

    python kill_worker.py COMMAND CASE [--kill-at N] [--disk BYTES] [--first N]
        [--count]

A call of a Python or C function is one step; `--count` prints how many the command
takes, `--kill-at` sends this process SIGKILL at step N, between any two calls. `--disk`
lets no file grow over so many bytes, as a full disk would. Texts are read by the small
reader of `fakes`, so that all of the time goes into the pipeline and the store.
"""

import argparse
import os
import resource
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fakes import Ticking, make_moved_reader, make_reader, received
from onrecord.case.case import Case, open_case
from onrecord.errors import OnrecordError
from onrecord.model.article import Received
from onrecord.store import schema, views

ARTICLES = 16
NAMES = ("Verrin", "Lanz", "Halvik", "Ostra", "Merrit", "Strand")


def make_inputs(first: int = 0) -> list[Received]:
    """Return articles, some met twice; those from `first` on come first."""
    made = []
    for n in range(ARTICLES):
        one, other = NAMES[n % 6], NAMES[(n + 1) % 6]
        text = (
            f'Aldo {one} said "We will wait for day {n} of it". '
            f'{other} denied "the claim of day {n}". Police arrested {one} there. '
        )
        made.append(received(text * (1 + n % 4), published=f"2031-03-{n + 1:02}"))
        if n % 5 == 0:
            made.append(
                received(
                    text * (1 + n % 4), published="2031-02-01", url=f"http://a/{n}"
                )
            )
    return made[first:] + made[:first]


def open_with(path: Path, *, moved: bool = False) -> Case:
    """Open the case with the small reader."""
    maker = make_moved_reader if moved else make_reader
    return open_case(path, make_reader=maker, clock=Ticking())


def read(path: Path, first: int) -> None:
    """Read the articles."""
    with open_with(path) as case:
        case.read_received(make_inputs(first))


def reread(path: Path, first: int) -> None:
    """Read again what another version read."""
    with open_with(path, moved=True) as case:
        case.reread()


def merge(path: Path, first: int) -> None:
    """Say that two actors are the same, unless that was said."""
    with open_with(path) as case:
        if not case.store.corrections():
            ids = sorted(actor.id for actor in case.actors())
            case.merge(ids[0], ids[-1], why="one and the same")


def migrate(path: Path, first: int) -> None:
    """Bring a case of the first format to this one, by opening it, and read."""
    read(path, first)


COMMANDS: dict[str, Callable[[Path, int], None]] = {
    "read": read,
    "reread": reread,
    "merge": merge,
    "migrate": migrate,
}


def prepare(command: str, path: Path) -> None:
    """Make the case that a command starts from."""
    if command in ("reread", "merge"):
        read(path, 0)
    if command == "migrate":
        db = sqlite3.connect(path, isolation_level=None)
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        for statement in schema.VERSION_1:
            db.execute(statement)
        views.make_views(db)
        db.execute("PRAGMA user_version = 1")
        db.close()


class Steps:
    """Counts calls, and kills this process at one of them."""

    def __init__(self, kill_at: int | None) -> None:
        """Kill at step `kill_at`, or never."""
        self.count = 0
        self._kill_at = kill_at

    def __call__(self, frame: object, event: str, argument: object) -> None:
        """Count one event of `sys.setprofile`."""
        if event.endswith("call"):
            self.count += 1
            if self.count == self._kill_at:
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> int:
    """Run the command; 1 where it failed with an error of ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("case", type=Path)
    parser.add_argument("--kill-at", type=int)
    parser.add_argument("--disk", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", action="store_true")
    options = parser.parse_args()
    if options.disk is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (options.disk, options.disk))
    steps = Steps(options.kill_at)
    if options.count or options.kill_at is not None:
        sys.setprofile(steps)
    try:
        COMMANDS[options.command](options.case, options.first)
    except OnrecordError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        sys.setprofile(None)
    if options.count:
        sys.stdout.write(f"{steps.count}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
