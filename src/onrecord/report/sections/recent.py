"""What changed in the window: facts that became known in it, or moved within it.

From one view alone, so it tells what reports of the window added; what the same day
looked like before is `compare_views`'s question.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.model.claim import Claim
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.fact import Fact
from onrecord.model.linkage import Linkage, Response
from onrecord.model.proceeding import Proceeding, Stage
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement
from onrecord.model.view import CaseView
from onrecord.report.days import last_day, say_day
from onrecord.report.lines import News, RecentLine
from onrecord.report.sections.desk import Desk, told_by
from onrecord.report.sections.held import is_over
from onrecord.report.sections.linkages import say_response
from onrecord.report.sentences import (
    say_claim,
    say_custody,
    say_decision,
    say_linkage,
    say_matter,
    say_proceeding,
    say_relation,
    say_release,
    say_stage,
)
from onrecord.report.words import join_names

Told = Custody | Proceeding | Linkage | Claim | Decision | Relation

_TYPES: dict[type[Fact], str] = {
    Custody: "custody",
    Proceeding: "proceeding",
    Linkage: "linkage",
    Claim: "claim",
    Decision: "decision",
    Relation: "relation",
}
_WORTH = {News.ENDED: 4, News.STAGE: 3, News.ANSWER: 2, News.NEW: 1}


@dataclass(frozen=True, slots=True)
class Window:
    """The articles published from `since` to the day of the brief."""

    since: date
    articles: frozenset[str]

    def tells(self, fact: Fact) -> bool:
        """Whether an article of the window tells of a fact."""
        return any(piece.article in self.articles for piece in fact.evidence)


def open_window(view: CaseView, since: date, until: date | None) -> Window:
    """Return the window of a view; articles without a day are in none."""
    inside = (
        article.id
        for article in view.articles
        if (day := last_day(article.published)) and since <= day <= (until or day)
    )
    return Window(since=since, articles=frozenset(inside))


def recent_lines(
    view: CaseView, desk: Desk, window: Window
) -> tuple[tuple[RecentLine, ...], int]:
    """Return what the window brought, grave news first, then by sources.

    The number counts older facts that the window's articles tell without news.
    """
    told = [fact for fact in _facts(view) if window.tells(fact)]
    found = {fact.id: what_is_new(fact, desk, window) for fact in told}
    moved = {key: news for key, news in found.items() if news}
    new = (fact for fact in told if fact.id in moved)
    kept = desk.keep("recent", new, lambda f: (_WORTH[moved[f.id]], told_by(f)))
    lines = tuple(_line(fact, moved[fact.id], desk, window) for fact in kept)
    return lines, len(told) - len(moved)


def count_recent(facts: Iterable[Statement | Event], window: Window) -> int:
    """Return how many of these became known in the window."""
    by_day: dict[str | None, bool] = {None: False}
    count = 0
    for fact in facts:
        known = fact.known_from
        if known not in by_day:
            day = last_day(known)
            by_day[known] = bool(day and day >= window.since)
        count += by_day[known]
    return count


def what_is_new(fact: Told, desk: Desk, window: Window) -> News | None:
    """Return what reports of the window say of a fact that is new, if anything."""
    if isinstance(fact, Custody) and is_over(fact) and _is_in(fact.to, window):
        return News.ENDED
    if _is_in(fact.known_from, window):
        return News.NEW
    if isinstance(fact, Proceeding) and _has_new_stage(fact, window):
        return News.STAGE
    if isinstance(fact, Linkage) and _new_answers(fact, desk, window):
        return News.ANSWER
    return None


def _facts(view: CaseView) -> Iterator[Told]:
    """Yield the facts whose news a brief tells one by one."""
    yield from view.custody
    yield from view.proceedings
    yield from view.linkages
    yield from view.claims
    yield from view.decisions
    yield from view.relations


def _is_in(value: str | None, window: Window) -> bool:
    """Whether a day is known to lie in the window."""
    day = last_day(value)
    return day is not None and day >= window.since


def _has_new_stage(proceeding: Proceeding, window: Window) -> bool:
    """Whether a stage or an announced day became known in the window."""
    known = [announced.known_from for announced in proceeding.announced]
    is_announced = any(_is_in(day, window) for day in known)
    return is_announced or bool(_new_stages(proceeding, window))


def _new_stages(proceeding: Proceeding, window: Window) -> list[Stage]:
    """Return the stages that became known in the window."""
    return [one for one in proceeding.stages if _is_in(one.known_from, window)]


def _new_answers(linkage: Linkage, desk: Desk, window: Window) -> list[Response]:
    """Return the answers given, or first reported, in the window."""
    found = []
    for response in linkage.responses:
        statement = desk.look.statement(response.statement)
        known = statement.known_from if statement else None
        if _is_in(response.when, window) or _is_in(known, window):
            found.append(response)
    return found


def _line(fact: Told, news: News, desk: Desk, window: Window) -> RecentLine:
    """Make the line of one piece of news, citing the window's articles alone."""
    basics = desk.basics(fact)
    inside = [piece for piece in fact.evidence if piece.article in window.articles]
    basics["sources"], basics["cites"] = desk.book.cite(inside)
    return RecentLine(
        words=_say_news(fact, news, desk, window),
        **basics,
        type=_TYPES[type(fact)],
        news=news,
        day=desk.look.last_reported(inside) or "",
    )


def _say_news(fact: Told, news: News, desk: Desk, window: Window) -> str:
    """Return what is new about a fact; its whole sentence where all of it is."""
    look = desk.look
    if isinstance(fact, Proceeding) and news is News.STAGE:
        news_told = [say_stage(s, look).whole() for s in _new_stages(fact, window)]
        days = [a.day for a in fact.announced if _is_in(a.known_from, window)]
        if days and not news_told:
            news_told = [f"day announced: {join_names([*map(say_day, days)])}"]
        return f"{say_matter(fact, look)} — {'; '.join(news_told)}"
    if isinstance(fact, Linkage) and news is News.ANSWER:
        answers = [say_response(r, desk) for r in _new_answers(fact, desk, window)]
        return f"{say_linkage(fact, look)} — {'; '.join(answers)}"
    return _say(fact, desk)


def _say(fact: Told, desk: Desk) -> str:
    """Return a fact's sentence."""
    look = desk.look
    if isinstance(fact, Custody):
        return say_release(fact, look) if is_over(fact) else say_custody(fact, look)
    if isinstance(fact, Proceeding):
        return say_proceeding(fact, look)
    if isinstance(fact, Linkage):
        return say_linkage(fact, look)
    if isinstance(fact, Claim):
        return say_claim(fact, look)
    if isinstance(fact, Decision):
        return say_decision(fact, look)
    return say_relation(fact, look)
