"""A case as FollowTheMoney entities, one JSON object a line.

Actors are `Person`, `PublicBody`, `Organization` or `LegalEntity`; articles are
`Article`; proceedings are `CourtCase` with a `CourtCaseParty` for each party; their
stages, spells of custody and events are `Event`. Only what is told as so is written:
what is denied, planned or supposed has no place in the schema. A day that is not known
whole is written as far as it is (`2031-03`), an open or doubtful one as its bounds.
`proof` names the articles.

Source: the FollowTheMoney schema, https://followthemoney.tech/explorer/ (4.x).
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.case.exports.content import Content
from onrecord.model.actor import Actor, ActorKind
from onrecord.model.article import Article
from onrecord.model.custody import Custody
from onrecord.model.edtf import bounds, is_valid
from onrecord.model.event import Event
from onrecord.model.evidence import Evidence
from onrecord.model.fact import Factuality
from onrecord.model.proceeding import Proceeding, Stage

Entity = dict[str, object]

_SCHEMAS = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "PublicBody",
    ActorKind.PUBLIC_BODY: "PublicBody",
    ActorKind.ORGANIZATION: "Organization",
}
# The schema has languages by ISO 639-3; facts are read from English alone.
_LANGUAGES = {"en": "eng"}
# Stages that put a matter before somebody.
_FILES = frozenset(
    {"application", "charge", "complaint", "filing", "indictment", "request"}
)
# How long a year, a month and a day are, as EDTF writes them.
_PLAIN_DAY = (4, 7, 10)


def to_ftm(content: Content) -> Iterator[str]:
    """Give one entity a line: articles, actors, cases with their parties, events.

    A fact names an actor or article as an entity only where that is in the export;
    `--type proceeding` alone gives cases without parties.
    """
    encoder = msgspec.json.Encoder()
    known = {record.id for _, record in content.flat()}
    for entity in _entities(content, known):
        yield encoder.encode(entity).decode() + "\n"


def _entities(content: Content, known: set[str]) -> Iterator[Entity]:
    """Give the entities of all records that have a place in the schema."""
    for _, record in content.flat():
        if isinstance(record, Article):
            yield _article(record)
        elif isinstance(record, Actor):
            if record.kind is not ActorKind.DOCUMENT:
                yield _actor(record)
        elif record.factuality is not Factuality.ASSERTED:
            continue
        elif isinstance(record, Proceeding):
            yield from _case(record, content.names, known)
        elif isinstance(record, Custody):
            yield _custody(record, content.names, known)
        elif isinstance(record, Event):
            yield _event(record, known)


def _entity(id_: str, schema: str, **values: Iterable[str | None]) -> Entity:
    """Return an entity; each property is a list of text, and none is empty."""
    properties = {
        name: list(dict.fromkeys(filter(None, given))) for name, given in values.items()
    }
    return {
        "id": id_,
        "schema": schema,
        "properties": {name: given for name, given in properties.items() if given},
    }


def _article(article: Article) -> Entity:
    """Return an article, without its text: that is the outlet's."""
    return _entity(
        article.id,
        "Article",
        title=[article.title],
        author=article.authors,
        publisher=[article.publisher],
        publishedAt=_days(article.published),
        sourceUrl=[article.url],
        language=[_LANGUAGES.get(article.language or "")],
    )


def _actor(actor: Actor) -> Entity:
    """Return somebody with names and titles."""
    schema = _SCHEMAS.get(actor.kind, "LegalEntity")
    titles = [
        f"{role.title} of {role.of}" if role.of else role.title for role in actor.roles
    ]
    is_person = schema == "Person"
    return _entity(
        actor.id,
        schema,
        name=[actor.name],
        alias=actor.aliases,
        position=titles if is_person else (),
        proof=_articles(actor.evidence),
    )


def _case(
    case: Proceeding, names: Mapping[str, str], known: set[str]
) -> Iterator[Entity]:
    """Give a proceeding, its parties and its stages."""
    told = [names.get(one, one) for one in case.subject] or list(case.subject_text)
    name = f"{case.kind.value}: {', '.join(told)}" if told else case.kind.value
    days = [day for stage in case.stages for day in _days(stage.when)]
    filed = [s.when for s in case.stages if s.stage in _FILES]
    is_closed = case.status.value == "closed"
    yield _entity(
        case.id,
        "CourtCase",
        name=[name],
        type=[case.kind.value],
        category=case.allegations,
        court=[names.get(one, one) for one in case.forum] or case.forum_text,
        status=[case.status.value],
        fileDate=[day for when in filed[:1] for day in _days(when)],
        closeDate=days[-1:] if is_closed else (),
        summary=_quotes(case.evidence),
        proof=_among(_articles(case.evidence), known),
    )
    roles = {
        "subject": case.subject,
        "requested by": case.requested_by,
        "decider": case.decider,
    }
    for role, parties in roles.items():
        for party in _among(parties, known):
            yield _entity(
                f"{case.id}.{role.replace(' ', '-')}.{party}",
                "CourtCaseParty",
                case=[case.id],
                party=[party],
                role=[role],
                proof=_among(_articles(case.evidence), known),
            )
    for stage in case.stages:
        if stage.factuality is Factuality.ASSERTED:
            yield _stage(stage, case, name, known)


def _stage(stage: Stage, case: Proceeding, name: str, known: set[str]) -> Entity:
    """Return one step of a proceeding."""
    told = f"{stage.stage} ({stage.outcome})" if stage.outcome else stage.stage
    return _entity(
        f"{case.id}.{stage.id}",
        "Event",
        name=[f"{told}: {name}"],
        date=_days(stage.when),
        involved=_among((*case.subject, *stage.by), known),
        keywords=[stage.stage],
        summary=_quotes(stage.evidence),
        recordId=[case.id],
        proof=_among(_articles(stage.evidence), known),
    )


def _custody(spell: Custody, names: Mapping[str, str], known: set[str]) -> Entity:
    """Return a spell: from its first day to its last."""
    person = names.get(spell.person or "", spell.person_text or "somebody")
    terms = [f"{term.kind}: {term.text}" for term in spell.conditions]
    return _entity(
        spell.id,
        "Event",
        name=[f"{spell.kind.replace('_', ' ')}: {person}"],
        startDate=_days(spell.from_),
        endDate=_days(spell.to),
        location=[spell.place],
        involved=_among((spell.person or "",), known),
        organizer=_among(spell.holder, known),
        keywords=[spell.kind, spell.status.value, spell.end and spell.end.value],
        description=[spell.grounds],
        notes=terms,
        summary=_quotes(spell.evidence),
        proof=_among(_articles(spell.evidence), known),
    )


def _event(event: Event, known: set[str]) -> Entity:
    """Return a coded event; its words name it."""
    told = event.evidence[0].exact if event.evidence else event.event_type.value
    return _entity(
        event.id,
        "Event",
        name=[_one_line(told)],
        date=_days(event.when),
        location=[event.place],
        organizer=_among(event.source, known),
        involved=_among(event.target, known),
        keywords=[event.event_type.value, event.mode, *event.context],
        summary=_quotes(event.evidence),
        proof=_among(_articles(event.evidence), known),
    )


def _days(edtf: str | None) -> tuple[str, ...]:
    """Return a date of EDTF as the schema has it: a plain day, month or year.

    Anything else gives its bounds, both of which the property then holds.
    """
    if edtf is None or not is_valid(edtf):
        return ()
    plain = edtf.rstrip("?~%")
    if len(plain) in _PLAIN_DAY and plain.replace("-", "").isdigit():
        return (plain,)
    return tuple(day.isoformat() for day in bounds(edtf) if day is not None)


def _articles(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the articles that words stand in, each once."""
    return tuple(dict.fromkeys(one.article for one in evidence))


def _among(ids: Iterable[str], known: set[str]) -> tuple[str, ...]:
    """Return the ids that the export has an entity for."""
    return tuple(one for one in ids if one in known)


def _quotes(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the words of evidence."""
    return tuple(one.exact for one in evidence)


def _one_line(words: str) -> str:
    """Return words without their line breaks."""
    return " ".join(words.split())
