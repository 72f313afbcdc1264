"""What of each record type a listing shows: the columns of tables.

A cell is plain text as articles have it; whoever prints it makes it safe. Shared by the
command line and notebooks, so that both show the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.case.filters import actor_ids, time_of
from onrecord.model.edtf import display, is_valid
from onrecord.model.fact import NARRATOR, Factuality

Names = Mapping[str, str]
Cell = Callable[[Any, Names], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what stands in it, and how it gives way.

    A column that `wraps` is made narrower where there is no room, the widest first, but
    not below `least` characters. `words` marks the one with an article's own words,
    which goes on a line of its own where the others leave it too little room.
    """

    heading: str
    cell: Cell
    wraps: bool = False
    least: int = 0
    words: bool = False


def say_when(value: str | None) -> str:
    """Return an EDTF value in words; nothing where it is absent."""
    if not value:
        return ""
    return display(value) if is_valid(value) else value


def _named(field: str) -> Cell:
    """Return the cell with the actors of a field, by name or else by their words."""

    def cell(fact: Any, names: Names) -> str:
        known = [names.get(one, one) for one in actor_ids(fact, field)]
        words = getattr(fact, f"{field}_text", None) or ()
        return ", ".join(known or ((words,) if isinstance(words, str) else words))

    return cell


def _plain(field: str) -> Cell:
    def cell(fact: Any, names: Names) -> str:
        value = getattr(fact, field, None)
        return "" if value is None else str(value)

    return cell


def _when(fact: Any, names: Names) -> str:
    """When it was; `by` the day it was known from where no time is told."""
    told = time_of(fact)
    is_known_from = told == fact.known_from and not (
        getattr(fact, "said_on", None) or fact.when
    )
    return f"by {say_when(told)}" if told and is_known_from else say_when(told)


def _spell(field: str) -> Cell:
    def cell(fact: Any, names: Names) -> str:
        return say_when(getattr(fact, field))

    return cell


def _words(fact: Any, names: Names) -> str:
    """The words that say it, quoted, and what their voice makes of them."""
    quoted = f"“{fact.evidence[0].exact}”" if fact.evidence else ""
    marks = [] if fact.factuality is Factuality.ASSERTED else [str(fact.factuality)]
    if fact.translated:
        marks.append("translated")
    if fact.voice != NARRATOR:
        marks.append("as quoted")
    return f"{quoted} ({', '.join(marks)})" if marks else quoted


def _content(fact: Any, names: Names) -> str:
    return f"“{fact.content}”" + (" (translated)" if fact.translated else "")


def _sources(fact: Any, names: Names) -> str:
    return "" if fact.sources is None else str(fact.sources)


def _positions(field: str) -> Cell:
    def cell(fact: Any, names: Names) -> str:
        sides = getattr(fact, field)
        found = (names.get(s.actor) or s.actor_text or s.actor for s in sides)
        return ", ".join(dict.fromkeys(found))

    return cell


def _terms(fact: Any, names: Names) -> str:
    terms = {
        name: getattr(fact, name) for name in ("give", "get", "what", "if_", "then")
    }
    named = {name.rstrip("_"): term.text for name, term in terms.items() if term}
    return "; ".join(f"{name}: “{text}”" for name, text in named.items())


def _answers(fact: Any, names: Names) -> str:
    return ", ".join(
        f"{names.get(one.actor or '', one.actor_text or 'somebody')} {one.stance}"
        for one in fact.responses
    )


def _stages(fact: Any, names: Names) -> str:
    return ", ".join(
        f"{one.stage} {one.outcome}" if one.outcome else one.stage
        for one in fact.stages
    )


def _conditions(fact: Any, names: Names) -> str:
    return ", ".join(one.kind for one in fact.conditions)


def _many(field: str) -> Cell:
    def cell(fact: Any, names: Names) -> str:
        return ", ".join(getattr(fact, field))

    return cell


def _points(fact: Any, names: Names) -> str:
    scores = [f"{point.score:+g}" for point in fact.points[-6:]]
    return " ".join((["…"] if len(fact.points) > len(scores) else []) + scores)


_ID = Column("id", _plain("id"))
_SOURCES = Column("sources", _sources)
_QUOTED = Column("words", _words, wraps=True, words=True)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "actor": (
        _ID,
        Column("name", _plain("name"), wraps=True),
        Column("kind", _plain("kind")),
        Column("also called", _many("aliases"), wraps=True, words=True),
        _SOURCES,
    ),
    "statement": (
        _ID,
        Column("said", _when, wraps=True, least=13),
        Column("speaker", _named("speaker"), wraps=True),
        Column("act", _plain("act")),
        Column("to", _named("addressee"), wraps=True, least=10),
        Column("words", _content, wraps=True, words=True),
        _SOURCES,
    ),
    "event": (
        _ID,
        Column("when", _when, wraps=True, least=13),
        Column("who", _named("source"), wraps=True),
        Column("event", _plain("event_type")),
        Column("whom", _named("target"), wraps=True),
        _QUOTED,
        _SOURCES,
    ),
    "custody": (
        _ID,
        Column("person", _named("person"), wraps=True),
        Column("kind", _plain("kind")),
        Column("holder", _named("holder"), wraps=True),
        Column("from", _spell("from_"), wraps=True, least=13),
        Column("to", _spell("to"), wraps=True, least=13),
        Column("status", _plain("status")),
        Column("terms", _conditions, wraps=True),
        _QUOTED,
        _SOURCES,
    ),
    "proceeding": (
        _ID,
        Column("kind", _plain("kind")),
        Column("subject", _named("subject"), wraps=True),
        Column("stages", _stages, wraps=True),
        Column("status", _plain("status")),
        Column("next", _spell("next_on"), wraps=True, least=13),
        _QUOTED,
        _SOURCES,
    ),
    "linkage": (
        _ID,
        Column("kind", _plain("kind")),
        Column("by", _named("proposed_by"), wraps=True),
        Column("to", _named("addressed_to"), wraps=True),
        Column("terms", _terms, wraps=True, words=True),
        Column("answers", _answers, wraps=True),
        _SOURCES,
    ),
    "claim": (
        _ID,
        Column("claim", lambda fact, names: f"“{fact.text}”", wraps=True, words=True),
        Column("asserted by", _positions("asserted_by"), wraps=True),
        Column("denied by", _positions("denied_by"), wraps=True),
        _SOURCES,
    ),
    "decision": (
        _ID,
        Column("decider", _named("decider"), wraps=True),
        Column("subject", _plain("subject"), wraps=True),
        Column("status", _plain("status")),
        Column("due", _spell("due"), wraps=True, least=13),
        Column("outcome", _plain("outcome"), wraps=True),
        _QUOTED,
        _SOURCES,
    ),
    "relation": (
        _ID,
        Column("between", _named("actors"), wraps=True),
        Column("direction", _plain("direction")),
        Column("scores", _points, wraps=True),
        _QUOTED,
        _SOURCES,
    ),
    "article": (
        _ID,
        Column("published", _spell("published"), wraps=True, least=13),
        Column("publisher", _plain("publisher"), wraps=True),
        Column("title", _plain("title"), wraps=True, words=True),
        Column("copy of", _plain("duplicate_of")),
        Column("version of", _plain("version_of")),
        Column("translation of", _plain("translation_of")),
    ),
}
"""By record type, in the order shown."""
