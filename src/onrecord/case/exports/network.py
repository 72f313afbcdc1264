"""The actors of a case and what ties them, as a graph: GraphML and GEXF.

A node is an actor (`label`, `kind`, `code`); an edge goes from who did or said
something to whom, one for each pair and sort, with how many records tell it
(`weight`). Sorts: an event's type (`CONSULT`), `said_to`, `holds`. Only what is told as
so is an edge: what is denied, planned or supposed ties nobody.

Source: GraphML 1.0 (graphml.graphdrawing.org), GEXF 1.3 (gexf.net).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from onrecord.case.exports.content import Content
from onrecord.model.actor import Actor
from onrecord.model.custody import Custody
from onrecord.model.event import Event
from onrecord.model.fact import Factuality
from onrecord.model.statement import Statement

_Edge = tuple[str, str, str]
"""From, to, sort."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_GRAPHML = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="code" for="node" attr.name="code" attr.type="string"/>
<key id="sort" for="edge" attr.name="sort" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
<graph edgedefault="directed">
"""
_GEXF = """<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed">
<attributes class="node"><attribute id="kind" title="kind" type="string"/>\
<attribute id="code" title="code" type="string"/></attributes>
<attributes class="edge"><attribute id="sort" title="sort" type="string"/></attributes>
"""
_ESCAPED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
# What XML cannot hold even as a reference.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_graphml(content: Content) -> Iterator[str]:
    """Give the graph as GraphML."""
    yield _HEAD + _GRAPHML
    for one in _actors(content):
        data = {"label": one.name, "kind": str(one.kind.value), "code": one.code}
        inner = "".join(_data(k, v) for k, v in data.items() if v is not None)
        yield f"<node id={_quote(one.id)}>{inner}</node>\n"
    for number, ((source, target, sort), count) in enumerate(_edges(content)):
        ends = f"source={_quote(source)} target={_quote(target)}"
        inner = _data("sort", sort) + _data("weight", str(count))
        yield f'<edge id="e{number}" {ends}>{inner}</edge>\n'
    yield "</graph>\n</graphml>\n"


def to_gexf(content: Content) -> Iterator[str]:
    """Give the graph as GEXF."""
    yield _HEAD + _GEXF + "<nodes>\n"
    for one in _actors(content):
        values = _value("kind", str(one.kind.value)) + _value("code", one.code)
        shown = f"id={_quote(one.id)} label={_quote(one.name)}"
        yield f"<node {shown}><attvalues>{values}</attvalues></node>\n"
    yield "</nodes>\n<edges>\n"
    for number, ((source, target, sort), count) in enumerate(_edges(content)):
        ends = f"source={_quote(source)} target={_quote(target)}"
        values = f"<attvalues>{_value('sort', sort)}</attvalues>"
        yield f'<edge id="{number}" {ends} weight="{count}">{values}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _actors(content: Content) -> Iterator[Actor]:
    """Give the actors of an export."""
    for one in content.records.get("actor", ()):
        if isinstance(one, Actor):
            yield one


def _edges(content: Content) -> Iterable[tuple[_Edge, int]]:
    """Return the edges between actors of an export with their counts, in order."""
    known = {one.id for one in _actors(content)}
    counts: Counter[_Edge] = Counter()
    for group in ("event", "statement", "custody"):
        for record in content.records.get(group, ()):
            if isinstance(record, Event | Statement | Custody):
                counts.update(dict.fromkeys(_ties(record), 1))
    kept = ((e, n) for e, n in counts.items() if e[0] in known and e[1] in known)
    return sorted(kept)


def _ties(record: Event | Statement | Custody) -> Iterator[_Edge]:
    """Give the edges that one record tells."""
    if isinstance(record, Statement):
        if record.speaker is not None:
            yield from ((record.speaker, to, "said_to") for to in record.addressee)
    elif record.factuality is not Factuality.ASSERTED:
        return
    elif isinstance(record, Event):
        sort = str(record.event_type.value)
        for one in record.source:
            yield from ((one, to, sort) for to in record.target)
    elif record.person is not None:
        yield from ((one, record.person, "holds") for one in record.holder)


def _data(key: str, value: str) -> str:
    """Return one value of a GraphML node or edge."""
    return f'<data key="{key}">{_quote(value)[1:-1]}</data>'


def _value(key: str, value: str | None) -> str:
    """Return one value of a GEXF node or edge, nothing where it is not known."""
    return "" if value is None else f'<attvalue for="{key}" value={_quote(value)}/>'


def _quote(text: str) -> str:
    """Return a text in double quotes as XML holds it."""
    return '"' + escape(_CONTROL.sub("", text), _ESCAPED) + '"'
