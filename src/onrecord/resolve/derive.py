"""From what articles say to what the case knows: one pure function.

    articles  --known by the day-->  copies of one story marked
    corrections  --matched to all read facts-->  plan
    read facts  --reports corrected-->  actors joined  -->  actor ids mapped
                -->  case facts of each type, corrected  -->  view

The same inputs in any order give the same view, and *as of* a day is this function over
the articles published by then: nothing else of the case enters, except that corrections
hold at every day and so are matched against all read facts.
"""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Mapping,
    MutableMapping,
    Sequence,
)
from dataclasses import dataclass, field
from typing import Any, TypeVar

from msgspec.structs import replace

from onrecord.model.actor import Actor
from onrecord.model.article import Article
from onrecord.model.claim import Claim
from onrecord.model.correction import Correction, CorrectionState
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.fact import Fact
from onrecord.model.linkage import Linkage
from onrecord.model.proceeding import Proceeding
from onrecord.model.records import AnyFact
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement
from onrecord.model.view import CaseView
from onrecord.resolve.actors import Grouped, group_actors, make_actors
from onrecord.resolve.claims import make_claims
from onrecord.resolve.copies import COPY_SIMILARITY, Sketch
from onrecord.resolve.corrections import Plan, plan_corrections, widen
from onrecord.resolve.custody import make_custody
from onrecord.resolve.decisions import make_decisions
from onrecord.resolve.edits import correct_reports, make_corrected
from onrecord.resolve.fold import reading_key, sort_case
from onrecord.resolve.known import Known, describe_known, find_known
from onrecord.resolve.linkages import make_linkages
from onrecord.resolve.mapping import article_of, map_actors, map_facts
from onrecord.resolve.matching import follow
from onrecord.resolve.parts import possible_parts, spread, take_apart
from onrecord.resolve.proceedings import make_proceedings
from onrecord.resolve.relations import make_relations
from onrecord.resolve.statements import make_events, make_statements
from onrecord.resolve.states import States

F = TypeVar("F", bound=Fact)


@dataclass(slots=True)
class _Made:
    """Case facts in the making, with what corrections took out of them.

    The lists are typed loosely: one function fills them for every record type. `parts`
    are the ids of what a report about a group says of its members.
    """

    lists: dict[str, list[Any]] = field(default_factory=dict)
    read_facts: list[AnyFact] = field(default_factory=list)
    rejected: list[Any] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)


def derive(
    articles: Iterable[Article],
    facts: Iterable[AnyFact],
    corrections: Iterable[Correction],
    *,
    redirects: Mapping[str, str] | None = None,
    as_of: str | None = None,
    copy_similarity: float = COPY_SIMILARITY,
    sketches: MutableMapping[str, Sketch] | None = None,
) -> CaseView:
    """Derive the case facts known by a day.

    Args:
        articles: All articles of the case file, in any order.
        facts: All read facts that are current, in any order.
        corrections: All corrections, undone ones and undos too, in any order.
        redirects: Replaced ids and what each was replaced by.
        as_of: Day (EDTF) by which an article must have been published; None takes all
            articles, those without a day too.
        copy_similarity: Least share of shingles for two articles to be one source.
        sketches: Shingles by article id, read and added to, for callers that derive
            again.

    Returns:
        The view; equal inputs in any order give an equal one.

    Raises:
        ValueError: `as_of` is no EDTF day.
    """
    every = {one.id: one for one in articles}
    given = {fact.id: fact for fact in facts}
    parts = possible_parts(given.values())
    plan = plan_corrections(given.values(), corrections, redirects or {}, parts)
    given.update({fact.id: fact for fact in plan.added})
    articles_known, undated = find_known(every.values(), as_of)
    shared = {} if sketches is None else sketches
    if len(articles_known) < len(every) and plan.by_member:
        plan = _widen(plan, every.values(), given, copy_similarity, shared)
    known = describe_known(articles_known, threshold=copy_similarity, sketches=shared)
    made = _make_all(given, plan, known)
    return _make_view(made, plan, known, redirects or {}, as_of, undated)


def _widen(
    plan: Plan,
    articles: Iterable[Article],
    given: Mapping[str, AnyFact],
    copy_similarity: float,
    sketches: MutableMapping[str, Sketch],
) -> Plan:
    """Let corrections hold for what all articles together make one case fact.

    So a correction given today holds on an earlier day too, when only other reports of
    the same case fact had been published. Only the types that were corrected are made.
    """
    # What is corrected and stands for no read fact is a part of a custody report.
    corrected = (given.get(one) for one in plan.by_member)
    types = {type(one) if one else Custody for one in corrected} | {Actor}
    given = {one: fact for one, fact in given.items() if type(fact) in types}
    known = describe_known(articles, threshold=copy_similarity, sketches=sketches)
    made = _make_all(given, plan, known)
    facts = [fact for facts in made.lists.values() for fact in facts]
    return widen(plan, [fact.members for fact in (*facts, *made.rejected)])


def _make_all(given: Mapping[str, AnyFact], plan: Plan, known: Known) -> _Made:
    """Make all case facts of the known articles."""
    mine = (fact for fact in given.values() if article_of(fact) in known.place)
    ordered = sorted(mine, key=lambda fact: reading_key(fact, known))
    dated = [_date(fact, known) for fact in ordered]
    standing, rejected, notes = correct_reports(dated, plan.by_report)
    made = _Made(rejected=rejected, notes=list(notes))
    read_actors = [fact for fact in standing if isinstance(fact, Actor)]
    grouped = group_actors(
        read_actors,
        plan.joins,
        known,
        everyone=[fact for fact in given.values() if isinstance(fact, Actor)],
    )
    case_of = grouped.case_of
    actors = _correct_actors(read_actors, grouped, plan, known, made)
    gone = frozenset(one.id for one in made.rejected if isinstance(one, Actor))
    parts = take_apart(standing, read_actors, case_of)
    plan = spread(plan, parts)
    standing = _add_parts(standing, parts, plan, made)
    mapped = [map_actors(fact, case_of, gone) for fact in standing]
    made.read_facts = mapped
    made.lists["actors"] = list(actors)
    _make_facts(mapped, actors, plan, known, made)
    for name, facts in made.lists.items():
        # An edit may have put in the id of an article's actor, or of a rejected one.
        made.lists[name] = [
            map_actors(fact, case_of, gone) if gone or fact.corrected else fact
            for fact in facts
        ]
    return made


def _add_parts(
    standing: Sequence[AnyFact],
    parts: Mapping[str, Sequence[Custody]],
    plan: Plan,
    made: _Made,
) -> list[AnyFact]:
    """Put the parts of reports about groups behind these reports, corrected."""
    found: list[AnyFact] = []
    for fact in standing:
        found.append(fact)
        if fact.id in parts:
            mine, rejected, notes = correct_reports(parts[fact.id], plan.by_report)
            found += mine
            made.rejected += rejected
            made.notes += notes
            made.parts[fact.id] = [one.id for one in parts[fact.id]]
    return found


def _date(fact: F, known: Known) -> F:
    """Say from when a read fact was known: the publication day of its article."""
    day = known.published.get(article_of(fact) or "")
    return fact if fact.known_from == day else replace(fact, known_from=day)


def _correct_actors(
    read_actors: Sequence[Actor],
    grouped: Grouped,
    plan: Plan,
    known: Known,
    made: _Made,
) -> list[Actor]:
    """Make the case's actors and apply what people put right about them."""
    actors, rejected, notes = make_corrected(
        read_actors, lambda some: make_actors(some, grouped, known), plan
    )
    made.rejected += rejected
    made.notes += notes
    return actors


def _make_facts(
    mapped: Sequence[AnyFact],
    actors: Sequence[Actor],
    plan: Plan,
    known: Known,
    made: _Made,
) -> None:
    """Make the case facts of every type and put them into `made`."""
    by_type: dict[type, list[Any]] = {}
    for fact in mapped:
        if fact.id not in made.parts:
            by_type.setdefault(type(fact), []).append(fact)

    def add(
        name: str, kind: type[F], make: Callable[[Sequence[F], Known], Iterable[F]]
    ) -> list[F]:
        mine: list[F] = by_type.get(kind, [])
        facts, rejected, notes = make_corrected(mine, lambda f: make(f, known), plan)
        made.lists[name] = list(facts)
        made.rejected += rejected
        made.notes += notes
        return facts

    statements = add("statements", Statement, make_statements)
    events = add("events", Event, make_events)
    states = States(actors)
    parts = frozenset(one for ids in made.parts.values() for one in ids)
    add(
        "custody",
        Custody,
        lambda facts, known: make_custody(facts, known, states, parts),
    )
    add("proceedings", Proceeding, make_proceedings)
    add("linkages", Linkage, lambda facts, known: make_linkages(facts, known, states))
    add("claims", Claim, make_claims)
    add(
        "decisions", Decision, lambda facts, known: make_decisions(facts, known, states)
    )
    add(
        "relations",
        Relation,
        lambda facts, known: make_relations(facts, events, statements, states, known),
    )


def _make_view(
    made: _Made,
    plan: Plan,
    known: Known,
    redirects: Mapping[str, str],
    as_of: str | None,
    undated: int,
) -> CaseView:
    """Put the view together: ids of facts mapped, lists sorted, states told."""
    leads_to = _find_leads(made, redirects)
    translations = {one.id for one in known.articles if one.translation_of}
    lists: dict[str, Any] = {
        name: sort_case(
            _mark_translated(map_facts(fact, leads_to), translations) for fact in facts
        )
        for name, facts in made.lists.items()
    }
    rejected = sorted(made.rejected, key=lambda fact: fact.id)
    return CaseView(
        as_of=as_of,
        articles=known.articles,
        undated=undated,
        read_facts=tuple(
            _mark_translated(one, translations) for one in made.read_facts
        ),
        leads_to=leads_to,
        rejected=tuple(rejected),
        corrections_state=_find_states(plan, made),
        notes=(*plan.notes, *dict.fromkeys(made.notes)),
        **lists,
    )


def _mark_translated(fact: F, translations: Collection[str]) -> F:
    """Say of a fact that only translations tell it."""
    if not translations or any(e.article not in translations for e in fact.evidence):
        return fact
    return replace(fact, translated=True)


def _find_leads(made: _Made, redirects: Mapping[str, str]) -> dict[str, str]:
    """Return the case fact that each id leads to, replaced ids too."""
    leads = {fact.id: fact.id for fact in made.read_facts}
    for fact in made.rejected:
        leads.update(dict.fromkeys(fact.members, fact.id) | {fact.id: fact.id})
    for facts in made.lists.values():
        for fact in facts:
            leads.update(dict.fromkeys(fact.members, fact.id))
            leads[fact.id] = fact.id
    for report, parts in made.parts.items():
        leads[report] = leads[next(one for one in parts if one in leads)]
    for old in redirects:
        now = follow(old, redirects)
        if now in leads:
            leads.setdefault(old, leads[now])
    return dict(sorted(leads.items()))


def _find_states(plan: Plan, made: _Made) -> dict[str, CorrectionState]:
    """Return what became of each correction."""
    states = dict(plan.states)
    case_ids = {one.id for facts in made.lists.values() for one in facts}
    case_ids.update(one.id for one in made.rejected)
    for target, given in plan.by_target.items():
        if target in case_ids:
            states.update({one.id: CorrectionState.APPLIED for one in given})
    return dict(sorted(states.items()))
