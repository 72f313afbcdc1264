import pytest
import store_builders as build

from onrecord.errors import StoreError

OTHER = "Harbour police arrested Captain Mira Dorn on Tuesday. “She broke no law,” her "
OTHER += "lawyer said. A court will rule on her bail on 4 May. A second report."


def test_facts_come_in_order_of_article_place_and_id(store):
    facts = [*build.all_facts(), *build.all_facts(OTHER)]
    build.save(store, build.dated(), *facts[:8])
    build.save(store, build.dated(OTHER), *facts[8:])
    found = store.facts()
    assert sorted(f.id for f in found) == sorted(f.id for f in facts)
    homes = [f.evidence[0].article for f in found]
    assert homes == sorted(homes)
    one = store.facts({"mention", "event"}, article=homes[0])
    assert [type(f).__name__ for f in one] == ["Event", "Mention"]


def test_facts_can_be_limited_by_type_and_article(store):
    build.save(store, build.dated(), *build.all_facts())
    build.save(store, build.dated(OTHER), *build.all_facts(OTHER))
    assert {type(f).__name__ for f in store.facts(["statement"])} == {"Statement"}
    assert len(store.facts(["mention"], article=build.article_id(OTHER))) == 1
    assert store.facts([]) == []
    assert store.facts(["nothing"]) == []
    assert store.facts(article="ar-1") == []


def test_facts_as_recorded_are_those_current_then(store):
    build.save(store, build.dated(), build.a_statement(), build.a_mention())
    build.save(
        store,
        build.dated(),
        build.a_statement(strength="insists"),
        build.a_mention(name_type="ORG"),
        at=build.DAY3,
    )
    then = store.facts(recorded_as_of=build.DAY2)
    assert [getattr(f, "strength", f.voice) for f in then] == ["narrator", None]
    assert {f.recorded_at for f in then} == {build.DAY1}
    now = store.facts(recorded_as_of=build.DAY3)
    assert now == store.facts()


def test_a_damaged_fact_is_an_error_that_names_it(store):
    build.save(store, build.dated(), build.a_statement())
    store._db.execute("UPDATE facts SET body = '{}'")
    with pytest.raises(StoreError, match=build.a_statement().id):
        store.facts()


def test_a_mention_outside_its_text_is_an_error_that_names_it(store):
    build.save(store, build.dated(), build.a_mention())
    store._db.execute('UPDATE mention_rows SET "end" = 10000')
    with pytest.raises(StoreError, match=build.a_mention().id):
        store.facts()
