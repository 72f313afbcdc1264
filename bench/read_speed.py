"""Words a second from bytes to stored facts, one process, the whole pipeline.

    ONRECORD_CORPUS=FOLDER python bench/read_speed.py [--articles 300]

Prints words a second by the clock and by processor time (the fair one on a machine that
others use), peak memory, and what share each step takes. Loading the model is apart.
"""

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus import stories, write_jsonl
from machine import describe, peak_mb

import onrecord
from onrecord.annotate import Annotator
from onrecord.annotate.parse import Parser
from onrecord.extract import Extractor
from onrecord.pipeline import load_reader
from onrecord.store import Store


class Stopwatch:
    """Adds up the processor time spent in functions, those inside others left out."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def watch(self, owner: Any, name: str, label: str) -> None:
        """Time every call of a method from now on."""
        method: Callable[..., Any] = getattr(owner, name)

        def timed(*args: Any, **options: Any) -> Any:
            began = time.process_time()
            self._inside.append(0.0)
            try:
                return method(*args, **options)
            finally:
                spent = time.process_time() - began
                self.seconds[label] += spent - self._inside.pop()
                if self._inside:
                    self._inside[-1] += spent

        setattr(owner, name, timed)


def main() -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description="Measure the speed of reading.")
    parser.add_argument("--articles", type=int, default=300)
    options = parser.parse_args()
    source, found = stories(options.articles)
    print(describe())
    watch = Stopwatch()
    watch.watch(Parser, "parse", "parse")
    watch.watch(Annotator, "annotate", "annotate, the rest")
    watch.watch(Extractor, "extract", "extract")
    watch.watch(Store, "save", "store")
    began = time.perf_counter()
    reader = load_reader()
    print(f"model and lexicons loaded in {time.perf_counter() - began:.2f} s")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "stories.jsonl"
        write_jsonl(found, path)
        with onrecord.open(
            Path(scratch) / "case.db", make_reader=lambda: reader
        ) as case:
            began, worked = time.perf_counter(), time.process_time()
            result = case.read(path)
            seconds = time.perf_counter() - began
            work = time.process_time() - worked
    show(source, result, seconds, work, watch.seconds)


def show(
    source: str, result: Any, seconds: float, work: float, steps: dict[str, float]
) -> None:
    """Print the figures of one reading."""
    print(f"{result.read} articles of {source}, {result.words:,} words")
    print(
        f"{result.words / seconds:,.0f} words a second by the clock, "
        f"{result.words / work:,.0f} by processor time; {result.facts:,} read facts; "
        f"{len(result.rejected)} rejected"
    )
    print(f"peak memory {peak_mb():,.0f} MB")
    rest = {"read and the rest": work - sum(steps.values())}
    for label, spent in sorted({**steps, **rest}.items(), key=lambda item: -item[1]):
        each = spent / result.words * 1e6
        print(f"  {label:<20}{spent / work:>6.1%}  {each:6.1f} µs a word")


if __name__ == "__main__":
    main()
