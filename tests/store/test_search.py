import pytest
import store_builders as build
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.store import Store
from onrecord.store.search import MAX_TERMS, to_query

LONG = "Harbour news. " + "Filler words stand here. " * 40 + "The ferry left Ostrava."


def found(store, words):
    return [hit.article for hit in store.search(words)]


@pytest.fixture
def filled(store):
    build.save(store, build.dated())
    build.save(store, build.received(LONG, title="Ferry leaves captain"))
    return store


def test_all_words_must_occur_in_title_or_text(filled):
    assert found(filled, "police bail") == [build.article_id(build.TEXT)]
    assert found(filled, "police ferry") == []
    assert found(filled, "leaves ostrava") == [build.article_id(LONG)]
    assert len(found(filled, "captain")) == 2


def test_endings_accents_and_case_do_not_matter(filled):
    assert len(found(filled, "ARRESTS")) == 1
    assert len(found(filled, "pölice")) == 1
    assert len(found(filled, "arre*")) == 1


def test_a_phrase_in_quotes_is_searched_as_one(filled):
    assert len(found(filled, '"Captain Mira"')) == 1
    assert found(filled, '"Mira Captain"') == []


def test_a_hit_shows_its_matches_in_their_place(filled):
    (hit,) = filled.search("ferry ostrava")
    assert hit.snippet == LONG[hit.start : hit.start + len(hit.snippet)]
    words = [hit.snippet[m.start : m.end] for m in hit.matches]
    assert words == ["ferry", "Ostrava"]
    assert (hit.title, hit.field) == ("Ferry leaves captain", "text")


def test_a_match_in_the_title_alone_shows_the_title(filled):
    hits = {h.article: h for h in filled.search("leaves")}
    hit = hits[build.article_id(LONG)]
    assert (hit.field, hit.snippet) == ("title", "Ferry leaves captain")
    assert hit.snippet[hit.matches[0].start : hit.matches[0].end] == "leaves"


def test_offsets_are_right_after_an_emoji(filled):
    (hit,) = filled.search("lawyer")
    assert [hit.snippet[m.start : m.end] for m in hit.matches] == ["lawyer"]


def test_a_changed_title_is_found_and_the_old_one_is_not(store):
    build.save(store, build.dated(title="Zebra", published="2021-03-09"))
    build.save(store, build.dated(title="Quagga", published="2021-03-01"))
    assert found(store, "zebra") == []
    assert len(found(store, "quagga")) == 1
    assert store.verify() == []


def test_limit_is_kept(filled):
    assert len(filled.search("captain", limit=1)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        '"',
        '""',
        "'",
        "*",
        "()",
        "AND",
        "police OR",
        "NEAR(police, 3)",
        "title:",
        "title : police",
        "-police",
        "^police",
        "a\x00b",
        "{title text}: x",
        '"unclosed phrase',
        "; DROP TABLE articles",
        "_ __",
        "police " * 500,
        "🚢 —",
        "police*police",
    ],
)
def test_no_query_breaks_the_search(filled, words):
    assert isinstance(filled.search(words), list)


def test_many_words_are_cut_to_what_sqlite_takes():
    assert to_query("a " * 500).count('"a"') == MAX_TERMS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_a_query(filled, words):
    for hit in filled.search(words):
        assert hit.snippet


def test_a_text_that_holds_the_marks_is_found_without_them(path):
    with Store.open(path, create=True) as store:
        build.save(store, build.received("A \x02\x1e\x02 ferry \x03\x1e\x03 sank."))
        (hit,) = store.search("ferry")
        assert hit.matches == ()
        assert hit.snippet
