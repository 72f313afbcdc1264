import store_builders as build

from onrecord.store.views import COLUMNS


def rows(store, view):
    cursor = store._db.execute(f"SELECT * FROM {view}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def test_every_view_can_be_read_and_has_its_article(store):
    build.save(store, build.dated(), *build.all_facts())
    for view in [*COLUMNS, "mentions", "times"]:
        for row in rows(store, view):
            assert row["publisher"] == "The Sel Courier"
            assert row["words"] in build.TEXT
    assert {len(rows(store, view)) for view in ("statements", "mentions")} == {1}


def test_a_statement_reads_well(store):
    build.save(store, build.dated(), build.a_statement())
    (row,) = rows(store, "statements")
    assert row["speaker_text"] == "her lawyer"
    assert row["content"] == "She broke no law,"
    assert (row["voice"], row["factuality"], row["belief"]) == (
        "narrator",
        "asserted",
        0,
    )


def test_lists_and_parts_are_joined(store):
    build.save(store, build.dated(), *build.all_facts())
    (event,) = rows(store, "events")
    assert (event["source_text"], event["when"]) == ("Police in Port Sel", "2021-03-02")
    (custody,) = rows(store, "custody")
    assert (custody["conditions"], custody["status"]) == ("bail", "held")
    assert (custody["from"], custody["end"]) == ("2021-03-02", None)
    (proceeding,) = rows(store, "proceedings")
    assert (proceeding["stages"], proceeding["announced"]) == (
        "bail_hearing",
        "2021-05-04",
    )
    (linkage,) = rows(store, "linkages")
    assert (linkage["if"], linkage["responses"]) == ("bail", "rejects")


def test_superseded_rows_are_not_shown(store):
    build.save(store, build.dated(), *build.all_facts())
    build.save(store, build.dated(), at=build.DAY2)
    assert not any(rows(store, view) for view in [*COLUMNS, "mentions", "times"])


def test_mentions_show_their_words_and_actor(store):
    build.save(store, build.dated(), build.a_mention())
    (row,) = rows(store, "mentions")
    assert row["words"] == "Mira Dorn"
    assert (row["id"], row["actor"]) == (build.a_mention().id, build.a_mention().actor)
