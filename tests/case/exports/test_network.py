import io
from typing import Any

import pytest

from onrecord.case.exports.content import Content
from onrecord.case.exports.network import to_gexf, to_graphml
from onrecord.model.actor import Actor, ActorKind
from onrecord.model.custody import Custody, CustodyStatus
from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Evidence
from onrecord.model.fact import Factuality

networkx = pytest.importorskip("networkx")

WORDS = (Evidence(article="ar-1", field="text", start=0, end=4, exact="held"),)
NAMES = {"ac-1": 'Brun & "Sons" <Ltd>\x00', "ac-2": "Jana Velt", "ac-3": "Norland"}


def event(one: str, source: str, target: str, **fields: Any) -> Event:
    return Event(
        id=one,
        evidence=WORDS,
        event_type=EventType.CONSULT,
        trigger="met",
        source=(source,),
        target=(target,),
        **fields,
    )


def content() -> Content:
    actors = [
        Actor(id=i, evidence=WORDS, name=n, kind=ActorKind.ORGANIZATION)
        for i, n in NAMES.items()
    ]
    events = [
        event("ev-1", "ac-1", "ac-2"),
        event("ev-2", "ac-1", "ac-2"),
        event("ev-3", "ac-2", "ac-1", factuality=Factuality.DENIED),
        event("ev-4", "ac-1", "ac-9"),
    ]
    held = Custody(
        id="cu-1",
        evidence=WORDS,
        person="ac-2",
        holder=("ac-3",),
        kind="prison",
        status=CustodyStatus.HELD,
    )
    return Content({"actor": actors, "event": events, "custody": [held]})


EDGES = [("ac-1", "ac-2", "CONSULT", 2), ("ac-3", "ac-2", "holds", 1)]


def test_networkx_reads_the_graphml_back() -> None:
    text = "".join(to_graphml(content()))
    graph = networkx.read_graphml(io.BytesIO(text.encode()))
    edges = [(s, t, d["sort"], d["weight"]) for s, t, d in graph.edges(data=True)]
    assert sorted(edges) == EDGES
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert labels == NAMES | {"ac-1": 'Brun & "Sons" <Ltd>'}


def test_networkx_reads_the_gexf_back() -> None:
    text = "".join(to_gexf(content()))
    graph = networkx.read_gexf(io.BytesIO(text.encode()), version="1.3")
    edges = [(s, t, d["sort"], d["weight"]) for s, t, d in graph.edges(data=True)]
    assert sorted(edges) == EDGES
    assert graph.nodes["ac-2"]["label"] == "Jana Velt"
    assert graph.nodes["ac-2"]["kind"] == "organization"


def test_a_case_of_nobody_is_an_empty_graph() -> None:
    graph = networkx.read_graphml(io.BytesIO("".join(to_graphml(Content({}))).encode()))
    assert len(graph) == 0
