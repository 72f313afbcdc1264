import msgspec
import pytest
import report_builders as build

from onrecord.errors import InputError
from onrecord.model.view import CaseView
from onrecord.report.brief import make_brief
from onrecord.report.lines import Brief


def full_view() -> CaseView:
    return build.view(
        articles=(
            build.article("a"),
            build.article("b", "2031-03-06", duplicate_of="a"),
        ),
        custody=(build.custody(), build.released("cu-2", person=build.POLICE)),
        proceedings=(build.proceeding("pr-1", build.stage()),),
        linkages=(build.linkage(),),
        claims=(build.claim(),),
        decisions=(build.decision(),),
        relations=(build.relation(),),
        statements=(build.statement(),),
        events=(build.event(),),
    )


def test_every_section_has_its_lines() -> None:
    brief = make_brief(full_view())
    for section in ("held", "released", "proceedings", "linkages", "claims"):
        assert len(getattr(brief, section)) == 1
    assert len(brief.decisions) == len(brief.relations) == 1
    assert (len(brief.recent), brief.told_again) == (5, 2)
    assert (brief.recent_statements, brief.recent_events) == (1, 1)


def test_copies_are_counted_as_one_story() -> None:
    brief = make_brief(full_view())
    assert (brief.articles, brief.stories) == (2, 1)
    assert len(brief.sources) == 1


def test_the_window_ends_thirty_days_back_unless_told() -> None:
    assert make_brief(full_view()).since == "2031-02-12"
    assert make_brief(full_view(), since="2031-03").since == "2031-03-01"


@pytest.mark.parametrize("since", ["yesterday", "../2031-03-01"])
def test_a_window_without_a_first_day_is_an_input_error(since: str) -> None:
    with pytest.raises(InputError, match="since"):
        make_brief(full_view(), since=since)


def test_an_empty_case_gives_an_empty_brief() -> None:
    brief = make_brief(CaseView())
    assert brief.day is None
    assert brief.held == brief.recent == brief.sources == ()
    assert [gap.kind for gap in brief.gaps] == ["silence"]


def test_what_does_not_fit_is_counted() -> None:
    spells = tuple(build.custody(f"cu-{n}") for n in range(5))
    brief = make_brief(build.view(custody=spells), limit=2)
    assert len(brief.held) == 2
    assert brief.more["held"] == 3


def test_the_brief_is_json_and_back() -> None:
    brief = make_brief(full_view())
    assert msgspec.json.decode(msgspec.json.encode(brief), type=Brief) == brief


def test_the_same_view_gives_the_same_brief() -> None:
    assert make_brief(full_view()) == make_brief(full_view())
