"""A small reader in place of the models, and articles to feed it.

It reads `NAME said "..."`, `NAME denied "..."` and `NAME arrested NAME`, so that what
is joined around the extraction can be tested without it.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from onrecord.model.actor import Actor, ActorKind, Form, Mention
from onrecord.model.article import Article, PublishedBasis, Received
from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Span
from onrecord.model.records import AnyFact, Reading
from onrecord.model.statement import Act, Mode, Statement
from onrecord.pipeline import Reader
from onrecord.text.ids import article_id, fact_id
from onrecord.text.quote import cut_evidence

NAME = r"([A-Z]\w+(?: [A-Z]\w+)?)"
SAYING = re.compile(NAME + r' (said|denied) "([^"]+)"')
ARREST = re.compile(f"{NAME} (arrested) {NAME}")


def received(
    text: str,
    *,
    published: str | None = "2031-03-07",
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = "The Courier",
    language: str = "en",
) -> Received:
    content = f"{title}|{published}|{url}|{text}".encode()
    article = Article(
        id=article_id(text),
        text=text,
        sha256=hashlib.sha256(content).hexdigest(),
        title=title,
        url=url,
        publisher=publisher,
        published=published,
        published_precision="day" if published else None,
        published_basis=PublishedBasis.CALLER if published else None,
        language=language,
    )
    return Received(
        article=article, content=content, media_type="text/plain", source=url or "test"
    )


INPUTS = (
    received(
        'Aldo Verrin said "We will wait for the court". '
        'Lanz denied "the claim of a swap".',
        published="2031-03-07",
        title="Two speak",
        publisher="The Courier",
    ),
    received(
        'Police arrested Halvik at the port. Aldo Verrin said "It is a matter of law".',
        published="2031-03-21",
        title="An arrest",
        publisher="The Ledger",
    ),
)
"""Two articles, two weeks apart."""


def read(article: Article, *, moved: bool = False) -> Reading:
    if "POISON" in article.text:
        raise ZeroDivisionError("poisoned on purpose")
    facts: list[AnyFact] = []
    actors: dict[str, str] = {}
    for match in SAYING.finditer(article.text):
        facts += _name(article, match, 1, actors)
        facts.append(_statement(article, match, actors, moved=moved))
    for match in ARREST.finditer(article.text):
        facts += _name(article, match, 1, actors)
        facts += _name(article, match, 3, actors)
        facts.append(_event(article, match, actors))
    notes = () if article.published else ("no publication day",)
    return Reading(article=article.id, facts=tuple(facts), notes=notes)


def _name(
    article: Article, match: re.Match[str], group: int, actors: dict[str, str]
) -> Iterator[AnyFact]:
    start, end = match.span(group)
    name = match[group]
    evidence = (cut_evidence(article.text, start, end, article=article.id),)
    if name not in actors:
        actors[name] = fact_id("actor", article.id, "text", start, end)
        yield Actor(
            id=actors[name],
            evidence=evidence,
            name=name,
            kind=ActorKind.PERSON,
            method="fake",
        )
    yield Mention(
        id=fact_id("mention", article.id, "text", start, end),
        evidence=evidence,
        article=article.id,
        start=start,
        end=end,
        form=Form.NAME,
        name_type="PER",
        actor=actors[name],
        method="fake",
    )


def _statement(
    article: Article, match: re.Match[str], actors: dict[str, str], *, moved: bool
) -> Statement:
    """One token later when `moved`: the clause starts at the cue, the cue after it."""
    whole, cue = match.span(0), match.span(2)
    if moved:
        whole = (cue[0], whole[1])
        cue = (cue[1] + 1, cue[1] + 1 + len(match[3].split()[0]) + 1)
    said = match.span(3)
    return Statement(
        id=fact_id("statement", article.id, "text", *cue),
        evidence=(cut_evidence(article.text, *whole, article=article.id),),
        speaker=actors[match[1]],
        speaker_text=match[1],
        cue=article.text[slice(*cue)],
        cue_spans=(Span(*cue),),
        content=match[3],
        content_spans=(Span(*said),),
        mode=Mode.DIRECT,
        act=Act.DENY if match[2] == "denied" else Act.ASSERT,
        method="fake.moved" if moved else "fake",
    )


def _event(article: Article, match: re.Match[str], actors: dict[str, str]) -> Event:
    trigger = match.span(2)
    return Event(
        id=fact_id("event", article.id, "text", *trigger),
        evidence=(cut_evidence(article.text, *match.span(0), article=article.id),),
        event_type=EventType.COERCE,
        when=article.published,
        source=(actors[match[1]],),
        source_text=(match[1],),
        target=(actors[match[3]],),
        target_text=(match[3],),
        trigger=match[2],
        trigger_spans=(Span(*trigger),),
        method="fake",
    )


def read_moved(article: Article) -> Reading:
    return read(article, moved=True)


def make_reader() -> Reader:
    return Reader(read, "fake-1", {"fake": "1"})


def make_moved_reader() -> Reader:
    return Reader(read_moved, "fake-2", {"fake": "2"})


@dataclass
class Ticking:
    """A clock that moves on by a second each time it is read."""

    now: datetime = field(default_factory=lambda: datetime(2033, 1, 1, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now
