"""Reports about a counted group, told again for each of its members.

"Two Tavarans, Noor Fask and Bram Ostrey, were detained on 17 March" is one report in
the article and, for the case, one about each of the two ("two people named together are
two records"). A part has the words and fields of its report, a member as its person,
and an id made of both, so that corrections find it again. A report whose group is not
known member by member, or whose members its article does not name, stays whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace as replace_plan

from msgspec.structs import replace

from onrecord.model.actor import Actor, ActorKind
from onrecord.model.custody import Custody
from onrecord.model.records import AnyFact
from onrecord.resolve.corrections import Plan
from onrecord.resolve.joining import members_of
from onrecord.resolve.mapping import article_of
from onrecord.resolve.union import Union
from onrecord.text.ids import make_id

Parts = dict[str, list[Custody]]
"""The parts of each report that was taken apart, by the report's id."""


def part_id(report: str, member: str) -> str:
    """Return the id of what a report says of one member (an article actor's id)."""
    return make_id("custody", report, member)


def possible_parts(facts: Iterable[AnyFact]) -> dict[str, str]:
    """Return all ids that parts may have, each with the id of its report.

    Which persons make up a group may be known only from other articles, so the ids of
    all persons of the report's article are among them.
    """
    groups: set[str] = set()
    persons: dict[str | None, list[str]] = defaultdict(list)
    reports: list[Custody] = []
    for fact in facts:
        if isinstance(fact, Custody):
            reports.append(fact)
        elif isinstance(fact, Actor) and fact.kind is ActorKind.GROUP:
            groups.add(fact.id)
        elif isinstance(fact, Actor) and fact.kind is ActorKind.PERSON:
            persons[article_of(fact)].append(fact.id)
    return {
        part_id(report.id, person): report.id
        for report in reports
        if report.person in groups
        for person in persons[article_of(report)]
    }


def take_apart(
    facts: Iterable[AnyFact], actors: Sequence[Actor], case_of: Mapping[str, str]
) -> Parts:
    """Return what reports about groups say of each member.

    Args:
        facts: Read facts known, with the ids of article actors.
        actors: The article actors known.
        case_of: The case actor of each.
    """
    told = [one for one in facts if isinstance(one, Custody) and one.person]
    members = _members_of_groups(actors, case_of) if told else {}
    about = [one for one in told if case_of.get(one.person or "") in members]
    if not about:
        return {}
    homes = {article_of(one) for one in about}
    here: dict[tuple[str | None, str], str] = {}
    for actor in actors:
        if article_of(actor) in homes:
            place = article_of(actor), case_of[actor.id]
            here[place] = min(here.get(place, actor.id), actor.id)
    parts: Parts = {}
    for report in about:
        everyone = sorted(members[case_of[report.person or ""]])
        ids = [here.get((article_of(report), one)) for one in everyone]
        if None not in ids:
            parts[report.id] = [
                replace(report, id=part_id(report.id, one), person=one)
                for one in ids
                if one is not None
            ]
    return parts


def _members_of_groups(
    actors: Iterable[Actor], case_of: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Return the members of each case actor that is a group known member by member."""
    union = Union(case_of.values())
    found: dict[str, frozenset[str]] = {}
    for one in actors:
        if one.kind is ActorKind.GROUP and one.size and one.group_members:
            inside = tuple(case_of[o] for o in one.group_members if o in case_of)
            members = members_of(replace(one, group_members=inside), union)
            if members is not None:
                found[case_of[one.id]] = members
    return found


def spread(plan: Plan, parts: Mapping[str, Sequence[Custody]]) -> Plan:
    """Let corrections given for a whole report hold for each of its parts.

    A correction of one member's spell that found the report only by its words (after a
    re-reading) and other reports by their ids holds for these alone.
    """
    given = {one: plan.by_member[one] for one in parts if one in plan.by_member}
    if not given:
        return plan
    elsewhere = {
        correction.id
        for member, corrections in plan.by_member.items()
        if member not in parts
        for correction in corrections
    }
    by_member = dict(plan.by_member)
    for report, corrections in given.items():
        mine = tuple(one for one in corrections if one.id not in elsewhere)
        for part in parts[report]:
            both = {one.id: one for one in (*by_member.get(part.id, ()), *mine)}
            if both:
                ordered = sorted(both.values(), key=lambda one: (one.at, one.id))
                by_member[part.id] = tuple(ordered)
    return replace_plan(plan, by_member=by_member)
