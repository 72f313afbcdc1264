import pytest

from onrecord.case.correcting import added, anchors_of, edited, make_correction
from onrecord.errors import CorrectionError
from onrecord.model.article import Article
from onrecord.model.correction import Operation
from onrecord.model.event import EventType
from onrecord.text.quote import cut_evidence

ARTICLE = Article(id="ar-1", text="Police held Halvik. Police held Ostrey.", sha256="0")


def test_ids_of_corrections_differ_within_one_moment() -> None:
    same = {"at": "2033-01-01T00:00:00.000000Z", "who": "Ada", "target": "st-1"}
    first = make_correction(Operation.CONFIRM, count=0, **same)
    second = make_correction(Operation.CONFIRM, count=1, **same)
    assert first.id != second.id
    assert first.id.startswith("cx-")


def test_the_anchor_is_the_clause_that_says_it() -> None:
    fact = added("event", ARTICLE, "held Halvik", {"event_type": "COERCE"})
    (anchor,) = anchors_of([fact])
    evidence = cut_evidence(ARTICLE.text, 7, 18, article="ar-1")
    assert (anchor.start, anchor.end, anchor.exact, anchor.suffix) == (
        7,
        18,
        "held Halvik",
        evidence.suffix,
    )


def test_texts_are_read_as_the_fields_kind() -> None:
    fact = added("event", ARTICLE, "held Halvik", {"event_type": "COERCE"})
    assert edited(fact, "event_type", "ASSAULT") == ('"COERCE"', '"ASSAULT"')
    assert edited(fact, "context", "legal") == ("[]", '["legal"]')
    assert edited(fact, "context", '["legal", "diplomatic"]')[1] == (
        '["legal","diplomatic"]'
    )
    assert edited(fact, "place", None) == ("null", "null")


def test_fields_that_say_where_a_fact_comes_from_stay() -> None:
    fact = added("event", ARTICLE, "held Halvik", {"event_type": "COERCE"})
    for field in ("id", "evidence", "trigger_spans", "nonsense"):
        with pytest.raises(CorrectionError, match="cannot be edited"):
            edited(fact, field, "x")


def test_one_of_several_occurrences_must_be_named() -> None:
    fields = {"event_type": "COERCE"}
    with pytest.raises(CorrectionError, match="stand 2 times"):
        added("event", ARTICLE, "Police held", fields, nth=0)
    fact = added("event", ARTICLE, "Police held", fields, nth=2)
    assert fact.evidence[0].start == 20
    with pytest.raises(CorrectionError, match="not 3"):
        added("event", ARTICLE, "Police held", fields, nth=3)


def test_an_added_fact_takes_what_its_words_say() -> None:
    fact = added("event", ARTICLE, "held Ostrey", {"event_type": "COERCE"})
    assert fact.event_type is EventType.COERCE  # type: ignore[union-attr]
    assert fact.trigger == "held Ostrey"  # type: ignore[union-attr]
    assert fact.method == "person"


def test_what_is_no_record_says_what_is_missing() -> None:
    with pytest.raises(CorrectionError, match=r"no event: .*event_type"):
        added("event", ARTICLE, "held Ostrey", {})
    with pytest.raises(CorrectionError, match="no record type"):
        added("rumour", ARTICLE, "held Ostrey", {})
