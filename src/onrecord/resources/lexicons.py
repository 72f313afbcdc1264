"""Reads the packaged lexicons, once for each process.

A lexicon is a tab-separated file in `lexicons/`: comment lines (`#`) that name its
source and licence, a header line, then one entry a line, its key in the first column.
Keys with `|` stand for several entries with the same row.
"""

import hashlib
from functools import cache
from pathlib import Path

from onrecord.errors import MissingModelError
from onrecord.model.lexicon import Lexicons, Row

_PACKAGED = Path(__file__).parent / "lexicons"
# An editable install has no copy: the sources of the checkout are the lexicons.
_CHECKOUT = Path(__file__).parents[3] / "lexicons"


@cache
def load_lexicons() -> Lexicons:
    """Return all lexicons.

    Raises:
        MissingModelError: the files are not there, or one cannot be read.
    """
    folder = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    files = sorted(folder.glob("*.tsv"))
    if not files:
        raise MissingModelError(
            f"no lexicons in {folder.name}/: the installation is incomplete; "
            "install onrecord again"
        )
    digest = hashlib.sha256()
    tables = {}
    for file in files:
        content = file.read_bytes()
        digest.update(file.name.encode() + b"\0" + content)
        tables[file.stem] = parse_lexicon(content.decode("utf-8"), name=file.name)
    return Lexicons(tables=tables, digest=digest.hexdigest())


def parse_lexicon(text: str, *, name: str) -> dict[str, Row]:
    """Return the entries of one lexicon file, by key.

    Raises:
        MissingModelError: a row has more cells than the header, or a key comes twice.
    """
    lines = [x for x in text.splitlines() if x.strip() and not x.startswith("#")]
    header = lines[0].split("\t")[1:]
    entries: dict[str, Row] = {}
    for line in lines[1:]:
        keys, *cells = line.split("\t")
        if len(cells) > len(header):
            raise MissingModelError(f"{name}: too many cells in {line!r}")
        row = {k: c.strip() for k, c in zip(header, cells, strict=False) if c.strip()}
        for key in keys.split("|"):
            if key.strip() in entries:
                raise MissingModelError(f"{name}: {key.strip()!r} stands twice")
            entries[key.strip()] = row
    return entries
