"""Reads many articles into the store, one a transaction, in the order of the input."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool

from onrecord.errors import ForgottenError, OnrecordError, UnknownFactError
from onrecord.model.article import Article, Received, Rejected
from onrecord.model.correction import Run
from onrecord.model.records import Reading
from onrecord.pipeline.changes import by_type, compare
from onrecord.pipeline.pool import Pending, Submit, ahead, depth_of, readings
from onrecord.pipeline.reader import LANGUAGES, MakeReader, Reader, load_reader
from onrecord.pipeline.results import (
    Clock,
    Progress,
    ReadResult,
    RereadResult,
    Tally,
    stamp,
    utc_now,
)
from onrecord.store import Store
from onrecord.text.basis import basis_of

logger = logging.getLogger(__name__)


def read_into(
    store: Store,
    inputs: Iterable[Received | Rejected],
    *,
    reader: Reader,
    run: Run,
    make_reader: MakeReader = load_reader,
    jobs: int = 1,
    clock: Clock = utc_now,
    progress: Progress | None = None,
) -> ReadResult:
    """Read many inputs into the store, then whatever else is due.

    Args:
        store: An open case that can be written.
        inputs: In the order in which they are to be stored.
        reader: Used in this process.
        run: Already started in the store.
        make_reader: Makes the reader of each process where `jobs` is over 1.
        jobs: Processes that read.
        clock: Gives the time each article is recorded at.
        progress: Is told after each input.

    Raises:
        StoreError: the case cannot be written; what was finished is kept.
        OnrecordError: a reading process was killed.
    """
    batch = _Batch(store, run=run, clock=clock, progress=progress)
    with readings(reader, make_reader, jobs) as submit:
        for source, pending in ahead(batch.plan(inputs, submit), depth=depth_of(jobs)):
            batch.keep(source, pending)
        batch.finish_due(submit, depth=depth_of(jobs))
    return batch.result()


def reread(
    store: Store,
    *,
    reader: Reader,
    run: Run,
    make_reader: MakeReader = load_reader,
    jobs: int = 1,
    clock: Clock = utc_now,
    progress: Progress | None = None,
) -> RereadResult:
    """Read again every article whose facts another version made.

    Arguments and errors are those of `read_into`. `orphaned` is left empty: which
    corrections still find their fact is for the derivation to say.
    """
    batch = _Batch(store, run=run, clock=clock, progress=progress)
    changes: Counter[tuple[str, str]] = Counter()
    due = store.due(reader.fingerprint)
    with readings(reader, make_reader, jobs) as submit:
        planned = ((article, submit(article)) for article in due)
        for article, pending in ahead(planned, depth=depth_of(jobs)):
            before = store.facts(article=article.id)
            reading = batch.keep_due(article, pending)
            if reading is not None:
                changes += compare(before, store.facts(article=article.id), store)
    return RereadResult(
        run=run.id,
        articles=batch.read,
        failed=tuple(batch.rejections),
        types=by_type(changes),
    )


class _Refused(Rejected, frozen=True, gc=False, kw_only=True):
    """What was forgotten once: told, and not stored, for its source may name it."""


class _Batch:
    """Keeps what one call of `read_into` or `reread` stores, and counts it."""

    def __init__(
        self, store: Store, *, run: Run, clock: Clock, progress: Progress | None
    ) -> None:
        self.store, self.run = store, run
        self.clock, self.progress = clock, progress
        self.done = self.read = self.known = self.words = self.facts = 0
        self.not_extracted = 0
        self.rejections: list[Rejected] = []
        self.notes: Counter[str] = Counter()
        self.met: dict[str, str] = {}
        self.failed: set[str] = set()

    def plan(
        self, inputs: Iterable[Received | Rejected], submit: Submit
    ) -> Iterator[tuple[Received | Rejected, Pending | None]]:
        """Give each input with its reading under way; None where it needs none now.

        Whether a text is known depends on the order of input alone, never on which
        reading was finished first.
        """
        for item in inputs:
            if isinstance(item, Rejected):
                yield item, None
                continue
            article = item.article
            refused = self._refuse(item)
            if refused is not None:
                yield refused, None
                continue
            is_known = article.id in self.met or _has_article(self.store, article.id)
            self.met.setdefault(article.id, item.source)
            yield item, None if is_known else submit(article)

    def _refuse(self, item: Received) -> Rejected | None:
        """Return the refusal of what was removed from the case for good."""
        at = self.store.forgotten_at(item.article.id, item.article.sha256)
        return None if at is None else _refusal(item, at)

    def keep(self, item: Received | Rejected, pending: Pending | None) -> None:
        """Store one input with its reading, or as rejected."""
        self.done += 1
        if isinstance(item, Rejected):
            self._reject(item)
        else:
            try:
                self._keep_text(item, pending)
            except ForgottenError:
                # Forgotten by another process while it was read here.
                self._reject(_refusal(item, self._now()))
        self._tell()

    def _keep_text(self, item: Received, pending: Pending | None) -> None:
        """Store an article, or one more appearance of it."""
        if pending is None:
            self.store.save_article(item, at=self._now())
            self.known += 1
        else:
            self._keep_read(item, self._await(pending, item.article, item.source))

    def _keep_read(self, item: Received, reading: Reading | Rejected) -> None:
        """Store an article with its reading, or without one where that failed."""
        self.store.save(
            item,
            None if isinstance(reading, Rejected) else reading,
            run=self.run,
            basis=basis_of(item.article),
            at=self._now(),
        )
        if isinstance(reading, Rejected):
            self._reject(reading)
        else:
            self._count(item.article, reading)

    def keep_due(self, article: Article, pending: Pending) -> Reading | None:
        """Store the reading of an article that the case has; None where it failed."""
        source = self.met.get(article.id) or article.url or article.id
        reading = self._await(pending, article, source)
        self.done += 1
        kept: Reading | None = None
        if isinstance(reading, Rejected):
            self._reject(reading)
        elif self._save_due(article, reading):
            self._count(article, reading)
            kept = reading
        self._tell()
        return kept

    def _save_due(self, article: Article, reading: Reading) -> bool:
        """Store a reading; false where its article was forgotten meanwhile."""
        try:
            self.store.save_reading(
                reading, run=self.run, basis=basis_of(article), at=self._now()
            )
        except UnknownFactError:
            return False
        return True

    def finish_due(self, submit: Submit, *, depth: int) -> None:
        """Read what is due until nothing is, but what failed in this very run."""
        while due := [a for a in self.store.due() if a.id not in self.failed]:
            planned = ((article, submit(article)) for article in due)
            for article, pending in ahead(planned, depth=depth):
                self.keep_due(article, pending)

    def result(self) -> ReadResult:
        """Return the counts."""
        return ReadResult(
            run=self.run.id,
            read=self.read,
            known=self.known,
            words=self.words,
            facts=self.facts,
            not_extracted=self.not_extracted,
            rejected=tuple(self.rejections),
            notes=dict(self.notes),
        )

    def _await(
        self, pending: Pending, article: Article, source: str
    ) -> Reading | Rejected:
        """Return the reading, or why its making failed.

        The one place that takes any exception: a fault on one article must not stop the
        batch. The article is stored all the same and stays due.
        """
        try:
            return pending()
        except BrokenProcessPool as error:
            raise OnrecordError(
                "A reading process was stopped from outside, most likely for want of "
                "memory; all finished articles are stored. Run the same command again "
                "with fewer --jobs."
            ) from error
        except Exception as error:
            logger.debug("reading %s failed", source, exc_info=True)
            reason = f"Reading it failed ({type(error).__name__}: {error})."
            self.failed.add(article.id)
            return Rejected(source=source, reason=reason, sha256=article.sha256)

    def _reject(self, rejected: Rejected) -> None:
        if not isinstance(rejected, _Refused):
            self.store.save_rejected(rejected, run=self.run, at=self._now())
        self.rejections.append(rejected)

    def _count(self, article: Article, reading: Reading) -> None:
        self.read += 1
        self.words += len(article.text.split())
        self.facts += len(reading.facts)
        self.not_extracted += article.language not in LANGUAGES
        self.notes.update(reading.notes)

    def _now(self) -> str:
        return stamp(self.clock())

    def _tell(self) -> None:
        if self.progress is None:
            return
        self.progress(
            Tally(
                done=self.done,
                read=self.read,
                known=self.known,
                words=self.words,
                facts=self.facts,
                not_extracted=self.not_extracted,
                rejected=len(self.rejections),
                latest=self.rejections[-1] if self.rejections else None,
            )
        )


def _refusal(item: Received, at: str) -> Rejected:
    """Return the refusal of what was forgotten at a time."""
    reason = (
        f"This was removed from the case with `onrecord forget` on {at[:10]} and is "
        f"not read again; `onrecord forget CASE {item.article.id} --lift` allows it."
    )
    return _Refused(source=item.source, reason=reason, sha256=item.article.sha256)


def _has_article(store: Store, article: str) -> bool:
    try:
        store.article(article)
    except UnknownFactError:
        return False
    return True
