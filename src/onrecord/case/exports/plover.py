"""Events as PLOVER's JSON records, one a line, with the words that tell each.

PLOVER's field names where it has them: `actor` and `recipient` for who did it to whom,
`event`, `mode`, `context`, `event_loc`, `text_info`, `cite_info`. What PLOVER drops and
a case keeps stands beside them: how the event is told (`factuality`), by whom
(`voice`), on whose behalf, what day its words allow (`date_edtf`). The schema is
described in docs/how-to/plover.md.

Source: PLOVER codebook (Halterman et al. 2023), record format.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.case.exports.content import Content
from onrecord.model.actor import Actor
from onrecord.model.article import Article
from onrecord.model.edtf import bounds, is_valid
from onrecord.model.event import Event
from onrecord.model.evidence import Evidence
from onrecord.model.fact import NARRATOR
from onrecord.model.statement import Statement

_UNKNOWN = "---"
_COUNTRY = 3


def to_plover(content: Content) -> Iterator[str]:
    """Give one JSON record a line for each event, in the case's order.

    Articles, actors and statements add publisher, codes and speakers; without them
    (`--type event`) these fields are absent.
    """
    writer = _Writer(content)
    for record in content.records.get("event", ()):
        if isinstance(record, Event):
            yield msgspec.json.encode(writer.record(record)).decode() + "\n"


class _Writer:
    """What writing the events of one case needs at hand."""

    def __init__(self, content: Content) -> None:
        self._names = content.names
        self._articles: Mapping[str, Article] = {
            a.id: a
            for a in content.records.get("article", ())
            if isinstance(a, Article)
        }
        self._actors: Mapping[str, Actor] = {
            a.id: a for a in content.records.get("actor", ()) if isinstance(a, Actor)
        }
        self._statements: Mapping[str, Statement] = {
            s.id: s
            for s in content.records.get("statement", ())
            if isinstance(s, Statement)
        }

    def record(self, event: Event) -> dict[str, object]:
        """Return one event as a record; what is unknown is absent."""
        behalf = self._entities(event.on_behalf_of, event.on_behalf_of_text)
        found: dict[str, object | None] = {
            "id": event.id,
            "date": _day(event.when),
            "date_edtf": event.when,
            "date_text": event.when_text,
            "known_from": event.known_from,
            "event": event.event_type.value,
            "mode": event.mode,
            "context": list(event.context),
            "actor": self._entities(event.source, event.source_text),
            "recipient": self._entities(event.target, event.target_text),
            "on_behalf_of": behalf or None,
            "event_loc": event.place,
            "factuality": event.factuality.value,
            "voice": self._voice(event.voice),
            "happening": event.happening,
            "text_info": self._text_info(event),
            "cite_info": self._cite_info(event.evidence),
        }
        return {name: value for name, value in found.items() if value is not None}

    def _entities(
        self, ids: Sequence[str], texts: Sequence[str]
    ) -> list[dict[str, object]]:
        """Return a side's actors; words that stand for nobody known come last."""
        paired = len(ids) == len(texts)
        entities = [
            self._entity(actor, texts[n] if paired else self._names.get(actor, actor))
            for n, actor in enumerate(ids)
        ]
        if ids:
            return entities
        return [{"entity_text": words} for words in texts]

    def _entity(self, actor: str, words: str) -> dict[str, object]:
        """Return one actor with its words and its code, taken apart."""
        known = self._actors.get(actor)
        code = known.code if known is not None else None
        found: dict[str, object | None] = {
            "entity_text": words,
            "identifier_id": actor,
            "name": self._names.get(actor),
            "code": code,
        }
        if code is not None:
            country, sector = code[:_COUNTRY], code[_COUNTRY:]
            found["country"] = None if country == _UNKNOWN else country
            found["sector"] = sector or None
        return {name: value for name, value in found.items() if value is not None}

    def _voice(self, voice: str) -> dict[str, object]:
        """Return who tells it: the narrator, or a statement and its speaker."""
        if voice == NARRATOR:
            return {"teller": NARRATOR}
        found: dict[str, object] = {"teller": "statement", "statement": voice}
        statement = self._statements.get(voice)
        if statement is not None and statement.speaker is not None:
            found["speaker_id"] = statement.speaker
            found["speaker"] = self._names.get(statement.speaker, statement.speaker)
        return found

    def _text_info(self, event: Event) -> list[dict[str, object]]:
        """Return the words that tell it, the trigger's clause first, with offsets."""
        found: list[dict[str, object]] = []
        for number, one in enumerate(event.evidence, 1):
            info: dict[str, object] = {
                "sequence": number,
                "article": one.article,
                "field": one.field,
                "start": one.start,
                "end": one.end,
                "text": one.exact,
            }
            if number == 1:
                info["trigger"] = [[s.start, s.end] for s in event.trigger_spans]
                info["trigger_text"] = event.trigger
                info["actor"] = [[s.start, s.end] for s in event.source_spans]
                info["recipient"] = [[s.start, s.end] for s in event.target_spans]
            found.append(info)
        return found

    def _cite_info(self, evidence: Iterable[Evidence]) -> list[dict[str, object]]:
        """Return the articles that tell it, each once."""
        found = []
        for name in dict.fromkeys(one.article for one in evidence):
            article = self._articles.get(name)
            cited: dict[str, object | None] = {"article": name}
            if article is not None:
                cited |= {
                    "publisher": article.publisher,
                    "title": article.title,
                    "url": article.url,
                    "published": article.published,
                }
            found.append({k: v for k, v in cited.items() if v is not None})
        return found


def _day(when: str | None) -> str | None:
    """Return the day of an event where its time allows but one."""
    if when is None or not is_valid(when):
        return None
    first, last = bounds(when)
    return first.isoformat() if first is not None and first == last else None
