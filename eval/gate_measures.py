"""What the gate measures: each measure's figures, and the digest of what it read.

A measure that needs what is not here (a bench that may not be published) is skipped and
says why. Figures are shares from 0 to 1, higher is better, and equal inputs give equal
figures: the product holds no randomness.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures by name, and the sha256 of gold and inputs."""

    digest: str
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Why a measure could not be taken."""

    reason: str


Measure = Callable[[], Measured | Skipped]


def meridian() -> Measured:
    """The sample dispute that the rules are tried on: each type, with its fields.

    Precision and recall alone have no floors: one may be traded for the other.
    """
    digest, scores = _golden("meridian")
    figures = {}
    for tally in scores:
        figures[f"{tally.name.strip()}.f1"] = round(tally.f1, 4)
        figures[f"{tally.name.strip()}.in_fields"] = round(tally.in_fields, 4)
    return Measured(digest, figures)


def saltmarsh() -> Measured:
    """The sample dispute that is only measured: each type's F1, no more."""
    from golden_scores import mean_f1

    digest, scores = _golden("saltmarsh")
    figures = {f"{t.name.strip()}.f1": round(t.f1, 4) for t in scores}
    return Measured(digest, figures | {"facts.mean_f1": round(mean_f1(scores), 4)})


def neardup() -> Measured | Skipped:
    """Near copies: pairwise F1, and no excerpt joined."""
    bench = find_bench("neardup")
    if isinstance(bench, Skipped):
        return bench
    from run_neardup import score_split

    found = score_split(bench, "dev")
    figures = {
        "pair_f1": round(found["pair_f1"], 4),
        "excerpts_apart": round(1 - found["excerpt_wrongly_joined"], 4),
    }
    return Measured(digest_of([bench / "dev.jsonl.gz", bench / "score.py"]), figures)


def extraction() -> Measured | Skipped:
    """Stories of web pages: words, and both ends; each half of the pages, and all."""
    bench = find_bench("extraction")
    if isinstance(bench, Skipped):
        return bench
    from run_extraction import find_story, read_pages, score_halves

    pages = read_pages(bench)
    scores = score_halves(bench, pages, {p["id"]: find_story(p) for p in pages})
    figures = {
        f"{half}.{name}": found[name]
        for half, found in scores.items()
        for name in ("f1", "head_ok", "tail_ok")
    }
    return Measured(digest_of([bench / "dev.jsonl.gz", bench / "score.py"]), figures)


def times() -> Measured | Skipped:
    """Time expressions: where they are, and what they are worth."""
    bench = find_bench("time")
    if isinstance(bench, Skipped):
        return bench
    from run_case import load_scorer
    from run_times import predict, read_documents

    scorer, path = load_scorer(bench), bench / "train.jsonl.gz"
    figures = {}
    documents = read_documents(path)
    for part in ("dev", "rest"):
        gold = {
            document["id"]: document
            for document in documents
            if scorer.is_dev(document["id"]) == (part == "dev")
        }
        predicted = {name: predict(document) for name, document in gold.items()}
        scores, _ = scorer.score(gold, predicted)
        for name in ("relaxed", "value"):
            figures[f"{part}.{name}"] = round(scores[name]["f1"], 4)
    return Measured(digest_of([path, bench / "score.py"]), figures)


def event_dates() -> Measured | Skipped:
    """The expression that governs an event: all that is found, and its own sentence."""
    bench = find_bench("time")
    if isinstance(bench, Skipped):
        return bench
    from run_event_dates import answers, load_dates_scorer, part_of, predict_all
    from run_times import read_documents

    scorer, path = load_dates_scorer(bench), bench / "train.jsonl.gz"
    documents = read_documents(path)
    found, figures = predict_all(documents), {}
    for part in ("dev", "rest"):
        gold = {d["id"]: d for d in documents if part_of(scorer, d["id"]) == part}
        for name, firm in (("all", False), ("sentence", True)):
            scores = scorer.score(gold, answers(found, sentence=firm))
            for share in ("right of given", "right of all"):
                figure = f"{part}.{name}.{share.replace(' ', '_')}"
                figures[figure] = round(scores[share], 4)
    return Measured(digest_of([path, bench / "event_dates.py"]), figures)


def case_bench() -> Measured | Skipped:
    """Sixty stories that careful readers wrote up."""
    bench = find_bench("case")
    if isinstance(bench, Skipped):
        return bench
    from run_case import export_stories, load_scorer, part_scores

    scorer, figures = load_scorer(bench), {}
    with tempfile.TemporaryDirectory() as scratch:
        export = Path(scratch) / "export.jsonl"
        export_stories(bench, Path(scratch) / "case.db", export)
        for part in ("dev", "rest"):
            found = part_scores(scorer, bench, export, part)
            for name, scores in found.items():
                figures[f"{part}.{name}.f1"] = round(scores["f1"], 4)
                figures[f"{part}.{name}.in_fields"] = round(scores["infields"], 4)
    names = ("gold.jsonl", "stories.jsonl", "score.py")
    return Measured(digest_of(bench / name for name in names), figures)


def coref() -> Measured | Skipped:
    """Who is who inside articles: the dev part, and clusters with names apart."""
    bench = find_bench("coref")
    if isinstance(bench, Skipped):
        return bench
    from run_coref import load_scorer, predict, read_part
    from run_coref import score as score_coref

    gold = read_part(bench, "dev")
    found = score_coref(load_scorer(bench / "score.py"), gold, predict(gold))
    names = ("all.conll", "np4e.conll", "named.conll")
    figures = {name: round(float(found[name]), 4) for name in names}
    together = found["run_together_per_100"] / 100
    figures["not_run_together"] = round(max(0.0, 1 - together), 4)
    return Measured(digest_of([bench / "dev.jsonl.gz", bench / "score.py"]), figures)


def np4e() -> Measured | Skipped:
    """Who is who across articles, mentions given."""
    bench = find_bench("np4e")
    if isinstance(bench, Skipped):
        return bench
    from run_np4e import load_scorer, place_all, read_documents
    from run_np4e import score as score_np4e

    gold = read_documents(bench)
    found = score_np4e(load_scorer(bench / "score.py"), gold, place_all(gold))
    figures = {
        "conll": found["conll"],
        "not_merged_wrongly": round(1 - found["wrong_merges"] / 100, 4),
    }
    return Measured(digest_of([bench / "dev.jsonl.gz", bench / "score.py"]), figures)


MEASURES: dict[str, Measure] = {
    "meridian": meridian,
    "saltmarsh": saltmarsh,
    "neardup": neardup,
    "extraction": extraction,
    "times": times,
    "event_dates": event_dates,
    "case": case_bench,
    "coref": coref,
    "np4e": np4e,
}


def find_bench(name: str) -> Path | Skipped:
    """Return the folder of a bench, or say how to have it."""
    if "ONRECORD_BENCH" not in os.environ:
        return Skipped("ONRECORD_BENCH is not set")
    bench = Path(os.environ["ONRECORD_BENCH"]) / name
    if not (bench / "score.py").exists():
        return Skipped(f"ONRECORD_BENCH holds no {name}/score.py")
    return bench


def digest_of(paths: Iterable[Path]) -> str:
    """Return one sha256 over files, their names and their order of name."""
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths
    }
    return hashlib.sha256(json.dumps(digests, sort_keys=True).encode()).hexdigest()


def _golden(name: str) -> tuple[str, list[Any]]:
    from golden_scores import load_gold

    from golden import score_sample

    path = ROOT / "eval" / "gold" / f"{name}.yaml"
    _, scores = score_sample(name, load_gold(path))
    return digest_of([path, *(ROOT / "samples" / name).iterdir()]), scores
