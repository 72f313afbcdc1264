"""When: a time expression of a text."""

from onrecord.model.fact import Fact


class Time(Fact, frozen=True, gc=False, kw_only=True, tag="time"):
    """A time expression, with its TIMEX3 type and value and its bounds.

    Attributes:
        article: Id of the article.
        start: First character in the article's `text`.
        end: One past the last character.
        timex_type: `DATE`, `TIME`, `DURATION` or `SET`.
        value: TIMEX3 value.
        edtf: The same as EDTF; absent where nothing in the text or its publication day
            resolves it.
        earliest: First day it can mean, `YYYY-MM-DD`.
        latest: Last day it can mean.
        basis: What it was resolved against: `published`, `text` (complete in itself) or
            `expression` (an earlier one); absent where nothing did.
        other: A second reading in EDTF where two stand.
    """

    article: str
    start: int
    end: int
    timex_type: str
    value: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str | None = None
    other: str | None = None
