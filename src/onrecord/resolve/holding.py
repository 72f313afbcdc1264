"""Who holds somebody and where, of what many reports say.

Police arrest, a state holds: a body or official whose state is known counts for the
state. A place of holding ("the Brannock remand centre") says more than the country, and
more than where somebody was seized.
"""

from collections import Counter
from collections.abc import Sequence

from onrecord.model.custody import Custody
from onrecord.resolve.fold import most_said, most_said_list, unite
from onrecord.resolve.states import States
from onrecord.resolve.words import containment, content_words

_FACILITIES = """
    apartment barracks base camp castle cell cells center centre colony compound embassy
    farm flat fortress home hospital hotel house island jail penitentiary prison
    residence villa ward
"""
FACILITIES = frozenset(_FACILITIES.split())
"""Words of places where people are kept. "A cell" is one of many, and comes last."""


def find_holder(
    reports: Sequence[Custody], states: States
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who holds: the state most reports name, else the body most name.

    Returns:
        Ids, and the words of the first report that gives them.
    """
    given: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for report in reports:
        if report.holder:
            mapped = unite([[states.of(one) or one for one in report.holder]])
            given.append((mapped, report.holder_text))
    if not given:
        return most_said_list(reports, "holder")
    official = [ids for ids, _ in given if all(states.of(one) == one for one in ids)]
    best = most_said(official or [ids for ids, _ in given]) or ()
    return best, next(words for ids, words in given if ids == best)


def find_place(reports: Sequence[Custody]) -> str | None:
    """Return where somebody is kept: a place to keep people in, else what most say."""
    places = [one.place for one in reports if one.place]
    kept = [one for one in places if _is_facility(one)]
    if not kept:
        return most_said(places)
    counts = Counter(kept)

    def rank(place: str) -> tuple[int, int, int]:
        words = content_words(place)
        like = sum(
            count
            for other, count in counts.items()
            if containment(words, content_words(other)) == 1.0
        )
        return like, len(words), -kept.index(place)

    return max(counts, key=rank)


def _is_facility(place: str) -> bool:
    """Whether a place is one that people are kept in, by name or kind."""
    words = place.casefold().replace(",", " ").split()
    own = [one for one in words if one not in ("a", "an", "the", "his", "her", "their")]
    return len(own) > 1 and not FACILITIES.isdisjoint(words)
