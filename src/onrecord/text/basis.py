"""The basis of a reading: all that read facts are a function of.

When an article meets a new appearance that changes its basis (an earlier day, another
title), its reading is due again.
"""

import hashlib

from onrecord.model.article import Article

BASIS_CHARS = 32


def basis_of(article: Article) -> str:
    """Return the hash of the article's text, title, published day and language.

    The text enters through `article.id`, which is its hash. An absent value and an
    empty one differ.
    """
    parts = (article.id, article.title, article.published, article.language)
    marked = ("-" if part is None else f"+{part}" for part in parts)
    joined = "\x1f".join(marked).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:BASIS_CHARS]
