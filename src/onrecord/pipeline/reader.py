"""From one article to its read facts: the steps joined, and what they are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.model.article import Article
from onrecord.model.records import Reading
from onrecord.text.ids import make_id

if TYPE_CHECKING:
    from onrecord.annotate import Annotator
    from onrecord.extract import Extractor

LANGUAGES = frozenset({"en"})
"""Languages whose articles are extracted; others are stored and searchable."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The pure function from an article to its read facts, and what it is made of.

    Attributes:
        read: Gives the reading of one article.
        fingerprint: Hash of all that can change a fact.
        parts: Names of models and lexicons with their versions or checksums.
    """

    read: Callable[[Article], Reading]
    fingerprint: str
    parts: Mapping[str, str] = field(default_factory=dict)


MakeReader = Callable[[], Reader]
"""Makes a reader. With several jobs it is called in each of them, so it must be a
function that can be imported by its name."""


def read_article(
    article: Article, *, annotator: "Annotator", extractor: "Extractor"
) -> Reading:
    """Return all that onrecord reads out of one article.

    A pure function of its arguments. An article in a language that is not extracted
    gives a reading without facts and a note that says so.
    """
    if article.language not in LANGUAGES:
        note = f"language {article.language!r} is stored and searchable, not extracted"
        return Reading(article=article.id, notes=(note,))
    document = annotator.annotate(article)
    facts = extractor.extract(document)
    return Reading(article=article.id, facts=facts, notes=document.notes)


def load_reader() -> Reader:
    """Return the reader of this version, with its models and lexicons loaded.

    Raises:
        MissingModelError: a model or lexicon is not installed or is damaged.
    """
    # Loading these takes a second: only what reads pays for it.
    from onrecord.annotate import Annotator
    from onrecord.extract import Extractor
    from onrecord.resources import (
        READING,
        digest_sources,
        load_lexicons,
        load_models,
    )

    models, lexicons = load_models(), load_lexicons()
    annotator, extractor = Annotator(models, lexicons), Extractor(lexicons)

    def read(article: Article) -> Reading:
        return read_article(article, annotator=annotator, extractor=extractor)

    parts = {
        **models.digests,
        "lexicons": lexicons.digest,
        "rules": digest_sources(READING),
    }
    return Reader(read, fingerprint_of(parts), parts)


def fingerprint_of(parts: Mapping[str, str]) -> str:
    """Return the hash of all that can change a fact: this version and its parts."""
    named = [f"{name}={parts[name]}" for name in sorted(parts)]
    return make_id("run", __version__, *named)
