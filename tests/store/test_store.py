from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import store_builders as build
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.store import Store, basis_of


def without_columns(fact):
    return msgspec.structs.replace(fact, run=None, recorded_at=None)


def test_a_closed_case_is_one_file_and_reads_back_whole(path):
    with Store.open(path, create=True) as store:
        article = build.save(store, build.dated(), *build.all_facts(), notes=("hm",))
    assert [p.name for p in path.parent.iterdir()] == ["case.db"]
    with Store.open(path) as store:
        assert store.articles() == [article]
        assert store.notes() == {article.id: ("hm",)}
        facts = store.facts()
        assert {f.id: without_columns(f) for f in facts} == {
            f.id: f for f in build.all_facts()
        }
        assert {(f.run, f.recorded_at) for f in facts} == {
            (build.a_run().id, build.DAY1)
        }
        assert store.verify() == []


# Two states of a few facts, so that readings drop, bring back and change them.
STATES = [
    build.a_statement(),
    build.a_statement(strength="insists"),
    build.a_mention(),
    build.a_mention(name_type="ORG"),
    build.an_event(),
    build.an_event("arrested Captain"),
    build.a_time(),
    build.a_custody(),
]
readings = st.lists(
    st.lists(st.sampled_from(STATES), unique_by=lambda fact: fact.id),
    min_size=1,
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(readings)
def test_every_reading_can_be_seen_as_it_was_recorded(history):
    days = [f"2021-03-{n:02d}T00:00:00Z" for n in range(1, 6)]
    with (
        TemporaryDirectory() as folder,
        Store.open(Path(folder) / "case.db", create=True) as store,
    ):
        for day, facts in zip(days, history, strict=False):
            build.save(store, build.dated(), *facts, at=day)
            build.save(store, build.dated(), *facts, at=day)
        for day, facts in zip(days, history, strict=False):
            then = store.facts(recorded_as_of=day)
            assert {f.id: without_columns(f) for f in then} == {f.id: f for f in facts}
        assert store.facts() == then
        assert store.verify() == []
        for old in store.redirects():
            assert store.redirect(old) != old


def test_saving_twice_changes_nothing(store):
    build.save(store, build.dated(), *build.all_facts())
    facts, version = store.facts(), store.version()
    build.save(store, build.dated(), *build.all_facts(), at=build.DAY2)
    assert (store.facts(), store.version()) == (facts, version)


def test_one_call_saves_article_and_reading(store):
    one = build.dated()
    article = store.save(
        one,
        build.a_reading(build.a_statement()),
        run=build.a_run(),
        basis=basis_of(one.article),
        at=build.DAY1,
    )
    assert len(article.appearances) == 1
    assert [f.id for f in store.facts()] == [build.a_statement().id]
    assert store.due() == []
