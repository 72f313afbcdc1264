"""A case of thousands of articles: brief, timeline and filters, milliseconds each.

    ONRECORD_CORPUS=FOLDER python bench/large_case.py [--articles 5000] [--case FILE]

Reads the articles into a case (minutes; `--case` keeps it and the next run only looks),
derives its case facts, and then times what a user asks for: `cold` is the first call of
a case just opened, nothing of it in memory, as a new process has it after its start;
`loaded` the first call once all case facts are in memory; `again` what every further
call costs.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpus import stories, write_jsonl
from machine import describe, peak_mb

import onrecord

TIMES = 5


def main() -> None:
    """Make the case where there is none, and time looks at it."""
    parser = argparse.ArgumentParser(description="Measure looks at a large case.")
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--case", type=Path, help="a case file to keep")
    options = parser.parse_args()
    print(describe())
    with tempfile.TemporaryDirectory() as scratch:
        path = options.case or Path(scratch) / "large.db"
        if not path.exists():
            fill(path, options.articles, Path(scratch))
        look(path)


def fill(path: Path, count: int, scratch: Path) -> None:
    """Read the articles into a new case."""
    source, found = stories(count)
    written = scratch / "stories.jsonl"
    write_jsonl(found, written)
    began = time.perf_counter()
    with onrecord.open(path) as case:
        result = case.read(written)
    seconds = time.perf_counter() - began
    print(
        f"read {result.read:,} articles of {source}, {result.words:,} words, "
        f"{result.facts:,} facts in {seconds:,.0f} s; peak memory {peak_mb():,.0f} MB"
    )


def look(path: Path) -> None:
    """Time each look and print it."""
    with onrecord.open(path) as case:
        first = milliseconds(case.view)
        view = case.view()
        print(
            f"{len(view.articles):,} articles, {len(view.actors):,} actors, "
            f"{len(view.statements):,} statements, {len(view.events):,} events; "
            f"{path.stat().st_size / 1e6:,.0f} MB"
        )
        day = str(view.articles[len(view.articles) // 2].published)
        actor = max(view.actors, key=lambda actor: len(actor.evidence)).id
        print(f"{'':<34}{'cold':>10}{'loaded':>10}{'again':>10}  ms")
        print(f"{'all case facts':<34}{first:>10,.0f}")
        for label, ask in looks(case, day, actor).items():
            cold = min(from_file(path, label, day, actor) for _ in range(TIMES))
            once = milliseconds(ask)
            again = statistics.median(milliseconds(ask) for _ in range(TIMES))
            print(f"{label:<34}{cold:>10,.1f}{once:>10,.1f}{again:>10,.1f}")
        print(f"peak memory {peak_mb():,.0f} MB")


def from_file(path: Path, label: str, day: str, actor: str) -> float:
    """Return how long a look takes at a case just opened."""
    with onrecord.open(path) as case:
        return milliseconds(looks(case, day, actor)[label])


def looks(case: onrecord.Case, day: str, actor: str) -> dict[str, Callable[[], object]]:
    """Return what a user asks of a case, by its words."""
    return {
        "brief": case.brief,
        "timeline": case.timeline,
        "timeline of 100 rows": lambda: case.timeline(limit=100),
        "statements": case.statements,
        "statements of one speaker": lambda: case.statements(speaker=actor),
        "statements with words": lambda: case.statements(text="government"),
        "events of a type": lambda: case.events(event_type="COERCE"),
        "events since a day": lambda: case.events(since=day),
        "custody": lambda: case.custody(status="held"),
        "actors": case.actors,
        "one actor": lambda: case.actor(actor),
        "search": lambda: case.search("government"),
        "brief as of a day": lambda: case.brief(as_of=day),
    }


def milliseconds(ask: Callable[[], object]) -> float:
    """Return how long one call takes."""
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
