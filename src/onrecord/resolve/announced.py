"""Days announced for a next step: which were kept, and which is still to come."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from onrecord.model.proceeding import AnnouncedDay
from onrecord.resolve.days import (
    earliest_known,
    find_bounds,
    known_order,
    meet,
    order_day,
)
from onrecord.resolve.fold import unite


def unite_days(days: Iterable[AnnouncedDay]) -> tuple[AnnouncedDay, ...]:
    """Unite reports of one announced day, in the order of announcement."""
    united: dict[str, AnnouncedDay] = {}
    for one in days:
        had = united.get(one.day)
        united[one.day] = one if had is None else _unite(had, one)
    return tuple(sorted(united.values(), key=_announcement_order))


def judge_days(
    days: Sequence[AnnouncedDay],
    steps: Iterable[str | None],
    put_off: Iterable[str | None] = (),
) -> tuple[AnnouncedDay, ...]:
    """Say which announced days were kept.

    A day is kept when a step was taken on it, and missed when another day was announced
    later and before it came, or when the matter is only known to have been put off
    about then. It is open otherwise, a day that passed in silence too.

    Args:
        days: In the order of announcement.
        steps: The days of the steps taken.
        put_off: The days of those that only put the matter off. A court that sits and
            adjourns has kept its day; "postponed in June" keeps no day of June.
    """
    taken = [step for step in steps if step is not None]
    moved = [step for step in put_off if step is not None]
    return tuple(
        replace(one, kept=_is_kept(one, days[place + 1 :], taken, moved))
        for place, one in enumerate(days)
    )


def next_day(days: Sequence[AnnouncedDay], today: date | None) -> str | None:
    """Return the day announced last that is open and has not passed."""
    for one in reversed(days):
        found = find_bounds(one.day)
        if one.kept is None and found and (today is None or found[1] >= today):
            return one.day
    return None


def _unite(one: AnnouncedDay, other: AnnouncedDay) -> AnnouncedDay:
    """Make one announcement of two reports; whether it was kept, the later one says."""
    return replace(
        one,
        kept=one.kept if other.kept is None else other.kept,
        evidence=unite((one.evidence, other.evidence)),
        known_from=earliest_known((one.known_from, other.known_from)),
    )


def _announcement_order(one: AnnouncedDay) -> tuple[object, ...]:
    """Return the key of the order in which days were announced."""
    return known_order(one.known_from), order_day(one.day)


def _is_kept(
    one: AnnouncedDay,
    later: Sequence[AnnouncedDay],
    taken: Sequence[str],
    moved: Sequence[str],
) -> bool | None:
    """Say whether one day was kept, None while that is open."""
    found = find_bounds(one.day)
    if one.kept is not None or found is None:
        return one.kept
    if any(meet(one.day, step) for step in taken) or one.day in moved:
        return True
    if any(meet(one.day, step) for step in moved):
        return False
    for other in later:
        # Told before the day came, of another day: it was moved.
        if known_order(other.known_from)[0] <= found[1] and not meet(
            one.day, other.day
        ):
            return False
    return None
