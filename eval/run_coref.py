"""Score who is who inside articles on the `coref` bench.

    ONRECORD_BENCH=FOLDER python eval/run_coref.py [--part dev|held] [--baseline] [-v]

Articles are annotated one by one; a phrase is scored with all that hangs on it, and our
clusters are its chains, of actors and of other things. `dev` is the bench's own, `held`
every second training document, by its id; rules are tried on the other half. Printed
are the bench's CoNLL average, over all and over the agency stories (`np4e`; the one
that the `case` bench reports on is left out), and two figures over clusters with names
that `coref_names` defines. `--baseline` scores the plainest rule instead: equal words
but for an article are one. `-v` lists what runs together, of `held` only. Words a
second are those of the layer alone: names, phrases, chains, actors.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from coref_names import find_run_together, score_named
from gate_measures import Skipped, find_bench
from run_neardup import load_scorer

from onrecord.annotate import Annotator
from onrecord.model.article import Article
from onrecord.model.document import Document, Phrase
from onrecord.resources import load_lexicons, load_models

Row = dict[str, Any]
PARTS = ("dev", "held", "open")
LEFT_OUT = "433174"
"""A story that another bench reports on."""


def main() -> int:
    """Annotate, score, print; 0 also where the bench is not there."""
    parser = argparse.ArgumentParser(description="Score coreference inside articles.")
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--baseline", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    bench = find_bench("coref")
    if isinstance(bench, Skipped):
        print(f"coref bench skipped: {bench.reason}")
        return 0
    gold = read_part(bench, options.part)
    ours = predict(gold, baseline=options.baseline)
    scorer = load_scorer(bench / "score.py")
    print(json.dumps(score(scorer, gold, ours), indent=1))
    if options.verbose and options.part != "dev":
        for row, found in zip(gold, ours, strict=True):
            for names in find_run_together(row, found):
                print(row["id"], names)
    return 0


def read_part(bench: Path, part: str) -> list[Row]:
    """Return the documents of a part."""
    name = "dev" if part == "dev" else "train"
    with gzip.open(bench / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows: list[Row] = [json.loads(line) for line in lines]
    rows = [row for row in rows if LEFT_OUT not in row["id"]]
    if part == "dev":
        return rows
    return [row for row in rows if is_held(row["id"]) == (part == "held")]


def is_held(name: str) -> bool:
    """Whether a training document is one of those only reported on."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def predict(gold: Sequence[Row], *, baseline: bool = False) -> list[Row]:
    """Return our rows for the documents of a part."""
    annotator = Annotator(load_models(), load_lexicons())
    make = join_equal_words if baseline else join_chains
    return [
        make(
            row, annotator.annotate(Article(id=row["id"], text=row["text"], sha256=""))
        )
        for row in gold
    ]


def join_chains(row: Row, document: Document) -> Row:
    """Return the chains of a document as clusters."""
    chains: dict[int, list[int]] = defaultdict(list)
    for i, phrase in enumerate(document.phrases):
        if phrase.chain is not None and is_noun_phrase(phrase):
            chains[phrase.chain].append(i)
    return make_row(row, document, chains.values())


def is_noun_phrase(phrase: Phrase) -> bool:
    """Whether the benches count such a phrase as a mention.

    They leave out adjectives of states ("Orvenian"), which stand for the state with
    us, and relative pronouns; an apposition is a part of the phrase it explains.
    """
    if phrase.name_type == "MISC:demonym" or phrase.link_reason == "relative":
        return False
    return phrase.apposition_of is None


def join_equal_words(row: Row, document: Document) -> Row:
    """Return the plainest clusters: phrases of equal words but for their article."""
    chains: dict[str, list[int]] = defaultdict(list)
    for i, phrase in enumerate(document.phrases):
        words = row["text"][phrase.span.start : phrase.span.end].lower()
        chains[words.removeprefix("the ").removeprefix("a ")].append(i)
    return make_row(row, document, chains.values())


def make_row(row: Row, document: Document, chains: Iterable[Sequence[int]]) -> Row:
    """Return a row of the bench's form."""
    heads = [phrase.head for phrase in document.phrases]
    for phrase in document.phrases:
        # "The daily Harbour Post": the name is its head.
        n = phrase.apposition_of
        if n is not None and phrase.name is not None:
            between = row["text"][heads[n].end : phrase.span.start]
            heads[n] = phrase.head if between.isspace() else heads[n]
    mentions = [
        {"start": one.start, "end": one.end, "head": [head.start, head.end]}
        for phrase, head in zip(document.phrases, heads, strict=True)
        for one in (whole_of(phrase),)
    ]
    clusters = [list(chain) for chain in chains if len(chain) > 1]
    kept = {name: row.get(name) for name in ("id", "source", "genre")}
    return {**kept, "mentions": mentions, "clusters": clusters}


def whole_of(phrase: Phrase) -> Any:
    """Return a phrase with all that hangs on it."""
    return phrase.whole or phrase.span


def score(scorer: ModuleType, gold: Sequence[Row], ours: Sequence[Row]) -> Row:
    """Return the figures of a part."""
    agency = [row for row in gold if row["source"] == "np4e"]
    figures: Row = {"articles": len(gold)}
    for name, rows in (("all", gold), ("np4e", agency)):
        scores = scorer.score(rows, ours)["ALL"]
        for figure in ("muc", "b3", "ceafe", "mention"):
            figures[f"{name}.{figure}"] = scores[figure]
        figures[f"{name}.conll"] = scores["conll"]
    named = score_named(scorer, gold, ours)["ALL"]
    for figure in ("muc", "b3", "ceafe", "mention"):
        figures[f"named.{figure}"] = named[figure]
    figures["named.conll"] = named["conll"]
    pairs = zip(gold, ours, strict=True)
    together = sum(len(find_run_together(row, found)) for row, found in pairs)
    figures["run_together_per_100"] = round(100 * together / max(1, len(gold)), 1)
    return figures


if __name__ == "__main__":
    sys.exit(main())
