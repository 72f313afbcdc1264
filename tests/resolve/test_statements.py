import resolve_builders as build

from onrecord.model.event import EventType
from onrecord.model.fact import Factuality

WIRE = " ".join(f"wire{number}" for number in range(60))
SPEECH = "her government would not interfere with the courts of the country"


def view(*facts, copies=("a", "b")):
    articles = [
        build.article(name, f"2031-03-0{place + 1}", WIRE if name in copies else "")
        for place, name in enumerate("abc")
    ]
    return build.derive(articles, facts, [])


def strike(one, source, **fields):
    fields = {"when": "2031-03-01", "target": ("ac-2",), "exact": SPEECH} | fields
    return build.fact(
        build.Event,
        one,
        source,
        event_type=EventType.SANCTION,
        trigger="suspended",
        source=("ac-1",),
        **fields,
    )


def test_copies_of_one_story_are_one_statement_and_one_source():
    (made,) = view(
        build.statement("st-2", "a", SPEECH),
        build.statement("st-1", "b", f"{SPEECH}, she said"),
    ).statements
    assert (made.id, made.members, made.sources) == ("st-1", ("st-2", "st-1"), 1)
    assert [one.article for one in made.evidence] == ["a", "b"]
    assert made.content == SPEECH


def test_two_reporters_who_heard_one_speech_are_two_statements():
    made = view(
        build.statement("st-1", "a", SPEECH), build.statement("st-2", "c", SPEECH)
    ).statements
    assert [one.id for one in made] == ["st-1", "st-2"]


def test_two_statements_of_one_article_stay_two():
    made = view(
        build.statement("st-1", "a", SPEECH),
        build.statement("st-2", "a", SPEECH, start=90),
        build.statement("st-3", "b", SPEECH),
    ).statements
    assert [one.members for one in made] == [("st-1", "st-3"), ("st-2",)]


def test_other_words_in_a_copy_are_another_statement():
    made = view(
        build.statement("st-1", "a", SPEECH),
        build.statement("st-2", "b", "no such finding had been shared with it"),
    ).statements
    assert len(made) == 2


def test_events_of_copies_are_folded_and_reports_share_a_happening():
    made = view(strike("ev-3", "a"), strike("ev-2", "b"), strike("ev-1", "c")).events
    assert [one.members for one in made] == [("ev-3", "ev-2"), ("ev-1",)]
    assert {one.happening for one in made} == {"ev-1"}


def test_another_day_side_or_factuality_is_another_happening():
    made = view(
        strike("ev-1", "a"),
        strike("ev-2", "c", when="2031-03-02"),
        strike("ev-3", "c", target=("ac-3",)),
        strike("ev-4", "c", factuality=Factuality.PLANNED),
        strike("ev-5", "c", when=None),
    ).events
    assert {one.happening for one in made} == {one.id for one in made}
    assert len(made) == 5
