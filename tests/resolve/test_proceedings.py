import resolve_builders as build

from onrecord.model.fact import Factuality
from onrecord.model.proceeding import (
    AnnouncedDay,
    ProceedingKind,
    ProceedingStatus,
    Stage,
)

proceeding = build.proceeding
MAN = {"subject": ("ac-1",), "subject_text": ("Halvik",)}


def proceedings(*facts, **options):
    return list(build.view(*facts, **options).proceedings)


def stage(name, when=None, **fields):
    return Stage(id=f"sg-{name}-{when}", stage=name, when=when, **fields)


def test_one_kind_and_subject_is_one_proceeding():
    (made,) = proceedings(
        proceeding("pr-2", "a", **MAN, requested_by=("ac-9",)),
        proceeding("pr-1", "b", **MAN, forum=("ac-8",), forum_text=("the court",)),
    )
    assert (made.id, made.members) == ("pr-1", ("pr-2", "pr-1"))
    assert (made.requested_by, made.forum) == (("ac-9",), ("ac-8",))
    assert (made.forum_text, made.subject_text) == (("the court",), ("Halvik",))


def test_another_kind_subject_or_requester_is_another_proceeding():
    made = proceedings(
        proceeding("pr-1", "a", **MAN, requested_by=("ac-9",)),
        proceeding("pr-2", "a", kind=ProceedingKind.CRIMINAL, **MAN),
        proceeding("pr-3", "a", subject=("ac-2",)),
        proceeding("pr-4", "a", **MAN, requested_by=("ac-7",)),
    )
    assert len(made) == 4


def test_a_report_without_a_subject_joins_by_forum():
    made = proceedings(
        proceeding("pr-1", "a", **MAN, forum=("ac-8",)),
        proceeding("pr-2", "a", subject=("ac-2",)),
        proceeding("pr-3", "b", forum=("ac-8",)),
    )
    assert [one.members for one in made] == [("pr-1", "pr-3"), ("pr-2",)]


def test_a_report_without_a_subject_joins_the_only_one_of_its_article():
    made = proceedings(
        proceeding("pr-1", "a", **MAN),
        proceeding("pr-2", "b", subject=("ac-2",)),
        proceeding("pr-3", "a"),
    )
    assert [one.members for one in made] == [("pr-1", "pr-3"), ("pr-2",)]


def test_a_report_that_fits_none_or_several_stands_alone():
    made = proceedings(
        proceeding("pr-1", "a", **MAN),
        proceeding("pr-2", "a", subject=("ac-2",)),
        proceeding("pr-3", "a"),
        proceeding("pr-4", "b"),
    )
    assert [one.id for one in made] == ["pr-1", "pr-2", "pr-3", "pr-4"]


def test_stages_are_united_and_known_from_their_articles():
    (made,) = proceedings(
        proceeding("pr-1", "a", **MAN, stages=(stage("arrest", "2031-03-05"),)),
        proceeding(
            "pr-2", "b", **MAN, stages=(stage("request"), stage("arrest", "2031-03"))
        ),
    )
    assert [one.stage for one in made.stages] == ["request", "arrest"]
    assert made.stages[1].known_from == "2031-01-15"


def test_next_is_the_latest_announced_not_past_and_misses_are_told():
    first = AnnouncedDay(day="2031-06-09")
    (made,) = proceedings(
        proceeding("pr-1", "a", **MAN, announced=(first,)),
        proceeding("pr-2", "b", **MAN, next_on="2031-09-23"),
        days={"a": "2031-03-12", "b": "2031-05-02"},
    )
    assert made.next_on == "2031-09-23"
    assert [(one.day, one.kept) for one in made.announced] == [
        ("2031-06-09", False),
        ("2031-09-23", None),
    ]
    assert made.announced[1].known_from == "2031-05-02"


def test_a_final_step_closes_only_when_it_is_asserted():
    planned = stage("surrender", "2031-05-01", factuality=Factuality.PLANNED)
    done = stage("surrender", "2031-05-01")
    open_one = proceedings(proceeding("pr-1", "a", **MAN, stages=(planned,)))
    closed = proceedings(proceeding("pr-1", "a", **MAN, stages=(planned, done)))
    assert open_one[0].status is ProceedingStatus.UNKNOWN
    assert closed[0].status is ProceedingStatus.CLOSED


def test_an_acquittal_closes_and_a_hearing_keeps_open():
    acquitted = stage("verdict", "2031-05-01", outcome="acquitted")
    for step, status in (
        (acquitted, ProceedingStatus.CLOSED),
        (stage("hearing"), ProceedingStatus.OPEN),
    ):
        made = proceedings(proceeding("pr-1", "a", **MAN, stages=(step,)))
        assert made[0].status is status


def test_status_is_that_of_the_last_report():
    (made,) = proceedings(
        proceeding("pr-1", "a", **MAN, status=ProceedingStatus.OPEN),
        proceeding("pr-2", "b", **MAN, status=ProceedingStatus.SUSPENDED),
        proceeding("pr-3", "c", **MAN, waits_for="the minister"),
    )
    assert made.status is ProceedingStatus.SUSPENDED
    assert made.waits_for == "the minister"


def test_allegations_are_told_once_in_their_fullest_words():
    (made,) = proceedings(
        proceeding("pr-1", "a", **MAN, allegations=("forgery", "fraud")),
        proceeding("pr-2", "b", **MAN, allegations=("forgery of depth charts",)),
    )
    assert made.allegations == ("forgery of depth charts", "fraud")
