"""Reads a text into custody and proceedings, in the short form of the golden cases."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.legal.custody import find_custody
from onrecord.extract.legal.holdings import find_holdings
from onrecord.extract.legal.proceedings import find_proceedings
from onrecord.extract.speech.statements import find_statements
from onrecord.model.article import Article
from onrecord.model.custody import Custody
from onrecord.model.evidence import Evidence, Span
from onrecord.model.fact import NARRATOR, Fact
from onrecord.model.proceeding import Proceeding
from onrecord.resources import load_lexicons, load_models
from onrecord.text.ids import article_id

__all__ = ["Span", "find_custody", "find_holdings", "find_proceedings"]

GOLDEN = Path(__file__).parent / "golden"


def cases(name: str) -> list[dict[str, Any]]:
    """Return the golden cases of a folder, in the order of its files."""
    files = sorted((GOLDEN / name).glob("*.yaml"))
    return [
        {**case, "id": f"{file.stem}: {case['why']}"}
        for file in files
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


@cache
def _annotator() -> Annotator:
    return Annotator(load_models(), load_lexicons())


def read(text: str, published: str | None) -> Context:
    """Return a text with its layers and its statements."""
    article = Article(id=article_id(text), text=text, sha256="x", published=published)
    document = _annotator().annotate(article)
    context = Context(document=document, lexicons=load_lexicons())
    context.statements = list(find_statements(context))
    return context


def custody_of(text: str, published: str | None) -> list[dict[str, Any]]:
    """Return the custody of a text in the short form."""
    context = read(text, published)
    return [_custody(context, one) for one in find_custody(context)]


def proceedings_of(text: str, published: str | None) -> list[dict[str, Any]]:
    """Return the proceedings of a text in the short form."""
    context = read(text, published)
    return [_proceeding(context, one) for one in find_proceedings(context)]


def unsound(context: Context, facts: list[Any]) -> list[Evidence]:
    """Return the evidence whose words do not stand at its place."""
    quotes = [e for fact in facts for e in fact.evidence]
    for fact in facts:
        for part in (*getattr(fact, "stages", ()), *getattr(fact, "conditions", ())):
            quotes += part.evidence
    return [e for e in quotes if context.text[e.start : e.end] != e.exact]


def _names(context: Context, ids: tuple[str, ...]) -> list[str]:
    known = {actor.id: actor.name for actor in context.document.actors}
    return [known[one] for one in ids]


def _custody(context: Context, one: Custody) -> dict[str, Any]:
    person = _names(context, (one.person,))[0] if one.person else one.person_text
    short = {
        "person": person,
        "kind": one.kind,
        "status": one.status.value,
        "from": one.from_,
        "to": one.to,
        "end": one.end.value if one.end else None,
        "holder": _names(context, one.holder),
        "on_behalf_of": _names(context, one.on_behalf_of),
        "place": one.place,
        "grounds": one.grounds,
        "conditions": [[term.kind, term.text] for term in one.conditions],
    }
    return {**{k: v for k, v in short.items() if v}, **_told(context, one)}


def _proceeding(context: Context, one: Proceeding) -> dict[str, Any]:
    short = {
        "kind": one.kind.value,
        "subject": _names(context, one.subject) or list(one.subject_text),
        "forum": _names(context, one.forum),
        "requested_by": _names(context, one.requested_by),
        "decider": _names(context, one.decider),
        "allegations": list(one.allegations),
        "stages": [[s.stage, s.when, s.outcome] for s in one.stages],
        "next_on": one.next_on,
        "status": one.status.value,
    }
    return {**{k: v for k, v in short.items() if v}, **_told(context, one)}


def _told(context: Context, fact: Fact) -> dict[str, str]:
    told = {}
    if fact.factuality != "asserted":
        told["factuality"] = fact.factuality.value
    if fact.voice != NARRATOR:
        speakers = {s.id: s.speaker_text for s in context.statements}
        told["voice"] = speakers[fact.voice] or ""
    return told
