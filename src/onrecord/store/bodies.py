"""Facts as JSON bodies: short when written, whole when read.

A body leaves out what a field is by default, so a field that a later version adds does
not make old facts look changed. It also leaves out what is known otherwise: `run` and
`recorded_at` (columns) and the prefix and suffix of evidence in the article's own text,
which are cut from it again. `exact` is always written: `verify` compares it.
"""

from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec.structs import force_setattr

from onrecord.model.actor import Actor, Mention
from onrecord.model.article import Article
from onrecord.model.custody import Custody
from onrecord.model.event import Event
from onrecord.model.evidence import CONTEXT_CHARS, Evidence, Span
from onrecord.model.linkage import Linkage
from onrecord.model.proceeding import Proceeding
from onrecord.model.records import AnyFact
from onrecord.model.statement import Statement
from onrecord.model.time import Time

COLUMNS = frozenset({"run", "recorded_at"})
"""Fields of a fact that stand in columns of their own."""

_DECODER: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact)
_REQUIRED = object()

# The fields whose items carry evidence of their own.
_NESTED: dict[type, tuple[str, ...]] = {
    Actor: ("roles",),
    Custody: ("conditions",),
    Proceeding: ("stages", "announced"),
    Linkage: ("responses",),
}


def pack(fact: AnyFact, home: Article) -> dict[str, object]:
    """Return the body of a read fact of `home`, as JSON values."""
    body = bare(fact, home)
    return {key: value for key, value in body.items() if key not in COLUMNS}


def encode(body: dict[str, object]) -> str:
    """Return a body as JSON, the same text for the same fact."""
    return msgspec.json.encode(body).decode()


def unpack(body: str, home: str, text: str) -> AnyFact:
    """Return the fact of a body, the contexts of its evidence cut from the text again.

    Args:
        body: What `pack` and `encode` made.
        home: Id of the fact's article.
        text: Its text.

    Raises:
        msgspec.ValidationError: the body is no record that this version knows.
    """
    fact = _DECODER.decode(body)
    for evidence in all_evidence(fact):
        if evidence.article == home and not (evidence.prefix or evidence.suffix):
            _fill_context(evidence, home, text)
    return fact


def with_columns(fact: AnyFact, *, run: str, recorded_at: str) -> AnyFact:
    """Fill in the columns of a fact that was just made, and return it.

    Nobody has seen the object yet, so filling it in is still making it;
    `structs.replace` would copy every field of a case's every fact.
    """
    force_setattr(fact, "run", run)
    force_setattr(fact, "recorded_at", recorded_at)
    return fact


def all_evidence(fact: AnyFact) -> Iterator[Evidence]:
    """Give the evidence of a fact, then that of its parts."""
    yield from fact.evidence
    for name in _NESTED.get(type(fact), ()):
        for part in getattr(fact, name):
            yield from part.evidence


def anchor_of(fact: AnyFact) -> tuple[str, int, int]:
    """Return (field, start, end) of where a fact hangs in its article.

    The cue, trigger or words themselves where the record has them, else its first
    evidence; (`text`, 0, 0) for a fact without any.
    """
    field = fact.evidence[0].field if fact.evidence else "text"
    if isinstance(fact, Mention | Time):
        return field, fact.start, fact.end
    spans: tuple[Span, ...] = ()
    if isinstance(fact, Statement):
        spans = fact.cue_spans or fact.content_spans
    elif isinstance(fact, Event):
        spans = fact.trigger_spans
    if spans:
        return field, spans[0].start, spans[0].end
    if fact.evidence:
        return field, fact.evidence[0].start, fact.evidence[0].end
    return field, 0, 0


def bare(struct: msgspec.Struct, home: Article | None = None) -> dict[str, object]:
    """Return the fields of a record that differ from their defaults, by JSON name.

    Args:
        struct: Any record that is written as a JSON object.
        home: Leave out evidence contexts that this article's text gives again.
    """
    config = struct.__struct_config__
    found: dict[str, object] = {}
    if config.tag_field is not None:
        found[config.tag_field] = config.tag
    skipped = ("prefix", "suffix") if _context_is_known(struct, home) else ()
    for name, json_name, default in _fields_of(type(struct)):
        value = getattr(struct, name)
        if value != default and name not in skipped:
            found[json_name] = _bare_value(value, home)
    return found


def _bare_value(value: object, home: Article | None) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, msgspec.Struct):
        return bare(value, home)
    if isinstance(value, tuple):
        return [_bare_value(item, home) for item in value]
    return value


@cache
def _fields_of(kind: type[msgspec.Struct]) -> tuple[tuple[str, str, object], ...]:
    """Return (name, JSON name, default) of each field."""
    return tuple(
        (field.name, field.encode_name, _default_of(field))
        for field in msgspec.structs.fields(kind)
    )


def _default_of(field: msgspec.structs.FieldInfo) -> object:
    if field.default is not msgspec.NODEFAULT:
        return field.default
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return _REQUIRED


def _context_is_known(struct: msgspec.Struct, home: Article | None) -> bool:
    if home is None or not isinstance(struct, Evidence):
        return False
    if struct.article != home.id or struct.field != "text":
        return False
    return (struct.prefix, struct.suffix) == _context(
        home.text, struct.start, struct.end
    )


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS]


def _fill_context(evidence: Evidence, home: str, text: str) -> None:
    """Set prefix and suffix of evidence just decoded, and share its article's id.

    Titles keep what was stored, for a title can change.
    """
    force_setattr(evidence, "article", home)
    if evidence.field == "text":
        prefix, suffix = _context(text, evidence.start, evidence.end)
        force_setattr(evidence, "prefix", prefix)
        force_setattr(evidence, "suffix", suffix)
