"""What the whole test run shares: the loaded model, and how to rewrite golden cases."""

from collections.abc import Callable

import pytest

from onrecord.model.document import Document
from onrecord.model.lexicon import Lexicons
from onrecord.model.records import AnyFact
from shapes import make_article


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what the code gives into the golden files; review the diff",
    )


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    from onrecord.resources import load_lexicons

    return load_lexicons()


@pytest.fixture(scope="session")
def annotate() -> Callable[..., Document]:
    """Annotates a text; the model is loaded once for the whole run."""
    from onrecord.annotate import Annotator
    from onrecord.resources import load_lexicons, load_models

    annotator = Annotator(load_models(), load_lexicons())

    def annotate(text: str, published: str | None = "2031-03-14") -> Document:
        return annotator.annotate(make_article(text, published))

    return annotate


@pytest.fixture(scope="session")
def extract(
    annotate: Callable[..., Document],
) -> Callable[..., tuple[Document, tuple[AnyFact, ...]]]:
    """Annotates a text and extracts its facts."""
    from onrecord.extract import Extractor
    from onrecord.resources import load_lexicons

    extractor = Extractor(load_lexicons())

    def extract(
        text: str, published: str | None = "2031-03-14"
    ) -> tuple[Document, tuple[AnyFact, ...]]:
        document = annotate(text, published)
        return document, extractor.extract(document)

    return extract
