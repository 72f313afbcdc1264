"""Score a sample dispute against the case file that was written by hand.

    python eval/golden.py meridian [-v] [--type statement] [--json]
    python eval/golden.py saltmarsh

Reads `samples/NAME/` into a temporary case with the product itself, as a user would,
exports it, and compares the records with `eval/gold/NAME.yaml`. `-v` lists every golden
record we miss, every extra one of ours, and every wrong field.

`saltmarsh` is only ever measured, never tuned on: its faults are listed only with
`--look`, which ends its use as a measure of what was not seen. The golden files' format
is described in `eval/gold/README.md`; how records are paired and which values are
acceptable, in the modules `golden_*.py` of this folder. `inside` is F1 with each pair
worth its share of right fields.
"""

import argparse
import json
import sys
import tempfile
from functools import partial
from pathlib import Path

from golden_listing import list_faults
from golden_pairs import Record, Tally
from golden_scores import (
    as_figures,
    load_gold,
    mean_f1,
    missing_words,
    score_case,
    table,
)
from golden_world import World

import onrecord
from onrecord.config import Config
from onrecord.model.article import Received
from onrecord.read import read_paths

ROOT = Path(__file__).resolve().parent.parent
MEASURED_ONLY = ("saltmarsh",)


def main(arguments: list[str] | None = None) -> int:
    """Read, score and print; 2 where faults are asked for that nobody may see."""
    options = _parse(arguments)
    if options.verbose and options.name in MEASURED_ONLY and not options.look:
        print(
            f"{options.name} is only measured, never tuned on: its faults are not "
            "listed. With --look they are, and it stops being a fair measure.",
            file=sys.stderr,
        )
        return 2
    gold = load_gold(ROOT / "eval" / "gold" / f"{options.name}.yaml")
    world, scores = score_sample(options.name, gold)
    if options.type:
        scores = chosen(scores, options.type)
    if options.json:
        print(json.dumps(as_figures(scores), indent=1))
    else:
        print_scores(gold, world, scores, verbose=options.verbose)
    return 0


def score_sample(name: str, gold: Record) -> tuple[World, list[Tally]]:
    """Read a sample dispute with the product and score what it exports."""
    folder = ROOT / "samples" / name
    files = files_of(folder)
    with (
        tempfile.TemporaryDirectory() as scratch,
        onrecord.open(Path(scratch) / "case.db") as case,
    ):
        result = case.read(folder)
        for rejected in result.rejected:
            print(f"rejected {rejected.source}: {rejected.reason}", file=sys.stderr)
        view = partial(export_records, case, Path(scratch))
        records = view(None)
        scores = score_case(gold, records, files, view)
    return World(gold, records, files), scores


def chosen(scores: list[Tally], types: list[str]) -> list[Tally]:
    """Return the scores of some record types, each with its parts."""
    found, inside = [], False
    for tally in scores:
        part = tally.name.startswith(" ")
        inside = inside if part else tally.name.split()[0] in types
        if inside or tally.name.strip() in types:
            found.append(tally)
    return found


def files_of(folder: Path) -> dict[str, str]:
    """Return the file of each article by its id, as the product reads them."""
    return {
        item.article.id: path.name
        for path in sorted(folder.iterdir())
        for item in read_paths([str(path)], config=Config())
        if isinstance(item, Received)
    }


def export_records(
    case: onrecord.Case, scratch: Path, as_of: str | None
) -> list[Record]:
    """Return the records of a case's export."""
    path = scratch / "export.jsonl"
    case.export("jsonl", path, as_of=as_of)
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def print_scores(
    gold: Record, world: World, scores: list[Tally], *, verbose: bool
) -> None:
    """Print the table and, where asked for, what was counted against us."""
    if verbose:
        for tally in scores:
            for line in list_faults(world, tally):
                print(line)
        for article, words in missing_words(gold, world):
            print(f"NOT IN OUR TEXT {article}: {words}")
        print()
    print(table(scores))
    print(f"mean F1 of facts {mean_f1(scores):.3f}")


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", choices=("meridian", "saltmarsh"))
    parser.add_argument("-v", "--verbose", action="store_true", help="list the faults")
    parser.add_argument(
        "--type", action="append", help="only this record type (or board); repeatable"
    )
    parser.add_argument("--look", action="store_true", help="list saltmarsh's faults")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
