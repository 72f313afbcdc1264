"""Score `annotate.times` on the time bench, whose texts may not be published.

    ONRECORD_BENCH=FOLDER python eval/run_times.py [--part rest|dev] [--errors N]

The texts are found through the environment; only the scorer's figures are printed.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from onrecord.annotate.times import find_times
from onrecord.model.article import Article

SKIPPED = 0


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Return the documents of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document's expressions as the scorer reads them."""
    article = Article(
        id=document["id"],
        text=document["text"],
        sha256="",
        published=document["dct"][:10],
    )
    timex = [
        {"start": t.start, "end": t.end, "type": t.timex_type, "value": t.value}
        for t in find_times(article)
    ]
    return {"id": document["id"], "timex": timex}


def main() -> int:
    """Predict, score, and print figures and words a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "rest"), default="dev")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    if "ONRECORD_BENCH" not in os.environ:
        print("skipped: ONRECORD_BENCH names no folder with the time bench")
        return SKIPPED
    bench = Path(os.environ["ONRECORD_BENCH"]) / "time"
    documents = read_documents(bench / "train.jsonl.gz")
    began = time.process_time()
    found = [predict(document) for document in documents]
    seconds = time.process_time() - began
    words = sum(len(document["text"].split()) for document in documents)
    print(f"{words / seconds:,.0f} words a second of processor time")
    return score(bench, found, options.part, options.errors)


def score(bench: Path, found: list[dict[str, Any]], part: str, errors: int) -> int:
    """Run the bench's own scorer over the predictions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "found.jsonl"
        path.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
        command = [sys.executable, str(bench / "score.py"), "--part", part]
        command += ["--errors", str(errors), str(bench / "train.jsonl.gz"), str(path)]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
