"""Draw denials of newswire and np4e for the gold of denial pairs; take in the labels.

    ONRECORD_CORPUS=FILE ONRECORD_BENCH=DIR python eval/sample_denials.py draw SCRATCH
    ONRECORD_CORPUS=FILE ONRECORD_BENCH=DIR python eval/sample_denials.py take LABELLED

`draw` writes `gold/denials.jsonl`: the set, the story, the place of a word that may
deny and the hash of its sentence, never the words; and, to a file outside the
repository, what a labeller reads. Words are drawn by a list of forms, one a story, no
form more than a share of the items; no rule of the product chooses them. Stories that
the case bench keeps for reporting are left out. `take` puts the labels into the gold,
words as places.
"""

import argparse
import gzip
import hashlib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sample_factuality import digest, read_stories

GOLD = Path(__file__).parent / "gold" / "denials.jsonl"
WANTED = {"newswire": 41, "np4e": 19}
# Largest part of a set's items for each form; "deny" is by far the most frequent.
_SHARES = {"deny": 0.75, "reject": 0.25, "call": 0.25, "plead": 0.15}
_ABOUT = (
    r"[^.\n]{0,40}\b(?:accusation|allegation|charge|claim|report|rumou?r|suggestion|"
    r"speculation|assertion)s?\b"
)
_FORMS = {
    "deny": r"\b(?:denied|denies|deny|denying|denials?)\b",
    "reject": rf"\b(?:reject|dismiss|refute|disput|rebut)(?:s|es|e|ed|ted|ing|ting)?\b"
    rf"(?={_ABOUT})",
    "call": r"\b(?:baseless|unfounded|groundless|no truth|fabricat\w+|untrue)\b",
    "plead": r"\b(?:pleaded not guilty|innocent|innocence|nothing to do with)\b",
}
_STOP = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])[.?!][\"”’']?\s+(?=[\"“A-Z])")

Story = tuple[str, str, str]
"""The set, the id and the text of a story."""


def read_all() -> Iterator[Story]:
    """Yield the stories of both sets that may be drawn from."""
    for row in read_stories():
        if not _is_kept_back(str(row["id"])):
            yield "newswire", str(row["id"]), row["text"]
    path = Path(os.environ["ONRECORD_BENCH"]) / "np4e" / "dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if not _is_kept_back(str(row["doc_id"])):
                yield "np4e", str(row["doc_id"]), row["text"]


def _is_kept_back(story: str) -> bool:
    """Whether the case bench keeps a story's id for reporting: a third, by its hash."""
    name = re.sub(r"^.*/|newsML.*$|\.\w+$", "", story)
    hashes = (hashlib.sha1(n.encode()).hexdigest() for n in {story, name})
    return any(int(h[:6], 16) % 3 == 0 for h in hashes)


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence around a place stands."""
    low = text.rfind("\n", 0, place) + 1
    found = text.find("\n", place)
    high = found if found >= 0 else len(text)
    for stop in _STOP.finditer(text, low, high):
        if stop.end() <= place:
            low = stop.end()
        else:
            return low, stop.start() + 1
    return low, high


def draw(scratch: Path) -> int:
    """Write the gold without labels and the labeller's file; return how many."""
    forms = {name: re.compile(pattern) for name, pattern in _FORMS.items()}
    taken: Counter[tuple[str, str]] = Counter()
    items: list[dict[str, Any]] = []
    shown: list[dict[str, Any]] = []
    for source, story, text in sorted(read_all(), key=lambda s: digest("d" + s[1])):
        if sum(n for (s, _), n in taken.items() if s == source) == WANTED[source]:
            continue
        found = [
            (digest(f"{story} {m.start()}"), name, m.start(), m.end())
            for name, pattern in forms.items()
            if taken[source, name] < _SHARES[name] * WANTED[source]
            for m in pattern.finditer(text)
        ]
        if not found:
            continue
        name, form, start, end = min(found)
        taken[source, form] += 1
        low, high = sentence_at(text, start)
        place = {"id": name, "set": source, "story": story, "start": start, "end": end}
        held = {"sent": [low, high], "sha256": digest(text[low:high])}
        items.append({**place, **held, "drawn_for": form})
        marked = f"{text[:start]}*{text[start:end]}*{text[end:]}"
        asked: dict[str, Any] = {"denial": None, "by": None, "own": None, "told": []}
        sentence = f"{text[low:start]}*{text[start:end]}*{text[end:high]}".strip()
        shown.append({"id": name, "sentence": sentence, "story": marked, **asked})
    _write(GOLD, items)
    _write(scratch, shown)
    return len(items)


def take(labelled: Path) -> int:
    """Put labels into the gold; return how many words are not in their story."""
    labels = {row["id"]: row for row in read_rows(labelled)}
    texts = {(source, story): text for source, story, text in read_all()}
    items, lost = read_rows(GOLD), 0
    for item in items:
        row = labels.get(item["id"])
        if row is None or row["denial"] is None:
            continue
        text = texts[item["set"], item["story"]]
        item["denial"] = bool(row["denial"])
        given = {"own": [row["own"]], "told": row["told"] or [], "by": [row["by"]]}
        for field, words in given.items():
            wanted = [w for w in words if w and item["denial"]]
            places = [_place(text, item, w.replace("*", "")) for w in wanted]
            item[field] = [p for p in places if p is not None]
            lost += len(wanted) - len(item[field])
        if row.get("unsure"):
            item["unsure"] = True
    _write(GOLD, items)
    return lost


def _place(text: str, item: dict[str, Any], words: str) -> list[int] | None:
    """Return where words stand, the place nearest to the marked word."""
    starts = [m.start() for m in re.finditer(re.escape(words), text)]
    if not starts:
        print(f"{item['id']}: words that are not there", file=sys.stderr)
        return None
    best = min(starts, key=lambda p: abs(p - item["start"]))
    return [best, best + len(words)]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")


def main() -> int:
    """Draw or take; print how many, and fail where a label's words are lost."""
    parser = argparse.ArgumentParser(description="Draw denials, or take in labels.")
    parser.add_argument("what", choices=("draw", "take"))
    parser.add_argument("file", type=Path, help="the labeller's file")
    options = parser.parse_args()
    if options.what == "draw":
        print(f"{draw(options.file)} items drawn")
        return 0
    return 1 if take(options.file) else 0


if __name__ == "__main__":
    sys.exit(main())
