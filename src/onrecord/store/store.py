"""`Store`: the one door to a case file. Each method is one call of its module.

It is long because it is one list of such calls.

A store belongs to the thread that opened it. Every write is one transaction, safe
beside other processes; times come from the caller as ISO 8601 UTC, always in one form,
for they are compared as text.
"""

import logging
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from onrecord.errors import ForgottenError, StoreError, UnknownFactError
from onrecord.model.article import Article, Received, Rejected
from onrecord.model.correction import Correction, Run
from onrecord.model.records import AnyFact, Reading
from onrecord.model.stored import FactRow, Forgotten, SearchHit
from onrecord.store import (
    articles,
    cache,
    corrections,
    facts,
    forgetting,
    opening,
    readings,
    redirects,
    search,
    transactions,
    verify,
)
from onrecord.store.faults import explained, read_only_error
from onrecord.text.basis import basis_of

log = logging.getLogger(__name__)


class Store:
    """An open case file. Use it as a context manager, or call `close`.

    Attributes:
        path: The file.
        read_only: Whether nothing can be written: asked for, or so on this medium.
    """

    def __init__(self, db: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        """Wrap an open connection; `Store.open` makes one."""
        self._db = db
        self.path = path
        self.read_only = read_only

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = False,
        read_only: bool = False,
        busy_timeout_s: float = 60.0,
    ) -> Self:
        """Open a case file.

        Args:
            path: The file.
            create: Make it where there is none.
            read_only: Write nothing, whatever is called.
            busy_timeout_s: How long to wait while another process writes.

        Raises:
            NotACaseError: the path is a folder or another kind of file.
            NewerCaseError: a newer onrecord made the case.
            ReadOnlyCaseError: a case was to be made where nothing can be written.
            StoreError: there is no such file, or it cannot be opened.
        """
        path = Path(path)
        with explained(path):
            db, read_only = opening.open_db(
                path,
                create=create,
                read_only=read_only,
                busy_timeout_s=busy_timeout_s,
            )
        return cls(db, path, read_only=read_only)

    def close(self) -> None:
        """Close the case; the last to do so leaves one file. Twice is no harm."""
        with explained(self.path):
            try:
                if not self.read_only:
                    transactions.leave_one_file(self._db)
            except sqlite3.ProgrammingError:
                return
            finally:
                self._db.close()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the case."""
        self.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all reads of the block see one state; nothing may be written in it."""
        with explained(self.path), transactions.snapshot(self._db):
            yield

    @contextmanager
    def _writing(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        if self.read_only:
            raise read_only_error(self.path)
        with explained(self.path), transactions.writing(self._db, durable=durable):
            yield self._db

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self.snapshot():
            yield self._db

    def start_run(self, run: Run) -> None:
        """Store a run; the same one again changes nothing."""
        with self._writing() as db:
            readings.add_run(db, run)

    def save_article(self, received: Received, *, at: str) -> Article:
        """Store an article, or one more appearance of it, with its bytes.

        Returns:
            The article with its canonical metadata and all its appearances.

        Raises:
            InputError: the article's id, text and bytes do not belong together.
            ForgottenError: it was removed for good.
        """
        with self._writing() as db:
            return self._add(db, received, at)

    def save_reading(self, reading: Reading, *, run: Run, basis: str, at: str) -> None:
        """Make this the current reading of its article.

        Facts whose id and content are as before keep their row; the others are
        superseded. A reading of an older basis never replaces one of the present basis.

        Raises:
            UnknownFactError: the case has no such article.
        """
        with self._writing() as db:
            article = articles.load_article(db, reading.article)
            readings.replace_reading(db, article, reading, run=run, basis=basis, at=at)

    def save(
        self,
        received: Received,
        reading: Reading | None,
        *,
        run: Run,
        basis: str | None,
        at: str,
    ) -> Article:
        """Store an article and its reading in one transaction.

        The reading is stored only if `basis` is still the article's after this
        appearance was added; else the article is due.
        """
        with self._writing() as db:
            article = self._add(db, received, at)
            readings.add_run(db, run)
            if reading is not None and basis == basis_of(article):
                readings.replace_reading(
                    db, article, reading, run=run, basis=basis, at=at
                )
            return article

    @staticmethod
    def _add(db: sqlite3.Connection, received: Received, at: str) -> Article:
        article = received.article
        # Again here: it may have been forgotten since it was read.
        if forgetting.find_forgotten(db, article.id, article.sha256):
            raise ForgottenError(
                f"{article.id} was removed from the case with `onrecord forget`."
            )
        readings.forget_rejected(db, received.source, received.article.sha256)
        return articles.add_article(db, received, at=at)

    def save_rejected(self, rejected: Rejected, *, run: Run, at: str) -> None:
        """Store what could not be read; the same bytes of the same source once."""
        with self._writing() as db:
            readings.add_rejected(db, rejected, run, at)

    def add_correction(self, correction: Correction) -> None:
        """Store a correction, on disk for good; the same id again changes nothing."""
        with self._writing(durable=True) as db:
            corrections.add_correction(db, correction)

    def forget(
        self,
        article_ids: Collection[str],
        *,
        words: Collection[str] = (),
        rewrite: bool = True,
        at: str,
    ) -> Forgotten:
        """Remove articles for good, with all that came from them; see `forgetting`.

        Args:
            article_ids: The articles.
            words: Names to be removed from whatever else holds them.
            rewrite: Write the file anew, so that it gets smaller and no page of it was
                ever used for what is gone.
            at: The time of it.

        Raises:
            UnknownFactError: the case does not have one of the articles.
        """
        with self._writing(durable=True) as db:
            for one in article_ids:
                articles.load_article(db, one)
            done = forgetting.forget_articles(db, article_ids, words=words, at=at)
        with explained(self.path):
            rewritten, left = forgetting.leave_nothing(self._db, rewrite=rewrite)
        return msgspec.structs.replace(done, rewritten=rewritten, log_left=left)

    def forgotten(self) -> dict[str, str]:
        """Return the ids of forgotten articles, with the time of each."""
        with self._reading() as db:
            return forgetting.load_forgotten(db)

    def forgotten_at(self, article_id: str, sha256: str) -> str | None:
        """Return when this text, or these bytes, were forgotten; None if never."""
        with self._reading() as db:
            return forgetting.find_forgotten(db, article_id, sha256)

    def lift(self, article_id: str) -> None:
        """Let a forgotten article be read again.

        Raises:
            UnknownFactError: it was not forgotten.
        """
        with self._writing(durable=True) as db:
            if not forgetting.lift(db, article_id):
                raise UnknownFactError(
                    f"No article {article_id} was forgotten in this case; give the "
                    "whole id, as it was shown."
                )

    def articles(self, *, recorded_as_of: str | None = None) -> list[Article]:
        """Return all articles in order of id, as recorded by a time if one is given."""
        with self._reading() as db:
            return articles.load_articles(db, recorded_as_of=recorded_as_of)

    def article(self, article_id: str) -> Article:
        """Return one article; `UnknownFactError` if the case does not have it."""
        with self._reading() as db:
            return articles.load_article(db, article_id)

    def due(self, fingerprint: str | None = None) -> list[Article]:
        """Return the English articles that are to be read, in order of id.

        Those without a reading, with a reading of another basis, and, where a
        fingerprint is given, those read by another one.
        """
        with self._reading() as db:
            return articles.load_due(db, fingerprint)

    def facts(
        self,
        types: Collection[str] | None = None,
        *,
        article: str | None = None,
        recorded_as_of: str | None = None,
    ) -> list[AnyFact]:
        """Return read facts in order of (article, anchor start, id).

        Args:
            types: Record types; None for all.
            article: Only the facts of this article.
            recorded_as_of: As recorded at this time; None for the current ones.
        """
        with self._reading() as db:
            return facts.load_facts(
                db, types, article=article, recorded_as_of=recorded_as_of
            )

    def fact_history(self, fact_id: str) -> list[FactRow]:
        """Return all rows there ever were of a fact, under any of its ids, in order."""
        with self._reading() as db:
            return facts.load_history(db, fact_id)

    def redirect(self, fact_id: str) -> str:
        """Return the id that stands for this one now; itself if nothing replaced it."""
        with self._reading() as db:
            return redirects.newest_id(db, fact_id)

    def redirects(self) -> dict[str, str]:
        """Return every replaced id with the one that replaced it."""
        with self._reading() as db:
            return redirects.load_redirects(db)

    def corrections(self, *, recorded_as_of: str | None = None) -> list[Correction]:
        """Return corrections in the order given, those given by a time if one is."""
        with self._reading() as db:
            return corrections.load_corrections(db, recorded_as_of=recorded_as_of)

    def runs(self) -> list[Run]:
        """Return all runs, oldest first."""
        with self._reading() as db:
            return readings.load_runs(db)

    def run(self, run_id: str) -> Run:
        """Return one run; `UnknownFactError` if the case does not have it."""
        with self._reading() as db:
            return readings.load_run(db, run_id)

    def rejected(self) -> list[Rejected]:
        """Return what could not be read, in the order it was met."""
        with self._reading() as db:
            return readings.load_rejected(db)

    def search(self, words: str, *, limit: int = 20) -> list[SearchHit]:
        """Return the articles that hold all the words, best first."""
        with self._reading() as db:
            return search.search_articles(db, words, limit=limit)

    def verify(self) -> list[str]:
        """Return what is wrong with the case, one sentence a problem."""
        with explained(self.path):
            return verify.find_problems(self._db, read_only=self.read_only)

    def version(self) -> tuple[int, int]:
        """Return a pair that changes whenever content changes."""
        with self._reading() as db:
            return transactions.content_version(db)

    def original(self, sha256: str) -> bytes:
        """Return received bytes; `UnknownFactError` if the case does not have them."""
        with self._reading() as db:
            return articles.load_original(db, sha256)

    def notes(self) -> dict[str, tuple[str, ...]]:
        """Return the notes of current readings by article, where there are any."""
        with self._reading() as db:
            return readings.load_notes(db)

    def cached(self, key: str) -> bytes | None:
        """Return derived data kept under a key, or None."""
        with self._reading() as db:
            return cache.load_cached(db, key)

    def cache(self, key: str, value: bytes) -> None:
        """Keep derived data under one key; see `cache_all`."""
        self.cache_all({key: value})

    def cache_all(self, entries: Mapping[str, bytes]) -> None:
        """Keep derived data until content changes; nothing on a read-only case.

        Put `version()` into the key. Where the disk is full or another process keeps
        the file busy, nothing is kept: a look at a case must not fail for that.
        """
        if self.read_only:
            return
        squeezed = cache.squeeze(entries)
        try:
            with explained(self.path), transactions.caching(self._db):
                cache.keep(self._db, squeezed)
        except StoreError as error:
            log.info("derived data was not kept: %s", error)
