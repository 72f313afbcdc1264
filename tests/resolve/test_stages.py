import resolve_builders as build

from onrecord.model.fact import Factuality
from onrecord.model.proceeding import Stage
from onrecord.resolve.stages import unite_stages


def stage(one, name, when=None, **fields):
    fields.setdefault("known_from", "2031-12-01")
    return Stage(id=one, stage=name, when=when, **fields)


def names(*stages):
    return [one.stage for one in unite_stages(stages)]


def test_reports_of_one_step_are_one_with_the_evidence_of_both():
    (one,) = unite_stages(
        [
            stage("sg-2", "arrest", "2031-03", evidence=(build.words("a"),)),
            stage(
                "sg-1",
                "arrest",
                "2031-03-05",
                evidence=(build.words("b"),),
                by=("ac-1",),
                known_from="2031-03-07",
            ),
        ]
    )
    assert (one.id, one.when, one.by) == ("sg-1", "2031-03-05", ("ac-1",))
    assert (len(one.evidence), one.known_from) == (2, "2031-03-07")


def test_an_outcome_told_later_is_the_same_step():
    (one,) = unite_stages(
        [
            stage("sg-1", "bail_hearing", "2031-03-11"),
            stage("sg-2", "bail_hearing", outcome="granted", outcome_text="freed"),
        ]
    )
    assert (one.outcome, one.outcome_text) == ("granted", "freed")


def test_other_outcomes_and_other_days_are_other_steps():
    made = unite_stages(
        [
            stage("sg-1", "hearing", "2031-03-11", outcome="adjourned"),
            stage("sg-2", "hearing", "2031-03-11", outcome="met"),
            stage("sg-3", "hearing", "2031-06-09"),
        ]
    )
    assert len(made) == 3


def test_what_happens_once_keeps_contradicting_days_as_a_conflict():
    (one,) = unite_stages(
        [
            stage("sg-1", "arrest", "2031-03-05"),
            stage("sg-2", "arrest", "2031-03-06"),
            stage("sg-3", "arrest", "2031-03-06"),
        ]
    )
    assert (one.when, one.conflicts) == ("2031-03-06", ("2031-03-05",))


def test_a_step_without_a_day_is_the_last_that_had_come_when_it_was_told():
    made = unite_stages(
        [
            stage("sg-1", "hearing", "2031-03-11"),
            stage("sg-2", "hearing", "2031-06-09"),
            stage("sg-3", "hearing", known_from="2031-04-01"),
        ]
    )
    assert [one.id for one in made] == ["sg-1", "sg-2"]


def test_what_is_planned_is_not_what_happened():
    planned = stage("sg-1", "hearing", "2031-06-09", factuality=Factuality.PLANNED)
    assert names(planned, stage("sg-2", "hearing", "2031-06-09")) == ["hearing"] * 2


def test_steps_come_by_day_then_in_their_usual_order():
    found = names(
        stage("sg-1", "surrender", "2032-01-01"),
        stage("sg-2", "bail_hearing", "2031-03-05"),
        stage("sg-3", "arrest", "2031-03-05"),
        stage("sg-4", "unheard_of", "2031-03-05"),
    )
    assert found == ["arrest", "bail_hearing", "unheard_of", "surrender"]


def test_the_narrators_report_gives_the_voice():
    (one,) = unite_stages(
        [
            stage("sg-1", "arrest", "2031-03-05", voice="st-1"),
            stage("sg-2", "arrest", "2031-03-05"),
        ]
    )
    assert one.voice == "narrator"
