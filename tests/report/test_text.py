import pytest
import report_builders as build

from onrecord.model.view import CaseView
from onrecord.report.brief import make_brief
from onrecord.report.changes import compare_views
from onrecord.report.text import to_text
from onrecord.report.timeline import make_timeline

VIEW = build.view(
    articles=(build.article("a"), build.article("b", "2031-03-06", duplicate_of="a")),
    custody=(build.custody(conditions=(build.term("stay in Port Sel"),)),),
    linkages=(build.linkage(responses=(build.refusal(),)),),
    events=(
        build.event(happening="ev-1"),
        build.event("ev-2", happening="ev-1", when="2031-03-05"),
        build.event("ev-3", when="2031-02-01/2031-03-20"),
    ),
)


def test_a_brief_prints_lines_with_sources_and_ids() -> None:
    text = to_text(make_brief(VIEW))
    assert "- Held: Ilse Maren, in Port Sel, by Coastal Police" in text
    assert "[1] cu-1" in " ".join(text.split())
    assert "  - Term: “stay in Port Sel”" in text
    assert "Nothing is reported to be contested." in text


def test_sources_are_listed_with_link_hash_and_copies() -> None:
    text = to_text(make_brief(VIEW))
    assert "[1] Outlet a, 5 March 2031: Story a" in text
    assert "    https://example.org/a" in text
    assert "1 copy of the same story, counted as one source: Outlet b" in text
    assert "sha256 aaaaaaaa" in text


def test_a_timeline_prints_days_in_a_column_and_conflicts_under_the_row() -> None:
    text = to_text(make_timeline(VIEW))
    assert "\n4 March 2031          Coercion by Coastal Police against Ilse" in text
    assert "! Reports differ on the day:" in text
    assert "- 5 March 2031 “police seized Maren” [1]" in " ".join(text.split())
    assert "\nbetween 1 February and 20 March 2031\n" in text


def test_changes_print_fields_and_reasons() -> None:
    later = build.view(custody=(build.released(),))
    text = to_text(compare_views(VIEW, later))
    assert "- Changed: Was held: Ilse Maren" in text
    assert "  - Status: held → past" in text
    assert "  - Because: " in text


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    reports = make_brief(VIEW), make_timeline(VIEW), compare_views(CaseView(), VIEW)
    for report in reports:
        for line in to_text(report, width=width).splitlines():
            assert len(line) <= max(width, 40)


def test_an_empty_case_prints() -> None:
    text = to_text(make_brief(CaseView()))
    assert "No articles." in text
    assert "Nobody is reported held." in text
    assert to_text(make_timeline(CaseView())).startswith("Timeline\n")


def test_left_out_lines_are_counted() -> None:
    spells = tuple(build.custody(f"cu-{n}") for n in range(5))
    assert "- and 3 more" in to_text(make_brief(build.view(custody=spells), limit=2))


HOSTILE = "\x1b]0;own\x07\x1b[2J\u202egnp\x9b31m\r\nFAKE LINE\ud800"


def hostile_view() -> CaseView:
    return build.view(
        articles=(
            build.article(
                "a", publisher=HOSTILE, title=HOSTILE, url=f"https://x/{HOSTILE}"
            ),
        ),
        actors=(build.actor(build.MAREN, HOSTILE), *build.ACTORS[1:]),
        custody=(build.custody(grounds=HOSTILE, place=HOSTILE, kind=HOSTILE),),
        claims=(build.claim(text=HOSTILE),),
        statements=(build.statement(content=HOSTILE),),
        events=(build.event(when=HOSTILE), build.event("ev-2", place=HOSTILE)),
        notes=(HOSTILE,),
    )


def test_no_control_character_of_an_article_reaches_the_terminal() -> None:
    view = hostile_view()
    reports = (
        make_brief(view),
        make_timeline(view, with_undated=True),
        compare_views(CaseView(), view),
    )
    for report in reports:
        text = to_text(report)
        text.encode()
        assert not set(text) & set("\x1b\x07\x9b\r\u202e\ud800")
        assert not any(line.startswith("FAKE LINE") for line in text.splitlines())


def test_a_new_fact_gives_no_reason_that_its_sources_give() -> None:
    text = to_text(compare_views(CaseView(), VIEW))
    assert "- Added: Held: Ilse Maren" in text
    assert "Because" not in text


def test_changes_begin_with_where_things_stand_and_end_with_who() -> None:
    text = to_text(compare_views(CaseView(), VIEW))
    assert text.index("\nCustody\n") < text.index("\nEvents\n")
    assert text.index("\nEvents\n") < text.index("\nActors\n")
