"""What SQLite complains of, said as one sentence that tells what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import NotACaseError, ReadOnlyCaseError, StoreError


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours.

    Raises:
        ReadOnlyCaseError: a write met a file or folder that cannot be written.
        NotACaseError: the file is no SQLite file.
        StoreError: the disk is full, another process holds the file, or it is damaged.
    """
    try:
        yield
    except sqlite3.ProgrammingError as error:
        if "closed" not in str(error):
            raise
        raise StoreError(f"The case {path} is closed; open it again.") from error
    except (sqlite3.DatabaseError, sqlite3.InterfaceError) as error:
        raise store_error(error, path) from error


def store_error(error: sqlite3.Error, path: Path) -> StoreError:
    """Return our error for one of SQLite's."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith("SQLITE_READONLY"):
        return read_only_error(path)
    if name.startswith("SQLITE_NOTADB"):
        return not_a_case_error(path)
    for start, sentence in _SENTENCES.items():
        if name.startswith(start):
            return StoreError(sentence.format(path=path))
    return StoreError(
        f"The case {path} could not be used: {error} ({name or 'SQLite'})."
    )


def read_only_error(path: Path) -> ReadOnlyCaseError:
    """Return the error of a write that is not allowed."""
    return ReadOnlyCaseError(
        f"The case {path} is read-only here; copy it to a folder that you can write to "
        "and work on the copy."
    )


def not_a_case_error(path: Path) -> NotACaseError:
    """Return the error of a file that holds something else."""
    return NotACaseError(
        f"{path} is not a case file of onrecord; give the path of a case, or of a file "
        "that does not exist yet to make one."
    )


_BUSY = (
    "Another process is writing to the case {path} and did not finish in time; run the "
    "same command again when it has."
)

_SENTENCES = {
    "SQLITE_FULL": "The disk is full, so the case {path} could not be written; what "
    "was finished before is safe. Make room and run the same command again.",
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_CORRUPT": "The case {path} is damaged; go back to a copy of it. `onrecord "
    "verify` lists what is wrong.",
    "SQLITE_CANTOPEN": "The case {path} cannot be opened; check that its folder "
    "exists and that you may read and write there.",
    "SQLITE_IOERR": "The disk failed while the case {path} was used; check the disk "
    "and run the same command again.",
    "SQLITE_PERM": "You may not open the case {path}; check its permissions.",
}
"""By the start of SQLite's error name."""
