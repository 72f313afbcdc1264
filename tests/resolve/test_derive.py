"""Whole derivations: what must hold of every case, and corrections from end to end."""

import random
from typing import Any

import msgspec
import pytest
import resolve_builders as build
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.actor import ActorKind, ActorRole
from onrecord.model.correction import CorrectionState, Operation
from onrecord.model.custody import CustodyEnd
from onrecord.model.event import EventType
from onrecord.model.fact import Factuality, Level
from onrecord.model.statement import Act
from onrecord.model.view import CaseView
from onrecord.resolve.derive import derive
from onrecord.resolve.parts import part_id

LISTS = (
    "actors",
    "statements",
    "events",
    "custody",
    "proceedings",
    "linkages",
    "claims",
    "decisions",
    "relations",
)
NAMES = ("Teodor Halvik", "Halvik", "Noor Fask", "Mr Noor Fask", "Orvenian engineer")
TEXTS = (
    "the release of the engineer Halvik",
    "engineer Halvik be released",
    "two Tavarans seized in retaliation",
    "barley imports suspended",
)
DAYS = (None, "2031-03-05", "2031-03-06", "2031-03", "2031-04-01/..", "2031-06-09")
STORY = " ".join(f"story{number}" for number in range(40))

days = st.sampled_from(DAYS)
texts = st.sampled_from(TEXTS)


@st.composite
def cases(draw: Any) -> tuple[list[Any], list[Any]]:
    """Draw articles and read facts about a few persons and matters."""
    names = draw(st.lists(st.sampled_from("abcd"), min_size=1, unique=True))
    articles, facts = [], []
    for name in names:
        published = draw(st.sampled_from(DAYS[:5]))
        text = draw(st.sampled_from(["", STORY, f"{STORY} and {name}"]))
        articles.append(build.article(name, published, text))
        actors = [f"ac-{number}{name}" for number in (1, 2)]
        for one in actors:
            facts.append(draw(persons_of(one, name)))
        group = draw(groups(name, actors))
        facts += group
        persons = [*actors, *(one.id for one in group)]
        for number in range(draw(st.integers(0, 5))):
            facts.append(draw(read_facts(name, number, actors, persons)))
    return articles, facts


@st.composite
def persons_of(draw: Any, one: str, name: str) -> Any:
    """Draw a person of an article, sometimes with what others may know it by."""
    aliases = draw(st.sampled_from([(), ("the Orvenian engineer",), ("Mr Fask",)]))
    roles = draw(st.sampled_from([(), (ActorRole(title="engineer"),)]))
    fields = {"aliases": aliases, "roles": roles, "nationality": "Orvenia"}
    return build.actor(one, name, draw(st.sampled_from(NAMES)), **fields)


@st.composite
def groups(draw: Any, name: str, actors: list[str]) -> list[Any]:
    """Draw a counted group of an article's actors, with or without its members."""
    members = draw(st.sampled_from([None, (), tuple(actors)]))
    if members is None:
        return []
    fields = {"kind": ActorKind.GROUP, "group_members": members, "size": 2}
    return [build.actor(f"ac-3{name}", name, "two Tavarans", **fields)]


@st.composite
def read_facts(
    draw: Any, name: str, number: int, actors: list[str], persons: list[str]
) -> Any:
    """Draw one read fact of an article."""
    one, other = draw(st.permutations(actors))
    kind = draw(st.integers(0, 7))
    rest: dict[str, Any] = {
        "start": number * 9,
        "factuality": draw(st.sampled_from([Factuality.ASSERTED] * 3 + [*Factuality])),
    }
    end = f"{number}{name}"
    if kind == 0:
        said = {"speaker": one, "addressee": (other,), "said_on": draw(days)}
        act = draw(st.sampled_from(list(Act)))
        return build.statement(f"st-{end}", name, draw(texts), act=act, **said, **rest)
    if kind == 1:
        fields = {"source": (one,), "target": (other,), "when": draw(days)}
        event_type = draw(st.sampled_from([EventType.AID, EventType.COERCE]))
        return build.fact(
            build.Event,
            f"ev-{end}",
            name,
            event_type=event_type,
            trigger="did",
            **fields,
            **rest,
        )
    if kind == 2:
        ending = draw(st.sampled_from([None, None, CustodyEnd.RELEASED]))
        what = draw(st.sampled_from(["detention", "bail"]))
        return build.custody(
            f"cu-{end}",
            name,
            what,
            person=draw(st.sampled_from(persons)),
            from_=draw(days),
            to=draw(days) if ending else None,
            end=ending,
            **rest,
        )
    if kind == 3:
        subject = draw(st.sampled_from([(), (one,)]))
        return build.proceeding(
            f"pr-{end}", name, subject=subject, next_on=draw(days), **rest
        )
    if kind == 4:
        return build.demand(f"li-{end}", name, draw(texts), proposed_by=(one,), **rest)
    if kind == 5:
        sides = {draw(st.sampled_from(["asserted_by", "denied_by"])): [one]}
        return build.claim(f"cl-{end}", name, draw(texts), **sides)
    if kind == 6:
        due = draw(days)
        return build.decision(f"de-{end}", name, draw(texts), due=due, **rest)
    return build.relation(f"re-{end}", name, one, other)


@st.composite
def corrections(draw: Any, facts: list[Any]) -> list[Any]:
    """Draw corrections of some facts, and undos of some of these."""
    ids = [one.id for one in facts]
    actors = [one for one in ids if one.startswith("ac-")]
    made = []
    for number in range(draw(st.integers(0, 4))):
        operation = draw(st.sampled_from(list(Operation)))
        fields: dict[str, Any] = {"target": draw(st.sampled_from(ids))}
        if operation is Operation.UNDO:
            fields = {"undoes": draw(st.sampled_from(["cx-0", "cx-1", "cx-2"]))}
        elif operation in (Operation.MERGE, Operation.SPLIT):
            one, other = draw(st.sampled_from(actors)), draw(st.sampled_from(actors))
            fields = {"target": one, "new": other, "members": (one,)}
        elif operation is Operation.EDIT:
            fields |= {"field": "when", "new": '"2031-05-05"'}
        elif operation is Operation.ADD:
            fact = build.custody("cu-added", facts[0].evidence[0].article)
            fields = {"new": msgspec.json.encode(fact).decode()}
        else:
            fields["report"] = draw(st.booleans())
        at = f"2032-01-0{number + 1}"
        made.append(build.correction(f"cx-{number}", operation, at=at, **fields))
    return made


@st.composite
def corrected_cases(draw: Any) -> tuple[list[Any], list[Any], list[Any]]:
    articles, facts = draw(cases())
    return articles, facts, draw(corrections(facts))


def case_facts(view: CaseView) -> list[Any]:
    return [one for name in LISTS for one in getattr(view, name)]


@given(case=corrected_cases(), seed=st.integers(0, 99))
def test_order_of_articles_facts_and_corrections_does_not_matter(case, seed):
    wanted = derive(*case)
    shuffled = [random.Random(seed + n).sample(p, len(p)) for n, p in enumerate(case)]
    assert derive(*shuffled) == wanted


@given(case=cases(), day=st.sampled_from(["2031-03-05", "2031-03-06", "2031-03-31"]))
def test_as_of_a_day_is_the_case_of_the_articles_known_by_then(case, day):
    articles, facts = case
    view = derive(articles, facts, [], as_of=day)
    names = {one.id for one in view.articles}
    known = [one for one in articles if one.id in names]
    mine = [one for one in facts if one.evidence[0].article in names]
    alone = derive(known, mine, [])
    assert msgspec.structs.replace(view, as_of=None, undated=0) == alone


@given(case=corrected_cases())
def test_undo_restores_the_view_exactly(case):
    articles, facts, given = case
    undos = [
        build.correction(
            f"cx-u{n}", Operation.UNDO, undoes=one.id, at=f"2033-01-0{n + 1}"
        )
        for n, one in enumerate(given)
    ]
    view = derive(articles, facts, [*given, *undos])
    assert set(view.corrections_state) == {one.id for one in (*given, *undos)}
    assert msgspec.structs.replace(view, corrections_state={}) == derive(
        articles, facts, []
    )


@given(case=corrected_cases())
def test_every_id_leads_to_a_case_fact_that_holds_it(case):
    articles, facts, given = case
    view = derive(articles, facts, given)
    listed = {one.id: one for one in (*case_facts(view), *view.rejected)}
    for fact in facts:
        end = view.leads_to[fact.id]
        assert end in listed
        # A report about a group leads to what it says of the first of its members.
        parts = {part_id(fact.id, one.id) for one in facts}
        assert {fact.id, *parts} & {end, *listed[end].members}


@given(case=corrected_cases())
def test_every_case_fact_has_the_smallest_id_and_evidence_of_its_members(case):
    articles, facts, given = case
    view = derive(articles, facts, given)
    by_id = {one.id: one for one in (*view.read_facts, *view.rejected, *facts)}
    for one in case_facts(view):
        assert one.level is Level.CASE
        assert one.evidence
        assert one.sources >= 1
        if one.members:
            assert one.id == min(one.members)
        held = {(e.article, e.start, e.exact) for e in one.evidence}
        for member in one.members:
            first = by_id[member].evidence[0] if member in by_id else None
            if first and not one.id.startswith("ac-"):
                assert (first.article, first.start, first.exact) in held


@given(case=corrected_cases())
def test_a_member_stands_in_one_case_fact_of_its_type(case):
    view = derive(*case)
    members = [m for one in case_facts(view) for m in one.members]
    pairs = [m for m in members if not m.startswith("re-")]
    assert len(pairs) == len(set(pairs))


@given(case=cases())
def test_actor_fields_hold_actors_of_the_view(case):
    view = derive(*case, [])
    actors = {one.id for one in view.actors}
    for one in (*view.statements, *view.read_facts):
        speaker = getattr(one, "speaker", None)
        assert speaker is None or speaker in actors
    for one in view.relations:
        assert set(one.actors) <= actors


@settings(max_examples=25)
@given(case=corrected_cases())
def test_a_view_survives_json(case):
    view = derive(*case)
    assert msgspec.json.decode(msgspec.json.encode(view), type=CaseView) == view


HELD = build.custody("cu-2", "a", from_="2031-03-05", exact="was detained", start=30)


def reject(target, **fields):
    return build.correction("cx-1", Operation.REJECT, target=target, **fields)


def test_a_rejection_holds_for_reports_that_join_later():
    later = build.custody("cu-1", "b", from_="2031-03-05")
    view = build.view(HELD, later, corrections=[reject("cu-2", members=("cu-2",))])
    assert view.custody == ()
    assert view.corrections_state == {"cx-1": CorrectionState.APPLIED}


def test_a_rejection_holds_on_days_before_its_target_was_known():
    later = build.custody("cu-1", "b", from_="2031-03-05")
    given = [reject("cu-1")]
    view = build.view(HELD, later, corrections=given, as_of="2031-01-20")
    assert [one.id for one in view.articles] == ["a"]
    assert view.custody == ()
    assert [one.id for one in view.rejected] == ["cu-2"]
    assert view.corrections_state == {"cx-1": CorrectionState.APPLIED}


def test_a_rejection_finds_its_fact_after_a_re_reading_moved_it():
    place = build.anchor("a", "was detained", 28)
    given = [reject("cu-9", members=("cu-9",), anchors=(place,))]
    assert build.view(HELD, corrections=given).custody == ()


def test_a_replaced_id_leads_to_the_case_fact_of_its_successor():
    later = build.custody("cu-1", "b", from_="2031-03-05")
    view = build.view(HELD, later, redirects={"cu-8": "cu-9", "cu-9": "cu-2"})
    assert view.leads_to["cu-8"] == "cu-1"


def test_an_orphaned_correction_is_told():
    view = build.view(HELD, corrections=[reject("cu-404")])
    assert view.corrections_state == {"cx-1": CorrectionState.ORPHANED}
    assert len(view.custody) == 1


def test_an_added_fact_joins_the_others():
    added = build.custody("cu-0", "a", from_="2031-03-05", exact="seized")
    body = msgspec.json.encode(added).decode()
    add = build.correction("cx-1", Operation.ADD, new=body)
    (spell,) = build.view(HELD, corrections=[add]).custody
    assert spell.members == ("cu-0", "cu-2")
    assert spell.corrected == ("cx-1",)


def test_a_relation_that_only_events_show_can_be_rejected():
    facts = [
        *(
            build.actor(f"ac-{n}", "a", name, kind=ActorKind.STATE)
            for n, name in enumerate(("Orvenia", "Tavara"))
        ),
        *(
            build.fact(
                build.Event,
                f"ev-{day}",
                "a",
                event_type=EventType.AID,
                trigger="did",
                source=("ac-0",),
                target=("ac-1",),
                when=f"2031-03-0{day}",
            )
            for day in (1, 2)
        ),
    ]
    (shown,) = build.view(*facts).relations
    view = build.view(*facts, corrections=[reject(shown.id)])
    assert view.relations == ()
    assert [one.id for one in view.rejected] == [shown.id]
    assert view.corrections_state == {"cx-1": CorrectionState.APPLIED}


def test_articles_without_a_day_are_counted_as_of_a_day():
    undated = build.custody("cu-3", "z")
    view = build.view(HELD, undated, days={"z": None}, as_of="2031-12-31")
    assert view.undated == 1
    assert "cu-3" not in view.leads_to


def test_voices_lead_to_the_case_statement():
    facts = [
        build.statement("st-2", "a", TEXTS[0]),
        build.statement("st-1", "b", TEXTS[0]),
        build.custody("cu-1", "a", voice="st-2"),
    ]
    articles = [build.article(name, "2031-03-05", STORY) for name in "ab"]
    view = derive(articles, facts, [])
    assert view.custody[0].voice == "st-1"


def test_a_wrong_day_is_refused():
    with pytest.raises(ValueError, match="as of"):
        derive([], [], [], as_of="soon")


def test_an_empty_case_is_an_empty_view():
    assert derive([], [], []) == CaseView()
