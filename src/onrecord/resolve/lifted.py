"""Whether the words of a term of custody say that it holds no more."""

import re

from onrecord.model.custody import Condition

_NO_MORE = re.compile(
    r"\bno longer\b"
    r"|\b(?:was|were|been|has|have|had|court|judge|tribunal)\b[^.;]{0,60}"
    r"\b(?:lifted|returned|revoked|scrapped|waived)\b"
    r"|^(?:lifted|returned|revoked|scrapped|waived)\b",
    re.IGNORECASE,
)
_NOT_LIFTED = re.compile(
    r"\b(?:not|never|nor|refused?|declined?|will|would|may|might|could|should)\b",
    re.IGNORECASE,
)


def is_lifted(term: Condition) -> bool:
    """Whether a term's words say that it was lifted; what may come does not count."""
    found = _NO_MORE.search(term.text)
    if found is None:
        return False
    return _NOT_LIFTED.search(term.text, 0, found.end()) is None
