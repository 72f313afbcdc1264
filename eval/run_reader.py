"""Score the reader's heads on their benches, with the benches' own scorers.

Usage: ONRECORD_BENCH=FOLDER python eval/run_reader.py --weights FILE
           [--only attribution,names,syntax,factuality] [--first N] [--dump FOLDER]

Everything goes through the runtime that the product uses (`annotate/encoder`). Syntax
is given its gold sentences, as that bench asks; everything else finds its own.
"""

import argparse
import gzip
import importlib.util
import json
import os
import sys
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.annotate.encoder.lemmas import Lemmas
from onrecord.annotate.encoder.network import Network
from onrecord.annotate.encoder.reading import Reading, read_text
from onrecord.annotate.layout import find_paragraphs
from onrecord.model.evidence import Span
from onrecord.resources.lexicons import load_lexicons

Row = dict[str, Any]


def main() -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description="Score the reader's heads.")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--only", default=",".join(MEASURES))
    parser.add_argument("--first", type=int, default=None)
    parser.add_argument("--dump", type=Path, default=None)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    bench = Path(os.environ.get("ONRECORD_BENCH", ""))
    if not (bench / "syntax").exists():
        print("reader skipped: set ONRECORD_BENCH to a folder that holds the benches")
        return 2
    network = Network(args.weights, threads=args.threads)
    for name in args.only.split(","):
        figures, predicted = MEASURES[name](network, bench, args.first)
        print(json.dumps({name: figures}, indent=1), flush=True)
        if args.dump:
            args.dump.mkdir(parents=True, exist_ok=True)
            lines = "".join(json.dumps(p) + "\n" for p in predicted)
            (args.dump / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return 0


def rows(path: Path, first: int | None) -> list[Row]:
    """Return the rows of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines if line.strip()]
    return found[:first]


def load_scorer(path: Path) -> ModuleType:
    """Import a bench's scorer from its folder."""
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def chars(reading: Reading, runs: Iterator[tuple[int, int]] | Any) -> list[list[int]]:
    """Return runs of words as character spans."""
    return [[reading.words[a].start, reading.words[b].end] for a, b in runs]


def attribution(
    network: Network, bench: Path, first: int | None
) -> tuple[Row, list[Row]]:
    """Attribution: match, full, exact, cue, direct."""
    gold = rows(bench / "attribution" / "dev.jsonl.gz", first)
    predicted = []
    for row in gold:
        text = row["text"]
        reading = read_text(network, text, find_paragraphs(text))
        predicted.append(
            {
                "id": row["id"],
                "attributions": [
                    {
                        "source": chars(reading, [s.source] if s.source else []),
                        "cue": chars(reading, [s.cue] if s.cue else []),
                        "content": chars(reading, s.content),
                    }
                    for s in reading.said
                ],
            }
        )
    scorer = load_scorer(bench / "attribution" / "score.py")
    by_id = {p["id"]: p for p in predicted}
    total: Any = None
    for row in gold:
        counts = scorer.article(row, by_id[row["id"]])
        total = counts if total is None else total + counts
    return scorer.report(total), predicted


def names(network: Network, bench: Path, first: int | None) -> tuple[Row, list[Row]]:
    """Names: four types and untyped spans, by source."""
    gold = rows(bench / "entities" / "dev.jsonl.gz", first)
    predicted = []
    for row in gold:
        reading = read_text(network, row["text"], _lines(row["text"]))
        predicted.append(
            {
                "id": row["id"],
                "entities": [
                    {
                        "start": reading.words[a].start,
                        "end": reading.words[b].end,
                        "type": kind,
                    }
                    for a, b, kind in reading.names
                ],
            }
        )
    scorer = load_scorer(bench / "entities" / "score.py")
    found = scorer.score(gold, predicted)
    return {k: v for k, v in found.items() if k.split("/")[1] in {"all", "span"}}, (
        predicted
    )


def _lines(text: str) -> list[Span]:
    """Return the lines of a text as paragraphs."""
    out = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Span(start, start + len(line)))
        start += len(line) + 1
    return out


def syntax(network: Network, bench: Path, first: int | None) -> tuple[Row, list[Row]]:
    """Syntax and roles on gold sentences, our own words; by corpus."""
    gold = rows(bench / "syntax" / "dev.jsonl.gz", first)
    table = {k: r["lemma"] for k, r in load_lexicons()["lemmas"].items()}
    lemmas = Lemmas(table, network.pieces)
    predicted = [_parsed(network, lemmas, row) for row in gold]
    scorer = load_scorer(bench / "syntax" / "score.py")
    found = scorer.score(gold, predicted, "corpus")
    return (
        {g: {k: round(v[2], 4) for k, v in f.items()} for g, f in found.items()},
        predicted,
    )


def _parsed(network: Network, lemmas: Lemmas, row: Row) -> Row:
    """Return a document of the syntax bench as the reader sees it."""
    texts = [s["text"] for s in row["sentences"]]
    spans = []
    place = 0
    for text in texts:
        spans.append(Span(place, place + len(text)))
        place += len(text) + 1
    reading = read_text(network, "\n".join(texts), spans, split=False)
    starts = [w.start for w in reading.words]
    sentences: list[Row] = []
    for text, span in zip(texts, spans, strict=True):
        low = bisect_left(starts, span.start)
        numbers = list(range(low, bisect_left(starts, span.end)))
        sentences.append(_sentence(reading, lemmas, text, span.start, numbers))
    return {"id": row["id"], "sentences": sentences}


def _sentence(
    reading: Reading, lemmas: Lemmas, text: str, offset: int, numbers: list[int]
) -> Row:
    """Return one sentence in the bench's form."""
    if not numbers:
        return {"text": text, "tokens": [], "srl": []}
    base = numbers[0]
    tokens = []
    for i in numbers:
        start, end = reading.words[i].start - offset, reading.words[i].end - offset
        form = text[start:end]
        head = reading.head[i]
        tokens.append(
            [
                form,
                start,
                end,
                lemmas.find(form, reading.upos[i], reading.xpos[i]),
                reading.upos[i],
                reading.xpos[i],
                "_",
                head - base + 1 if head >= 0 else 0,
                reading.rel[i],
            ]
        )
    srl = [
        {
            "predicate": r.predicate - base,
            "roleset": "",
            "args": [[label, a - base, b - base] for label, _, a, b in r.arguments],
        }
        for r in reading.roles
        if base <= r.predicate <= numbers[-1]
    ]
    return {"text": text, "tokens": tokens, "srl": srl}


def factuality(
    network: Network, bench: Path, first: int | None
) -> tuple[Row, list[Row]]:
    """Factuality: r by corpus. FactBank and UW were never trained on."""
    gold = rows(bench / "factuality" / "dev.jsonl.gz", first)
    predicted = []
    for row in gold:
        reading = read_text(
            network, row["text"], [Span(0, len(row["text"]))], split=False
        )
        predicted.append(
            {
                "id": row["id"],
                "factuality": [
                    _fact_at(reading, e["start"], e["end"]) for e in row["events"]
                ],
            }
        )
    scorer = load_scorer(bench / "factuality" / "score.py")
    return scorer.score(gold, predicted), predicted


def _fact_at(reading: Reading, start: int, end: int) -> float:
    """Return the value at the last word of an event."""
    hit = [i for i, w in enumerate(reading.words) if w.start < end and w.end > start]
    return max(-3.0, min(3.0, reading.fact[hit[-1]])) if hit else 3.0


MEASURES = {
    "attribution": attribution,
    "names": names,
    "syntax": syntax,
    "factuality": factuality,
}

if __name__ == "__main__":
    sys.exit(main())
