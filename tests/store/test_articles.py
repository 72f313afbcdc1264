import itertools

import msgspec
import pytest
import store_builders as build

from onrecord.errors import InputError, UnknownFactError
from onrecord.model.article import PublishedBasis
from onrecord.store import Store, basis_of

EARLY = {"published": "2021-03-01", "url": "https://b.example", "publisher": "B"}
LATE = {"published": "2021-03-05", "url": "https://a.example", "publisher": "A"}
UNDATED = {"published": None, "published_basis": None, "publisher": "C"}


def test_the_same_text_again_is_one_article_with_another_appearance(store):
    store.save_article(build.dated(**LATE), at=build.DAY1)
    article = store.save_article(build.dated(**EARLY), at=build.DAY2)
    assert len(store.articles()) == 1
    assert [a.publisher for a in article.appearances] == ["B", "A"]
    assert (article.publisher, article.published) == ("B", "2021-03-01")


def test_the_same_appearance_again_changes_nothing(store):
    first = store.save_article(build.dated(), at=build.DAY1)
    version = store.version()
    assert store.save_article(build.dated(), at=build.DAY2) == first
    assert store.version() == version


def test_order_of_meeting_appearances_does_not_matter(tmp_path):
    results = set()
    for n, order in enumerate(itertools.permutations([EARLY, LATE, UNDATED])):
        with Store.open(tmp_path / f"{n}.db", create=True) as store:
            for fields in order:
                store.save_article(build.dated(**fields), at=build.DAY1)
            results.add(msgspec.json.encode(store.articles()))
            assert store.verify() == []
    assert len(results) == 1


@pytest.mark.parametrize("swap", [False, True])
def test_a_day_given_by_the_caller_takes_the_place_of_a_guess(store, swap):
    guess = build.dated(published="2021-01-01", published_basis=PublishedBasis.HTMLDATE)
    given = build.dated(published="2021-03-02", published_basis=PublishedBasis.CALLER)
    for one in (given, guess) if swap else (guess, given):
        article = store.save_article(one, at=build.DAY1)
    assert article.published == "2021-03-02"
    assert len(article.appearances) == 1


@pytest.mark.parametrize("swap", [False, True])
def test_the_earlier_retrieval_stays(store, swap):
    days = ["2021-03-03", "2021-03-09"]
    for day in reversed(days) if swap else days:
        article = store.save_article(build.dated(retrieved=day), at=build.DAY1)
    assert article.retrieved == "2021-03-03"
    assert len(article.appearances) == 1


def test_articles_as_recorded_earlier_have_the_metadata_of_that_time(store):
    store.save_article(build.dated(**LATE), at=build.DAY1)
    store.save_article(build.dated(**EARLY), at=build.DAY2)
    store.save_article(build.received("Another text."), at=build.DAY2)
    (then,) = store.articles(recorded_as_of=build.DAY1)
    assert (then.published, len(then.appearances)) == ("2021-03-05", 1)
    assert store.articles(recorded_as_of="2021-02-01") == []
    assert len(store.articles(recorded_as_of=build.DAY2)) == 2


def test_text_is_kept_character_for_character(store):
    text = "\ufeff A\r\nb\u00a0c\u0301 “d” \x00 e 🚢\u2028\t "
    article = store.save_article(build.received(text), at=build.DAY1)
    assert store.article(article.id).text == text
    assert store.verify() == []


def test_received_bytes_are_kept_once_and_come_back(store):
    one = build.received(content=b"<p>\xff raw \x00</p>")
    store.save_article(one, at=build.DAY1)
    store.save_article(build.received("Other.", content=one.content), at=build.DAY1)
    assert store.original(one.article.sha256) == one.content


def test_unknown_ids_are_said_so(store):
    with pytest.raises(UnknownFactError, match="no article ar-1"):
        store.article("ar-1")
    with pytest.raises(UnknownFactError, match="no received bytes"):
        store.original("00")


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"id": "ar-1"}, "id ar-1"), ({"sha256": "00"}, "sha256")],
)
def test_parts_that_do_not_belong_together_are_refused(store, change, reason):
    one = build.received()
    wrong = msgspec.structs.replace(
        one, article=msgspec.structs.replace(one.article, **change)
    )
    with pytest.raises(InputError, match=reason):
        store.save_article(wrong, at=build.DAY1)
    assert store.articles() == []


@pytest.mark.parametrize("field", ["text", "title"])
def test_half_a_surrogate_pair_is_refused(store, field):
    values = {"text": "Fine.", "content": b"x"} | {field: "bad \ud800 word"}
    with pytest.raises(InputError, match="surrogate"):
        store.save_article(build.received(**values), at=build.DAY1)


def test_due_lists_english_articles_without_a_current_reading(store):
    article = store.save_article(build.dated(), at=build.DAY1)
    store.save_article(build.received("Un texte.", language="fr"), at=build.DAY1)
    assert [a.id for a in store.due()] == [article.id]
    build.save(store, build.dated())
    assert store.due() == []


def test_an_article_is_due_again_when_its_basis_changes(store):
    build.save(store, build.dated(**LATE))
    article = store.save_article(build.dated(**EARLY), at=build.DAY2)
    assert store.due() == [article]
    build.save(store, build.dated(**EARLY), at=build.DAY2)
    assert store.due() == []


def test_an_appearance_that_leaves_the_basis_leaves_nothing_due(store):
    build.save(store, build.dated(**EARLY))
    store.save_article(build.dated(**LATE), at=build.DAY2)
    assert store.due() == []


def test_an_article_is_due_for_another_fingerprint_only(store):
    article = build.save(store, build.dated(), run=build.a_run("f1"))
    assert store.due("f1") == []
    assert [a.id for a in store.due("f2")] == [article.id]


def test_basis_in_the_file_is_that_of_the_article(store):
    article = store.save_article(build.dated(), at=build.DAY1)
    (basis,) = store._db.execute("SELECT basis FROM articles").fetchone()
    assert basis == basis_of(article)


def test_a_translation_names_its_original_however_often_it_is_met(store):
    plain = build.dated()
    marked = build.dated(translation_of="ar-000000000000001")
    for one in (marked, plain):
        store.save_article(one, at=build.DAY1)
    (article,) = store.articles()
    assert article.translation_of == "ar-000000000000001"
    assert store.verify() == []


def test_what_is_no_translation_keeps_the_hash_of_the_first_format(store):
    store.save_article(build.dated(), at=build.DAY1)
    (digest,) = store._db.execute("SELECT digest FROM appearances").fetchone()
    assert digest == "cccdfc273edb8b1b2cbfed2d19a34943"
