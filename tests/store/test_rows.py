import store_builders as build

from onrecord.store.rows import Change, current_rows, insert, supersede, to_rows


def prepared(store):
    """A case with an article, a run and two readings to hang rows on."""
    article = build.save(store, build.dated())
    build.save(store, build.dated(), run=build.a_run("f2"), at=build.DAY2)
    changes = [
        Change(article=article.id, run=build.a_run(f).id, reading=n, at=at)
        for f, n, at in (("f1", 1, build.DAY1), ("f2", 2, build.DAY2))
    ]
    return article, changes


def test_rows_read_back_are_the_rows_inserted(store):
    article, (change, _) = prepared(store)
    rows = to_rows(build.all_facts(), article)
    insert(store._db, rows.values(), change)
    found = current_rows(store._db, article.id)
    assert {id_: row for id_, (_, row) in found.items()} == rows


def test_superseded_rows_are_no_longer_current(store):
    article, (first, second) = prepared(store)
    insert(store._db, to_rows(build.all_facts(), article).values(), first)
    supersede(store._db, current_rows(store._db, article.id).values(), second)
    assert current_rows(store._db, article.id) == {}


def test_a_row_knows_its_table():
    article = build.dated().article
    tables = {r.type: r.table for r in to_rows(build.all_facts(), article).values()}
    assert tables["mention"] == "mention_rows"
    assert tables["time"] == "time_rows"
    assert tables["statement"] == "facts"
