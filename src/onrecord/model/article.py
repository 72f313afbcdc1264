"""An article as read: its text, never changed after, and where it appeared."""

from enum import StrEnum

import msgspec


class PublishedBasis(StrEnum):
    """What a publication day was read from, the surest first."""

    CALLER = "caller"
    JSONLD = "jsonld"
    META = "meta"
    FEED = "feed"
    EXPORT = "export"
    MAIL = "mail"
    HTMLDATE = "htmldate"
    DATELINE = "dateline"


class Appearance(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One place and day at which an article's text was met.

    The appearance published first gives the article its metadata.

    Attributes:
        sha256: Hash of the bytes as received.
        ref: The caller's own id.
        url: Where it stood.
        title: Its headline.
        publisher: The outlet.
        authors: As the byline gives them.
        published: The local day as printed, in EDTF.
        published_precision: `day`, `month`, `year` or `minute`.
        published_basis: What the day was read from.
        dateline: The place at the head of the text.
        retrieved: When it was fetched, if the caller says so.
        translation_of: The article that it is a translation of, if the caller says so.
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
    translation_of: str | None = None


class Article(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What `read` stores of one article.

    `text` is never changed by a later step; every offset counts from its first code
    point.

    Attributes:
        id: Hash of `text`.
        text: From JSON lines and plain text character for character; from HTML what was
            taken out of the page.
        sha256: Hash of the bytes as received.
        ref: The caller's own id.
        url: Where it stood.
        title: Its headline.
        publisher: The outlet.
        authors: As the byline gives them.
        published: The local day as printed, in EDTF; absent where nothing gives one.
        published_precision: `day`, `month`, `year` or `minute`.
        published_basis: What the day was read from, the surest first.
        dateline: The place at the head of the text.
        language: ISO 639-1 code; only English (`en`) is extracted.
        retrieved: When it was fetched, if the caller says so.
        appearances: Every place where this text was met; the earliest gives the fields
            above.
        duplicate_of: The article it is a near copy of, and counted with.
        similarity: Share of the longer one's three-word runs that the two have in
            common.
        version_of: The earliest text that stood at the same address, if this is a later
            one; both count as one source.
        latest_version: The latest text that stands there, if this is an earlier one.
        translation_of: The article that this is a person's translation of. Facts are
            read from the translation; the original stays beside it.
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
    latest_version: str | None = None
    translation_of: str | None = None


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
