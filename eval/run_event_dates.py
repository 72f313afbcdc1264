"""Score `extract.governing` on the dates of events, whose texts may not be published.

    ONRECORD_BENCH=FOLDER python eval/run_event_dates.py [--part rest|dev|all]

For each event of the time bench the expression that governs it is asked of our own
layers: nothing of the gold but the place of the event's words is used. Develop on
`rest`, report `dev`. Figures are printed for all that is found and for what the event's
own sentence gives, since a case file uses the discourse more sparingly.
"""

import argparse
import functools
import importlib
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from run_times import read_documents

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.governing import Governors, How
from onrecord.model.article import Article
from onrecord.model.evidence import Span
from onrecord.resources.lexicons import load_lexicons
from onrecord.resources.models import load_models

Found = dict[str, dict[str, tuple[How, list[int]] | None]]


def main() -> int:
    """Predict, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "rest", "all"), action="append")
    options = parser.parse_args()
    if "ONRECORD_BENCH" not in os.environ:
        print("skipped: ONRECORD_BENCH names no folder with the time bench")
        return 0
    bench = Path(os.environ["ONRECORD_BENCH"]) / "time"
    scorer = load_dates_scorer(bench)
    documents = read_documents(bench / "train.jsonl.gz")
    parts = options.part or ["rest", "dev"]
    if "all" not in parts:
        documents = [d for d in documents if part_of(scorer, d["id"]) in parts]
    found = predict_all(documents)
    for part in parts:
        gold = {
            d["id"]: d
            for d in documents
            if part == "all" or part_of(scorer, d["id"]) == part
        }
        for line in score_part(scorer, gold, found):
            print(part, line)
    return 0


def load_dates_scorer(bench: Path) -> ModuleType:
    """Import the bench's scorer, which reads a module that stands beside it."""
    sys.path.insert(0, str(bench))
    try:
        return importlib.import_module("event_dates")
    finally:
        sys.path.remove(str(bench))


def part_of(scorer: ModuleType, name: str) -> str:
    """Return the part that a document belongs to."""
    return "dev" if scorer.is_dev(name) else "rest"


def score_part(
    scorer: ModuleType, gold: Mapping[str, Any], found: Found
) -> Iterator[str]:
    """Yield the figures of a part: all, the sentence alone, the nearest expression."""
    near = {name: scorer.nearest(document) for name, document in gold.items()}
    yield f"nearest in sentence: {show(scorer.score(gold, near))}"
    firm = answers(found, sentence=True)
    yield f"its own sentence:    {show(scorer.score(gold, firm))}"
    yield f"all:                 {show(scorer.score(gold, answers(found)))}"


def show(figures: Mapping[str, float]) -> str:
    """Return figures in words."""
    return ", ".join(f"{name} {value:.3f}" for name, value in figures.items())


def answers(found: Found, *, sentence: bool = False) -> dict[str, dict[str, Any]]:
    """Return what was found in the scorer's form, the discourse left out if asked."""
    return {
        name: {
            "events": {
                event: one[1]
                if one and not (sentence and one[0] is How.DISCOURSE)
                else None
                for event, one in events.items()
            }
        }
        for name, events in found.items()
    }


def predict_all(documents: list[dict[str, Any]]) -> Found:
    """Return the expression that governs each event of each document."""
    annotator = Annotator(load_models(), load_lexicons())
    read = functools.partial(predict, annotator)
    return {document["id"]: read(document) for document in documents}


def predict(
    annotator: Annotator, document: dict[str, Any]
) -> dict[str, tuple[How, list[int]] | None]:
    """Return the expression that governs each event: how, and where it stands."""
    article = Article(
        id=document["id"],
        text=document["text"],
        title=document.get("title"),
        sha256="",
        published=document["dct"][:10],
    )
    context = Context(document=annotator.annotate(article), lexicons=load_lexicons())
    governors = Governors(context)
    found: dict[str, tuple[How, list[int]] | None] = {}
    for event in document["events"]:
        one = governors.find(Span(event["start"], event["end"]))
        found[event["eid"]] = one and (one.how, [one.time.start, one.time.end])
    return found


if __name__ == "__main__":
    sys.exit(main())
