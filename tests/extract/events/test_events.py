"""Golden cases of events: texts invented for them, read with the model."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.events.events import find_events
from onrecord.extract.speech.statements import find_statements
from onrecord.model.article import Article
from onrecord.model.document import Document
from onrecord.model.event import Event
from onrecord.model.fact import NARRATOR
from onrecord.resources import load_lexicons, load_models

GOLDEN = Path(__file__).parents[2] / "golden" / "events"
PUBLISHED = "2031-03-14"
CASES = [
    pytest.param(case, id=f"{file.stem}-{number}")
    for file in sorted(GOLDEN.glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")))
]

pytestmark = pytest.mark.model


@cache
def annotator() -> Annotator:
    return Annotator(load_models(), load_lexicons())


def read(text: str) -> tuple[Document, list[Event]]:
    article = Article(id="ar-1", text=text, sha256="0", published=PUBLISHED)
    document = annotator().annotate(article)
    context = Context(document=document, lexicons=load_lexicons())
    context.statements = find_statements(context)
    return document, find_events(context)


def shown(event: Event) -> dict[str, Any]:
    return {
        "type": event.event_type.value,
        "mode": event.mode,
        "trigger": event.trigger,
        "source": list(event.source_text),
        "target": list(event.target_text),
        "on_behalf_of": list(event.on_behalf_of_text),
        "factuality": event.factuality.value,
        "voice": "narrator" if event.voice == NARRATOR else "statement",
        "when": event.when,
    }


@pytest.mark.parametrize("case", CASES)
def test_golden_case(case: dict[str, Any]) -> None:
    _, events = read(case["text"])
    found = [shown(event) for event in events]
    assert len(found) == len(case["expected"]), (case["why"], found)
    for event, expected in zip(found, case["expected"], strict=True):
        assert {k: event[k] for k in expected} == expected, case["why"]


def test_evidence_and_spans_quote_the_text() -> None:
    document, events = read(
        "Police arrested Tomas Verrick on Tuesday. The arrest angered his union, "
        "which demanded his release and threatened to strike."
    )
    text = document.article.text
    assert events
    for event in events:
        for evidence in event.evidence:
            assert text[evidence.start : evidence.end] == evidence.exact
        words = [text[s.start : s.end] for s in event.trigger_spans]
        assert " ".join(words) == event.trigger
        assert [text[s.start : s.end] for s in event.source_spans] == list(
            event.source_text
        )


def test_repetition_inside_an_article_is_one_happening() -> None:
    _, events = read(
        "Police arrested Tomas Verrick on Tuesday. Verrick was arrested at his home."
    )
    first, second = events
    assert first.happening == second.happening == min(first.id, second.id)


def test_reading_twice_gives_the_same_events() -> None:
    text = "Rebels freed the captain. The army attacked the rebels."
    assert read(text)[1] == read(text)[1]


def test_what_only_a_source_says_has_its_statement_as_voice() -> None:
    _, events = read("Police arrested Tomas Verrick, the ministry said.")
    assert events[0].voice != NARRATOR
