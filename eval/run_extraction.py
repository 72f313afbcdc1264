"""Score the story taken out of web pages on the `extraction` bench.

Usage: ONRECORD_BENCH=FOLDER python eval/run_extraction.py [--half a|b] [--misses end]

`FOLDER/extraction` holds `dev.jsonl.gz` (pages with their stories, not ours to publish)
and `score.py`. Pages are cut in two halves by a hash of their id: rules are tried on
half `a`, half `b` is only measured. `--misses head|tail` prints the ids and how many
words stand too many (+) or are missing (-) at that end, never a page's words unless
`--words` asks for them.
"""

import argparse
import difflib
import gzip
import hashlib
import importlib.util
import json
import os
import re
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.config import Config
from onrecord.model.article import Received
from onrecord.read import read_bytes

HALVES = ("a", "b")
END_WORDS = 12


def main() -> int:
    """Read the pages, score each half and the whole, and print as JSON."""
    parser = argparse.ArgumentParser(description="Score stories on extraction.")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", choices=("head", "tail", "low"))
    parser.add_argument("--words", action="store_true")
    args = parser.parse_args()
    folder = Path(os.environ.get("ONRECORD_BENCH", "")) / "extraction"
    if not (folder / "dev.jsonl.gz").exists():
        print("extraction skipped: set ONRECORD_BENCH to a folder that holds it")
        return 2
    pages = read_pages(folder)
    started = time.perf_counter()
    predicted = {page["id"]: find_story(page) for page in pages}
    seconds = time.perf_counter() - started
    if args.misses:
        wanted = [p for p in pages if args.half in (None, half_of(p["id"]))]
        print_misses(wanted, predicted, args.misses, words=args.words)
        return 0
    print(json.dumps(score_halves(folder, pages, predicted), indent=1))
    print(f"{len(pages) / seconds:.1f} pages a second", file=sys.stderr)
    return 0


def read_pages(folder: Path) -> list[dict[str, Any]]:
    """Return the pages, each with id, url, html and text."""
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def half_of(name: str) -> str:
    """Return which half a page belongs to, by a hash of its id."""
    return HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]


def find_story(page: dict[str, Any]) -> str:
    """Return the story as `onrecord read` stores it; empty where it finds none."""
    content = page["html"].encode("utf-8", errors="replace")
    (found,) = read_bytes(content, source=page["id"], config=Config())
    return found.article.text if isinstance(found, Received) else ""


def score_halves(
    folder: Path, pages: list[dict[str, Any]], predicted: dict[str, str]
) -> dict[str, dict[str, float]]:
    """Score both halves and the whole with the bench's own scorer."""
    scorer = load_scorer(folder / "score.py")
    scores = {}
    for half in (*HALVES, "all"):
        gold = {
            page["id"]: page["text"]
            for page in pages
            if half in ("all", half_of(page["id"]))
        }
        found = scorer.score(gold, {name: predicted[name] for name in gold})
        scores[half] = {name: round(value, 4) for name, value in found.items()}
    return scores


def print_misses(
    pages: list[dict[str, Any]], predicted: dict[str, str], end: str, *, words: bool
) -> None:
    """Print where one end of a story is not that of the gold."""
    for page in pages:
        gold, ours = (
            re.findall(r"\w+", t) for t in (page["text"], predicted[page["id"]])
        )
        if end == "low":
            ratio = difflib.SequenceMatcher(None, gold, ours, autojunk=False).ratio()
            if ratio < 0.95:
                print(f"{page['id'][:12]} {ratio:.2f} {len(gold)} {len(ours)}")
            continue
        step = slice(None, END_WORDS) if end == "head" else slice(-END_WORDS, None)
        if gold[step] == ours[step]:
            continue
        print(f"{page['id'][:12]} {_excess(gold, ours, end)}")
        if words:
            shown = slice(None, 400) if end == "head" else slice(-400, None)
            print("  gold:", repr(page["text"].strip()[shown]))
            print("  ours:", repr(predicted[page["id"]][shown]))


def _excess(gold: list[str], ours: list[str], end: str) -> str:
    """How many words stand too many or are missing at one end."""
    if end == "tail":
        gold, ours = gold[::-1], ours[::-1]
    for size in (6, 3):
        for at in range(min(len(ours), 300)):
            if ours[at : at + size] == gold[:size]:
                return f"+{at}"
        for at in range(min(len(gold), 300)):
            if gold[at : at + size] == ours[:size]:
                return f"-{at}"
    return "differs"


def load_scorer(path: Path) -> ModuleType:
    """Import the bench's scorer from its folder."""
    spec = importlib.util.spec_from_file_location("extraction_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
