import io
import json
from typing import Any

from onrecord.case import Case
from onrecord.case.exports.content import Content
from onrecord.case.exports.plover import to_plover
from onrecord.model.actor import Actor, ActorKind
from onrecord.model.article import Article
from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Evidence, Span
from onrecord.model.fact import Factuality
from onrecord.model.statement import Act, Mode, Statement

TEXT = "Kenyan police arrested Ilse Roth on Monday."


def event(**fields: Any) -> Event:
    evidence = Evidence(article="ar-1", field="text", start=0, end=43, exact=TEXT)
    told: dict[str, Any] = {
        "id": "ev-1",
        "evidence": (evidence,),
        "method": "events/1",
        "factuality": Factuality.ASSERTED,
        "event_type": EventType.COERCE,
        "mode": "arrest",
        "context": ("legal",),
        "source": ("ac-police",),
        "source_text": ("Kenyan police",),
        "source_spans": (Span(0, 13),),
        "target": ("ac-roth",),
        "target_text": ("Ilse Roth",),
        "target_spans": (Span(23, 32),),
        "trigger": "arrested",
        "trigger_spans": (Span(14, 22),),
        "when": "2031-03-10",
        "when_text": "Monday",
    }
    return Event(**(told | fields))


def actor(name: str, code: str | None) -> Actor:
    return Actor(
        id=f"ac-{name}",
        evidence=(),
        method="hand",
        name=name,
        kind=ActorKind.PERSON,
        code=code,
    )


def write(*events: Event, **records: Any) -> list[dict[str, Any]]:
    names = {"ac-police": "Kenyan police", "ac-roth": "Ilse Roth"}
    content = Content({**records, "event": events}, names)
    return [json.loads(line) for line in to_plover(content)]


def test_sides_have_words_ids_and_codes_taken_apart() -> None:
    known = [actor("police", "KENCOP"), actor("roth", None)]
    (record,) = write(event(), actor=known)
    assert record["actor"] == [
        {
            "entity_text": "Kenyan police",
            "identifier_id": "ac-police",
            "name": "Kenyan police",
            "code": "KENCOP",
            "country": "KEN",
            "sector": "COP",
        }
    ]
    assert "code" not in record["recipient"][0]


def test_a_code_without_a_country_has_only_a_sector() -> None:
    (record,) = write(event(), actor=[actor("police", "---COP")])
    assert record["actor"][0]["sector"] == "COP"
    assert "country" not in record["actor"][0]


def test_the_words_open_at_their_offsets() -> None:
    (record,) = write(event())
    (info,) = record["text_info"]
    start, end = info["trigger"][0]
    assert TEXT[start:end] == info["trigger_text"] == "arrested"
    assert TEXT[info["start"] : info["end"]] == info["text"]
    assert [TEXT[a:b] for a, b in info["recipient"]] == ["Ilse Roth"]


def test_a_date_is_one_day_or_none() -> None:
    exact, open_ = write(event(), event(when="2031-03"))
    assert exact["date"] == "2031-03-10"
    assert "date" not in open_
    assert open_["date_edtf"] == "2031-03"


def test_words_that_stand_for_nobody_are_kept_alone() -> None:
    (record,) = write(event(source=(), source_text=("they",)))
    assert record["actor"] == [{"entity_text": "they"}]


def test_the_voice_names_the_speaker_of_its_statement() -> None:
    said = Statement(
        id="st-1",
        evidence=(),
        method="hand",
        speaker="ac-roth",
        cue="said",
        content="x",
        content_spans=(Span(0, 1),),
        mode=Mode.INDIRECT,
        act=Act.ASSERT,
    )
    narrated, told = write(event(), event(voice="st-1"), statement=[said])
    assert narrated["voice"] == {"teller": "narrator"}
    assert told["voice"] == {
        "teller": "statement",
        "statement": "st-1",
        "speaker_id": "ac-roth",
        "speaker": "Ilse Roth",
    }


def test_articles_are_cited_once() -> None:
    article = Article(id="ar-1", text=TEXT, sha256="0", publisher="Harbour Post")
    (record,) = write(event(), article=[article])
    assert record["cite_info"] == [{"article": "ar-1", "publisher": "Harbour Post"}]


def test_a_case_writes_one_line_an_event(case: Case) -> None:
    out = io.StringIO()
    written = case.export("plover", out)
    lines = out.getvalue().splitlines()
    assert len(lines) == written["event"] == 1
    assert json.loads(lines[0])["cite_info"][0]["article"]
