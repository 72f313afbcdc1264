"""Score who is who across articles on the `np4e` bench, with its mentions given.

    ONRECORD_BENCH=FOLDER python eval/run_np4e.py [-v]

The stories of each topic are read into one case, as a user would. A gold mention goes
to the actor of our phrase that is nearest to it, to the phrase's chain in its story
where that is no actor, and stands alone where we have no phrase. Beside it stands the
plainest baseline: within a topic, mentions of one last word are one. `wrong_merges` is
how many of our actors hold mentions of two or more gold clusters that are both named
(a capital inside the mention), in a hundred actors with a mention. `-v` lists them.
The chains across stories are silver, so both figures are for comparison.
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from gate_measures import Skipped, find_bench
from run_neardup import load_scorer

import onrecord
from onrecord.annotate import Annotator
from onrecord.model.article import Article
from onrecord.model.document import Document, Phrase
from onrecord.resources import load_lexicons, load_models

Row = dict[str, Any]


def main() -> int:
    """Read, place the mentions, score, print; 0 also where the bench is not there."""
    parser = argparse.ArgumentParser(description="Score coreference across articles.")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    bench = find_bench("np4e")
    if isinstance(bench, Skipped):
        print(f"np4e bench skipped: {bench.reason}")
        return 0
    gold = read_documents(bench)
    scorer = load_scorer(bench / "score.py")
    ours = place_all(gold)
    found = {
        "ours": score(scorer, gold, ours),
        "same last word": score(scorer, gold, same_last_word(gold)),
    }
    print(json.dumps(found, indent=1))
    if options.verbose:
        for names in wrong_merges(gold, ours):
            print(names)
    return 0


def read_documents(bench: Path) -> list[Row]:
    """Return the documents of the bench's open part."""
    with gzip.open(bench / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def place_all(gold: Sequence[Row]) -> list[Row]:
    """Return the cluster of every gold mention, a topic's stories in one case."""
    annotator = Annotator(load_models(), load_lexicons())
    topics: dict[str, list[Row]] = defaultdict(list)
    for document in gold:
        topics[document["topic"]].append(document)
    return [
        placed for some in topics.values() for placed in place_topic(some, annotator)
    ]


def place_topic(documents: Sequence[Row], annotator: Annotator) -> Iterator[Row]:
    """Yield the cluster of every mention of one topic's stories."""
    actors = read_actors(documents)
    for document in documents:
        text = document["text"]
        article = Article(id=document["doc_id"], text=text, sha256="")
        yield from place_mentions(document, annotator.annotate(article), actors)


def read_actors(documents: Sequence[Row]) -> dict[tuple[str, int], str]:
    """Return the case's actor of each of our mentions: by story, and where it ends."""
    with tempfile.TemporaryDirectory() as scratch:
        stories, export = Path(scratch) / "stories.jsonl", Path(scratch) / "out.jsonl"
        with stories.open("w", encoding="utf-8") as out:
            for one in documents:
                out.write(json.dumps({"ref": one["doc_id"], "text": one["text"]}))
                out.write("\n")
        with onrecord.open(Path(scratch) / "case.db") as case:
            case.read(stories)
            case.export("jsonl", export)
        with export.open(encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
    refs = {r["id"]: r["ref"] for r in records if r["type"] == "article"}
    return {
        (refs[e["article"]], e["end"]): one["actor"]
        for one in records
        if one["type"] == "mention" and one.get("actor")
        for e in one["evidence"]
    }


def place_mentions(
    document: Row, annotated: Document, actors: dict[tuple[str, int], str]
) -> Iterator[Row]:
    """Yield the cluster of every gold mention of one story."""
    name = document["doc_id"]
    for mention in document["mentions"]:
        phrase, cluster = find_phrase(mention, annotated), None
        if phrase is not None:
            ends = (phrase.span.end, phrase.head.end, mention["end"])
            cluster = next((actors[name, e] for e in ends if (name, e) in actors), None)
            if cluster is None and phrase.chain is not None:
                cluster = f"{name}:{phrase.chain}"
        yield {
            "doc_id": name,
            "mention_id": mention["id"],
            "cluster": cluster or f"{name}:{mention['id']}",
        }


def find_phrase(mention: Row, annotated: Document) -> Phrase | None:
    """Return our phrase for a gold mention: its head inside, its ends nearest."""
    start, end = mention["start"], mention["end"]

    def far(phrase: Phrase) -> int:
        span, whole = phrase.span, phrase.whole or phrase.span
        ends = min(abs(end - span.end), abs(end - whole.end))
        return abs(start - span.start) + ends

    inside = (
        p for p in annotated.phrases if start <= p.head.start and p.head.end <= end
    )
    return min(inside, key=far, default=None)


def same_last_word(gold: Sequence[Row]) -> list[Row]:
    """Return the plainest clusters: mentions of a topic with one last word."""
    return [
        {
            "doc_id": document["doc_id"],
            "mention_id": one["id"],
            "cluster": f"{document['topic']}:{words_of(document, one).split()[-1]}",
        }
        for document in gold
        for one in document["mentions"]
    ]


def words_of(document: Row, mention: Row) -> str:
    """Return a mention's words in lower case, one at least."""
    words: str = document["text"][mention["start"] : mention["end"]]
    return words.lower().strip() or "-"


def score(scorer: ModuleType, gold: Sequence[Row], ours: Sequence[Row]) -> Row:
    """Return the bench's own figures, and wrong merges in a hundred actors."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for name, rows in (("gold", gold), ("ours", ours)):
            paths.append(Path(scratch) / f"{name}.jsonl")
            text = "".join(json.dumps(row) + "\n" for row in rows)
            paths[-1].write_text(text, encoding="utf-8")
        figures = scorer.score_files(*map(str, paths), kind="entity")
    wrong = sum(1 for _ in wrong_merges(gold, ours))
    actors = len({row["cluster"] for row in ours})
    shown = {k: round(v[2], 4) for k, v in figures.items()}
    return {**shown, "wrong_merges": round(100 * wrong / max(1, actors), 2)}


def wrong_merges(gold: Sequence[Row], ours: Iterable[Row]) -> Iterator[list[str]]:
    """Yield names that one of our actors has of clusters which are not one."""
    said: dict[str, tuple[str, str]] = {}
    for document in gold:
        for one in document["mentions"]:
            words = document["text"][one["start"] : one["end"]]
            said[one["id"]] = (one["cluster"], words)
    named = {c for c, words in said.values() if any(w.isupper() for w in words[1:])}
    named |= {c for c, words in said.values() if words.istitle()}
    held: dict[str, dict[str, str]] = defaultdict(dict)
    for row in ours:
        cluster, words = said[row["mention_id"]]
        if cluster in named:
            held[row["cluster"]].setdefault(cluster, words)
    for clusters in held.values():
        if len(clusters) > 1:
            yield sorted(clusters.values())


if __name__ == "__main__":
    sys.exit(main())
