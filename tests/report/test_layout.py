import report_builders as build

from onrecord.model.view import CaseView
from onrecord.report.brief import make_brief
from onrecord.report.changes import compare_views
from onrecord.report.layout import (
    PARTS,
    brief_basis,
    brief_title,
    change_groups,
    changes_basis,
    changes_title,
    copies_words,
    lines_of,
    numbers,
    recent_counts,
    source_words,
    timeline_basis,
    timeline_title,
)
from onrecord.report.lines import Copy, Source
from onrecord.report.timeline import make_timeline


def test_every_part_is_a_section_of_the_brief() -> None:
    brief = make_brief(build.view(custody=(build.custody(),)))
    assert [len(lines_of(brief, part)) for part in PARTS] == [1, 0, 0, 0, 0, 0, 0]


def test_a_title_says_the_day() -> None:
    assert brief_title(make_brief(build.view())) == "Brief as of 14 March 2031"
    assert brief_title(make_brief(build.view(as_of=None))) == "Brief to 5 March 2031"
    assert brief_title(make_brief(CaseView())) == "Brief"


def test_copies_counted_as_one_are_said_so() -> None:
    articles = (build.article("a"), build.article("b", duplicate_of="a"))
    assert brief_basis(make_brief(build.view(articles=articles))) == (
        "From 2 articles; copies counted as one, 1 independent story."
    )
    assert brief_basis(make_brief(build.view())) == "From 1 article."
    assert brief_basis(make_brief(CaseView())) == "No articles."


def test_a_source_names_its_copies() -> None:
    source = Source(
        number=1, article="a", outlet="Wire", day="2031-03-05", title="T", sha256="x",
        copies=(Copy(article="b", outlet="Post", day="2031-03-06"), Copy(article="c")),
    )  # fmt: skip
    assert source_words(source) == "Wire, 5 March 2031: T"
    assert copies_words(source) == (
        "2 copies of the same story, counted as one source: Post (6 March 2031), "
        "outlet not named (no day)"
    )


def test_a_timeline_says_what_stands_in_no_row() -> None:
    view = build.view(
        events=(build.event(), build.event("ev-2", when=None)),
        custody=(build.custody(from_=None),),
        undated=2,
    )
    assert timeline_title(make_timeline(view)) == "Timeline as of 14 March 2031"
    assert timeline_basis(make_timeline(view)) == (
        "1 row; no day is told for 1 spell of custody, 1 event; "
        "2 articles without a day left out."
    )
    assert timeline_basis(make_timeline(view, limit=0)).startswith(
        "0 rows, cut, of 1 dated entry;"
    )


def test_changes_say_both_days_and_when_nothing_differs() -> None:
    same = compare_views(build.view(as_of="2031-03-10"), build.view())
    assert changes_title(same) == "Changes from 10 March 2031 to 14 March 2031"
    assert changes_basis(same) == "0 articles more. Nothing differs."
    fewer = compare_views(build.view(custody=(build.custody(),)), CaseView())
    assert changes_basis(fewer) == "0 articles more, 1 article fewer."
    custody = next(group for group in fewer.types if group.type == "custody")
    assert [word for word, _ in change_groups(custody)] == ["Gone"]


def test_what_is_new_is_counted_and_what_is_told_again() -> None:
    brief = make_brief(build.view(events=(build.event(),)))
    assert recent_counts(brief) == "0 new statements, 1 new event."
    again = make_brief(build.view(relations=(build.relation(),)))
    assert recent_counts(again).endswith("; 1 older fact told again.")


def test_numbers_stand_in_brackets() -> None:
    assert numbers((1, 3)) == "[1, 3]"
    assert numbers(()) == ""
