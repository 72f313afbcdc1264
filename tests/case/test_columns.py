from onrecord.case.columns import COLUMNS, say_when
from onrecord.case.shown import EXPORTED
from onrecord.model.actor import ActorKind
from onrecord.model.event import Event, EventType
from onrecord.model.evidence import Evidence
from onrecord.model.fact import Factuality
from onrecord.model.linkage import Linkage, LinkageKind, Response, Stance, Term
from onrecord.model.relation import Point, Relation


def cells(record, type_: str) -> dict[str, str]:
    names = {"ac-1": "Tavara", "ac-2": "Orvenia"}
    return {c.heading: c.cell(record, names) for c in COLUMNS[type_]}


def test_every_exported_type_has_columns() -> None:
    assert set(COLUMNS) == set(EXPORTED)


def test_times_are_said_in_words_and_oddities_as_they_are() -> None:
    assert say_when("2031-03-07") == "7 March 2031"
    assert say_when("odd") == "odd"
    assert say_when(None) == ""


def test_a_linkage_shows_its_terms_and_answers() -> None:
    linkage = Linkage(
        id="li-1",
        evidence=(),
        kind=LinkageKind.CONDITION,
        if_=Term(text="he is freed"),
        then=Term(text="talks go on"),
        proposed_by=("ac-2",),
        responses=(Response(actor="ac-1", stance=Stance.REJECTS),),
        sources=2,
    )
    row = cells(linkage, "linkage")
    assert row["terms"] == "if: “he is freed”; then: “talks go on”"
    assert row["answers"] == "Tavara rejects"
    assert row["by"] == "Orvenia"
    assert row["sources"] == "2"


def test_a_long_relation_shows_its_last_scores() -> None:
    points = tuple(Point(score=float(n), fact="ev-1") for n in range(8))
    relation = Relation(id="re-1", evidence=(), actors=("ac-1", "ac-2"), points=points)
    assert cells(relation, "relation")["scores"] == "… +2 +3 +4 +5 +6 +7"


def test_words_say_when_they_are_not_the_reporters_own() -> None:
    evidence = (Evidence(article="ar-1", start=0, end=3, exact="may"),)
    relation = Relation(
        id="re-1",
        evidence=evidence,
        actors=(),
        voice="st-1",
        factuality=Factuality.HYPOTHETICAL,
    )
    assert cells(relation, "relation")["words"] == "“may” (hypothetical, as quoted)"


def test_actor_kinds_are_plain_words() -> None:
    from onrecord.model.actor import Actor

    actor = Actor(id="ac-1", evidence=(), name="Tavara", kind=ActorKind.STATE)
    assert cells(actor, "actor")["kind"] == "state"


def test_a_day_that_is_only_the_articles_says_by() -> None:
    told = {"id": "ev-1", "evidence": (), "known_from": "2031-03-07"}
    event = {"event_type": EventType.COERCE, "trigger": "", "trigger_spans": ()}
    undated = Event(**told, **event)
    assert cells(undated, "event")["when"] == "by 7 March 2031"
    assert cells(Event(**told, **event, when="2031-03-07"), "event")["when"] == (
        "7 March 2031"
    )
