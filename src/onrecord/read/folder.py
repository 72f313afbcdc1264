"""Which files a path stands for, in an order that never changes.

A folder stands for all files in it, at any depth, sorted by name; hidden ones are
passed over, and so is a folder that was already visited (links may go in circles). A
path that is named by itself is always read, hidden or not.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import InputError
from onrecord.model.article import Rejected
from onrecord.read.receive import reject
from onrecord.read.web import is_web_address

STDIN = "-"


def check_paths(paths: list[str]) -> None:
    """Refuse paths that do not exist, before anything is read; addresses pass.

    Raises:
        InputError: naming the first that is missing.
    """
    for path in paths:
        if path != STDIN and not is_web_address(path) and not os.path.lexists(path):
            raise InputError(
                f"There is no file or folder {name_path(path)!r}; check its spelling."
            )


def find_files(path: str) -> Iterator[Path | Rejected]:
    """Yield the file itself, or all files of the folder.

    A folder that cannot be opened, or holds nothing, is yielded as rejected.
    """
    if not os.path.isdir(path):
        yield Path(path)
        return
    empty = True
    for item in _walk(Path(path)):
        empty = False
        yield item
    if empty:
        reason = "The folder holds no files (hidden ones are not read)."
        yield reject(name_path(path), reason)


def name_path(path: str | Path) -> str:
    """Return a path as it can be shown and stored: bytes that are no UTF-8 escaped."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


def _walk(folder: Path) -> Iterator[Path | Rejected]:
    """All files below a folder, by a stack: how deep it goes does not matter."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        item = waiting.pop()
        if not item.is_dir():
            # Pipes and devices inside a folder would block; a broken link is told.
            if item.is_file() or item.is_symlink():
                yield item
            continue
        try:
            status = item.stat()
            names = sorted(os.listdir(item))
        except OSError as err:
            yield reject(name_path(item), explain_os_error(err))
            continue
        if (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            shown = [name for name in names if not name.startswith(".")]
            waiting.extend(item / name for name in reversed(shown))


def explain_os_error(err: OSError) -> str:
    """Say why a file was not read."""
    why = err.strerror or type(err).__name__
    return f"It cannot be read ({why}); check its permissions and read again."
