import report_builders as build

from onrecord.model.fact import Factuality
from onrecord.model.proceeding import AnnouncedDay, Proceeding, ProceedingStatus
from onrecord.report.lines import ProceedingLine
from onrecord.report.sections.desk import make_desk
from onrecord.report.sections.proceedings import proceeding_lines, stages_ahead


def lines(*proceedings: Proceeding) -> tuple[ProceedingLine, ...]:
    view = build.view(proceedings=proceedings)
    return proceeding_lines(view, make_desk(view))


def test_the_last_stages_are_told_with_their_ids_and_sources() -> None:
    names = ("request", "arrest", "hearing", "committal")
    stages = [build.stage(name, f"2031-03-0{n}") for n, name in enumerate(names, 1)]
    (line,) = lines(build.proceeding("pr-1", *stages))
    assert line.last_stage == "committal"
    assert [d.words for d in line.details] == [
        "1 earlier stage",
        "Arrest, on 2 March 2031",
        "Hearing, on 3 March 2031",
        "Committal, on 4 March 2031",
    ]
    assert line.details[1].fact == "sg-arrest-2031-03-02"
    assert line.details[1].sources == (1,)


def test_what_is_only_planned_is_no_stage_reached() -> None:
    planned = build.stage("surrender", None, factuality=Factuality.PLANNED)
    (line,) = lines(build.proceeding("pr-1", build.stage(), planned))
    assert line.last_stage == "arrest"
    assert line.details[-1].words == "Surrender (planned)"


def test_plans_gone_by_and_mere_possibilities_do_not_lie_ahead() -> None:
    old = build.stage("hearing", "2031-03-10", factuality=Factuality.PLANNED)
    perhaps = build.stage("trial", None, factuality=Factuality.HYPOTHETICAL)
    (line,) = lines(build.proceeding("pr-1", old, perhaps))
    assert line.details == ()


def test_a_stage_from_a_quote_names_the_speaker() -> None:
    view = build.view(
        proceedings=(build.proceeding("pr-1", build.stage(voice="st-1")),),
        statements=(build.statement(),),
    )
    (line,) = proceeding_lines(view, make_desk(view))
    assert line.details[0].words.endswith("according to Vessia")


def test_what_it_waits_for_and_the_next_day_are_told() -> None:
    (line,) = lines(build.proceeding(waits_for="the minister", next_on="2031-06-30"))
    assert [d.words for d in line.details] == [
        "Waits for: “the minister”",
        "Next: 30 June 2031",
    ]


def test_a_next_day_gone_by_in_silence_says_so() -> None:
    (line,) = lines(build.proceeding(next_on="2031-03-01"))
    assert "has passed with nothing reported" in line.details[0].words


def test_kept_and_missed_days_are_told_apart() -> None:
    days = (
        AnnouncedDay(day="2031-03-01", kept=True, evidence=(build.words("x"),)),
        AnnouncedDay(day="2031-03-02", kept=False),
        AnnouncedDay(day="2031-06-30"),
    )
    (line,) = lines(build.proceeding(announced=days))
    assert (line.kept, line.missed) == (("2031-03-01",), ("2031-03-02",))
    assert [d.words for d in line.details] == [
        "Days kept: 1 March 2031",
        "Days not kept: 2 March 2031",
    ]


def test_open_proceedings_come_before_closed_ones() -> None:
    closed = build.proceeding("pr-2", status=ProceedingStatus.CLOSED, sources=9)
    assert [line.fact for line in lines(closed, build.proceeding())] == [
        "pr-1",
        "pr-2",
    ]


def test_a_plan_without_a_day_is_over_once_the_matter_moved_on() -> None:
    planned = Factuality.PLANNED
    plan = build.stage("hearing", None, factuality=planned, known_from="2031-03-01")
    ruled = build.stage("committal", known_from="2031-03-05")
    later = build.stage("appeal", None, factuality=planned, known_from="2031-03-06")
    matter = build.proceeding("pr-1", plan, ruled, later)
    assert [s.stage for s in stages_ahead(matter, None)] == ["appeal"]
