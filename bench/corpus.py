"""Articles to measure with: a newswire where there is one, else the samples."""

import gzip
import json
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

Story = dict[str, str | None]


def stories(count: int) -> tuple[str, list[Story]]:
    """Return where stories come from and `count` of them, edited where repeated.

    With `ONRECORD_CORPUS` naming a folder that holds `newswire.jsonl.gz` (objects with
    `text`, `title`, `date`), these; else the paragraphs of `samples/`, in other orders.
    """
    path = Path(os.environ.get("ONRECORD_CORPUS", "")) / "newswire.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            source, originals = path.name, [_story(line) for line in lines]
    else:
        source, originals = "samples, repeated", _samples()
    return source, list(islice(_edited(originals), count))


def write_jsonl(found: list[Story], path: Path) -> int:
    """Write stories as the product reads them; return how many words they have."""
    with path.open("w", encoding="utf-8") as out:
        for story in found:
            out.write(json.dumps(story, ensure_ascii=False) + "\n")
    return sum(len(str(story["text"]).split()) for story in found)


def _story(line: str) -> Story:
    story = json.loads(line)
    return {
        "text": story["text"],
        "title": story.get("title"),
        "published": story.get("date"),
    }


def _samples() -> list[Story]:
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "samples").rglob("*.txt"))
    ]
    return [{"text": text, "title": None, "published": "2031-03-07"} for text in texts]


def _edited(originals: list[Story]) -> Iterator[Story]:
    """Yield the originals, then again and again with paragraphs of their neighbours.

    Half of a repeated story's paragraphs are those of the story a few places on, so
    that it is neither the same text nor a near copy.
    """
    yield from originals
    turn = 1
    while True:
        for i, story in enumerate(originals):
            other = originals[(i + 7 * turn) % len(originals)]
            mine = str(story["text"]).split("\n\n")
            theirs = str(other["text"]).split("\n\n")
            mixed = mine[turn % 2 :: 2] + theirs[(turn + 1) % 2 :: 2]
            yield {**story, "text": "\n\n".join(mixed) + f"\n\n({turn}.{i})"}
        turn += 1
