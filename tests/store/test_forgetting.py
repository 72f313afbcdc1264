import random
import sqlite3
import zlib

import pytest
import store_builders as build

from onrecord.errors import UnknownFactError
from onrecord.model.article import Rejected
from onrecord.model.correction import Anchor, Operation
from onrecord.model.stored import Forgotten
from onrecord.store import Store, schema, views

WORD = "Zanquilibert"
NAMED = build.TEXT.replace("Mira Dorn", f"Mira {WORD}")
OTHER = "A second story from Port Sel, in which nobody is named at all."


def holds(path, word=WORD):
    """The files of the case that hold the word, packed bytes unpacked."""
    found = []
    for file in path.parent.iterdir():
        content = file.read_bytes()
        if any(
            word.lower().encode(one) in content.lower()
            for one in ("utf-8", "utf-16-le", "utf-16-be")
        ):
            found.append(file.name)
    return found


def packed(path, word=WORD):
    """Hashes of the received files and cached views that hold the word."""
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT sha256, content FROM originals").fetchall()
        rows += db.execute("SELECT key, value FROM cache").fetchall()
    db.close()
    return [
        key for key, value in rows if value and word.encode() in zlib.decompress(value)
    ]


def anchor(text):
    return Anchor(
        article=build.article_id(text),
        start=0,
        end=6,
        exact=text[:6],
        suffix=text[6:38] + (WORD if text == NAMED else ""),
    )


def fill(store):
    """Two articles, the first of which has the word wherever a word can stand."""
    named = build.dated(
        NAMED,
        title=f"{WORD} arrested",
        url=f"https://paper.example/{WORD.lower()}",
        authors=(f"Jo {WORD}",),
        ref=WORD,
        content=f"<p>{NAMED}</p>".encode(),
    )
    article = store.save_article(named, at=build.DAY1)
    reading = build.a_reading(
        build.a_mention(f"Mira {WORD}", NAMED),
        build.an_actor(f"Captain Mira {WORD}", NAMED, name=f"Mira {WORD}"),
        build.a_time(text=NAMED),
        build.a_statement(text=NAMED),
        text=NAMED,
        notes=(f"a note on {WORD}",),
    )
    store.save_reading(
        reading, run=build.a_run(), basis=build.basis_of(article), at=build.DAY1
    )
    build.save(store, build.received(OTHER))
    store.save_rejected(
        Rejected(source="x.txt", reason=f"No {WORD}.", sha256=article.sha256),
        run=build.a_run(),
        at=build.DAY1,
    )
    store.add_correction(
        build.a_correction(why=f"{WORD} it is", anchors=(anchor(NAMED),))
    )
    store.cache("view", f"derived of {WORD}".encode())
    return article


@pytest.mark.parametrize("rewrite", [True, False])
def test_no_byte_of_a_forgotten_article_is_left(path, rewrite):
    with Store.open(path, create=True) as store:
        article = fill(store)
        assert holds(path)
        assert packed(path)
        done = store.forget([article.id], rewrite=rewrite, at=build.DAY2)
        # Still open, so nothing is left in the log either.
        assert holds(path) == []
        assert packed(path) == []
    assert holds(path) == []
    assert holds(path, "dorn") == []
    assert done == Forgotten(
        articles=(article.id,),
        facts=4,
        originals=1,
        corrections=1,
        rewritten=rewrite,
    )


def test_what_is_left_is_whole(store, path):
    article = fill(store)
    store.forget([article.id], at=build.DAY2)
    assert store.verify() == []
    assert [one.text for one in store.articles()] == [OTHER]
    assert store.facts() == []
    assert store.search(WORD) == []
    assert len(store.search("second story")) == 1
    assert store.rejected() == []
    assert store.corrections() == []
    assert store.cached("view") is None
    with pytest.raises(UnknownFactError):
        store.original(article.sha256)


def test_pages_of_many_articles_keep_nothing(path):
    """Rows move between pages as a file grows; no copy of one may stay behind."""
    choose = random.Random(7)
    with Store.open(path, create=True) as store:
        for number in range(120):
            words = " ".join(
                f"wort{number:03d}x{n}" for n in range(choose.randint(5, 900))
            )
            build.save(store, build.received(words, title=f"wort{number:03d}xtitle"))
        chosen = choose.sample(store.articles(), 60)
        store.forget([one.id for one in chosen], rewrite=False, at=build.DAY2)
        left = path.read_bytes()
        assert [one.title for one in chosen if one.title[:7].encode() in left] == []
        assert store.verify() == []


def test_it_is_known_when_it_is_met_again_by_its_text_or_its_bytes(store):
    article = fill(store)
    assert store.forgotten_at(article.id, "") is None
    store.forget([article.id], at=build.DAY2)
    assert store.forgotten_at(article.id, "other") == build.DAY2
    assert store.forgotten_at("ar-other", article.sha256) == build.DAY2
    assert store.forgotten_at("ar-other", "other") is None
    assert store.forgotten() == {article.id: build.DAY2}


def test_a_forgotten_article_can_be_allowed_again(store):
    article = fill(store)
    store.forget([article.id], at=build.DAY2)
    store.lift(article.id)
    assert store.forgotten_at(article.id, article.sha256) is None
    with pytest.raises(UnknownFactError, match="was forgotten"):
        store.lift(article.id)


def test_bytes_that_another_article_came_in_are_emptied(store):
    """One mail with two stories: the other one stays, its bytes do not."""
    mail = f"{NAMED}\n\n{OTHER}".encode()
    one = store.save_article(build.received(NAMED, content=mail), at=build.DAY1)
    other = store.save_article(build.received(OTHER, content=mail), at=build.DAY1)
    store.forget([one.id], at=build.DAY2)
    assert store.verify() == []
    assert store.article(other.id).text == OTHER
    with pytest.raises(UnknownFactError, match="were removed"):
        store.original(other.sha256)
    # The mail may be read again: only the forgotten story in it is refused.
    assert store.forgotten_at(one.id, other.sha256)
    assert store.forgotten_at(other.id, other.sha256) is None
    store.save_article(build.received(OTHER, content=mail), at=build.DAY3)
    assert store.verify() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "written",
    [
        WORD.encode(),
        WORD.upper().encode(),
        b"Z&#97;nquilibert",
        b'{"more": "\\u005aanquilibert"}',
    ],
)
def test_a_name_in_what_another_article_came_in_goes_too(store, written, encoding):
    page = OTHER.encode() + b"<aside>" + written + b"</aside>"
    page = page.decode().encode(encoding)
    other = store.save_article(build.received(OTHER, content=page), at=build.DAY1)
    gone = build.save(store, build.received(NAMED))
    done = store.forget([gone.id], words=[WORD], at=build.DAY2)
    assert done.originals == 2
    with pytest.raises(UnknownFactError, match="were removed"):
        store.original(other.sha256)


def test_a_name_inside_another_word_is_not_the_name(store):
    page = f"{OTHER} {WORD}ium".encode()
    other = store.save_article(build.received(OTHER, content=page), at=build.DAY1)
    store.save_rejected(
        Rejected(source=f"{WORD.lower()}s/a.html", reason="No."),
        run=build.a_run(),
        at=build.DAY1,
    )
    gone = build.save(store, build.received(NAMED))
    store.forget([gone.id], words=[WORD], at=build.DAY2)
    assert store.original(other.sha256) == page
    assert len(store.rejected()) == 1


def test_a_correction_of_other_articles_too_goes_on_without_the_words(store):
    article = fill(store)
    gone = store.facts(article=article.id)[0].id
    both = build.a_correction(
        2,
        operation=Operation.REJECT,
        target=gone,
        members=(gone, "st-999999999999999"),
        anchors=(anchor(NAMED), anchor(OTHER)),
    )
    store.add_correction(both)
    store.add_correction(
        build.a_correction(3, operation=Operation.UNDO, undoes=both.id)
    )
    done = store.forget([article.id], at=build.DAY2)
    assert done.corrections == 1
    kept, undo = store.corrections()
    assert kept.id == both.id
    assert [one.article for one in kept.anchors] == [build.article_id(OTHER)]
    assert kept.members == ("st-999999999999999",)
    assert kept.target == "st-999999999999999"
    assert undo.undoes == both.id


def test_the_undoing_of_what_is_gone_goes_too(store):
    article = fill(store)
    given = store.corrections()[0]
    store.add_correction(
        build.a_correction(3, operation=Operation.UNDO, undoes=given.id)
    )
    store.forget([article.id], at=build.DAY2)
    assert store.corrections() == []


def test_an_article_that_is_not_there_removes_nothing(store):
    article = fill(store)
    with pytest.raises(UnknownFactError):
        store.forget([article.id, "ar-000000000000000"], at=build.DAY2)
    assert len(store.articles()) == 2


def test_a_case_of_the_first_format_is_written_anew(path):
    """It may hold, in pages long free, what an older version deleted."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA secure_delete = OFF")
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    for statement in schema.VERSION_1:
        db.execute(statement)
    views.make_views(db)
    db.execute("PRAGMA user_version = 1")
    db.execute("INSERT INTO cache (key, value) VALUES ('k', ?)", (WORD * 2000,))
    db.execute(
        "INSERT INTO articles (id, language, text, basis, recorded_at) VALUES "
        f"('{build.article_id(OTHER)}', 'en', ?, '', '')",
        (OTHER,),
    )
    db.execute("DELETE FROM cache")
    db.close()
    assert holds(path)
    with Store.open(path) as store:
        article = fill(store)
        done = store.forget([article.id], rewrite=False, at=build.DAY2)
        assert done.rewritten
        assert holds(path) == []
        again = store.save_article(build.received("A third story."), at=build.DAY2)
        assert not store.forget([again.id], rewrite=False, at=build.DAY3).rewritten


def test_a_program_that_looks_on_is_told_of(path):
    with Store.open(path, create=True) as store:
        article = fill(store)
    with Store.open(path) as store, sqlite3.connect(path) as reader:
        store.cache("x", b"y")  # the file is in WAL mode from here on
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM articles").fetchone()
        store._db.execute("PRAGMA busy_timeout = 50")
        done = store.forget([article.id], at=build.DAY2)
        assert done.log_left
        reader.execute("COMMIT")
    reader.close()
    assert holds(path) == []
