import report_builders as build

from onrecord.model.fact import Factuality
from onrecord.report.sections.desk import is_told_as_fact, make_desk, told_by


def test_a_section_keeps_the_highest_ranks_and_counts_the_rest() -> None:
    desk = make_desk(build.view(), limit=2)
    facts = [build.custody(f"cu-{n}", sources=n) for n in range(5)]
    assert [f.sources for f in desk.keep("held", facts, told_by)] == [4, 3]
    assert desk.more == {"held": 3}


def test_without_a_limit_everything_is_kept() -> None:
    desk = make_desk(build.view())
    assert len(desk.keep("held", [build.custody()] * 50, told_by)) == 50
    assert desk.more == {}


def test_basics_carry_id_sources_voice_and_corrections() -> None:
    view = build.view(statements=(build.statement(),))
    basics = make_desk(view).basics(
        build.custody(voice="st-1", corrected=("cx-1",), known_from="2031-03-05")
    )
    assert basics["fact"] == "cu-1"
    assert basics["sources"] == (1,)
    assert basics["according_to"] == "Vessia"
    assert basics["corrected"] == ("cx-1",)
    assert basics["last_reported"] == "2031-03-05"


def test_a_detail_numbers_its_own_sources() -> None:
    detail = make_desk(build.view()).detail("Term", [build.words("x")], "co-1")
    assert (detail.sources, detail.fact) == ((1,), "co-1")


def test_sources_fall_back_on_members() -> None:
    assert told_by(build.custody(sources=None, members=("a", "b"))) == 2
    assert told_by(build.custody(sources=None)) == 1
    assert not is_told_as_fact(build.custody(factuality=Factuality.ASKED))
