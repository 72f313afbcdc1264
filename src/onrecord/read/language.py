"""Which language a text is written in, as an ISO 639-1 code.

py3langid decides (140 languages, of which we let it choose among those with two
letters). Three rules stand around it, because calling an English article foreign loses
all its facts, while the opposite mistake is seen at once:

- a text without letters is `und`: nothing can be said;
- a short one (fewer than 40 letters) that is nearly all ASCII letters is `en`;
- an ASCII text that py3langid gives to another language without being sure is `en`
  (lists of names and results are what it is unsure of).
"""

import functools
import logging
from typing import Any

SHORT_LETTERS = 40
# py3langid is over .9 on 300 newswire stories; on lists of names it stays under .3.
SURE = 0.6
ASCII_SHARE = 0.98
# More of the text does not change the answer and costs time.
MAX_CHARS = 4000


def find_language(text: str) -> str:
    """Return the ISO 639-1 code of `text`, or `und` where nothing can be said."""
    sample = text[:MAX_CHARS]
    letters = [char for char in sample if char.isalpha()]
    if not letters:
        return "und"
    is_ascii = sum(map(str.isascii, letters)) >= ASCII_SHARE * len(letters)
    if is_ascii and len(letters) < SHORT_LETTERS:
        return "en"
    language, confidence = _load_identifier().classify(sample)
    if is_ascii and confidence < SURE:
        return "en"
    return str(language)


@functools.cache
def _load_identifier() -> Any:
    """The identifier, loaded at the first text: that takes half a second."""
    # Imported here so that `onrecord --help` does not pay for numpy and a model.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    logging.getLogger("py3langid").addHandler(logging.NullHandler())
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier
