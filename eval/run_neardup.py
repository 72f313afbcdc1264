"""Score the grouping of near copies on the `neardup` bench.

Usage: ONRECORD_BENCH=FOLDER python eval/run_neardup.py [--split dev] [--min-f1 0.95]

`FOLDER/neardup` holds `<split>.jsonl.gz` and `score.py`. Prints the scores as JSON and
exits 1 below the minimum, 2 where the bench is not there.
"""

import argparse
import gzip
import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.model.article import Article
from onrecord.resolve.copies import group_copies


def main() -> int:
    """Run the bench and print its scores."""
    parser = argparse.ArgumentParser(description="Score near copies on neardup.")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--min-f1", type=float, default=0.95)
    args = parser.parse_args()
    folder = Path(os.environ.get("ONRECORD_BENCH", "")) / "neardup"
    if not (folder / f"{args.split}.jsonl.gz").exists():
        print("neardup skipped: set ONRECORD_BENCH to a folder that holds it")
        return 2
    scores = score_split(folder, args.split)
    print(json.dumps(scores, indent=1))
    return 0 if scores["pair_f1"] >= args.min_f1 else 1


def score_split(folder: Path, split: str) -> dict[str, float]:
    """Group the documents of a split and score them with the bench's own scorer."""
    with gzip.open(folder / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold: list[dict[str, Any]] = [json.loads(line) for line in lines]
    started = time.perf_counter()
    groups = group_copies(
        Article(id=item["id"], text=item["text"], sha256="") for item in gold
    )
    seconds = time.perf_counter() - started
    predicted = {article: group for article, (group, _) in groups.items()}
    scores: dict[str, float] = load_scorer(folder / "score.py").score(gold, predicted)
    return scores | {"articles": len(gold), "seconds": round(seconds, 2)}


def load_scorer(path: Path) -> ModuleType:
    """Import the bench's scorer from its folder."""
    spec = importlib.util.spec_from_file_location("neardup_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
