"""Score `extract.events` on the event bench, whose texts may not be published.

    ONRECORD_BENCH=FOLDER python eval/run_events.py [--origin NAME] [--half 0|1]

The texts are found through the environment; only the scorer's figures are printed. What
the case file keeps and flags (negated, asked, planned, supposed) is folded into the
types as PLOVER's codebook says: it codes neither negation nor what a demand is about,
and calls help or talks that are still to come AGREE. Of one data set only what police
do is asked for. Records fall into two halves by the hash of their id: rules are tried
on half 0, half 1 is only measured.
"""

import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.events.codes import Codes
from onrecord.extract.events.events import find_events
from onrecord.extract.speech.statements import find_statements
from onrecord.model.actor import Form
from onrecord.model.article import Article
from onrecord.model.document import Document
from onrecord.model.event import Event
from onrecord.model.evidence import Span
from onrecord.model.fact import NARRATOR, Factuality
from onrecord.resources import load_lexicons, load_models

SKIPPED = 0
_COMING = frozenset(("CONSULT", "COOPERATE", "AID", "SUPPORT", "RETREAT", "CONCEDE"))
_HOSTILE = frozenset(("COERCE", "SANCTION", "ASSAULT", "PROTEST"))


def read_records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def half(record: dict[str, Any]) -> int:
    """Return the half that a record falls into: 0 to try rules on, 1 to measure."""
    return int(hashlib.sha256(str(record["id"]).encode()).hexdigest(), 16) % 2


class Predictor:
    """Reads a text into coded events as the scorer takes them."""

    def __init__(self) -> None:
        """Load models and lexicons."""
        self.lexicons = load_lexicons()
        self.annotate = Annotator(load_models(), self.lexicons).annotate
        self.seconds = 0.0
        self.words = 0

    def predict(self, record: dict[str, Any]) -> dict[str, Any]:
        """Return a record's events."""
        text = record["text"]
        published = (record.get("date") or "2000-01-01")[:10]
        article = Article(id=record["id"], text=text, sha256="", published=published)
        document = self.annotate(article)
        context = Context(document=document, lexicons=self.lexicons)
        context.statements = find_statements(context)
        began = time.process_time()
        events = find_events(context)
        self.seconds += time.process_time() - began
        self.words += len(text.split())
        return coded_record(record, context, events)


def coded_record(
    record: dict[str, Any], context: Context, events: list[Event]
) -> dict[str, Any]:
    """Return a record's events as the scorer takes them, each row once."""
    coder = Coder(context, record["origin"])
    coded = {
        plover_key(e): coder.row(e) for e in events if is_coded(e) and coder.asks_for(e)
    }
    return {"id": record["id"], "events": list(coded.values())}


def plover_type(event: Event) -> str:
    """Return an event's type, that of a plan being AGREE or CONCEDE."""
    told = event.factuality
    if told is Factuality.PLANNED:
        if event.event_type in _COMING and event.mode != "resign":
            return "AGREE"
        if event.event_type in _HOSTILE:
            return "THREATEN"
    return event.event_type.value


def plover_key(event: Event) -> tuple[object, ...]:
    """Return what makes two events one row for the codebook."""
    return plover_type(event), event.source_spans, event.target_spans


def is_coded(event: Event) -> bool:
    """Whether the codebook codes an event that is told this way."""
    told = (Factuality.ASSERTED, Factuality.PLANNED)
    if event.factuality in told:
        return True
    return event.voice != NARRATOR and event.factuality is Factuality.DENIED


class Coder:
    """Writes one record's events as rows of the bench."""

    def __init__(self, context: Context, origin: str) -> None:
        """Take the document and the bench's name for the data set."""
        self._context = context
        self._origin = origin
        self._codes = Codes(context)
        self._names = first_names(context.document)
        phrases = enumerate(context.document.phrases)
        self._phrases = {p.span: n for n, p in phrases}

    def asks_for(self, event: Event) -> bool:
        """Whether a data set annotates such an event: one only what police do."""
        if self._origin != "india_police":
            return True
        codes = [self._code(s) or "" for s in event.source_spans]
        if not codes:
            return event.mode == "arrest"
        return any(c.endswith("COP") for c in codes)

    def row(self, event: Event) -> dict[str, Any]:
        """Return an event as a row, two sources as a pair if the data set does."""
        source, target = (
            self._words(event.source_spans),
            self._words(event.target_spans),
        )
        if self._origin == "plv" and len(source) > 1 and not target:
            source, target = source[:1], source[1:]
        return {
            "type": plover_type(event),
            "mode": event.mode,
            "source": source,
            "target": target,
            "trigger": self._words(event.trigger_spans),
        }

    def _words(self, spans: tuple[Span, ...]) -> list[dict[str, Any]]:
        found = []
        for told in spans:
            span, code = self._names.get(told, told), self._code(told)
            words = self._context.words(span)
            row = {"text": words, "start": span.start, "end": span.end}
            found.append(row if code is None else row | {"code": code})
        return found

    def _code(self, span: Span) -> str | None:
        index = self._phrases.get(span)
        return None if index is None else self._codes.of_phrase(index)


def first_names(document: Document) -> dict[Span, Span]:
    """Return a pronoun's span to that of the first other mention of its actor."""
    first: dict[str, Span] = {}
    for phrase in document.phrases:
        if phrase.actor is not None and phrase.form is not Form.PRONOUN:
            first.setdefault(phrase.actor, phrase.span)
    return {
        p.span: first[p.actor]
        for p in document.phrases
        if p.form is Form.PRONOUN and p.actor in first
    }


def main() -> int:
    """Predict, score, and print figures and microseconds a word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--origin")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--types", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    if "ONRECORD_BENCH" not in os.environ:
        print("skipped: ONRECORD_BENCH names no folder with the event bench")
        return SKIPPED
    bench = Path(os.environ["ONRECORD_BENCH"]) / "events"
    records = [
        r
        for r in read_records(bench / "dev.jsonl.gz")
        if options.origin in (None, r["origin"]) and options.half in (None, half(r))
    ][: options.limit]
    predictor = Predictor()
    found = [predictor.predict(record) for record in records]
    print(f"{predictor.seconds / predictor.words * 1e6:.1f} us a word")
    gold = sum(len(r["events"]) for r in records)
    print(f"{sum(len(f['events']) for f in found)} events predicted, {gold} in gold")
    return score(bench, records, found, options)


def score(
    bench: Path,
    records: list[dict[str, Any]],
    found: list[dict[str, Any]],
    options: argparse.Namespace,
) -> int:
    """Run the bench's own scorer over the predictions."""
    with tempfile.TemporaryDirectory() as folder:
        gold, path = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
        gold.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        path.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
        if options.out is not None:
            options.out.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
        command = [sys.executable, str(bench / "score.py"), str(gold), str(path)]
        command += ["--types"] if options.types else []
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
