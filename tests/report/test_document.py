import report_builders as build

from onrecord.model.view import CaseView
from onrecord.report.brief import make_brief
from onrecord.report.changes import compare_views
from onrecord.report.document import lay_out
from onrecord.report.timeline import make_timeline


def test_a_brief_is_laid_out_in_the_order_of_reading() -> None:
    document = lay_out(make_brief(build.view(custody=(build.custody(),))))
    assert [section.key for section in document.sections] == [
        "held", "released", "proceedings", "linkages", "claims", "decisions",
        "relations", "recent", "gaps",
    ]  # fmt: skip
    held, released = document.sections[:2]
    assert (held.intro, len(held.items)) == ("", 1)
    assert (released.intro, released.items) == ("No end of custody is reported.", ())


def test_an_item_has_its_fact_sources_and_places() -> None:
    document = lay_out(make_brief(build.view(custody=(build.custody(),))))
    (item,) = document.sections[0].items
    assert (item.fact, item.sources) == ("cu-1", (1,))
    assert item.cites[0].exact == "was seized in Port Sel"


def test_a_reviewed_line_says_so() -> None:
    reviewed = build.custody(corrected=("cx-1",))
    document = lay_out(make_brief(build.view(custody=(reviewed,))))
    assert document.sections[0].items[0].notes == ("reviewed",)


def test_days_in_conflict_stand_under_a_warning() -> None:
    events = (
        build.event(happening="ev-1"),
        build.event("ev-2", happening="ev-1", when="2031-03-05"),
    )
    document = lay_out(make_timeline(build.view(events=events)))
    (item,) = document.sections[0].items
    assert item.day == "4 March 2031"
    assert item.notes == ("1 more tell the same",)
    (warning,) = item.under
    assert warning.strong
    days = [one.words for one in warning.under]
    assert days == [
        "4 March 2031 “police seized Maren”",
        "5 March 2031 “police seized Maren”",
    ]


def test_changes_have_a_section_for_each_type_that_differs() -> None:
    document = lay_out(
        compare_views(CaseView(), build.view(custody=(build.custody(),)))
    )
    assert [section.key for section in document.sections] == ["custody", "actor"]
    assert document.sections[0].items[0].words.startswith("Added: Held: Ilse Maren")


def test_lines_left_out_are_the_last_item() -> None:
    spells = tuple(build.custody(f"cu-{n}") for n in range(5))
    document = lay_out(make_brief(build.view(custody=spells), limit=2))
    assert document.sections[0].items[-1].words == "and 3 more"
