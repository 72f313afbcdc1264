"""Hand-made views: articles, facts with evidence, actors of an invented dispute.

Three actors stand in every view: Ilse Maren (a person), the Coastal Police and Vessia.
"""

from typing import Any

from onrecord.model.actor import Actor, ActorKind
from onrecord.model.article import Article
from onrecord.model.claim import Claim, Position
from onrecord.model.custody import Condition, Custody, CustodyEnd, CustodyStatus
from onrecord.model.decision import Decision, DecisionStatus
from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Evidence, Span
from onrecord.model.linkage import Linkage, LinkageKind, Response, Stance, Term
from onrecord.model.proceeding import (
    Proceeding,
    ProceedingKind,
    ProceedingStatus,
    Stage,
)
from onrecord.model.relation import Direction, Relation
from onrecord.model.statement import Act, Mode, Statement
from onrecord.model.view import CaseView

MAREN, POLICE, VESSIA = "ac-maren", "ac-police", "ac-vessia"


def article(key: str, day: str | None = "2031-03-05", **fields: Any) -> Article:
    values = {
        "text": f"Text of {key}.",
        "sha256": key * 8,
        "publisher": f"Outlet {key}",
        "title": f"Story {key}",
        "url": f"https://example.org/{key}",
    }
    return Article(id=key, published=day, **values | fields)


def words(exact: str, key: str = "a", start: int = 0) -> Evidence:
    return Evidence(article=key, start=start, end=start + len(exact), exact=exact)


def actor(
    key: str, name: str, kind: ActorKind = ActorKind.PERSON, **more: Any
) -> Actor:
    return Actor(id=key, name=name, kind=kind, evidence=(words(name),), **more)


ACTORS = (
    actor(MAREN, "Ilse Maren"),
    actor(POLICE, "Coastal Police", ActorKind.PUBLIC_BODY),
    actor(VESSIA, "Vessia", ActorKind.STATE),
)


def custody(key: str = "cu-1", **fields: Any) -> Custody:
    values: dict[str, Any] = {
        "evidence": (words("was seized in Port Sel"),),
        "person": MAREN,
        "holder": (POLICE,),
        "kind": "detention",
        "place": "Port Sel",
        "from_": "2031-03-04",
        "grounds": "on suspicion of smuggling charts",
        "known_from": "2031-03-05",
        "sources": 1,
    }
    return Custody(id=key, **values | fields)


def released(key: str = "cu-1", **fields: Any) -> Custody:
    ended = {"status": CustodyStatus.PAST, "end": CustodyEnd.RELEASED}
    return custody(key, **{"to": "2031-03-14"} | ended | fields)


def term(text: str, kind: str = "area", **fields: Any) -> Condition:
    return Condition(id=f"co-{kind}", kind=kind, text=text, **fields)


def statement(
    key: str = "st-1", content: str = "We act on evidence", **fields: Any
) -> Statement:
    values: dict[str, Any] = {
        "evidence": (words(content),),
        "speaker": VESSIA,
        "content": content,
        "content_spans": (Span(0, len(content)),),
        "mode": Mode.DIRECT,
        "act": Act.ASSERT,
        "said_on": "2031-03-05",
        "known_from": "2031-03-05",
    }
    return Statement(id=key, **values | fields)


def event(key: str = "ev-1", **fields: Any) -> Event:
    values: dict[str, Any] = {
        "evidence": (words("police seized Maren"),),
        "event_type": EventType.COERCE,
        "source": (POLICE,),
        "target": (MAREN,),
        "trigger": "seized",
        "when": "2031-03-04",
        "known_from": "2031-03-05",
    }
    return Event(id=key, **values | fields)


def stage(
    name: str = "arrest", when: str | None = "2031-03-04", **fields: Any
) -> Stage:
    values: dict[str, Any] = {
        "id": f"sg-{name}-{when}",
        "evidence": (words(f"the {name}"),),
        "known_from": "2031-03-05",
    }
    return Stage(stage=name, when=when, **values | fields)


def proceeding(key: str = "pr-1", *stages: Stage, **fields: Any) -> Proceeding:
    values: dict[str, Any] = {
        "evidence": (words("wanted for extradition"),),
        "kind": ProceedingKind.EXTRADITION,
        "subject": (MAREN,),
        "requested_by": (VESSIA,),
        "stages": stages,
        "known_from": "2031-03-05",
        "status": ProceedingStatus.OPEN,
    }
    return Proceeding(id=key, **values | fields)


def linkage(
    key: str = "li-1", what: str | None = "her release", **fields: Any
) -> Linkage:
    values: dict[str, Any] = {
        "evidence": (words("demanded her release"),),
        "kind": LinkageKind.DEMAND,
        "what": Term(text=what) if what else None,
        "proposed_by": (VESSIA,),
        "known_from": "2031-03-05",
    }
    return Linkage(id=key, **values | fields)


def refusal(**fields: Any) -> Response:
    return Response(**{"actor": POLICE, "stance": Stance.REJECTS} | fields)


def claim(key: str = "cl-1", text: str = "she smuggled charts", **fields: Any) -> Claim:
    values: dict[str, Any] = {
        "evidence": (words(text),),
        "asserted_by": (Position(actor=POLICE, statement="st-1"),),
        "denied_by": (Position(actor=MAREN),),
        "contested": True,
    }
    return Claim(id=key, text=text, **values | fields)


def decision(key: str = "de-1", **fields: Any) -> Decision:
    values: dict[str, Any] = {
        "evidence": (words("has yet to decide"),),
        "decider": (VESSIA,),
        "subject": "whether to surrender her",
        "status": DecisionStatus.PENDING,
        "known_from": "2031-03-05",
    }
    return Decision(id=key, **values | fields)


def relation(key: str = "re-1", **fields: Any) -> Relation:
    values: dict[str, Any] = {
        "evidence": (words("ties sank"),),
        "actors": (VESSIA, POLICE),
        "direction": Direction.WORSENING,
        "direction_text": "ties sank to their lowest",
    }
    return Relation(id=key, **values | fields)


def view(**fields: Any) -> CaseView:
    values: dict[str, Any] = {
        "as_of": "2031-03-14",
        "articles": (article("a"),),
        "actors": ACTORS,
    }
    return CaseView(**values | fields)
