"""What a reading of many articles tells, on the way and at its end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

import msgspec

from onrecord.model.article import Rejected

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
    """What a `read` did.

    Attributes:
        run: Id of the reading.
        read: Articles that were read into facts.
        known: Texts that the case had already.
        words: Words of the articles that were read.
        facts: Read facts that were found.
        not_extracted: Articles in a language that is only stored.
        rejected: Inputs that could not be read.
        notes: Warnings, and for how many articles each was given.
    """

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
