"""How long a user waits: `onrecord --help`, and the first article read.

    python bench/startup.py [--times 5]

Each is a fresh process; the best and the middle of several runs are printed.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import ROOT
from machine import describe


def main() -> None:
    """Time both and print."""
    parser = argparse.ArgumentParser(description="Measure how soon onrecord answers.")
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    article = ROOT / "samples" / "meridian" / "01-ferry-arrest.txt"
    print(describe())
    report("onrecord --help", [["--help"]] * options.times)
    with tempfile.TemporaryDirectory() as scratch:
        cases = [Path(scratch) / f"{number}.db" for number in range(options.times)]
        report(
            "first article read",
            [["read", str(article), "--case", str(case)] for case in cases],
        )
        report("brief of that case", [["brief", str(case)] for case in cases])


def report(label: str, commands: list[list[str]]) -> None:
    """Time a few runs of the command line and print the best and the middle one."""
    defaults = {k: v for k, v in os.environ.items() if not k.startswith("ONRECORD_")}
    seconds = []
    for arguments in commands:
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env=defaults,
        )
        seconds.append(time.perf_counter() - began)
        if done.returncode:
            sys.exit(f"{label} failed: {done.stderr}{done.stdout}")
    best, middle = min(seconds), statistics.median(seconds)
    print(f"{label:<20} best {best:.2f} s, middle {middle:.2f} s")


if __name__ == "__main__":
    main()
