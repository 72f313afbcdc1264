import resolve_builders as build

from onrecord.model.claim import Claim, Position
from onrecord.model.linkage import Response, Stance
from onrecord.model.proceeding import Stage
from onrecord.model.relation import Point
from onrecord.model.time import Time
from onrecord.resolve.mapping import article_of, map_actors, map_facts, tag_of

CASE = {"ac-2": "ac-1", "ac-3": "ac-1"}


def mapped(fact, gone=()):
    return map_actors(fact, CASE, frozenset(gone))


def test_actor_fields_hold_case_actors_each_once():
    said = build.statement("st-1", "a", "x", speaker="ac-2", addressee=("ac-2", "ac-3"))
    made = mapped(said)
    assert (made.speaker, made.addressee) == ("ac-1", ("ac-1",))


def test_an_id_nobody_knows_stays():
    assert mapped(build.custody("cu-1", "a", person="ac-9")).person == "ac-9"


def test_nested_actors_are_mapped_too():
    made = mapped(
        build.proceeding("pr-1", "a", stages=(Stage(id="s", stage="x", by=("ac-2",)),))
    )
    assert made.stages[0].by == ("ac-1",)
    answer = Response(actor="ac-2", stance=Stance.EVADES)
    made = mapped(build.demand("li-1", "a", "x", responses=(answer,)))
    assert made.responses[0].actor == "ac-1"
    made = mapped(build.claim("cl-1", "a", "x", asserted_by=["ac-2", "narrator"]))
    assert [one.actor for one in made.asserted_by] == ["ac-1", "narrator"]


def test_a_rejected_actor_leaves_the_fields():
    made = mapped(build.custody("cu-1", "a", person="ac-2", holder=("ac-9",)), ["ac-1"])
    assert (made.person, made.holder) == (None, ("ac-9",))
    made = mapped(build.claim("cl-1", "a", "x", denied_by=["ac-2"]), ["ac-1"])
    assert made.denied_by == ()


def test_what_names_nobody_is_the_same_object():
    said = build.statement("st-1", "a", "x")
    assert mapped(said) is said


def test_facts_named_in_facts_are_case_facts():
    leads = {"st-2": "st-1"}
    said = build.statement("st-3", "a", "x", within="st-2", denies_fact="st-2")
    made = map_facts(said, leads)
    assert (made.within, made.denies_fact) == ("st-1", "st-1")
    assert map_facts(build.custody("cu-1", "a", voice="st-2"), leads).voice == "st-1"
    point = Point(score=1.0, fact="st-2")
    made = map_facts(build.relation("re-1", "a", "ac-1", points=(point,)), leads)
    assert made.points[0].fact == "st-1"
    side = (Position(actor="ac-1", statement="st-2"), Position(actor="ac-2"))
    made = map_facts(build.fact(Claim, "cl-1", "a", text="x", asserted_by=side), leads)
    assert [one.statement for one in made.asserted_by] == ["st-1", None]
    stage = Stage(id="sg-1", stage="arrest", voice="st-2")
    made = map_facts(build.proceeding("pr-1", "a", stages=(stage,)), leads)
    assert made.stages[0].voice == "st-1"
    answer = Response(stance=Stance.EVADES, statement="st-2")
    made = map_facts(build.demand("li-1", "a", "x", responses=(answer,)), leads)
    assert made.responses[0].statement == "st-1"


def test_a_facts_article_is_that_of_its_evidence():
    assert article_of(build.custody("cu-1", "a")) == "a"
    bare = Time(id="t", evidence=(), article="a", start=0, end=1, timex_type="DATE")
    assert article_of(bare) == "a"


def test_a_fact_knows_its_type():
    assert tag_of(build.custody("cu-1", "a")) == "custody"
