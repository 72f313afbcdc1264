"""When: a time expression of a text."""

from onrecord.model.fact import Fact


class Time(Fact, frozen=True, gc=False, kw_only=True, tag="time"):
    """A time expression, with its TIMEX3 type and value and its bounds.

    `edtf` is absent where nothing in the text or its publication day resolves it.
    `earliest` and `latest` are ISO days. `basis` says what it was resolved against:
    `published`, `text` (complete in itself), `expression` (an earlier one), or None.
    `other` is a second reading in EDTF where two stand.
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
