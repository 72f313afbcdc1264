"""Score how events are told, and by whom, on newswire that may not be published.

    ONRECORD_CORPUS=FILE python eval/run_factuality.py [--errors N]

Gold: `gold/factuality.jsonl`, drawn by `sample_factuality.py` and labelled by
`gold/factuality-guide.md` by somebody who had not seen the rules. The stories are found
through the environment; only figures and places are printed. An item that tells no deed
is only counted. An event of ours belongs to an item where its trigger covers the word.
`told as done` is what we tell as done in the narrator's voice though the text does not.
"""

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.events.events import find_events
from onrecord.extract.speech.statements import find_statements
from onrecord.model.article import Article
from onrecord.model.event import Event
from onrecord.model.evidence import Span
from onrecord.model.fact import NARRATOR
from onrecord.resources import load_lexicons, load_models

GOLD = Path(__file__).parent / "gold" / "factuality.jsonl"
SKIPPED = 0


def read_items() -> list[dict[str, Any]]:
    """Return the labelled items."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines if line.strip()]
    return [i for i in items if "event" in i]


def read_stories(wanted: set[str]) -> dict[str, dict[str, Any]]:
    """Return the stories with these ids."""
    path = Path(os.environ["ONRECORD_CORPUS"])
    path = path / "newswire.jsonl.gz" if path.is_dir() else path
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        return {row["id"]: row for row in rows if row["id"] in wanted}


class Reader:
    """Reads stories into events with their voices."""

    def __init__(self) -> None:
        """Load models and lexicons."""
        self._lexicons = load_lexicons()
        self._annotate = Annotator(load_models(), self._lexicons).annotate

    def read(self, story: dict[str, Any]) -> tuple[Context, list[Event]]:
        """Return a story's context and events."""
        article = Article(
            id=str(story["id"]),
            text=story["text"],
            sha256="",
            published=story.get("date"),
        )
        document = self._annotate(article)
        context = Context(document=document, lexicons=self._lexicons)
        context.statements = find_statements(context)
        return context, find_events(context)


def is_same_voice(context: Context, voice: str, gold: object) -> bool:
    """Whether a voice is the labelled one: by its words, else by who they stand for."""
    if gold == NARRATOR or voice == NARRATOR:
        return gold == voice
    statement = next(s for s in context.statements if s.id == voice)
    start, end = gold if isinstance(gold, list) else (0, 0)
    if any(s.start < end and start < s.end for s in statement.source_spans):
        return True
    actors = {
        p.actor
        for p in context.document.phrases
        if p.span.start < end and start < p.span.end
    }
    return statement.speaker is not None and statement.speaker in actors


def find_event(events: list[Event], item: dict[str, Any]) -> Event | None:
    """Return the event whose trigger covers an item's word, the shortest first."""
    word = Span(item["start"], item["end"])
    found = [
        (span.end - span.start, n)
        for n, event in enumerate(events)
        for span in event.trigger_spans
        if span.start < word.end and word.start < span.end
    ]
    return events[min(found)[1]] if found else None


def main() -> int:
    """Score and print figures; with `--errors`, the places of some that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    if "ONRECORD_CORPUS" not in os.environ:
        print("skipped: ONRECORD_CORPUS names no file of news stories")
        return SKIPPED
    items = read_items()
    if not items:
        print("no item is labelled yet")
        return SKIPPED
    tally, wrong = score(items)
    show(tally)
    for line in wrong[: options.errors]:
        print(line)
    return 0


def score(items: list[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Return counts and the lines of what is wrong.

    Raises:
        SystemExit: a story is another than that which was labelled.
    """
    stories = read_stories({i["story"] for i in items})
    reader, tally, wrong = Reader(), Counter[str](), []
    for item in items:
        story = stories[item["story"]]
        start, end = item["sent"]
        held = hashlib.sha256(story["text"][start:end].encode()).hexdigest()[:16]
        if held != item["sha256"]:
            raise SystemExit(f"{item['story']}: not the text that was labelled")
        context, events = reader.read(story)
        event = find_event(events, item)
        tally["items"] += 1
        if not item["event"]:
            tally["no deed"] += 1
            tally["no deed, yet an event of ours"] += event is not None
            continue
        tally["deeds"] += 1
        if event is None:
            continue
        tally["found"] += 1
        fact = event.factuality.value == item["factuality"]
        voice = is_same_voice(context, event.voice, item["voice"])
        tally["factuality"] += fact
        tally["voice"] += voice
        tally[f"factuality, {item['drawn_for']}"] += fact
        tally[f"found, {item['drawn_for']}"] += 1
        done = event.factuality.value == "asserted" and event.voice == NARRATOR
        not_so = item["factuality"] != "asserted" or item["voice"] != NARRATOR
        tally["told as done"] += done and not_so
        tally[f"{item['factuality']} told as {event.factuality.value}"] += 1
        if not (fact and voice):
            wrong.append(
                f"{item['id']} {item['story']} {item['start']}: want "
                f"{item['factuality']}, {item['voice']}; got "
                f"{event.factuality.value}, {'narrator' if voice else event.voice}"
            )
    return tally, wrong


def show(tally: Counter[str]) -> None:
    """Print the figures."""
    found = max(1, tally["found"])
    print(f"{tally['items']} items, {tally['deeds']} deeds, {tally['found']} found")
    print(f"factuality {tally['factuality'] / found:.3f} of those found")
    print(f"voice {tally['voice'] / found:.3f} of those found")
    print(f"told as done though the text does not: {tally['told as done']}")
    for key, count in sorted(tally.items()):
        if key.startswith("factuality, "):
            name = key.split(", ")[1]
            print(f"  {name}: {count}/{tally[f'found, {name}']}")
        elif " told as " in key:
            print(f"  {key}: {count}")
    ours = tally["no deed, yet an event of ours"]
    print(f"  no deed, yet an event of ours: {ours}/{tally['no deed']}")


if __name__ == "__main__":
    sys.exit(main())
