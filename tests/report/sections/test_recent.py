from datetime import date

import report_builders as build

from onrecord.model.view import CaseView
from onrecord.report.lines import News, RecentLine
from onrecord.report.sections.desk import make_desk
from onrecord.report.sections.recent import count_recent, open_window, recent_lines

SINCE = date(2031, 3, 10)
ARTICLES = (
    build.article("a", "2031-03-05"),
    build.article("b", "2031-03-12"),
    build.article("c", None),
)
NEW = {"evidence": (build.words("x", "a"), build.words("y", "b"))}

FRESH = {**NEW, "known_from": "2031-03-12"}


def recent(view: CaseView) -> tuple[RecentLine, ...]:
    desk = make_desk(view)
    return recent_lines(view, desk, open_window(view, SINCE, desk.day))[0]


def news(**facts: object) -> list[News]:
    return [line.news for line in recent(build.view(articles=ARTICLES, **facts))]


def test_what_no_article_of_the_window_tells_is_not_new() -> None:
    assert news(custody=(build.custody(),), linkages=(build.linkage(),)) == []


def test_a_fact_first_told_in_the_window_is_new() -> None:
    fresh = build.custody(evidence=(build.words("y", "b"),), known_from="2031-03-12")
    (line,) = recent(build.view(articles=ARTICLES, custody=(fresh,)))
    assert (line.news, line.type, line.day) == (News.NEW, "custody", "2031-03-12")


def test_an_end_in_the_window_is_news_of_an_old_spell() -> None:
    assert news(custody=(build.released(**NEW, to="2031-03-11"),)) == [News.ENDED]


def test_a_new_stage_and_a_new_answer_are_news() -> None:
    stage = build.stage("hearing", known_from="2031-03-12")
    answer = build.refusal(when="2031-03-11")
    assert news(
        proceedings=(build.proceeding("pr-1", stage, **NEW),),
        linkages=(build.linkage(responses=(answer,), **NEW),),
    ) == [News.STAGE, News.ANSWER]


def test_an_answer_counts_by_when_its_statement_became_known() -> None:
    said = build.statement("st-2", known_from="2031-03-12")
    answer = build.refusal(statement="st-2")
    demand = build.linkage(responses=(answer,), **NEW)
    assert news(linkages=(demand,), statements=(said,)) == [News.ANSWER]


def test_an_old_fact_told_again_is_only_counted() -> None:
    fresh = build.claim("cl-2", evidence=NEW["evidence"], known_from="2031-03-12")
    old = build.decision(**NEW)
    view = build.view(articles=ARTICLES, decisions=(old,), claims=(fresh,))
    desk = make_desk(view)
    lines, again = recent_lines(view, desk, open_window(view, SINCE, desk.day))
    assert ([line.news for line in lines], again) == ([News.NEW], 1)


def test_news_cite_the_articles_of_the_window_alone() -> None:
    view = build.view(articles=ARTICLES, decisions=(build.decision(**FRESH),))
    (line,) = recent(view)
    assert [cite.article for cite in line.cites] == ["b"]


def test_statements_and_events_are_counted() -> None:
    window = open_window(build.view(articles=ARTICLES), SINCE, None)
    said = [
        build.statement(known_from=day) for day in ("2031-03-12", "2031-03-05", None)
    ]
    assert count_recent(said, window) == 1


def test_articles_without_a_day_are_in_no_window() -> None:
    window = open_window(build.view(articles=ARTICLES), date(1, 1, 1), None)
    assert window.articles == {"a", "b"}
