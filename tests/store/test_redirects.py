import msgspec
import store_builders as build
from store_builders import DAY1, DAY2, DAY3

from onrecord.store.redirects import match_moved
from onrecord.store.rows import Row


def row(id_, start, end, *, kind="event", field="text", **body):
    return Row(id_, kind, field, start, end, msgspec.json.encode(body).decode())


def test_a_fact_whose_anchor_moved_is_found_by_its_old_id(store):
    old = build.an_event("arrested")
    new = build.an_event("arrested Captain")
    build.save(store, build.dated(), old)
    build.save(store, build.dated(), new, at=DAY2)
    assert store.redirect(old.id) == new.id
    assert store.redirect(new.id) == new.id
    assert store.redirects() == {old.id: new.id}
    for id_ in (old.id, new.id):
        assert [r.fact.id for r in store.fact_history(id_)] == [old.id, new.id]


def test_moved_mentions_are_redirected_too(store):
    old, new = build.a_mention("Mira Dorn"), build.a_mention("Captain Mira Dorn")
    build.save(store, build.dated(), old)
    build.save(store, build.dated(), new, at=DAY2)
    assert store.redirect(old.id) == new.id


def test_redirects_lead_on_over_several_readings(store):
    steps = [build.an_event(t) for t in ("arrested", "arrested Captain", "Captain")]
    for day, step in zip((DAY1, DAY2, DAY3), steps, strict=True):
        build.save(store, build.dated(), step, at=day)
    assert store.redirect(steps[0].id) == steps[2].id
    assert len(store.fact_history(steps[2].id)) == 3


def test_an_id_that_comes_back_leads_to_itself(store):
    a, b = build.an_event("arrested"), build.an_event("arrested Captain")
    for day, fact in ((DAY1, a), (DAY2, b), (DAY3, a)):
        build.save(store, build.dated(), fact, at=day)
    assert store.redirects() == {b.id: a.id}
    assert [r.fact.id for r in store.fact_history(b.id)] == [a.id, b.id, a.id]
    assert store.verify() == []


def test_a_fact_lost_for_a_while_is_redirected_when_it_comes_back_moved(store):
    old, new = build.an_event("arrested"), build.an_event("arrested Captain")
    build.save(store, build.dated(), old)
    build.save(store, build.dated(), at=DAY2)
    assert store.redirect(old.id) == old.id
    build.save(store, build.dated(), new, at=DAY3)
    assert store.redirect(old.id) == new.id


def test_a_fact_that_is_still_current_is_not_redirected(store):
    old, new = build.an_event("arrested"), build.an_event("arrested Captain")
    build.save(store, build.dated(), old)
    build.save(store, build.dated(), old, new, at=DAY2)
    assert store.redirects() == {}


def test_another_type_or_field_is_no_match():
    lost = [row("a", 0, 9)]
    assert match_moved(lost, [row("b", 0, 9, kind="claim")]) == []
    assert match_moved(lost, [row("b", 0, 9, field="title")]) == []
    assert match_moved(lost, [row("b", 9, 12)]) == []


def test_largest_overlap_wins_and_each_id_is_used_once():
    lost = [row("a", 0, 10), row("b", 5, 20)]
    arrivals = [row("x", 6, 21), row("y", 0, 7)]
    assert match_moved(lost, arrivals) == [("b", "x"), ("a", "y")]


def test_facts_of_one_clause_go_by_what_they_say():
    lost = [row("a", 0, 10, person="Dorn"), row("b", 0, 10, person="Vell")]
    arrivals = [row("x", 1, 11, person="Vell"), row("y", 1, 11, person="Dorn")]
    assert dict(match_moved(lost, arrivals)) == {"a": "y", "b": "x"}


def test_unknown_ids_lead_to_themselves(store):
    assert store.redirect("ev-000000000000001") == "ev-000000000000001"
    assert store.fact_history("ev-000000000000001") == []
