"""When: a time expression of a text."""

import msgspec

from onrecord.model.fact import Fact


class TimeExpression(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A time expression as a text gives it: where it stands and which days it means.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        text: The words.
        timex_type: `DATE`, `TIME`, `DURATION` or `SET`.
        value: TIMEX3 value; absent where the words name no time that is known.
        mod: TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `MORE_THAN`, `LESS_THAN`,
            `EQUAL_OR_MORE` or `EQUAL_OR_LESS`.
        edtf: The same as EDTF, with an open end after words such as "since"; absent
            where nothing in the text or its document date resolves it.
        earliest: First day the expression alone can mean, `YYYY-MM-DD`.
        latest: Last day it can mean.
        basis: What it was resolved against: `published` (the document date), `text`
            (complete in itself), `expression` (another one) or `event` (an event whose
            day is not known here); absent where nothing did.
        basis_start: First character of that expression's or event's words.
        basis_end: One past their last character.
        other: A second reading in EDTF where two stand.
        zone: Distance from UTC as `+hh:mm`, where a time of day names its zone.
        proposed: EDTF that the text's own constraints suggest and do not settle.
        reason: Why it is proposed, or what is wrong with the words ("February 2031 has
            28 days").
    """

    start: int
    end: int
    text: str
    timex_type: str
    value: str | None = None
    mod: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str | None = None
    basis_start: int | None = None
    basis_end: int | None = None
    other: str | None = None
    zone: str | None = None
    proposed: str | None = None
    reason: str | None = None


class Time(Fact, frozen=True, gc=False, kw_only=True, tag="time"):
    """A time expression, with its TIMEX3 type and value and its bounds.

    Attributes:
        article: Id of the article.
        start: First character in the article's `text`.
        end: One past the last character.
        timex_type: `DATE`, `TIME`, `DURATION` or `SET`.
        value: TIMEX3 value.
        mod: TIMEX3 modifier, such as `START` of "early March".
        edtf: The same as EDTF; absent where nothing in the text or its publication day
            resolves it.
        earliest: First day it can mean, `YYYY-MM-DD`.
        latest: Last day it can mean.
        basis: What it was resolved against: `published`, `text` (complete in itself),
            `expression` (another one) or `event` (its day is not known here); absent
            where nothing did.
        basis_start: First character of that expression's or event's words.
        basis_end: One past their last character.
        other: A second reading in EDTF where two stand.
        zone: Distance from UTC, where a time of day names its zone.
        proposed: EDTF that the text's own constraints suggest and do not settle.
        reason: Why it is proposed, or what is wrong with the words.
    """

    article: str
    start: int
    end: int
    timex_type: str
    value: str | None = None
    mod: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str | None = None
    basis_start: int | None = None
    basis_end: int | None = None
    other: str | None = None
    zone: str | None = None
    proposed: str | None = None
    reason: str | None = None
