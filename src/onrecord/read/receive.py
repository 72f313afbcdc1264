"""The one place where an `Article` is made from what a reader found.

What holds for every reader: the text can be written as UTF-8, has a letter or digit and
no NUL; the day that the caller gives wins over every day in the input; no clock is
read. What cannot become an article becomes a `Rejected` with one sentence.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model.article import Article, PublishedBasis, Received, Rejected
from onrecord.read.days import Day, parse_day
from onrecord.read.guard import find_long_field, find_long_text
from onrecord.read.language import find_language
from onrecord.read.web import Fetch
from onrecord.text.ids import article_id

FIELDS = (
    "text",
    "title",
    "published",
    "url",
    "ref",
    "publisher",
    "authors",
    "language",
    "retrieved",
)
"""Fields of a JSONL line that are read, and that a field map may rename."""

_SHORT_FIELDS = ("title", "url", "ref", "publisher", "dateline", "retrieved")


# As in `kinds.py`, which imports what imports this.
PAGES = ("text/html", "text/plain")


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller says about everything that is read in one call.

    Attributes:
        config: Limits.
        published: The day of publication; wins over the input.
        field_map: From our field name to the name used in the JSON.
        retrieved: When it was fetched; the input wins.
        address: Where a page stood, if it was fetched or archived there. It wins over
            what the page says of itself, which can be anything.
        follow: Fetches the pages that a feed names; None where that was not asked for.
    """

    config: Config
    published: Day | None = None
    field_map: Mapping[str, str] = field(default_factory=dict)
    retrieved: str | None = None
    address: str | None = None
    follow: Fetch | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found of one article; only `text` must be there."""

    text: str
    title: str | None = None
    url: str | None = None
    ref: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: Day | None = None
    basis: PublishedBasis | None = None
    dateline: str | None = None
    language: str | None = None
    retrieved: str | None = None


def make_options(
    config: Config,
    *,
    published: str | None,
    field_map: Mapping[str, str] | None,
    retrieved: str | None,
) -> Options:
    """Check what the caller gave, once for the whole batch.

    Raises:
        InputError: `published` is no day, or `field_map` names an unknown field.
    """
    day = parse_day(published) if published is not None else None
    if published is not None and day is None:
        raise InputError(
            f"The publication day {published!r} is not understood; "
            "write it as YYYY-MM-DD, YYYY-MM or YYYY."
        )
    unknown = sorted(set(field_map or {}) - set(FIELDS))
    if unknown:
        raise InputError(
            f"The field map names the unknown field {unknown[0]!r}; "
            f"the fields are {', '.join(FIELDS)}."
        )
    return Options(config, day, dict(field_map or {}), retrieved)


def receive(
    found: Found, content: bytes, *, source: str, media_type: str, options: Options
) -> Received | Rejected:
    """Make the article, or say why it cannot be one.

    Args:
        found: What the reader took from `content`.
        content: The bytes as received; their sha256 is kept.
        source: Where they came from, for messages.
        media_type: The kind found from the content.
        options: The caller's day and retrieval time stand in `options`.
    """
    problem = (
        _find_problem(found)
        or find_long_text(found.text, options.config)
        or find_long_field({name: getattr(found, name) for name in _SHORT_FIELDS})
    )
    if problem is not None:
        return reject(source, problem, content)
    day, basis = found.published, found.basis
    if options.published is not None:
        day, basis = options.published, PublishedBasis.CALLER
    article = Article(
        id=article_id(found.text),
        text=found.text,
        sha256=_hash(content),
        ref=found.ref,
        url=_find_address(found, media_type, options),
        title=found.title,
        publisher=found.publisher,
        authors=found.authors,
        published=day.edtf if day else None,
        published_precision=day.precision if day else None,
        published_basis=basis if day else None,
        dateline=found.dateline,
        language=found.language or find_language(found.text),
        retrieved=found.retrieved or options.retrieved,
    )
    return Received(
        article=article, content=content, media_type=media_type, source=source
    )


def _find_address(found: Found, media_type: str, options: Options) -> str | None:
    """Where the article stood: only a page, not what is inside one, has the address."""
    return (options.address if media_type in PAGES else None) or found.url


@lru_cache(maxsize=1)
def _hash(content: bytes) -> str:
    """The sha256; once for all articles of one file, whose bytes are one object."""
    return hashlib.sha256(content).hexdigest()


def reject(source: str, reason: str, content: bytes | None = None) -> Rejected:
    """Return a `Rejected`, with the sha256 of `content` where it was read whole."""
    sha256 = hashlib.sha256(content).hexdigest() if content is not None else None
    return Rejected(source=source, reason=reason, sha256=sha256)


def refuse_size(source: str, size: int | None, limit: int) -> Rejected:
    """Return the refusal of something larger than `limit` bytes.

    `size` is None where reading stopped at the limit.
    """
    how_large = f"{size:,} bytes" if size is not None else "larger"
    return reject(
        source,
        f"This is {how_large}, over the limit of {limit:,} bytes for one article; "
        "split it, or raise the setting max_page_bytes.",
    )


def _find_problem(found: Found) -> str | None:
    """Why this cannot be an article, or None."""
    if not any(char.isalnum() for char in found.text):
        return "There is no article text in it; give a file that holds the story."
    if "\x00" in found.text:
        at = found.text.index("\x00")
        return (
            f"The text has a NUL character at position {at}; remove it and read again."
        )
    for name in ("text", *_SHORT_FIELDS):
        half = _find_surrogate(getattr(found, name))
        if half is not None:
            return (
                f"The {name} has half a surrogate pair at position {half}, which is no "
                "character; repair the program that wrote it and read again."
            )
    if any(_find_surrogate(author) is not None for author in found.authors):
        return "An author's name has half a surrogate pair in it; repair it."
    return None


def _find_surrogate(value: str | None) -> int | None:
    """Position of the first lone surrogate, or None."""
    try:
        (value or "").encode("utf-8")
    except UnicodeEncodeError as err:
        return err.start
    return None
