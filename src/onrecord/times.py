"""Time expressions of English: where they stand in a text and which days they mean.

    from onrecord import times

    for found in times.find("He fled on Friday.", document_date="2031-03-14"):
        print(found.text, found.value, found.edtf)

No model is loaded and nothing is read from disk. Today's date is never used: without a
document date, what is relative stays unresolved, and what the text's own words suggest
is `proposed` with its `reason`. `times.edtf` parses, compares and words EDTF values.
"""

from collections.abc import Iterable
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from onrecord.annotate.times.find import find_expressions
from onrecord.errors import InputError
from onrecord.model import edtf
from onrecord.model.time import TimeExpression

__all__ = ["TimeExpression", "edtf", "find", "to_timeml"]


def find(text: str, document_date: date | str | None = None) -> list[TimeExpression]:
    """Find the time expressions of a text.

    Args:
        text: English; offsets are code points into it. Blank lines part it: no
            expression reaches over one.
        document_date: The day it was written on, as a `date` or `YYYY-MM-DD`. Relative
            words count from it; None leaves them unresolved.

    Returns:
        In text order, not overlapping.

    Raises:
        InputError: `document_date` is no day from the years 1000 to 2999.

    Source: TIMEX3 of TimeML 1.2.1 (timeml.org) for types, values and modifiers; EDTF,
        ISO 8601-2 level 1, for bounds.
    """
    return list(find_expressions(text, _read_day(document_date)))


def to_timeml(text: str, expressions: Iterable[TimeExpression]) -> str:
    """Return the text as XML with a TIMEX3 element around each expression.

    Args:
        text: The text they were found in.
        expressions: As `find` gives them.

    Returns:
        The text with `tid`, `type`, `value` and `mod`; markup in it is escaped. A value
        that is not known is the empty string.
    """
    pieces: list[str] = []
    at = 0
    for number, item in enumerate(expressions, 1):
        mod = f" mod={quoteattr(item.mod)}" if item.mod else ""
        pieces += [
            escape(text[at : item.start]),
            f'<TIMEX3 tid="t{number}" type="{item.timex_type}"'
            f" value={quoteattr(item.value or '')}{mod}>",
            escape(text[item.start : item.end]),
            "</TIMEX3>",
        ]
        at = item.end
    return "".join([*pieces, escape(text[at:])])


def _read_day(given: date | str | None) -> date | None:
    """Return the document date as a day."""
    if given is None:
        return None
    written = given.isoformat() if isinstance(given, date) else given
    if isinstance(given, datetime):
        written = given.date().isoformat()
    try:
        earliest, latest = edtf.bounds(written)
    except ValueError as error:
        raise InputError(f"document_date: {error}") from error
    if earliest is None or earliest != latest:
        raise InputError(f"document_date {written!r} is no single day (YYYY-MM-DD).")
    return earliest
