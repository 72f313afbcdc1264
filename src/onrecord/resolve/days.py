"""Days as `resolve` compares them: bounds that never fail, and the order of reports."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from onrecord.model import edtf
from onrecord.model.article import Article

LONG_AGO = date(1, 1, 1)
FAR_AHEAD = date(9999, 12, 31)

Bounds = tuple[date, date]


# Reports repeat each other's days, and parsing one costs more than all that is done
# with it.
@lru_cache(maxsize=65536)
def find_bounds(value: str | None) -> Bounds | None:
    """Return the first and last day of an EDTF value, open ends far away.

    None when there is no value or it is no EDTF, so that one odd fact that a person
    added cannot stop a derivation.
    """
    if value is None:
        return None
    try:
        first, last = edtf.bounds(value)
    except ValueError:
        return None
    return first or LONG_AGO, last or FAR_AHEAD


def meet(one: str | None, other: str | None) -> bool:
    """Whether two days can be the same one; an unknown day can be any."""
    first, second = find_bounds(one), find_bounds(other)
    if first is None or second is None:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def days_apart(one: str, other: str) -> int:
    """Return the least number of days between two values; 0 where they meet."""
    first, second = find_bounds(one), find_bounds(other)
    if first is None or second is None:
        return 0
    return max(0, (second[0] - first[1]).days, (first[0] - second[1]).days)


def width(value: str) -> int:
    """Return how many days a value leaves open."""
    found = find_bounds(value)
    return (found[1] - found[0]).days if found else (FAR_AHEAD - LONG_AGO).days


def order_day(value: str | None) -> tuple[date, date, str]:
    """Return a key that sorts values by their first day; unknown ones come last."""
    first, last = find_bounds(value) or (FAR_AHEAD, FAR_AHEAD)
    return first, last, value or ""


def published_day(article: Article) -> str | None:
    """Return the publication day (EDTF without a time), None where there is none."""
    if find_bounds(article.published) is None or article.published is None:
        return None
    return article.published.partition("T")[0]


def known_order(day: str | None) -> tuple[date, str]:
    """Return a key that sorts publication days by when they are surely past."""
    found = find_bounds(day)
    return (found[1] if found else FAR_AHEAD, day or "")


def publication_key(article: Article) -> tuple[date, str, str]:
    """Return the key of the canonical order of articles: earliest first, then id."""
    return (*known_order(published_day(article)), article.id)


def earliest_known(days: Iterable[str | None]) -> str | None:
    """Return the earliest publication day, None where no article has one."""
    return min((day for day in days if day), key=known_order, default=None)


def latest_day(days: Iterable[str | None]) -> date | None:
    """Return the last of some publication days."""
    found = [last for day in days if day for last in [known_order(day)[0]]]
    return max((day for day in found if day != FAR_AHEAD), default=None)
