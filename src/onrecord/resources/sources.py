"""What the package's own rules are now: a rule changed inside one version is told.

Two answers, for two costs. `digest_sources` hashes what the files say, the same on
every machine: for what is stored as truth (which rules read a fact). `stamp_sources`
asks the disk for sizes and times only: for caches, which may be made again.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]

READING = ("annotate", "extract", "model", "text")
"""Folders of the package that decide which facts an article gives."""

DERIVING = ("case", "model", "report", "resolve", "text")
"""Those that decide what a case shows of its facts, and how that is packed."""


@cache
def digest_sources(folders: tuple[str, ...]) -> str:
    """Return one sha256 over the sources of these folders, whatever the machine.

    Some ten milliseconds; the empty digest where the sources cannot be read (a package
    in an archive), so that the version alone tells.
    """
    digest = hashlib.sha256()
    for file in _sources(folders):
        name = file.relative_to(PACKAGE).as_posix()
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


@cache
def stamp_sources(folders: tuple[str, ...]) -> str:
    """Return a hash over names, sizes and times of the sources of these folders."""
    digest = hashlib.sha256()
    for file in _sources(folders):
        known = file.stat()
        digest.update(f"{file.name} {known.st_size} {known.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _sources(folders: tuple[str, ...]) -> Iterator[Path]:
    """Yield the sources of these folders in order of name."""
    for folder in sorted(folders):
        yield from sorted((PACKAGE / folder).rglob("*.py"))
