"""Kill a command at random points, fill its disk, tear its log; then compare.

    python tests/durability/durability.py [--points 200] [--disks 50] [--seed N]

After each break the same command runs to its end, and the case must hold what one that
was never broken holds: nothing lost, nothing doubled, nothing that `verify` complains
of. Half of the kills come between two calls of Python (`kill_worker.py`), half from
outside after a random time, so also inside SQLite.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import kill_worker
from kill_worker import COMMANDS, prepare
from msgspec.structs import replace

from onrecord.store import Store

WORKER = Path(__file__).parent / "kill_worker.py"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the worker to its end, or to its own."""
    command = [sys.executable, str(WORKER), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def content_of(path: Path) -> list[str]:
    """Return all that a case says, without ids and times of its runs, sorted.

    Raises:
        AssertionError: the case is damaged, or a reading is due.
    """
    with Store.open(path) as store:
        problems = store.verify()
        if problems or store.due():
            raise AssertionError(problems or "a reading is due")
        rows = [repr(article) for article in store.articles()]
        rows += [
            repr(replace(fact, run=None, recorded_at=None)) for fact in store.facts()
        ]
        rows += [f"redirect {old} {new}" for old, new in store.redirects().items()]
        rows += [f"{c.operation} {c.target}" for c in store.corrections()]
        db = store._db
        appearances = "SELECT article, url, published, publisher FROM appearances"
        rows += [repr(row) for row in db.execute(appearances)]
    return sorted(rows)


class Broken:
    """Breaks one command again and again and compares what comes of it.

    Attributes:
        expected: What the case holds where nothing was broken.
        steps: How many calls the command takes.
        seconds: How long it takes, with the start of Python.
    """

    def __init__(self, command: str, folder: Path) -> None:
        """Make the case that the command starts from, and run it once unbroken."""
        self.command, self.folder = command, folder
        self.start = folder / "start.db"
        prepare(command, self.start)
        whole = self._copy()
        began = time.perf_counter()
        if (done := run(command, whole)).returncode:
            raise AssertionError(f"{command} fails unbroken: {done.stderr}")
        self.seconds = time.perf_counter() - began
        self.expected = content_of(whole)
        self.size = whole.stat().st_size
        self.steps = int(run(command, self._copy(), "--count").stdout)

    def _copy(self) -> Path:
        for old in self.folder.glob("case.db*"):
            old.unlink()
        path = self.folder / "case.db"
        if self.start.exists():
            shutil.copy(self.start, path)
        return path

    def _finish(self, path: Path, what: str) -> None:
        done = run(self.command, path)
        found = content_of(path) if done.returncode == 0 else [done.stderr]
        if found != self.expected:
            extra = sorted(set(found) - set(self.expected))[:3]
            lost = sorted(set(self.expected) - set(found))[:3]
            raise AssertionError(f"{self.command}, {what}: {extra=} {lost=}")

    def kill_at_step(self, step: int) -> None:
        """Kill between two calls, then finish and compare."""
        path = self._copy()
        if run(self.command, path, "--kill-at", step).returncode != -9:
            raise AssertionError(f"{self.command} was not killed at step {step}")
        self._finish(path, f"killed at step {step}")

    def kill_after(self, seconds: float) -> bool:
        """Kill from outside after some time, then finish and compare.

        Returns whether the command was still running.
        """
        path = self._copy()
        worker = subprocess.Popen([sys.executable, WORKER, self.command, path])
        time.sleep(seconds)
        worker.kill()
        was_running = worker.wait() == -9
        # A machine that was busy at the start may have become faster.
        self.seconds *= 1.05 if was_running else 0.8
        self._finish(path, f"killed after {seconds:.3f} s")
        return was_running

    def fill_disk(self, size: int) -> bool:
        """Let no file grow over a size, expect a clear error, then finish.

        Returns whether the disk was too small.
        """
        path = self._copy()
        stopped = run(self.command, path, "--disk", size)
        if stopped.returncode not in (0, 1) or "Traceback" in stopped.stderr:
            raise AssertionError(f"{self.command}, disk of {size}: {stopped.stderr}")
        if stopped.returncode == 1 and "disk" not in stopped.stderr:
            raise AssertionError(f"the error tells of no disk: {stopped.stderr}")
        self._finish(path, f"a disk of {size} bytes")
        return stopped.returncode == 1

    def tear_log(self, step: int, share: float) -> None:
        """Kill, then cut the write-ahead log, as a power cut can; then finish."""
        path = self._copy()
        run(self.command, path, "--kill-at", step)
        log = path.with_name(path.name + "-wal")
        if log.exists():
            content = log.read_bytes()
            log.write_bytes(content[: int(len(content) * share)])
            # The index of the log is in memory: a power cut takes it too.
            path.with_name(path.name + "-shm").unlink(missing_ok=True)
        self._finish(path, f"log torn at {share:.2f} after step {step}")


def break_all(
    folder: Path, *, points: int, disks: int, seed: int
) -> Iterator[tuple[str, str, int]]:
    """Yield command, kind of break and how many there were; all were survived."""
    chance = random.Random(seed)
    for command in COMMANDS:
        place = folder / command
        place.mkdir()
        broken = Broken(command, place)
        kills = 0
        while kills < points:
            if kills % 2 == 0:
                broken.kill_at_step(chance.randint(1, broken.steps))
                kills += 1
            else:
                kills += broken.kill_after(chance.uniform(0.3, 1.0) * broken.seconds)
        yield command, "kills", points
        for _ in range(points // 4):
            broken.tear_log(chance.randint(1, broken.steps), chance.random())
        yield command, "torn logs", points // 4
        full, largest = 0, broken.size
        while full < disks:
            size = chance.randint(1, largest)
            if broken.fill_disk(size):
                full += 1
            else:
                largest = max(4096, size)
        yield command, "full disks", disks


def main() -> int:
    """Break all commands and print how many breaks were survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--disks", type=int, default=50)
    parser.add_argument("--seed", type=int, default=2031)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = vars(options)
        for command, kind, count in break_all(Path(folder), **counts):
            sys.stdout.write(f"{command}: {count} {kind} survived\n")
            sys.stdout.flush()
    return 0


__all__ = ["Broken", "break_all", "content_of", "kill_worker", "run"]

if __name__ == "__main__":
    sys.exit(main())
