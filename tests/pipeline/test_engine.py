from pathlib import Path

import pytest

from fakes import Ticking, make_moved_reader, make_reader, received
from onrecord.errors import OnrecordError
from onrecord.model.article import Received, Rejected
from onrecord.model.correction import Run
from onrecord.pipeline import Reader, ReadResult, Tally, read_into, reread, stamp
from onrecord.store import Store
from onrecord.text.basis import basis_of

ONE = received('Verrin said "We will wait". Lanz denied "the claim".')
TWO = received("Police arrested Halvik in the harbour.", published="2031-03-09")


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "case.db", create=True) as store:
        yield store


def start(store: Store, reader: Reader) -> Run:
    run = Run(
        id=f"ru-{len(store.runs())}",
        started_at="2033-01-01T00:00:00.000000Z",
        version="test",
        fingerprint=reader.fingerprint,
    )
    store.start_run(run)
    return run


def feed(store: Store, *inputs: Received | Rejected, **more) -> ReadResult:
    reader = more.pop("reader", None) or make_reader()
    return read_into(
        store,
        inputs,
        reader=reader,
        run=start(store, reader),
        make_reader=make_reader,
        clock=more.pop("clock", Ticking()),
        **more,
    )


def test_articles_are_read_and_counted(store: Store) -> None:
    result = feed(store, ONE, TWO)
    assert (result.read, result.known, result.rejected) == (2, 0, ())
    assert len(store.facts(["statement"])) == 2
    assert result.facts == len(store.facts())


def test_reading_twice_changes_nothing_but_the_run(store: Store) -> None:
    feed(store, ONE, TWO)
    before = store.facts()
    result = feed(store, ONE, TWO)
    assert (result.read, result.known) == (0, 2)
    assert store.facts() == before


def test_one_bad_article_is_kept_as_rejected_and_the_rest_goes_on(store: Store) -> None:
    bad = received("POISON in here", url="bad.txt")
    result = feed(store, ONE, bad, TWO)
    assert result.read == 2
    (rejected,) = result.rejected
    assert rejected.source == "bad.txt"
    assert "ZeroDivisionError: poisoned on purpose" in rejected.reason
    assert store.rejected() == [rejected]
    assert store.article(bad.article.id).text == "POISON in here"


def test_what_a_reader_rejected_is_stored(store: Store) -> None:
    rejected = Rejected(source="empty.txt", reason="There is no article text in it.")
    assert feed(store, rejected, ONE).rejected == (rejected,)
    assert store.rejected() == [rejected]


def test_an_appearance_that_changes_the_basis_is_read_at_the_end(store: Store) -> None:
    later = received(ONE.article.text, published="2031-03-20", url="b")
    earlier = received(ONE.article.text, published="2031-03-08", url="a")
    result = feed(store, later, earlier)
    assert (result.read, result.known) == (2, 1)
    assert store.article(ONE.article.id).published == "2031-03-08"
    assert store.due() == []


def test_what_a_crash_left_is_read_by_the_next_command(store: Store) -> None:
    store.save_article(ONE, at="2033-01-01T00:00:00.000000Z")
    assert len(store.due()) == 1
    assert feed(store).read == 1
    assert store.due() == []


def test_another_language_is_stored_without_facts(store: Store) -> None:
    from onrecord.pipeline import read_article

    article = received("Le ministre a dit non.", language="fr").article
    reading = read_article(article, annotator=None, extractor=None)
    assert reading.facts == ()
    assert "fr" in reading.notes[0]


def test_progress_hears_of_every_input(store: Store) -> None:
    heard: list[Tally] = []
    rejected = Rejected(source="x", reason="why")
    feed(store, ONE, rejected, TWO, progress=heard.append)
    assert [tally.done for tally in heard] == [1, 2, 3]
    assert heard[-1].rejected == 1
    assert heard[-1].latest == rejected


def test_interrupting_keeps_what_was_finished(store: Store) -> None:
    def inputs():
        yield ONE
        raise KeyboardInterrupt

    reader = make_reader()
    with pytest.raises(KeyboardInterrupt):
        read_into(store, inputs(), reader=reader, run=start(store, reader))
    assert [one.id for one in store.articles()] == [ONE.article.id]
    assert store.due() == []


def dump(path: Path) -> list[str]:
    import sqlite3

    with sqlite3.connect(path) as db:
        return list(db.iterdump())


@pytest.mark.slow
def test_the_number_of_jobs_changes_no_byte_of_content(tmp_path: Path) -> None:
    again = received(TWO.article.text, published="2031-03-02", url="other")
    batch = (ONE, TWO, received("POISON"), again, *(numbered(n) for n in range(12)))
    dumps = []
    for jobs in (1, 2):
        path = tmp_path / f"{jobs}.db"
        with Store.open(path, create=True) as store:
            feed(store, *batch, jobs=jobs)
        dumps.append(dump(path))
    assert dumps[0] == dumps[1]


def numbered(number: int) -> Received:
    return received(f'Verrin said "We will wait {number} days". Then nothing.')


def exploding_reader() -> Reader:
    import os

    def read(article):
        os._exit(9)

    return Reader(read, "exploding")


@pytest.mark.slow
def test_a_killed_process_is_told_and_nothing_half_is_stored(store: Store) -> None:
    reader = make_reader()
    with pytest.raises(OnrecordError, match="fewer --jobs"):
        read_into(
            store,
            [ONE, TWO],
            reader=reader,
            run=start(store, reader),
            make_reader=exploding_reader,
            jobs=2,
        )
    assert store.articles() == []


def test_reread_counts_what_moved_and_what_stayed(store: Store) -> None:
    feed(store, ONE, TWO)
    reader = make_moved_reader()
    result = reread(store, reader=reader, run=start(store, reader), clock=Ticking())
    assert result.articles == 2
    assert result.types["event"].same == 1
    assert result.types["actor"].same == 4
    statements = result.types["statement"]
    assert statements.moved + statements.gone == 2
    assert statements.moved + statements.added == 2


def test_reread_leaves_alone_what_this_version_read(store: Store) -> None:
    feed(store, ONE)
    reader = make_reader()
    assert reread(store, reader=reader, run=start(store, reader)).articles == 0


def test_stamps_sort_as_text() -> None:
    clock = Ticking()
    first, second = stamp(clock()), stamp(clock())
    assert first < second
    assert first == "2033-01-01T00:00:01.000000Z"


def test_basis_is_that_of_the_stored_article(store: Store) -> None:
    feed(store, ONE)
    assert basis_of(store.article(ONE.article.id)) == basis_of(ONE.article)


@pytest.mark.parametrize("known", [True, False])
def test_what_is_forgotten_while_it_is_read_is_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    """Another process may forget a text between its planning and its storing."""
    feed(store, ONE)
    store.forget([ONE.article.id], at="2033-01-02T00:00:00.000000Z")
    monkeypatch.setattr(store, "forgotten_at", lambda *_: None)
    monkeypatch.setattr("onrecord.pipeline.engine._has_article", lambda *_: known)
    result = feed(store, ONE, TWO) if not known else feed(store, ONE)
    assert result.read == (0 if known else 1)
    assert "onrecord forget" in result.rejected[0].reason
    assert ONE.article.id not in [one.id for one in store.articles()]
    assert store.rejected() == []


def test_what_is_forgotten_before_it_is_read_again_is_passed_over(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(store, ONE, TWO)
    due = store.due
    monkeypatch.setattr(store, "due", lambda fingerprint=None: due("other"))
    real = store.save_reading

    def save(reading, **more):
        if reading.article == ONE.article.id:
            store.forget([ONE.article.id], at="2033-01-02T00:00:00.000000Z")
        real(reading, **more)

    monkeypatch.setattr(store, "save_reading", save)
    reader = make_moved_reader()
    result = reread(
        store,
        reader=reader,
        run=start(store, reader),
        make_reader=make_moved_reader,
        clock=Ticking(),
    )
    assert result.articles == 1
    assert [one.id for one in store.articles()] == [TWO.article.id]
