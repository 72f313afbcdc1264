"""Readings made here or in other processes, taken in the order they were asked for.

Processes are spawned, not forked: a fork would share the open case and the locks of
threads. Each loads the models once.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

import msgspec

from onrecord.errors import OnrecordError
from onrecord.model.article import Article
from onrecord.model.records import Reading
from onrecord.pipeline.reader import MakeReader, Reader

_T = TypeVar("_T")

# Enough to keep every worker busy while the parent writes; more only costs memory.
QUEUED_PER_JOB = 4


Pending = Callable[[], Reading]
"""Gives a reading once it is there, or raises what its making raised."""

Submit = Callable[[Article], Pending]


def depth_of(jobs: int) -> int:
    """Return how many readings may wait: none where they are made in this process."""
    return jobs * QUEUED_PER_JOB if jobs > 1 else 0


def ahead(items: Iterator[_T], *, depth: int) -> Iterator[_T]:
    """Give `items` in order, having taken up to `depth` more of them."""
    queue: deque[_T] = deque()
    for item in items:
        queue.append(item)
        if len(queue) > depth:
            yield queue.popleft()
    yield from queue


@contextmanager
def readings(reader: Reader, make_reader: MakeReader, jobs: int) -> Iterator[Submit]:
    """Give the function that starts a reading, here or in a pool of processes."""
    if jobs <= 1:
        yield lambda article: lambda: reader.read(article)
        return
    pool = ProcessPoolExecutor(
        jobs,
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
