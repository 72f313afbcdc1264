"""Joins the steps: what readers hand over goes through a reading into the store.

What holds here:
- A reading is a pure function of the article, so it can be made in any process.
- The store is written from one process, in the order of the input, one article a
  transaction: the same bytes whatever the number of jobs, and nothing half done.
- A text that the case already has is only met again (an appearance). Where that changes
  the basis of its reading, the reading is due and is made at the end, as are those that
  a crash left.
- At most a few articles for each job are in memory at a time.
"""

import logging
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from typing import Protocol, TypeVar

import msgspec

from onrecord.errors import OnrecordError, UnknownFactError
from onrecord.model.article import Article, Received, Rejected
from onrecord.model.correction import Run
from onrecord.model.fact import Fact
from onrecord.model.records import RECORD_TYPES, AnyFact, Reading
from onrecord.store import Store
from onrecord.text.basis import basis_of

logger = logging.getLogger(__name__)

_T = TypeVar("_T")

LANGUAGES = frozenset({"en"})
"""Languages whose articles are extracted; others are stored and searchable."""

# Enough to keep every worker busy while the parent writes; more only costs memory.
QUEUED_PER_JOB = 4


@dataclass(frozen=True, slots=True)
class Reader:
    """The pure function from an article to its read facts, and what it is made of.

    Attributes:
        read: Gives the reading of one article.
        fingerprint: Hash of all that can change a fact.
        parts: Names of models and lexicons with their versions or checksums.
    """

    read: Callable[[Article], Reading]
    fingerprint: str
    parts: Mapping[str, str] = field(default_factory=dict)


MakeReader = Callable[[], Reader]
"""Makes a reader. With several jobs it is called in each of them, so it must be a
function that can be imported by its name."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a reading of many articles has come.

    Attributes:
        done: Inputs dealt with.
        read: Articles that were read into facts.
        known: Texts that the case had already.
        words: Words of the articles that were read.
        facts: Read facts that were found.
        not_extracted: Articles in a language that is only stored.
        rejected: How many inputs were rejected.
        latest: The input just rejected, if it was.
    """

    done: int = 0
    read: int = 0
    known: int = 0
    words: int = 0
    facts: int = 0
    not_extracted: int = 0
    rejected: int = 0
    latest: Rejected | None = None


class Progress(Protocol):
    """Is told how far a reading has come, after each input."""

    def __call__(self, tally: Tally, /) -> None:
        """Take notice."""


class ReadResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a `read` did: counts as in `Tally`, and every input that was rejected."""

    run: str
    read: int = 0
    known: int = 0
    words: int = 0
    facts: int = 0
    not_extracted: int = 0
    rejected: tuple[Rejected, ...] = ()
    notes: dict[str, int] = {}


class TypeChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What a re-reading did to the facts of one type."""

    same: int = 0
    changed: int = 0
    moved: int = 0
    added: int = 0
    gone: int = 0


class RereadResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a `reread` did.

    `orphaned` names the corrections that found their fact before and no longer do.
    """

    run: str
    articles: int = 0
    failed: tuple[Rejected, ...] = ()
    types: dict[str, TypeChanges] = {}
    orphaned: tuple[str, ...] = ()


def utc_now() -> datetime:
    """Return the time of day, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return `moment` as it is stored: UTC, microseconds, sorts as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def read_article(article: Article, *, models: object, lexicons: object) -> Reading:
    """Return all that onrecord reads out of one article.

    A pure function of its arguments. An article in a language that is not extracted
    gives a reading without facts and a note that says so.
    """
    if article.language not in LANGUAGES:
        note = f"language {article.language!r} is stored and searchable, not extracted"
        return Reading(article=article.id, notes=(note,))
    from onrecord.annotate import annotate
    from onrecord.extract import extract

    document = annotate(article, models=models)
    facts = extract(document, lexicons=lexicons)
    return Reading(article=article.id, facts=tuple(facts), notes=document.notes)


def load_reader() -> Reader:
    """Return the reader of this version, with its models and lexicons loaded.

    Raises:
        MissingModelError: a model or lexicon is not installed or is damaged.
    """
    from onrecord.resources import load_lexicons, load_models
    from onrecord.text.ids import make_id

    models, lexicons = load_models(), load_lexicons()

    def read(article: Article) -> Reading:
        return read_article(article, models=models, lexicons=lexicons)

    parts = {"models": models.fingerprint, "lexicons": lexicons.fingerprint}
    return Reader(read, make_id("run", *parts.values()), parts)


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
    with _readings(reader, make_reader, jobs) as submit:
        for source, pending in _ahead(batch.plan(inputs, submit), depth=_depth(jobs)):
            batch.keep(source, pending)
        batch.finish_due(submit, depth=_depth(jobs))
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
    with _readings(reader, make_reader, jobs) as submit:
        planned = ((article, submit(article)) for article in due)
        for article, pending in _ahead(planned, depth=_depth(jobs)):
            before = store.facts(article=article.id)
            reading = batch.keep_due(article, pending)
            if reading is not None:
                changes += _compare(before, store.facts(article=article.id), store)
    return RereadResult(
        run=run.id,
        articles=batch.read,
        failed=tuple(batch.rejections),
        types=_by_type(changes),
    )


Pending = Callable[[], Reading]
"""Gives a reading once it is there, or raises what its making raised."""

Submit = Callable[[Article], Pending]


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
        self.met: set[str] = set()
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
            is_known = article.id in self.met or _has_article(self.store, article.id)
            self.met.add(article.id)
            yield item, None if is_known else submit(article)

    def keep(self, item: Received | Rejected, pending: Pending | None) -> None:
        """Store one input with its reading, or as rejected."""
        self.done += 1
        if isinstance(item, Rejected):
            self._reject(item)
        elif pending is None:
            self.store.save_article(item, at=self._now())
            self.known += 1
        else:
            reading = self._await(pending, item.article, item.source)
            self.store.save(
                item,
                reading,
                run=self.run,
                basis=basis_of(item.article),
                at=self._now(),
            )
            self._count(item.article, reading)
        self._tell()

    def keep_due(self, article: Article, pending: Pending) -> Reading | None:
        """Store the reading of an article that the case has; None where it failed."""
        reading = self._await(pending, article, article.url or article.id)
        if reading is not None:
            self.store.save_reading(
                reading, run=self.run, basis=basis_of(article), at=self._now()
            )
        self.done += 1
        self._count(article, reading)
        self._tell()
        return reading

    def finish_due(self, submit: Submit, *, depth: int) -> None:
        """Read what is due until nothing is, but what failed in this very run."""
        while due := [a for a in self.store.due() if a.id not in self.failed]:
            planned = ((article, submit(article)) for article in due)
            for article, pending in _ahead(planned, depth=depth):
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

    def _await(self, pending: Pending, article: Article, source: str) -> Reading | None:
        """Return the reading; where its making failed, note why and return None.

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
            logger.exception("reading %s failed", source)
            reason = f"Reading it failed ({type(error).__name__}: {error})."
            self.failed.add(article.id)
            self._reject(Rejected(source=source, reason=reason, sha256=article.sha256))
            return None

    def _reject(self, rejected: Rejected) -> None:
        self.store.save_rejected(rejected, run=self.run, at=self._now())
        self.rejections.append(rejected)

    def _count(self, article: Article, reading: Reading | None) -> None:
        if reading is None:
            return
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


def _has_article(store: Store, article: str) -> bool:
    try:
        store.article(article)
    except UnknownFactError:
        return False
    return True


def _depth(jobs: int) -> int:
    return jobs * QUEUED_PER_JOB if jobs > 1 else 0


def _ahead(items: Iterator[_T], *, depth: int) -> Iterator[_T]:
    """Give `items` in order, having taken up to `depth` more of them."""
    queue: deque[_T] = deque()
    for item in items:
        queue.append(item)
        if len(queue) > depth:
            yield queue.popleft()
    yield from queue


@contextmanager
def _readings(reader: Reader, make_reader: MakeReader, jobs: int) -> Iterator[Submit]:
    """Give the function that starts a reading, here or in a pool of processes."""
    if jobs <= 1:
        yield lambda article: lambda: reader.read(article)
        return
    pool = ProcessPoolExecutor(
        jobs,
        # A forked process would share the open database and locks held by threads.
        mp_context=get_context("spawn"),
        initializer=_start_worker,
        initargs=(make_reader,),
    )

    def submit(article: Article) -> Pending:
        return partial(_decode, pool.submit(_read_in_worker, article))

    try:
        yield submit
    finally:
        # Reached early by an error or Ctrl-C: what has not been started is dropped.
        pool.shutdown(wait=True, cancel_futures=True)


_worker_reader: Reader | None = None


def _start_worker(make_reader: MakeReader) -> None:
    """Load the models once; leave Ctrl-C to the parent, which ends the pool."""
    global _worker_reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker_reader = make_reader()


def _read_in_worker(article: Article) -> bytes:
    """Return the reading as MessagePack, which crosses faster than pickled records."""
    if _worker_reader is None:
        raise OnrecordError("The reading process has no reader; report this as a bug.")
    return msgspec.msgpack.encode(_worker_reader.read(article))


def _decode(future: Future[bytes]) -> Reading:
    return msgspec.msgpack.decode(future.result(), type=Reading)


def _compare(
    before: Iterable[AnyFact], after: Iterable[AnyFact], store: Store
) -> Counter[tuple[str, str]]:
    """Count, by type and kind of change, what became of an article's facts."""
    old = {fact.id: fact for fact in before}
    new = {fact.id: fact for fact in after}
    counts: Counter[tuple[str, str]] = Counter()
    reached: set[str] = set()
    for known, fact in old.items():
        if known in new:
            is_same = _content(fact) == _content(new[known])
            counts[_type(fact), "same" if is_same else "changed"] += 1
            continue
        target = store.redirect(known)
        is_moved = target != known and target in new
        counts[_type(fact), "moved" if is_moved else "gone"] += 1
        reached |= {target} if is_moved and target else set()
    for known, fact in new.items():
        if known not in old and known not in reached:
            counts[_type(fact), "added"] += 1
    return counts


def _content(fact: AnyFact) -> Fact:
    """The fact without what differs between two runs that say the same."""
    return msgspec.structs.replace(fact, run=None, recorded_at=None, known_from=None)


def _type(fact: AnyFact) -> str:
    return str(type(fact).__struct_config__.tag)


def _by_type(counts: Counter[tuple[str, str]]) -> dict[str, TypeChanges]:
    found: dict[str, dict[str, int]] = {}
    for (kind, change), count in counts.items():
        found.setdefault(kind, {})[change] = count
    return {kind: TypeChanges(**found[kind]) for kind in RECORD_TYPES if kind in found}
