"""What the layers say, in the short form in which golden cases are written.

A field that has its default is left out, so that a case shows what matters in it.
"""

from collections.abc import Iterable
from typing import Any

from onrecord.model.actor import Actor
from onrecord.model.article import Article, PublishedBasis
from onrecord.model.clause import Argument, Clause
from onrecord.model.document import Document
from onrecord.model.evidence import Span
from onrecord.model.records import AnyFact
from onrecord.model.statement import Statement
from onrecord.text.ids import article_id


def make_article(text: str, published: str | None = "2031-03-14") -> Article:
    """2031-03-14 is a Friday."""
    return Article(
        id=article_id(text),
        text=text,
        sha256="0" * 64,
        published=published,
        published_precision="day" if published else None,
        published_basis=PublishedBasis.CALLER if published else None,
        language="en",
    )


Shape = dict[str, Any]

_CLAUSE_DEFAULTS = {
    "kind": "verb",
    "voice": "active",
    "tense": "none",
    "modality": None,
    "negated": False,
    "question": False,
    "raised": None,
    "subject_shared": False,
    "link": "root",
    "marker": None,
}
_STATEMENT_DEFAULTS = {
    "mode": "indirect",
    "act": "assert",
    "channel": None,
    "place": None,
    "said_on": None,
    "belief": False,
}


def words(document: Document, span: Span) -> str:
    return " ".join(document.article.text[span.start : span.end].split())


def show_clauses(document: Document) -> list[Shape]:
    """Each clause with its roles as [role, words] or [role, words, marker]."""
    return [_clause(document, clause) for clause in document.clauses]


def _clause(document: Document, clause: Clause) -> Shape:
    shape: Shape = {
        "predicate": words(document, clause.predicate),
        "lemma": clause.lemma,
    }
    for name, default in _CLAUSE_DEFAULTS.items():
        value = getattr(clause, name)
        if value != default:
            shape[name] = str(value) if isinstance(value, str) else value
    if clause.arguments:
        shape["roles"] = [_argument(document, a) for a in clause.arguments]
    return shape


def _argument(document: Document, argument: Argument) -> list[str]:
    shown = [str(argument.role), words(document, argument.span)]
    return shown if argument.marker is None else [*shown, argument.marker]


def show_statements(document: Document, facts: Iterable[AnyFact]) -> list[Shape]:
    """Each statement; actors by their names, `within` as a place in this list."""
    facts = tuple(facts)
    names = {f.id: f.name for f in facts if isinstance(f, Actor)}
    found = [f for f in facts if isinstance(f, Statement)]
    place = {s.id: n for n, s in enumerate(found)}
    return [_statement(s, names, place) for s in found]


def _statement(one: Statement, names: dict[str, str], place: dict[str, int]) -> Shape:
    shape: Shape = {"speaker": names.get(one.speaker or "", one.speaker_text)}
    shape["cue"] = one.cue
    shape["content"] = " ".join(one.content.split())
    for name, default in _STATEMENT_DEFAULTS.items():
        value = getattr(one, name)
        if value != default:
            shape[name] = str(value) if isinstance(value, str) else value
    for name in ("addressee", "on_behalf_of"):
        told = [names.get(a, a) for a in getattr(one, name)]
        told = told or list(getattr(one, f"{name}_text"))
        if told:
            shape[name] = told
    if one.within is not None:
        shape["within"] = place[one.within]
    return shape


def show_chains(document: Document) -> list[Shape]:
    """Each actor with the words of all its mentions, in text order."""
    names = {a.id: a.name for a in document.actors}
    shapes = []
    for actor in document.actors:
        mentions = [
            words(document, p.name or p.span)
            for p in document.phrases
            if p.actor == actor.id
        ]
        shape: Shape = {"name": actor.name, "kind": str(actor.kind)}
        if actor.size is not None:
            shape["size"] = actor.size
        if actor.group_members:
            shape["members"] = [names[m] for m in actor.group_members]
        shapes.append({**shape, "mentions": mentions})
    return shapes
