import report_builders as build

from onrecord.model.actor import ActorKind
from onrecord.model.correction import CorrectionState
from onrecord.model.view import CaseView
from onrecord.report.sections.desk import make_desk
from onrecord.report.sections.gaps import gap_lines


def gaps(view: CaseView) -> list[str]:
    return [gap.words for gap in gap_lines(view, make_desk(view))]


def test_silence_since_the_last_article_is_named() -> None:
    assert gaps(build.view()) == [
        "Nothing reported since the article published on 5 March 2031 (9 days)"
    ]


def test_an_article_of_the_day_is_no_silence() -> None:
    assert gaps(build.view(as_of="2031-03-05")) == []


def test_articles_left_out_and_languages_are_counted() -> None:
    articles = (build.article("a"), build.article("b", None, language="de"))
    found = gaps(build.view(as_of=None, articles=articles, undated=2))
    assert found == [
        "2 articles without a day left out",
        "1 article without a day of publication",
        "1 article in 'de' not extracted",
    ]


def test_facts_without_a_day_are_counted_with_examples() -> None:
    events = tuple(build.event(f"ev-{n}", when=None) for n in range(12))
    view = build.view(as_of="2031-03-05", events=(*events, build.event("ev-x")))
    (gap,) = gap_lines(view, make_desk(view))
    assert gap.words == "12 of 13 events without a day"
    assert gap.count == 12
    assert len(gap.facts) == 10


def test_facts_without_an_actor_are_counted() -> None:
    found = gaps(
        build.view(
            as_of="2031-03-05",
            statements=(build.statement(speaker=None, speaker_text="he"),),
            events=(build.event(source=(), target=()),),
            custody=(build.custody(person=None, from_=None),),
            decisions=(build.decision(decider=()),),
            proceedings=(build.proceeding("pr-1", build.stage(when=None)),),
        )
    )
    assert found == [
        "1 of 1 spell of custody without a start",
        "1 of 1 stage without a day",
        "1 of 1 statement without a speaker known",
        "1 of 1 event without an actor known",
        "1 of 1 spell of custody without a person known",
        "1 of 1 decision without a decider known",
    ]


def test_doubted_actors_orphans_and_notes_are_named() -> None:
    twin = build.actor("ac-x", "I. Maren", ActorKind.PERSON, same_as=(build.MAREN,))
    found = gaps(
        build.view(
            as_of="2031-03-05",
            actors=(twin,),
            corrections_state={
                "cx-1": CorrectionState.ORPHANED,
                "cx-2": CorrectionState.APPLIED,
            },
            notes=("Two days fit.",),
        )
    )
    assert found == [
        "1 actor who may be the same as another",
        "1 correction whose fact was not found again",
        "Two days fit.",
    ]


def test_a_case_without_articles_says_so() -> None:
    assert gaps(build.view(articles=())) == ["No article is known by this day"]
