"""Names of people and outlets as bylines and metadata write them.

A name is kept as printed, cut free of "By", of the job behind a comma and of the place
behind "in". Who it is in the world is for later steps.
"""

import re
from itertools import islice

# Words that make the words behind a comma a job and not one more author.
_JOB = re.compile(
    r"\b(?:reporter|editor|correspondent|writer|columnist|staff|producer|analyst|bureau"
    r"|chief|desk|critic|contributor|fellow|professor|special to)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s*(?:(?:written|reported|story|words)\s+)?by[:\s]\s*", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:,\s*and\s|,|;|\||\s&\s|\sand\s|\swith\s)\s*", re.IGNORECASE)
_PLACE = re.compile(r"\s+in\s+[A-Z].*$")
_ADDRESS = re.compile(r"\s*(?:\S+@\S+|@\w+|https?://\S+)\s*")
_NOBODY = frozenset({"", "admin", "administrator", "unknown", "none", "null", "n/a"})
_ENDS = " .|-\u2013\u2014"
MAX_NAME = 80
# More is no byline; an attack may name a million.
MAX_NAMES = 100


def split_names(value: str) -> tuple[str, ...]:
    """Return the authors that a byline names, in order, each once.

    "By Jonas Merrit and Milla Strand" gives two names; "By Petra Lind, Courts
    Reporter" gives one; "By the Standards Editor" is kept as said.
    """
    value = _ADDRESS.sub(" ", _BY.sub("", clean_line(value) or "", count=1))
    pieces = [_PLACE.sub("", piece).strip(_ENDS) for piece in _SPLIT.split(value)]
    names = [
        piece
        for number, piece in enumerate(pieces)
        if piece.lower() not in _NOBODY
        and len(piece) <= MAX_NAME
        and not (number and _JOB.search(piece))
    ]
    return tuple(islice(dict.fromkeys(names), MAX_NAMES))


def clean_line(value: object) -> str | None:
    """Return a string on one line without control characters; None if nothing is left.

    Half a surrogate pair, which JSON can write and UTF-8 cannot, is dropped.
    """
    if not isinstance(value, str):
        return None
    kept = (char if char.isprintable() else " " for char in value)
    return " ".join("".join(kept).split()) or None
