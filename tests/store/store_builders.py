"""Small articles, facts and runs, built by hand for the tests of the store."""

import hashlib

from onrecord.model.actor import Actor, ActorKind, Form, Mention
from onrecord.model.article import Article, PublishedBasis, Received
from onrecord.model.correction import Correction, Operation, Run
from onrecord.model.custody import Condition, Custody
from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Span
from onrecord.model.linkage import Linkage, LinkageKind, Response, Stance, Term
from onrecord.model.proceeding import AnnouncedDay, Proceeding, ProceedingKind, Stage
from onrecord.model.records import Reading
from onrecord.model.statement import Act, Mode, Statement
from onrecord.model.time import Time
from onrecord.text.basis import basis_of
from onrecord.text.ids import article_id, fact_id, make_id
from onrecord.text.quote import cut_evidence

DAY1 = "2021-03-01T10:00:00Z"
DAY2 = "2021-03-02T10:00:00Z"
DAY3 = "2021-03-03T10:00:00Z"

TEXT = (
    "Police in Port Sel arrested Captain Mira Dorn on Tuesday. 🚢 “She broke no law,” "
    "her lawyer said. A court will rule on her bail on 4 May."
)


def received(text=TEXT, *, content=None, source="story.txt", **fields):
    content = text.encode() if content is None else content
    article = Article(
        id=article_id(text),
        text=text,
        sha256=hashlib.sha256(content).hexdigest(),
        **fields,
    )
    return Received(
        article=article, content=content, media_type="text/plain", source=source
    )


def dated(text=TEXT, **fields):
    values = {
        "title": "Captain arrested",
        "publisher": "The Sel Courier",
        "published": "2021-03-02",
        "published_precision": "day",
        "published_basis": PublishedBasis.META,
    }
    return received(text, **(values | fields))


def a_run(fingerprint="f1"):
    return Run(
        id=make_id("run", fingerprint),
        started_at=DAY1,
        version="0.1",
        fingerprint=fingerprint,
        models={"parser": "abc"},
        settings={"jobs": "1"},
    )


def span(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def cut(words, text=TEXT):
    place = span(words, text)
    return cut_evidence(text, place.start, place.end, article=article_id(text))


def an_id(kind, words, text=TEXT, ordinal=0):
    place = span(words, text)
    return fact_id(
        kind, article_id(text), "text", place.start, place.end, ordinal=ordinal
    )


def a_mention(words="Mira Dorn", text=TEXT, **fields):
    place = span(words, text)
    values = {
        "id": an_id("mention", words, text),
        "evidence": (cut(words, text),),
        "article": article_id(text),
        "start": place.start,
        "end": place.end,
        "form": Form.NAME,
        "name_type": "PER",
        "actor": an_id("actor", words, text),
        "link_reason": "name",
        "method": "chain",
    }
    return Mention(**(values | fields))


def a_time(words="on Tuesday", text=TEXT, **fields):
    place = span(words, text)
    values = {
        "id": an_id("time", words, text),
        "evidence": (cut(words, text),),
        "article": article_id(text),
        "start": place.start,
        "end": place.end,
        "timex_type": "DATE",
        "value": "2021-03-02",
        "edtf": "2021-03-02",
    }
    return Time(**(values | fields))


def a_statement(cue="said", text=TEXT, **fields):
    content = span("She broke no law,", text)
    values = {
        "id": an_id("statement", cue, text),
        "evidence": (cut("“She broke no law,” her lawyer said", text),),
        "speaker": an_id("actor", "her lawyer", text),
        "speaker_text": "her lawyer",
        "cue": cue,
        "content": text[content.start : content.end],
        "cue_spans": (span(cue, text),),
        "content_spans": (content,),
        "mode": Mode.DIRECT,
        "act": Act.ASSERT,
        "method": "quote",
    }
    return Statement(**(values | fields))


def an_event(trigger="arrested", text=TEXT, **fields):
    values = {
        "id": an_id("event", trigger, text),
        "evidence": (cut("arrested Captain Mira Dorn on Tuesday", text),),
        "event_type": EventType.COERCE,
        "source_text": ("Police in Port Sel",),
        "target_text": ("Captain Mira Dorn",),
        "trigger": trigger,
        "trigger_spans": (span(trigger, text),),
        "when": "2021-03-02",
    }
    return Event(**(values | fields))


def an_actor(words="Captain Mira Dorn", text=TEXT, **fields):
    values = {
        "id": an_id("actor", words, text),
        "evidence": (cut(words, text),),
        "name": "Mira Dorn",
        "kind": ActorKind.PERSON,
        "group_members": ("ac-000000000000001",),
        "external": {"wikidata": "Q1"},
    }
    return Actor(**(values | fields))


def a_custody(text=TEXT, **fields):
    clause = "arrested Captain Mira Dorn"
    values = {
        "id": an_id("custody", clause, text),
        "evidence": (cut(clause, text),),
        "person_text": "Captain Mira Dorn",
        "kind": "detention",
        "from_": "2021-03-02",
        "conditions": (
            Condition(
                id="co-000000000000001",
                kind="surety",
                text="bail",
                evidence=(cut("bail", text),),
            ),
        ),
    }
    return Custody(**(values | fields))


def a_proceeding(text=TEXT, **fields):
    clause = "A court will rule on her bail on 4 May"
    values = {
        "id": an_id("proceeding", clause, text),
        "evidence": (cut(clause, text),),
        "kind": ProceedingKind.CRIMINAL,
        "forum_text": ("A court",),
        "stages": (
            Stage(
                id="sg-000000000000001",
                stage="bail_hearing",
                evidence=(cut(clause, text),),
            ),
        ),
        "announced": (
            AnnouncedDay(day="2021-05-04", evidence=(cut("on 4 May", text),)),
        ),
    }
    return Proceeding(**(values | fields))


def a_linkage(text=TEXT, **fields):
    clause = "rule on her bail"
    values = {
        "id": an_id("linkage", clause, text),
        "evidence": (cut(clause, text),),
        "kind": LinkageKind.CONDITION,
        "if_": Term(text="bail", spans=(span("bail", text),)),
        "responses": (
            Response(stance=Stance.REJECTS, evidence=(cut("no law", text),)),
        ),
    }
    return Linkage(**(values | fields))


def all_facts(text=TEXT):
    return (
        an_actor(text=text),
        a_mention(text=text),
        a_time(text=text),
        a_statement(text=text),
        an_event(text=text),
        a_custody(text=text),
        a_proceeding(text=text),
        a_linkage(text=text),
    )


def a_reading(*facts, text=TEXT, notes=()):
    return Reading(article=article_id(text), facts=facts, notes=notes)


def save(store, one, *facts, run=None, at=DAY1, notes=()):
    """Store an article with its reading, as the pipeline does."""
    run = run or a_run()
    article = store.save_article(one, at=at)
    reading = Reading(article=article.id, facts=facts, notes=notes)
    store.save_reading(reading, run=run, basis=basis_of(article), at=at)
    return article


def a_correction(number=1, **fields):
    values = {
        "id": make_id("correction", number),
        "at": DAY2,
        "who": "Ana",
        "operation": Operation.REJECT,
        "target": "st-000000000000001",
    }
    return Correction(**(values | fields))
