"""Builders of hand-made articles and read facts for the tests of `resolve`.

No text is read, so places and words are what the test gives.
"""

from typing import Any, TypeVar

from onrecord.model.actor import Actor, ActorKind
from onrecord.model.article import Article
from onrecord.model.claim import Claim, Position
from onrecord.model.correction import Anchor, Correction, Operation
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision, DecisionStatus
from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Evidence, Span
from onrecord.model.fact import Fact
from onrecord.model.linkage import Linkage, LinkageKind, Term
from onrecord.model.proceeding import Proceeding, ProceedingKind
from onrecord.model.relation import Relation
from onrecord.model.statement import Act, Mode, Statement
from onrecord.model.view import CaseView
from onrecord.resolve.derive import derive

F = TypeVar("F", bound=Fact)


def article(name: str, published: str | None = None, text: str = "") -> Article:
    own = " ".join(f"{name}{number}" for number in range(12))
    return Article(id=name, text=text or own, sha256=name, published=published)


def words(article_id: str, exact: str = "words", start: int = 0) -> Evidence:
    return Evidence(
        article=article_id, start=start, end=start + len(exact), exact=exact
    )


def fact(kind: type[F], one: str, source: str, /, **fields: Any) -> F:
    """Make a read fact; `exact` and `start` place its evidence."""
    exact, start = fields.pop("exact", "words"), fields.pop("start", 0)
    return kind(id=one, evidence=(words(source, exact, start),), **fields)


def actor(one: str, source: str, name: str, /, **fields: Any) -> Actor:
    fields.setdefault("kind", ActorKind.PERSON)
    return fact(Actor, one, source, name=name, exact=name, **fields)


def statement(one: str, source: str, content: str, /, **fields: Any) -> Statement:
    fields.setdefault("exact", content)
    return fact(
        Statement,
        one,
        source,
        content=content,
        content_spans=(Span(0, len(content)),),
        mode=Mode.INDIRECT,
        act=fields.pop("act", Act.ASSERT),
        **fields,
    )


def event(one: str, source: str, event_type: EventType, /, **fields: Any) -> Event:
    fields.setdefault("trigger", "did")
    return fact(Event, one, source, event_type=event_type, **fields)


def custody(
    one: str, source: str, kind: str = "detention", /, **fields: Any
) -> Custody:
    fields.setdefault("person", "ac-halvik")
    return fact(Custody, one, source, kind=kind, **fields)


def proceeding(one: str, source: str, /, **fields: Any) -> Proceeding:
    fields.setdefault("kind", ProceedingKind.EXTRADITION)
    return fact(Proceeding, one, source, **fields)


def demand(one: str, source: str, what: str, /, **fields: Any) -> Linkage:
    fields.setdefault("kind", LinkageKind.DEMAND)
    return fact(Linkage, one, source, what=Term(text=what), **fields)


def claim(one: str, source: str, text: str, /, **sides: list[str]) -> Claim:
    positions = {
        side: tuple(Position(actor=name) for name in names)
        for side, names in sides.items()
    }
    return fact(Claim, one, source, text=text, **positions)


def decision(one: str, source: str, subject: str, /, **fields: Any) -> Decision:
    fields.setdefault("status", DecisionStatus.PENDING)
    return fact(Decision, one, source, subject=subject, **fields)


def relation(one: str, source: str, *actors: str, **fields: Any) -> Relation:
    return fact(Relation, one, source, actors=actors, **fields)


def correction(one: str, operation: Operation, **fields: Any) -> Correction:
    fields.setdefault("at", f"2032-01-01T00:00:{len(one):02}Z")
    return Correction(id=one, who="editor", operation=operation, **fields)


def anchor(source: str, exact: str, start: int = 0) -> Anchor:
    return Anchor(article=source, start=start, end=start + len(exact), exact=exact)


def custody_of(*facts: Custody, days: dict[str, str] | None = None) -> list[Custody]:
    """Derive the custody of a case, ordered by start."""
    made = view(*facts, days=days).custody
    return sorted(made, key=lambda one: one.from_ or "9999")


def view(*facts: Any, days: dict[str, str] | None = None, **options: Any) -> CaseView:
    """Derive a case: each article is published on the day given, else in its turn."""
    names = sorted({one.evidence[0].article for one in facts})
    dated = {name: f"2031-{place + 1:02}-15" for place, name in enumerate(names)}
    dated.update(days or {})
    articles = [article(name, day) for name, day in dated.items()]
    return derive(articles, facts, options.pop("corrections", ()), **options)
