import msgspec
import store_builders as build

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
