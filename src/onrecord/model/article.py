"""An article as read: its text, never changed after, and where it appeared."""

from enum import StrEnum

import msgspec


class PublishedBasis(StrEnum):
    """What a publication day was read from, the surest first."""

    CALLER = "caller"
    JSONLD = "jsonld"
    META = "meta"
    FEED = "feed"
    HTMLDATE = "htmldate"
    DATELINE = "dateline"


class Appearance(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One place and day at which an article's text was met.

    `published` is EDTF, the local day as printed; `sha256` is that of the bytes as
    received. The appearance published first gives the article its metadata.
    """

    sha256: str
    ref: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_precision: str | None = None
    published_basis: PublishedBasis | None = None
    dateline: str | None = None
    retrieved: str | None = None


class Article(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What `read` stores of one article. `id` is the hash of `text`.

    `text` is never changed by a later step; every offset counts from its first code
    point. `language` is an ISO 639-1 code; only English is extracted.
    `published_precision` is `day`, `month`, `year` or `minute`.
    """

    id: str
    text: str
    sha256: str
    ref: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_precision: str | None = None
    published_basis: PublishedBasis | None = None
    dateline: str | None = None
    language: str = "en"
    retrieved: str | None = None
    appearances: tuple[Appearance, ...] = ()
    duplicate_of: str | None = None
    similarity: float | None = None
    version_of: str | None = None


class Received(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article with the bytes it came in, as a reader hands it to the store.

    `source` says where it came from (a path, with `#n` for the n-th line or entry).
    `media_type` is the kind that was found from the content, such as `text/html`.
    """

    article: Article
    content: bytes
    media_type: str
    source: str


class Rejected(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something that could not be read, with the reason in one sentence."""

    source: str
    reason: str
    sha256: str | None = None
