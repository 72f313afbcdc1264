"""A person's translation of a foreign article: what it takes from the original.

Facts are read from the translation, for only English is read. Its day and outlet are
those of the original, unless it names its own: what it says was known from that day.
"""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.errors import InputError
from onrecord.model.article import Article, Received, Rejected

_ITSELF = (
    "It is word for word the article that it is said to translate; give the "
    "translation's own text."
)


def translate(
    inputs: Iterable[Received | Rejected], original: Article
) -> Iterator[Received | Rejected]:
    """Hand inputs on as translations of an article.

    Raises:
        InputError: At the call: the article is itself a translation.
    """
    if original.translation_of is not None:
        raise InputError(
            f"{original.id} is itself a translation of {original.translation_of}; name "
            "that."
        )
    return (_mark(one, original) for one in inputs)


def _mark(item: Received | Rejected, original: Article) -> Received | Rejected:
    if isinstance(item, Rejected):
        return item
    article = item.article
    if article.id == original.id:
        return Rejected(source=item.source, reason=_ITSELF, sha256=article.sha256)
    taken: dict[str, object] = {"translation_of": original.id}
    if article.published is None:
        for name in ("published", "published_precision", "published_basis"):
            taken[name] = getattr(original, name)
    if article.publisher is None:
        taken["publisher"] = original.publisher
    return msgspec.structs.replace(
        item, article=msgspec.structs.replace(article, **taken)
    )


def paragraph_at(translation: str, start: int, original: str) -> str | None:
    """Return the paragraph of the original beside a place in the translation.

    Paragraphs are told apart by line ends and go together by number. None where the two
    have not as many: then nobody can tell without reading both.
    """
    ours, theirs = _paragraphs(translation), _paragraphs(original)
    if len(ours) != len(theirs):
        return None
    number = sum(1 for at, _ in ours if at <= start) - 1
    return theirs[number][1] if number >= 0 else None


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """Return the lines that hold something, each with where it begins."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((at, line.strip()))
        at += len(line)
    return found
