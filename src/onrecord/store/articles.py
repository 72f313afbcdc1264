"""Articles, the places they appeared at, and the bytes they came in.

The canonical appearance gives an article its metadata. It is worked out from all
appearances alone, so the order in which they were met cannot matter.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from onrecord.errors import InputError, UnknownFactError
from onrecord.model.article import Appearance, Article, PublishedBasis, Received
from onrecord.text.basis import basis_of
from onrecord.text.ids import article_id

ENGLISH = "en"

_SURENESS = {basis: rank for rank, basis in enumerate(PublishedBasis)}
_COLUMNS = (
    "sha256",
    "ref",
    "url",
    "title",
    "publisher",
    "authors",
    "published",
    "published_precision",
    "published_basis",
    "dateline",
    "retrieved",
    "translation_of",
    "language",
)


class Met(msgspec.Struct, frozen=True, gc=False):
    """An appearance as stored: with the language found for it and its digest."""

    appearance: Appearance
    language: str
    digest: str


def add_article(db: sqlite3.Connection, received: Received, *, at: str) -> Article:
    """Store an article or one more appearance of it, and return it as it is now.

    The same appearance again changes nothing.

    Raises:
        InputError: the article's id, text and bytes do not belong together, or it
            holds what is no Unicode text.
    """
    _check(received)
    article = received.article
    _add_original(db, received)
    db.execute(
        """
        INSERT INTO articles (id, title, publisher, published, url, language, text,
        basis, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        (article.id, *_canonical_row(article)[:5], article.text, basis_of(article), at),
    )
    _add_appearance(db, article, at)
    (canonical,) = load_articles(db, "WHERE a.id = ?", (article.id,))
    _set_canonical(db, canonical)
    return canonical


def load_articles(
    db: sqlite3.Connection,
    where: str = "",
    values: tuple[object, ...] = (),
    *,
    recorded_as_of: str | None = None,
) -> list[Article]:
    """Return articles with all appearances, in order of id.

    Args:
        db: An open case.
        where: An SQL condition on `articles AS a`.
        values: What its question marks stand for.
        recorded_as_of: Leave out articles and appearances recorded later.
    """
    if recorded_as_of is not None:
        where += " AND " if where else "WHERE "
        where += "p.recorded_at <= ? AND a.recorded_at <= ?"
        values = (*values, recorded_as_of, recorded_as_of)
    columns = ", ".join(f"p.{name}" for name in _COLUMNS)
    rows = db.execute(
        f"""
        SELECT a.id, a.text, p.digest, {columns} FROM articles AS a
        JOIN appearances AS p ON p.article = a.id {where} ORDER BY a.id
        """,
        values,
    )
    return [
        _with_metadata(key[0], key[1], [_met(row[2:]) for row in group])
        for key, group in groupby(rows, key=lambda row: (row[0], row[1]))
    ]


def load_article(db: sqlite3.Connection, article: str) -> Article:
    """Return one article.

    Raises:
        UnknownFactError: the case has no such article.
    """
    found = load_articles(db, "WHERE a.id = ?", (article,))
    if not found:
        raise UnknownFactError(
            f"The case has no article {article}; `onrecord articles` lists all of them."
        )
    return found[0]


def load_due(db: sqlite3.Connection, fingerprint: str | None) -> list[Article]:
    """Return the English articles whose current reading is missing or out of date."""
    return load_articles(
        db,
        """
        LEFT JOIN readings AS r ON r.article = a.id AND r.superseded_at IS NULL
        LEFT JOIN runs AS u ON u.id = r.run
        WHERE a.language = ? AND (r.n IS NULL OR r.basis <> a.basis
        OR (? IS NOT NULL AND u.fingerprint <> ?))
        """,
        (ENGLISH, fingerprint, fingerprint),
    )


def load_original(db: sqlite3.Connection, sha256: str) -> bytes:
    """Return received bytes.

    Raises:
        UnknownFactError: the case holds no bytes with this hash.
    """
    row = db.execute(
        "SELECT content FROM originals WHERE sha256 = ?", (sha256,)
    ).fetchone()
    if row is None:
        raise UnknownFactError(
            f"The case holds no received bytes with sha256 {sha256}."
        )
    if not row[0]:
        raise UnknownFactError(
            f"The received bytes {sha256} were removed with `onrecord forget`."
        )
    return zlib.decompress(row[0])


def canonical_columns(article: Article) -> tuple[str | None, ...]:
    """Return what the `articles` row of an article must say, its basis last."""
    return (*_canonical_row(article), basis_of(article))


def _canonical_row(article: Article) -> tuple[str | None, ...]:
    return (
        article.title,
        article.publisher,
        article.published,
        article.url,
        article.language,
    )


def _set_canonical(db: sqlite3.Connection, article: Article) -> None:
    row = canonical_columns(article)
    stored = db.execute(
        "SELECT title, publisher, published, url, language, basis FROM articles "
        "WHERE id = ?",
        (article.id,),
    ).fetchone()
    if stored != row:
        db.execute(
            "UPDATE articles SET title = ?, publisher = ?, published = ?, url = ?, "
            "language = ?, basis = ? WHERE id = ?",
            (*row, article.id),
        )


def _check(received: Received) -> None:
    article, source = received.article, received.source
    for name in ("text", "language", *_COLUMNS):
        _check_unicode("".join(getattr(article, name) or ""), name, source)
    if article.id != article_id(article.text):
        raise InputError(f"{source}: the article's id {article.id} is not its text's.")
    if article.sha256 != hashlib.sha256(received.content).hexdigest():
        raise InputError(f"{source}: the sha256 is not that of the received bytes.")


def _check_unicode(words: str, name: str, source: str) -> None:
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"{source} holds half a surrogate pair in its {name} at character "
            f"{error.start}, which is no Unicode text; save it again as UTF-8."
        ) from error


def _add_original(db: sqlite3.Connection, received: Received) -> None:
    sha256 = received.article.sha256
    known = db.execute("SELECT 1 FROM originals WHERE sha256 = ?", (sha256,)).fetchone()
    if known is None:
        db.execute(
            "INSERT INTO originals (sha256, media_type, content) VALUES (?, ?, ?)",
            (sha256, received.media_type, zlib.compress(received.content)),
        )


def _add_appearance(db: sqlite3.Connection, article: Article, at: str) -> None:
    """Add the place the article came from, unless all of it is known.

    Of two retrievals the earlier one stays, whichever was stored first.
    """
    values = _appearance_values(article)
    marks = ", ".join("?" * (len(_COLUMNS) + 3))
    db.execute(
        f"""
        INSERT INTO appearances (article, digest, recorded_at, {", ".join(_COLUMNS)})
        VALUES ({marks}) ON CONFLICT (article, digest) DO UPDATE
        SET retrieved = excluded.retrieved WHERE excluded.retrieved < retrieved
        """,
        (article.id, _digest(values), at, *values.values()),
    )


def _appearance_values(article: Article) -> dict[str, str | None]:
    values = {name: getattr(article, name) for name in _COLUMNS}
    values["authors"] = msgspec.json.encode(article.authors).decode()
    values["published_basis"] = article.published_basis and str(article.published_basis)
    return values


def _digest(values: dict[str, str | None]) -> str:
    """Return the hash of all that makes an appearance another one."""
    kept = [
        (name, values[name])
        for name in _COLUMNS
        # The first format knew no translations: what is none keeps its hash.
        if name != "retrieved" and (name != "translation_of" or values[name])
    ]
    return hashlib.sha256(msgspec.json.encode(kept)).hexdigest()[:32]


def _met(row: tuple[str | None, ...]) -> Met:
    digest, *columns, language = row
    values = dict(zip(_COLUMNS, columns, strict=False))
    values["authors"] = msgspec.json.decode(values["authors"] or "[]")
    return Met(msgspec.convert(values, Appearance), language or ENGLISH, digest or "")


def _with_metadata(article: str, text: str, met: Iterable[Met]) -> Article:
    """Return an article with what its canonical appearance says."""
    met = list(met)
    kept = sorted(_once_each(met), key=_canonical_key)
    first = kept[0]
    values = {
        name: getattr(first.appearance, name) for name in Appearance.__struct_fields__
    }
    # Said once is enough, whichever appearance gives the rest.
    translated = {one.appearance.translation_of for one in met}
    values["translation_of"] = min(filter(None, translated), default=None)
    return Article(
        id=article,
        text=text,
        language=first.language,
        appearances=tuple(one.appearance for one in kept),
        **values,
    )


def _canonical_key(met: Met) -> tuple[str, ...]:
    one = met.appearance
    return (
        one.published or "9999",
        one.url or "",
        one.publisher or "",
        one.ref or "",
        one.sha256,
    )


def _once_each(met: Iterable[Met]) -> Iterator[Met]:
    """Give one of those that are the same place: the one whose day is surest.

    So a day that the caller gives later (`--published`) takes the place of none, or of
    one that was guessed, whichever was read first.
    """
    best: dict[tuple[str | None, ...], Met] = {}
    for one in met:
        place = one.appearance
        key = (place.sha256, place.url, place.ref, place.publisher)
        if key not in best or _surest_first(one) < _surest_first(best[key]):
            best[key] = one
    return iter(best.values())


def _surest_first(met: Met) -> tuple[int, str, str]:
    one = met.appearance
    basis = one.published_basis
    rank = len(_SURENESS) if basis is None else _SURENESS[basis]
    return (
        rank if one.published else len(_SURENESS) + 1,
        one.published or "",
        met.digest,
    )
