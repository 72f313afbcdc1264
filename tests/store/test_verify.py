import pytest
import store_builders as build

from onrecord.store import Store


@pytest.fixture
def filled(store):
    build.save(store, build.dated(), *build.all_facts())
    return store


def test_a_sound_case_has_no_problems(filled):
    assert filled.verify() == []


def test_a_sound_case_has_no_problems_read_only(filled, path):
    with Store.open(path, read_only=True) as store:
        assert store.verify() == []


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        (
            "UPDATE facts SET body = replace(body, 'arrested Captain', "
            "'assisted Captain')",
            "assisted Captain",
        ),
        (
            'UPDATE facts SET body = replace(body, \'"exact":"bail"\', '
            '\'"exact":"fine"\')',
            "“fine”",
        ),
        ("UPDATE facts SET body = replace(body, 'no law', 'my law')", "content of"),
        ("UPDATE facts SET body = '{'", "cannot be read"),
        ("UPDATE facts SET id = 'ev-1' WHERE type = 'event'", "id or type"),
        ("UPDATE facts SET type = 'claim' WHERE type = 'event'", "id or type"),
        ("UPDATE articles SET text = text || '!'", "is not the one its id"),
        ("UPDATE articles SET title = 'Other'", "metadata of article"),
        ("UPDATE articles SET basis = 'x'", "metadata of article"),
        ("UPDATE originals SET content = zeroblob(9)", "cannot be unpacked"),
        ('UPDATE mention_rows SET "end" = 10000', "lies outside"),
        ("UPDATE mention_rows SET key = key + 1", "does not follow from"),
        ("INSERT INTO redirects VALUES ('a', 'b', ''), ('b', 'a', '')", "itself"),
        ("DELETE FROM appearances", "no appearance"),
        (
            "INSERT INTO article_words (article_words) VALUES ('delete-all')",
            "search index",
        ),
    ],
)
def test_tampering_is_found(filled, sql, problem):
    filled._db.execute(sql)
    assert any(problem in line for line in filled.verify()), filled.verify()


def test_bytes_of_another_hash_are_found(filled):
    other = build.received("Other.")
    filled.save_article(other, at=build.DAY1)
    filled._db.execute(
        "UPDATE originals SET content = "
        "(SELECT content FROM originals WHERE sha256 = ?)",
        (other.article.sha256,),
    )
    assert any("another sha256" in line for line in filled.verify())


def test_a_row_that_points_nowhere_is_found(filled):
    filled._db.execute("PRAGMA foreign_keys = OFF")
    filled._db.execute("DELETE FROM runs")
    assert any("points at a row of runs" in line for line in filled.verify())


def test_a_damaged_file_is_found(path):
    with Store.open(path, create=True) as store:
        for n in range(40):
            build.save(store, build.received(f"{build.TEXT} {n}"))
    content = bytearray(path.read_bytes())
    content[4096 * 5 : 4096 * 9] = b"\xff" * 4096 * 4
    path.write_bytes(content)
    with Store.open(path) as store:
        assert store.verify() != []


def test_a_fact_without_evidence_is_a_problem(store):
    build.save(store, build.dated(), build.an_event(evidence=()))
    assert any("no evidence" in line for line in store.verify())
