"""Making corrections: rows that say who put what right, when and why.

A correction names its target, the read facts that it stood for at that moment, and
where these stood, so that it is found again after any re-reading.
"""

from collections.abc import Iterable, Mapping

import msgspec

from onrecord.case.exports.content import type_of
from onrecord.case.filters import choices_of
from onrecord.errors import CorrectionError
from onrecord.model.article import Article
from onrecord.model.correction import Anchor, Correction, Operation
from onrecord.model.records import RECORD_TYPES, AnyFact
from onrecord.text.ids import fact_id, make_id
from onrecord.text.quote import cut_evidence

NOT_EDITABLE = frozenset(
    {
        "id",
        "type",
        "evidence",
        "level",
        "article",
        "start",
        "end",
        "known_from",
        "recorded_at",
        "run",
        "method",
        "corrected",
        "members",
        "sources",
        "content_spans",
        "cue_spans",
        "source_spans",
        "target_spans",
        "trigger_spans",
    }
)
"""Fields that say where a fact comes from; a person adds a new fact instead."""

BY_PERSON = "person"
"""The `method` of a fact that somebody added."""


def make_correction(
    operation: Operation, *, at: str, who: str, count: int, **fields: object
) -> Correction:
    """Return a correction with its id.

    Args:
        operation: What it does.
        at: When, as stored.
        who: By whom.
        count: How many corrections the case has; tells apart those of one moment.
        **fields: The other fields of `Correction`.
    """
    parts: list[str | int] = [str(operation), at, who, count]
    parts += [str(fields.get(name) or "") for name in ("target", "field", "new")]
    return msgspec.convert(
        {
            "id": make_id("correction", *parts),
            "at": at,
            "who": who,
            "operation": str(operation),
            **{name: value for name, value in fields.items() if value is not None},
        },
        Correction,
    )


def anchors_of(facts: Iterable[AnyFact]) -> tuple[Anchor, ...]:
    """Return where read facts stand, in their order: the clause that says each."""
    return tuple(
        msgspec.convert(msgspec.to_builtins(fact.evidence[0]), Anchor)
        for fact in facts
        if fact.evidence
    )


def edited(fact: AnyFact, field: str, value: object) -> tuple[str, str]:
    """Return the old and the new value of an edit, as JSON.

    Args:
        fact: The fact as it is now.
        field: The field's name as it is written in exports.
        value: The new value: a text, or any JSON value.

    Raises:
        CorrectionError: there is no such field, it may not be edited, or the value is
            not of its kind.
    """
    record = msgspec.to_builtins(fact)
    names = sorted(name for name in record if name not in NOT_EDITABLE)
    if field not in names:
        raise CorrectionError(
            f"{field!r} of {fact.id} cannot be edited; fields that can are "
            f"{', '.join(names)}."
        )
    problem: Exception | None = None
    for candidate in _values(value):
        try:
            changed = msgspec.convert({**record, field: candidate}, type(fact))
        except msgspec.ValidationError as error:
            problem = problem or error
            continue
        new = msgspec.to_builtins(changed)[field]
        return _json(record[field]), _json(new)
    choices = choices_of(type_of(fact), field)
    why = f"choose from {', '.join(choices)}" if choices else str(problem)
    raise CorrectionError(f"{value!r} is no value for {field!r} of {fact.id}: {why}.")


def added(
    kind: str,
    article: Article,
    words: str,
    fields: Mapping[str, object],
    *,
    nth: int = 1,
) -> AnyFact:
    """Return a read fact that somebody adds to an article.

    Args:
        kind: The record type.
        article: Where its words stand.
        words: The words that say it, character for character.
        fields: The fact's own fields; texts, or JSON values.
        nth: Which occurrence of the words, from 1; 0 asks that there is but one.

    Raises:
        CorrectionError: the words are not there, or a field is missing or wrong.
    """
    if kind not in RECORD_TYPES:
        raise CorrectionError(
            f"{kind!r} is no record type; they are {', '.join(RECORD_TYPES)}."
        )
    start = _find(article, words, nth)
    span, end = [start, start + len(words)], start + len(words)
    evidence = cut_evidence(article.text, start, end, article=article.id)
    record: dict[str, object] = {
        **_defaults(kind, article.id, words, span),
        **fields,
        "type": kind,
        # Ordinals of what is read count from 0; a person's fact never takes their id.
        "id": fact_id(kind, article.id, "text", start, end, ordinal=-1),
        "evidence": [msgspec.to_builtins(evidence)],
        "method": BY_PERSON,
    }
    try:
        fact: AnyFact = msgspec.convert(record, RECORD_TYPES[kind])
    except msgspec.ValidationError as error:
        raise CorrectionError(f"This is no {kind}: {error}.") from error
    return fact


def _values(value: object) -> list[object]:
    """Return what a given value may mean: as it is, then read as JSON."""
    if not isinstance(value, str):
        return [value]
    try:
        return [value, msgspec.json.decode(value)]
    except msgspec.DecodeError:
        return [value, [value]]


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _find(article: Article, words: str, nth: int) -> int:
    """Return where the words start in the article's text."""
    places = []
    at = article.text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = article.text.find(words, at + 1)
    if not places:
        raise CorrectionError(
            f"The words {words!r} do not stand in {article.id}; copy them from the "
            "article, character for character."
        )
    if not nth and len(places) > 1:
        raise CorrectionError(
            f"The words {words!r} stand {len(places)} times in {article.id}; say which."
        )
    if nth > len(places):
        raise CorrectionError(
            f"The words {words!r} stand {len(places)} times in {article.id}, not {nth}."
        )
    return places[max(nth, 1) - 1]


def _defaults(
    kind: str, article: str, words: str, span: list[int]
) -> dict[str, object]:
    """Return what the words themselves say of a record's required fields."""
    found: dict[str, dict[str, object]] = {
        "statement": {
            "content": words,
            "content_spans": [span],
            "mode": "indirect",
            "act": "assert",
        },
        "event": {"trigger": words, "trigger_spans": [span]},
        "claim": {"text": words},
        "decision": {"subject": words, "status": "pending"},
        "actor": {"name": words},
        "mention": {"article": article, "start": span[0], "end": span[1]},
        "time": {"article": article, "start": span[0], "end": span[1]},
    }
    return found.get(kind, {})
