"""What must hold of everything that a reader hands out, whatever it was given."""

import re

from onrecord.model.article import Received, Rejected

_REASON_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def check_item(item: object) -> None:
    """Fail unless `item` is an article or a rejection that can be stored and shown.

    Raises:
        AssertionError: with what does not hold.
    """
    if isinstance(item, Rejected):
        _demand(bool(item.reason.strip()), "a rejection has a reason")
        # A reader that guards itself against any exception hides a fault behind this.
        _demand("could not be taken apart" not in item.reason, item.reason)
        _demand(not _REASON_CONTROLS.search(item.reason), "a reason is one line")
        item.reason.encode("utf-8")
        return
    _demand(isinstance(item, Received), "only articles and rejections come out")
    article = item.article  # type: ignore[attr-defined]
    article.text.encode("utf-8")
    _demand("\x00" not in article.text, "no text has a NUL")
    _demand(any(map(str.isalnum, article.text)), "an article has words")
    for value in (article.title, article.url, article.publisher, *article.authors):
        (value or "").encode("utf-8")
        _demand("\n" not in (value or ""), "a field is one line")


def _demand(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(what)
