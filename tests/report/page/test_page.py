from typing import Any

import report_builders as build

from onrecord.model.view import CaseView
from onrecord.report.brief import make_brief
from onrecord.report.page.page import MOST_ROWS, Page, make_page, pick_rows
from onrecord.report.timeline import make_timeline


def page(view: CaseView) -> Page:
    return make_page(view, make_brief(view), make_timeline(view))


def case(**fields: Any) -> CaseView:
    articles = (build.article("a"), build.article("b"), build.article("c"))
    return build.view(articles=articles, **fields)


def test_sources_of_the_timeline_alone_come_after_those_of_the_brief() -> None:
    view = case(
        custody=(build.custody(evidence=(build.words("b held", "b"),)),),
        events=(
            build.event("ev-1", evidence=(build.words("a did", "a"),)),
            build.event(
                "ev-2",
                when="2031-03-06",
                evidence=(build.words("b did", "b"), build.words("c did", "c")),
            ),
        ),
    )
    made = page(view)
    assert [(s.number, s.article) for s in made.sources] == [
        (1, "b"), (2, "a"), (3, "c"),
    ]  # fmt: skip
    by_fact = {row.item.fact: row.item for row in made.rows}
    assert by_fact["ev-1"].sources == (2,)
    assert by_fact["ev-2"].sources == (1, 3)
    assert [cite.source for cite in by_fact["ev-2"].cites] == [1, 3]


def test_days_in_conflict_have_the_numbers_of_the_page() -> None:
    events = (
        build.event("ev-1", happening="ev-1"),
        build.event(
            "ev-2",
            happening="ev-1",
            when="2031-03-05",
            evidence=(build.words("c did", "c"),),
        ),
    )
    held = build.custody(evidence=(build.words("b held", "b"),), from_="2031-02-01")
    made = page(case(custody=(held,), events=events))
    row = next(row for row in made.rows if row.item.fact == "ev-1")
    (warning,) = row.item.under
    assert {n for one in warning.under for n in one.sources} == set(row.item.sources)


def test_every_citation_opens_a_place_that_a_passage_has() -> None:
    view = case(
        custody=(build.custody(conditions=(build.term("stay in Port Sel"),)),),
        claims=(build.claim(),),
        events=(build.event(),),
    )
    made = page(view)
    there = {n for s in made.sources for p in s.passages for n in p.places}
    assert there == set(made.places.values())
    items = [item for section in made.sections for item in section.items]
    for item in (*items, *(row.item for row in made.rows)):
        for cite in item.cites:
            assert int(made.anchor(cite)[1:]) in there


def test_only_web_addresses_are_links() -> None:
    url = "javascript:alert(1)"
    view = build.view(
        articles=(build.article("a", url=url),), custody=(build.custody(),)
    )
    (source,) = page(view).sources
    assert (source.url, source.link) == (url, False)


def test_a_long_timeline_keeps_what_the_case_turns_on() -> None:
    events = tuple(
        build.event(f"ev-{n}", when=f"2031-03-{n % 28 + 1:02}", trigger=f"t{n}")
        for n in range(MOST_ROWS + 40)
    )
    view = case(events=events, custody=(build.custody(from_="2031-03-29"),))
    rows = make_timeline(view).rows
    kept = pick_rows(rows)
    assert len(kept) == MOST_ROWS
    assert "cu-1" in [row.fact for row in kept]
    assert kept == [row for row in rows if row in kept]
    assert page(view).rows_note.endswith(
        f"Here {MOST_ROWS} of them; “onrecord timeline” has all."
    )


def test_an_empty_case_has_a_page() -> None:
    made = page(CaseView())
    assert (made.rows, made.drawings, made.sources) == ((), {}, ())
