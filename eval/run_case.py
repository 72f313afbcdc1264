"""Score the product on the `case` bench: sixty stories that careful readers wrote up.

    ONRECORD_BENCH=FOLDER python eval/run_case.py [--part rest|dev|all ...] [-v]

Reads all stories into one case, exports it once, and scores it with the bench's own
`score.py`, for each part. The scorer takes evidence in a story that it was not given as
evidence in no story, so a part is scored on the export's records of that part. `-v`
lists misses and extras of the part `rest` only: `dev` is for reporting. No word of the
bench is kept.
"""

import argparse
import importlib.util
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import onrecord

Record = dict[str, Any]

PARTS = ("rest", "dev", "all")


def main() -> int:
    """Read, export, score each part; 0 also where the bench is not there."""
    parser = argparse.ArgumentParser(description="Score the product on the case bench.")
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    bench = find_bench()
    if bench is None:
        print("case bench skipped: set ONRECORD_BENCH to a folder that holds it")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        export = Path(scratch) / "export.jsonl"
        export_stories(bench, Path(scratch) / "case.db", export)
        for part in options.part or PARTS:
            print(f"== {part}")
            verbose = options.verbose and part == "rest"
            for line in score_part(bench, export, part, verbose=verbose):
                print(line)
    return 0


def find_bench() -> Path | None:
    """Return the bench's folder, None where it is not there."""
    if "ONRECORD_BENCH" not in os.environ:
        return None
    bench = Path(os.environ["ONRECORD_BENCH"]) / "case"
    return bench if (bench / "score.py").exists() else None


def export_stories(bench: Path, db: Path, export: Path) -> None:
    """Read all stories into one case and export it, as a user would."""
    stories = db.with_suffix(".jsonl")
    with (
        (bench / "stories.jsonl").open(encoding="utf-8") as lines,
        stories.open("w", encoding="utf-8") as out,
    ):
        for line in lines:
            story = json.loads(line)
            kept = {name: story.get(name) for name in ("text", "title", "published")}
            out.write(json.dumps({"ref": story["id"], **kept}) + "\n")
    began = time.perf_counter()
    with onrecord.open(db) as case:
        result = case.read(stories)
        seconds = time.perf_counter() - began
        for rejected in result.rejected:
            print(f"rejected {rejected.source}: {rejected.reason}", file=sys.stderr)
        print(f"{result.words:,} words read in {seconds:.1f} s", file=sys.stderr)
        case.export("jsonl", export)


def score_part(
    bench: Path, export: Path, part: str, *, verbose: bool = False
) -> Iterator[str]:
    """Score an export on the stories of a part; yield the scorer's lines."""
    scorer = load_scorer(bench)
    found = part_scores(scorer, bench, export, part, show=print if verbose else None)
    yield from scorer.lines(found)


def part_scores(
    scorer: ModuleType, bench: Path, export: Path, part: str, *, show: Any = None
) -> dict[str, Record]:
    """Return the scorer's figures for a part, by record type."""
    stories = [
        story
        for story in scorer.rows(bench / "stories.jsonl")
        if part == "all" or scorer.is_dev(story["id"]) == (part == "dev")
    ]
    asked = {story["id"] for story in stories}
    by_type: dict[str, list[Record]] = {}
    for record in limit(scorer.rows(export), asked):
        by_type.setdefault(record["type"], []).append(record)
    gold = scorer.rows(bench / "gold.jsonl")
    scores: dict[str, Record] = scorer.score(by_type, gold, stories, show)
    return scores


def limit(records: Iterable[Record], refs: set[str]) -> Iterator[Record]:
    """Yield what an export says of some articles: their records, their evidence."""
    articles: set[str] = set()
    for record in records:
        if record["type"] == "article":
            if record.get("ref") in refs:
                articles.add(record["id"])
                yield record
        elif record["type"] == "actor":
            yield record
        else:
            evidence = [e for e in record["evidence"] if e["article"] in articles]
            if evidence or not record["evidence"]:
                yield {**record, "evidence": evidence}


def load_scorer(bench: Path) -> ModuleType:
    """Import the bench's scorer from its folder."""
    spec = importlib.util.spec_from_file_location("case_score", bench / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(bench / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
