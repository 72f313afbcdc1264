import pytest
import store_builders as build

from onrecord.errors import UnknownFactError
from onrecord.model.article import Rejected
from onrecord.store import basis_of


def test_runs_come_back_in_order_and_once(store):
    for name in ("f2", "f1", "f2"):
        store.start_run(build.a_run(name))
    assert store.runs() == [build.a_run("f2"), build.a_run("f1")]
    assert store.run(build.a_run("f1").id) == build.a_run("f1")
    with pytest.raises(UnknownFactError, match="no run ru-1"):
        store.run("ru-1")


def test_an_unchanged_fact_keeps_its_run_and_day(store):
    build.save(store, build.dated(), *build.all_facts(), run=build.a_run("f1"))
    build.save(
        store,
        build.dated(),
        *build.all_facts(),
        run=build.a_run("f2"),
        at=build.DAY2,
    )
    assert {(f.run, f.recorded_at) for f in store.facts()} == {
        (build.a_run("f1").id, build.DAY1)
    }
    assert store.due("f2") == []


def test_a_changed_fact_is_superseded_and_kept(store):
    build.save(store, build.dated(), build.a_statement(), build.a_mention())
    build.save(
        store,
        build.dated(),
        build.a_statement(strength="insists"),
        build.a_mention(name_type="PER:captain"),
        run=build.a_run("f2"),
        at=build.DAY2,
    )
    for fact in store.facts():
        old, new = store.fact_history(fact.id)
        assert (old.recorded_at, old.superseded_at) == (build.DAY1, build.DAY2)
        assert (new.recorded_at, new.superseded_at) == (build.DAY2, None)
        assert (old.run, new.run) == (build.a_run("f1").id, build.a_run("f2").id)
        assert new.fact == fact != old.fact


def test_a_fact_that_is_gone_is_superseded_and_kept(store):
    build.save(store, build.dated(), *build.all_facts())
    build.save(store, build.dated(), at=build.DAY2)
    assert store.facts() == []
    assert len(store.facts(recorded_as_of=build.DAY1)) == len(build.all_facts())
    assert store.facts(recorded_as_of=build.DAY2) == []
    assert store.verify() == []


def test_notes_are_those_of_the_current_reading(store):
    article = build.save(store, build.dated(), notes=("no day",))
    assert store.notes() == {article.id: ("no day",)}
    build.save(store, build.dated(), at=build.DAY2)
    assert store.notes() == {}


def test_of_two_facts_with_one_id_the_first_is_kept(store, caplog):
    twice = (build.a_statement(), build.a_statement(strength="says"))
    build.save(store, build.dated(), *twice)
    assert [f.strength for f in store.facts()] == [None]
    assert "stands twice" in caplog.text


def test_a_reading_of_an_old_basis_never_replaces_a_present_one(store):
    old = build.dated(published="2021-03-09")
    new = build.dated(published="2021-03-01")
    article = build.save(store, old)
    build.save(store, new, build.a_statement(), at=build.DAY2)
    store.save_reading(
        build.a_reading(), run=build.a_run(), basis=basis_of(article), at=build.DAY3
    )
    assert len(store.facts()) == 1
    assert store.due() == []


def test_save_leaves_an_article_due_when_its_reading_had_another_basis(store):
    store.save_article(build.dated(published="2021-01-01"), at=build.DAY1)
    late = build.dated(published="2021-03-09")
    article = store.save(
        late,
        build.a_reading(build.a_statement()),
        run=build.a_run(),
        basis=basis_of(late.article),
        at=build.DAY2,
    )
    assert store.facts() == []
    assert store.due() == [article]


def test_a_reading_of_an_unknown_article_is_refused(store):
    with pytest.raises(UnknownFactError, match="no article"):
        store.save_reading(
            build.a_reading(), run=build.a_run(), basis="b", at=build.DAY1
        )
    assert store.runs() == []


def test_rejected_stands_once_with_its_newest_reason(store):
    run = build.a_run()
    for reason in ("It is empty.", "It is empty.", "It is broken."):
        store.save_rejected(
            Rejected(source="a.html", reason=reason), run=run, at=build.DAY1
        )
    store.save_rejected(
        Rejected(source="a.html", reason="Binary.", sha256="00"), run=run, at=build.DAY1
    )
    assert [(r.reason, r.sha256) for r in store.rejected()] == [
        ("It is broken.", None),
        ("Binary.", "00"),
    ]


def test_what_can_be_read_now_is_no_longer_rejected(store):
    one = build.received(source="a.txt")
    for sha256 in (None, one.article.sha256, "00"):
        store.save_rejected(
            Rejected(source="a.txt", reason="No.", sha256=sha256),
            run=build.a_run(),
            at=build.DAY1,
        )
    store.save_article(one, at=build.DAY2)
    assert [r.sha256 for r in store.rejected()] == ["00"]


def test_a_source_whose_name_is_no_unicode_can_be_rejected(store):
    odd = Rejected(source="caf\udce9.html", reason="It is empty.")
    store.save_rejected(odd, run=build.a_run(), at=build.DAY1)
    assert [r.source for r in store.rejected()] == ["caf\\udce9.html"]
    store.save_article(build.received(source=odd.source), at=build.DAY2)
    assert store.rejected() == []
