"""Gathers from the case what stands behind an id: for `Case.why`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.case.explain import LoggedCorrection, Report, Why, make_report
from onrecord.case.exports.content import to_record, type_of
from onrecord.case.lookup import case_facts, complete_id
from onrecord.errors import InputError, UnknownFactError
from onrecord.model.article import Article
from onrecord.model.correction import Correction, CorrectionState
from onrecord.model.custody import Custody
from onrecord.model.proceeding import Proceeding
from onrecord.model.records import AnyFact
from onrecord.model.stored import FactRow
from onrecord.model.view import CaseView
from onrecord.store import Store
from onrecord.text.ids import kind_of


@dataclass(frozen=True, slots=True)
class Found:
    """What an id stands for in a view.

    Attributes:
        id: As given, completed.
        stands_for: Where it leads.
        fact: The fact there, shown or rejected; None where only its history is left.
        rejected: Whether a correction took it out.
    """

    id: str
    stands_for: str
    fact: AnyFact | None
    rejected: bool = False

    def members(self) -> tuple[str, ...]:
        """Return the read facts behind it; itself where it is one."""
        if self.fact is None:
            return (self.id,)
        return self.fact.members or (self.fact.id,)


def find_fact(given: str, view: CaseView, store: Store) -> Found:
    """Return what an id, or the beginning of one, stands for.

    A stage or a condition stands for the fact that it is a part of.

    Raises:
        UnknownFactError: the case never had it, or not by the day of the view.
        InputError: several ids begin so, or it is the id of an article.
    """
    if kind_of(given) == "article":
        raise InputError(
            f"{given!r} is an article, and `why` opens facts; `onrecord articles` "
            "lists the articles with their titles."
        )
    shown = {fact.id: fact for fact in case_facts(view)}
    rejected = {fact.id: fact for fact in view.rejected}
    read = {fact.id: fact for fact in view.read_facts}
    parts = _wholes_of_parts(shown.values())
    try:
        whole = complete_id(given, {*shown, *rejected, *read, *view.leads_to, *parts})
    except UnknownFactError:
        # What a later reading no longer finds is history, and asked for by its full id.
        if view.as_of is not None or not store.fact_history(given):
            raise
        whole = given
    leads = view.leads_to.get(whole) or parts.get(whole)
    leads = leads or _held_by_correction(whole, view, store) or whole
    if leads in shown:
        return Found(whole, leads, shown[leads])
    for one in (leads, whole):
        if one in rejected:
            return Found(whole, one, rejected[one], rejected=True)
    return Found(whole, leads, read.get(leads) or read.get(whole))


def _wholes_of_parts(facts: Iterable[AnyFact]) -> dict[str, str]:
    """Return the fact of each stage of a proceeding and condition of a custody."""
    found: dict[str, str] = {}
    for fact in facts:
        if isinstance(fact, Proceeding):
            found |= {one.id: fact.id for one in fact.stages}
        elif isinstance(fact, Custody):
            found |= {one.id: fact.id for one in fact.conditions}
    return found


def _held_by_correction(lost: str, view: CaseView, store: Store) -> str | None:
    """Return the one fact that a correction given for a lost id was applied to.

    A re-reading that moved a fact too far for a redirect loses its id, while the
    correction finds it by its words.
    """
    given = {
        one.id
        for one in store.corrections()
        if lost == one.target or lost in one.members
    }
    held = {
        fact.id
        for fact in (*case_facts(view), *view.rejected)
        if given & set(fact.corrected) and kind_of(fact.id) == kind_of(lost)
    }
    return held.pop() if len(held) == 1 else None


def log_of(
    corrections: Iterable[Correction], states: Mapping[str, CorrectionState]
) -> list[LoggedCorrection]:
    """Return corrections in the order given, each with what became of it."""
    return [
        LoggedCorrection(
            correction=one, state=states.get(one.id, CorrectionState.ORPHANED)
        )
        for one in corrections
    ]


def explain(
    found: Found, view: CaseView, store: Store, *, recorded_as_of: str | None = None
) -> Why:
    """Return all that stands behind a fact."""
    log = log_of(
        store.corrections(recorded_as_of=recorded_as_of), view.corrections_state
    )
    return Why(
        id=found.id,
        stands_for=found.stands_for,
        type=type_of(found.fact) if found.fact else kind_of(found.id) or "fact",
        fact=to_record(found.fact) if found.fact else None,
        rejected=found.rejected,
        sources=found.fact.sources if found.fact else None,
        names=_names_in(found, view),
        reports=tuple(_reports(found, view, store, recorded_as_of)),
        corrections=tuple(_touching(found, log, view)),
    )


def _names_in(found: Found, view: CaseView) -> dict[str, str]:
    """Return the names of the actors in a fact, those in its parts too."""
    if found.fact is None:
        return {}
    held = set(_texts_in(to_record(found.fact)))
    return {one.id: one.name for one in view.actors if one.id in held}


def _texts_in(value: object) -> Iterator[str]:
    """Give every text in a record, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts_in(one)


def _reports(
    found: Found, view: CaseView, store: Store, recorded_as_of: str | None
) -> Iterator[Report]:
    """Give what each article says, in the order of the view's articles."""
    articles = {one.id: one for one in view.articles}
    order = {one: number for number, one in enumerate(articles)}
    versions = {run.id: run.version for run in store.runs()}
    stated = {fact.id: fact for fact in (*view.read_facts, *view.rejected)}
    reports = []
    for member in found.members():
        rows = [
            row for row in store.fact_history(member) if _is_by(row, recorded_as_of)
        ]
        if rows:
            reports += [
                _report(row.fact, row, articles, store, versions) for row in rows
            ]
        elif member in stated:
            reports.append(_report(stated[member], None, articles, store, versions))
    if not reports and found.fact is not None:
        reports = list(_reports_of_evidence(found.fact, articles, store, versions))
    last = len(order)
    yield from sorted(
        (one for one in reports if one.article in order or view.as_of is None),
        key=lambda one: (order.get(one.article, last), not one.current, one.fact),
    )


def _is_by(row: FactRow, recorded_as_of: str | None) -> bool:
    return recorded_as_of is None or row.recorded_at <= recorded_as_of


def _report(
    fact: AnyFact,
    row: FactRow | None,
    articles: Mapping[str, Article],
    store: Store,
    versions: Mapping[str, str],
) -> Report:
    home = fact.evidence[0].article
    run = row.run if row else fact.run
    article = articles.get(home) or store.article(home)
    return make_report(
        fact,
        article,
        row=row,
        version=versions.get(run or ""),
        original=_original_of(article, store),
    )


def _original_of(article: Article, store: Store) -> Article | None:
    """Return what an article is a translation of, if the case has it."""
    if article.translation_of is None:
        return None
    try:
        return store.article(article.translation_of)
    except UnknownFactError:
        return None


def _reports_of_evidence(
    fact: AnyFact,
    articles: Mapping[str, Article],
    store: Store,
    versions: Mapping[str, str],
) -> Iterator[Report]:
    """Give a report an article of a fact that was worked out from other facts."""
    for home in dict.fromkeys(one.article for one in fact.evidence):
        article = articles.get(home) or store.article(home)
        version = versions.get(fact.run or "")
        original = _original_of(article, store)
        yield make_report(fact, article, row=None, version=version, original=original)


def _touching(
    found: Found, log: Iterable[LoggedCorrection], view: CaseView
) -> Iterator[LoggedCorrection]:
    """Give the corrections of this fact, and the undoing of them."""
    ids = {found.id, found.stands_for, *found.members()}
    corrected = set(found.fact.corrected) if found.fact else set()
    given: set[str] = set()
    for one in log:
        row = one.correction
        named = {row.target, row.new, *row.members} - {None}
        led = {view.leads_to.get(name, name) for name in named if name}
        if row.id in corrected or named & ids or led & ids or row.undoes in given:
            given.add(row.id)
            yield one
