"""What differs between two views of a case, and why.

Mostly two as-of days, but any two views will do: before and after corrections, or by
two versions. The reason is what the views show: an article that one of them knows and
the other does not, a correction, facts that were joined or parted; else the reading.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.model.actor import Actor
from onrecord.model.article import Article
from onrecord.model.claim import Claim
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.evidence import Evidence
from onrecord.model.linkage import Linkage
from onrecord.model.proceeding import Proceeding
from onrecord.model.records import AnyFact
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement
from onrecord.model.view import CaseView
from onrecord.report.days import say_day
from onrecord.report.fields import compare_fields
from onrecord.report.lines import (
    ChangeLine,
    Changes,
    FieldChange,
    Reason,
    ReasonKind,
    TypeChanges,
)
from onrecord.report.lookup import Lookup, make_lookup
from onrecord.report.pairing import Pairs, pair_facts
from onrecord.report.sentences import (
    say_claim,
    say_custody,
    say_decision,
    say_event,
    say_linkage,
    say_proceeding,
    say_relation,
    say_statement,
)
from onrecord.report.sources import SourceBook
from onrecord.report.words import one_line

TYPES: dict[str, Callable[[CaseView], Sequence[AnyFact]]] = {
    "custody": lambda view: view.custody,
    "proceeding": lambda view: view.proceedings,
    "linkage": lambda view: view.linkages,
    "claim": lambda view: view.claims,
    "decision": lambda view: view.decisions,
    "relation": lambda view: view.relations,
    "statement": lambda view: view.statements,
    "event": lambda view: view.events,
    "actor": lambda view: view.actors,
}
"""In the order shown: where things stand, then what was said and done, and by whom."""

MOST_REASONS = 5
"""Reasons given for one change."""


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Two views with what is needed to tell their differences."""

    before: CaseView
    after: CaseView
    look_before: Lookup
    look_after: Lookup
    new: dict[str, Article]
    lost: dict[str, Article]
    rejected: dict[str, AnyFact]
    book: SourceBook


def compare_views(before: CaseView, after: CaseView) -> Changes:
    """Return what was added, is gone and changed from one view to the other.

    Args:
        before: The view to start from, mostly of the earlier day.
        after: The view to compare with it.

    Returns:
        Types without a difference are left out.
    """
    work = _compare(before, after)
    types = (_type_changes(name, get, work) for name, get in TYPES.items())
    return Changes(
        before=before.as_of,
        after=after.as_of,
        articles_added=tuple(work.new),
        articles_gone=tuple(work.lost),
        types=tuple(
            t for t in types if t.added or t.gone or t.changed or t.more_sources
        ),
        sources=work.book.sources(),
    )


def say_fact(fact: AnyFact, look: Lookup) -> str:
    """Return any fact of a case as one sentence."""
    match fact:
        case Statement():
            return say_statement(fact, look).whole()
        case Event():
            return say_event(fact, look).whole()
        case Custody():
            return say_custody(fact, look)
        case Proceeding():
            return say_proceeding(fact, look)
        case Linkage():
            return say_linkage(fact, look)
        case Claim():
            return say_claim(fact, look)
        case Decision():
            return say_decision(fact, look)
        case Relation():
            return say_relation(fact, look)
        case Actor():
            return one_line(fact.name)
    return fact.id


def _compare(before: CaseView, after: CaseView) -> _Comparison:
    """Prepare the comparison of two views."""
    had = {article.id: article for article in before.articles}
    has = {article.id: article for article in after.articles}
    return _Comparison(
        before=before,
        after=after,
        look_before=make_lookup(before),
        look_after=make_lookup(after),
        new={key: article for key, article in has.items() if key not in had},
        lost={key: article for key, article in had.items() if key not in has},
        rejected={fact.id: fact for fact in after.rejected},
        book=SourceBook((had | has).values()),
    )


def _type_changes(
    name: str, get: Callable[[CaseView], Sequence[AnyFact]], work: _Comparison
) -> TypeChanges:
    """Return the differences of one type."""
    pairs = pair_facts(get(work.before), get(work.after), work.before, work.after)
    changed, more_sources = _changed(name, pairs, work)
    return TypeChanges(
        type=name,
        added=tuple(_added(name, fact, pairs, work) for fact in pairs.added),
        gone=tuple(_gone(name, fact, pairs, work) for fact in pairs.gone),
        changed=tuple(changed),
        more_sources=more_sources,
    )


def _changed(
    name: str, pairs: Pairs, work: _Comparison
) -> tuple[list[ChangeLine], int]:
    """Return the facts whose fields differ, and how many only got more sources."""
    lines: list[ChangeLine] = []
    more_sources = 0
    for old, new in pairs.both:
        if old == new:
            continue
        fields = compare_fields(old, new, work.look_before, work.look_after)
        if fields:
            reasons = _why_changed(old, new, pairs, work)
            lines.append(_line(name, new, work.look_after, work, reasons, old, fields))
        else:
            more_sources += (new.sources or 0) > (old.sources or 0)
    return lines, more_sources


def _line(
    name: str,
    fact: AnyFact,
    look: Lookup,
    work: _Comparison,
    reasons: tuple[Reason, ...],
    old: AnyFact | None = None,
    fields: tuple[FieldChange, ...] = (),
) -> ChangeLine:
    """Make the line of one difference."""
    sources, cites = work.book.cite(fact.evidence)
    return ChangeLine(
        fact=fact.id,
        words=say_fact(fact, look),
        sources=sources,
        cites=cites,
        according_to=look.voice(fact.voice),
        factuality=fact.factuality,
        known_from=fact.known_from,
        corrected=fact.corrected,
        type=name,
        was=old.id if old and old.id != fact.id else None,
        fields=fields,
        reasons=reasons,
    )


def _added(name: str, fact: AnyFact, pairs: Pairs, work: _Comparison) -> ChangeLine:
    """Make the line of a fact that is new."""
    reasons = [*_articles(fact.evidence, work.new), *_corrections(fact.corrected)]
    if origin := pairs.parted.get(fact.id):
        words = f"told before as part of {origin}"
        reasons.append(Reason(kind=ReasonKind.PARTED, id=origin, words=words))
    return _line(name, fact, work.look_after, work, _or_reading(reasons))


def _gone(name: str, fact: AnyFact, pairs: Pairs, work: _Comparison) -> ChangeLine:
    """Make the line of a fact that is no longer there."""
    reasons: list[Reason] = []
    led = {work.after.leads_to.get(i, i) for i in (fact.id, *fact.members)}
    rejected = [work.rejected[one] for one in sorted(led) if one in work.rejected]
    if other := pairs.joined.get(fact.id):
        words = f"now told as one with {other}"
        reasons.append(Reason(kind=ReasonKind.JOINED, id=other, words=words))
    elif rejected:
        reasons += _corrections(c for one in rejected for c in one.corrected)
        if not reasons:
            reasons.append(Reason(kind=ReasonKind.CORRECTION, words="rejected"))
    else:
        reasons += _left_out(fact.evidence, work.lost)
    return _line(name, fact, work.look_before, work, _or_reading(reasons))


def _why_changed(
    old: AnyFact, new: AnyFact, pairs: Pairs, work: _Comparison
) -> tuple[Reason, ...]:
    """Return why a fact differs."""
    reasons = [
        *_articles(new.evidence, work.new),
        *_corrections(c for c in new.corrected if c not in old.corrected),
        *_left_out(old.evidence, work.lost),
    ]
    for one, into in pairs.joined.items():
        if into == new.id:
            words = f"joined with {one}"
            reasons.append(Reason(kind=ReasonKind.JOINED, id=one, words=words))
    return _or_reading(reasons)


def _or_reading(reasons: list[Reason]) -> tuple[Reason, ...]:
    """Return the reasons, or that nothing but the derivation differs."""
    words = "no new article; it follows from other facts or another reading"
    return tuple(reasons[:MOST_REASONS]) or (
        Reason(kind=ReasonKind.READING, words=words),
    )


def _articles(evidence: Iterable[Evidence], new: dict[str, Article]) -> list[Reason]:
    """Return the new articles among the evidence as reasons."""
    ids = dict.fromkeys(e.article for e in evidence if e.article in new)
    return [
        Reason(kind=ReasonKind.ARTICLE, id=i, words=_say_article(new[i])) for i in ids
    ]


def _left_out(evidence: Iterable[Evidence], lost: dict[str, Article]) -> list[Reason]:
    """Return the articles that the later view does not know as reasons."""
    ids = dict.fromkeys(e.article for e in evidence if e.article in lost)
    return [
        Reason(
            kind=ReasonKind.LEFT_OUT,
            id=i,
            words=f"{_say_article(lost[i])} is not known",
        )
        for i in ids
    ]


def _corrections(ids: Iterable[str]) -> list[Reason]:
    """Return corrections as reasons."""
    return [
        Reason(kind=ReasonKind.CORRECTION, id=i, words=f"correction {i}")
        for i in dict.fromkeys(ids)
    ]


def _say_article(article: Article) -> str:
    """Return an article as outlet and day."""
    outlet = one_line(article.publisher or article.title or article.id)
    day = say_day(article.published) if article.published else "without a day"
    return f"{outlet}, {day}"
