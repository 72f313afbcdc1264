"""Reads a text into linkages, claims, decisions and relations, in the golden form."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.speech.statements import find_statements
from onrecord.extract.ties.claims import find_claims
from onrecord.extract.ties.decisions import find_decisions
from onrecord.extract.ties.linkages import find_linkages
from onrecord.extract.ties.relations import find_relations
from onrecord.extract.ties.terms import Outline
from onrecord.model.article import Article
from onrecord.model.claim import Claim, Position
from onrecord.model.decision import Decision
from onrecord.model.evidence import Evidence
from onrecord.model.fact import NARRATOR, Fact
from onrecord.model.linkage import Linkage
from onrecord.model.relation import Relation
from onrecord.resources import load_lexicons, load_models
from onrecord.text.ids import article_id

GOLDEN = Path(__file__).parent / "golden"
DAY = "2031-03-14"  # a Friday
FINDERS = {
    "linkages": find_linkages,
    "claims": find_claims,
    "decisions": find_decisions,
    "relations": find_relations,
}


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


def read(text: str, published: str | None = DAY) -> Context:
    """Return a text with its layers and its statements."""
    article = Article(id=article_id(text), text=text, sha256="x", published=published)
    document = _annotator().annotate(article)
    context = Context(document=document, lexicons=load_lexicons())
    context.statements = list(find_statements(context))
    return context


def outline(text: str) -> Outline:
    """Return a text's clauses as rules walk them."""
    return Outline(read(text))


def short(name: str, text: str, published: str | None = DAY) -> list[dict[str, Any]]:
    """Return a text's records of one type in the short form."""
    context = read(text, published)
    return [_SHORT[name](context, one) for one in FINDERS[name](context)]


def unsound(context: Context, facts: list[Any]) -> list[Evidence]:
    """Return the evidence whose words do not stand at its place."""
    quotes = [e for fact in facts for e in fact.evidence]
    for fact in facts:
        quotes += [e for r in getattr(fact, "responses", ()) for e in r.evidence]
    return [e for e in quotes if context.text[e.start : e.end] != e.exact]


def _names(context: Context, ids: tuple[str, ...]) -> list[str]:
    known = {actor.id: actor.name for actor in context.document.actors}
    return [known.get(one, one) for one in ids]


def _linkage(context: Context, one: Linkage) -> dict[str, Any]:
    terms = {k: getattr(one, k) for k in ("what", "give", "get", "if_", "then")}
    answers = [
        [*_names(context, (r.actor or "",)), r.stance.value] for r in one.responses
    ]
    made = {
        "kind": one.kind.value,
        **{k.rstrip("_"): t.text for k, t in terms.items() if t},
        "by": _names(context, one.proposed_by),
        "to": _names(context, one.addressed_to),
        "deadline": one.deadline,
        "answers": answers,
    }
    return _told(context, one, made)


def _claim(context: Context, one: Claim) -> dict[str, Any]:
    made = {
        "text": one.text,
        "asserted_by": [_who(context, p) for p in one.asserted_by],
        "denied_by": [_who(context, p) for p in one.denied_by],
        "contested": one.contested,
    }
    return _told(context, one, made)


def _who(context: Context, position: Position) -> str:
    return _names(context, (position.actor,))[0]


def _decision(context: Context, one: Decision) -> dict[str, Any]:
    made = {
        "status": one.status.value,
        "decider": _names(context, one.decider),
        "subject": one.subject,
        "when": one.when,
        "due": one.due,
        "waits_on": one.waits_on,
    }
    return _told(context, one, made)


def _relation(context: Context, one: Relation) -> dict[str, Any]:
    made = {
        "actors": sorted(_names(context, one.actors)),
        "direction": one.direction.value if one.direction else None,
        "words": one.direction_text,
        "flashpoints": list(one.flashpoints),
    }
    return _told(context, one, made)


_SHORT: dict[str, Any] = {
    "linkages": _linkage,
    "claims": _claim,
    "decisions": _decision,
    "relations": _relation,
}


def _told(context: Context, fact: Fact, made: dict[str, Any]) -> dict[str, Any]:
    if fact.factuality != "asserted":
        made["factuality"] = fact.factuality.value
    if fact.voice != NARRATOR:
        speakers = {s.id: s.speaker_text for s in context.statements}
        made["voice"] = speakers[fact.voice]
    return {k: v for k, v in made.items() if v}
