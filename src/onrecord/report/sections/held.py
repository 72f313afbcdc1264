"""Who is held or restricted, on what terms; and who was released.

Only what a voice asserts counts as held; a spell that is planned, asked for, denied or
only possible comes last and is headed as that.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.model.custody import Condition, Custody, CustodyEnd, CustodyStatus
from onrecord.model.fact import NARRATOR
from onrecord.model.view import CaseView
from onrecord.report.days import (
    day_bounds,
    days_held,
    last_day,
    say_day,
    say_days_held,
    say_on,
)
from onrecord.report.lines import DaysHeld, Detail, HeldLine
from onrecord.report.sections.desk import Desk, is_told_as_fact, told_by
from onrecord.report.sentences import say_custody, say_release
from onrecord.report.words import RESTRICTED, quoted

MOST_TERMS = 8
"""Terms printed for one spell; all are in the record."""


def held_lines(view: CaseView, desk: Desk) -> tuple[HeldLine, ...]:
    """Return who is held, the surest and best sourced first; then who is wanted."""
    going = (c for c in view.custody if c.status is not CustodyStatus.PAST)
    kept = desk.keep("held", (c for c in going if c.end is None), _rank_held)
    return tuple(_held_line(custody, desk) for custody in kept)


def released_lines(view: CaseView, desk: Desk) -> tuple[HeldLine, ...]:
    """Return whose spell ended, the latest first.

    A person handed from one holder to another and still held is not listed.
    """
    held = {c.person for c in view.custody if c.person and _is_held(c)}
    past = (c for c in view.custody if is_over(c) and not _is_moved(c, held))
    kept = desk.keep("released", past, _rank_released)
    return tuple(_released_line(custody, desk) for custody in kept)


def is_over(custody: Custody) -> bool:
    """Whether an end is told: how it ended, or at least its last day."""
    return custody.end is not None or bool(
        custody.to and custody.status is CustodyStatus.PAST
    )


def terms_in_force(custody: Custody, day: date | None) -> Iterator[Condition]:
    """Yield the terms that have not ended by `day`.

    One that is only known to have been lifted by some day (`../DAY`) holds no more
    on it.
    """
    for condition in custody.conditions:
        first, last = day_bounds(condition.to)
        is_over = bool(last and day and (last < day or (first is None and last == day)))
        if not is_over:
            yield condition


def _is_held(custody: Custody) -> bool:
    """Whether somebody is in custody now, told as a fact."""
    return (
        custody.status is CustodyStatus.HELD
        and custody.end is None
        and is_told_as_fact(custody)
    )


def _is_moved(custody: Custody, held: set[str]) -> bool:
    """Whether a spell only gave way to another one."""
    return custody.end in (None, CustodyEnd.TRANSFERRED) and custody.person in held


def _rank_held(custody: Custody) -> tuple[bool, bool, bool, bool, int]:
    """Rank: told as fact, held, in a cell, by the reporter, by sources."""
    return (
        is_told_as_fact(custody),
        custody.status is CustodyStatus.HELD,
        custody.kind not in RESTRICTED,
        custody.voice == NARRATOR,
        told_by(custody),
    )


def _rank_released(custody: Custody) -> tuple[bool, date, int]:
    """Rank by the day of the release, what is told as a fact first."""
    ended = last_day(custody.to) or day_bounds(custody.to)[0] or date.min
    return is_told_as_fact(custody), ended, told_by(custody)


def _held_line(custody: Custody, desk: Desk) -> HeldLine:
    """Make the line of a spell that goes on."""
    days = days_held(custody, desk.day)
    counted = say_days_held(days) if days and days.as_of else ""
    words = say_custody(custody, desk.look, days=counted)
    return _line(custody, desk, words + desk.silence(custody), days)


def _released_line(custody: Custody, desk: Desk) -> HeldLine:
    """Make the line of a spell that ended."""
    days = days_held(custody, desk.day)
    after = say_days_held(days) if days else ""
    return _line(custody, desk, say_release(custody, desk.look, after=after), days)


def _line(custody: Custody, desk: Desk, words: str, days: DaysHeld | None) -> HeldLine:
    """Fill the record of a spell."""
    terms = tuple(terms_in_force(custody, desk.day))
    shown = terms if custody.end is None else ()
    return HeldLine(
        words=words,
        **desk.basics(custody),
        person=custody.person,
        person_name=desk.look.name(custody.person, custody.person_text),
        holder=custody.holder,
        holder_names=desk.look.names(custody.holder, custody.holder_text),
        kind=custody.kind,
        place=custody.place,
        since=custody.from_,
        until=custody.to,
        end=custody.end,
        days_held=days,
        terms=tuple(term.text for term in terms),
        grounds=custody.grounds,
        status=custody.status,
        details=tuple(_term_details(shown, desk)),
    )


def _term_day(term: Condition, desk: Desk) -> date:
    """Return when a term was last reported: what has changed since stands below."""
    return last_day(desk.look.last_reported(term.evidence)) or date.min


def _term_details(terms: Iterable[Condition], desk: Desk) -> Iterator[Detail]:
    """Yield a detail for each term, then the number of those left out."""
    all_terms = sorted(terms, key=lambda term: _term_day(term, desk))
    for term in all_terms[:MOST_TERMS]:
        since = f", from {say_day(term.from_)}" if term.from_ else ""
        told = desk.look.last_reported(term.evidence)
        day = f"reported {say_on(told)}" if told else "in an article without a day"
        words = f"Term: {quoted(term.text)}{since}, {day}"
        yield desk.detail(words, term.evidence, term.id)
    if len(all_terms) > MOST_TERMS:
        yield desk.detail(f"and {len(all_terms) - MOST_TERMS} more terms")
