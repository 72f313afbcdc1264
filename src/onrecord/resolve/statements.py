"""Statements and events: one case fact for each report, copies of a story folded.

Wire copies repeat each other's sentences. Inside one group of near copies, reports of
the same words in different articles are one case fact with the evidence of all; two
reporters who heard the same speech are two.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from onrecord.model.event import Event
from onrecord.model.fact import Fact, Factuality
from onrecord.model.statement import Statement
from onrecord.resolve.days import find_bounds
from onrecord.resolve.fold import as_case
from onrecord.resolve.known import Known
from onrecord.resolve.mapping import article_of
from onrecord.resolve.words import Words, content_words, dice

F = TypeVar("F", bound=Fact)

# Lightly edited copies change 3 to 8 words in a hundred (neardup): a sentence of twenty
# content words keeps at least sixteen of them.
_SAME_WORDS = 0.8


def make_statements(facts: Sequence[Statement], known: Known) -> list[Statement]:
    """Return the case's statements, from read ones in canonical order."""
    folded = fold_copies(facts, known, lambda one: content_words(one.content), _no_key)
    return [as_case(members, known) for members in folded]


def make_events(facts: Sequence[Event], known: Known) -> list[Event]:
    """Return the case's events, from read ones in canonical order.

    `happening` is shared by events of one type between the same sides on one day.
    """
    folded = fold_copies(facts, known, _clause_words, lambda one: one.event_type)
    made = [as_case(members, known) for members in folded]
    shared: dict[Hashable, str] = {}
    for one in made:
        key = _happening_key(one)
        shared[key] = min(shared.get(key, one.id), one.id)
    return [replace(one, happening=shared[_happening_key(one)]) for one in made]


def fold_copies(
    facts: Sequence[F],
    known: Known,
    words: Callable[[F], Words],
    key: Callable[[F], Hashable],
) -> list[list[F]]:
    """Group the reports of near copies that say the same; others stand alone.

    Args:
        facts: In canonical order.
        known: Says which articles are copies of one story.
        words: The content words by which reports are compared.
        key: What must be equal besides.
    """
    sizes = Counter(known.source.values())
    folded: list[list[F]] = []
    open_groups: dict[Hashable, list[list[F]]] = {}
    for fact in facts:
        source = known.source.get(article_of(fact) or "")
        if source is None or sizes[source] == 1:
            folded.append([fact])
            continue
        groups = open_groups.setdefault((source, key(fact)), [])
        match = _best_match(fact, groups, words)
        if match is None:
            groups.append([fact])
            folded.append(groups[-1])
        else:
            match.append(fact)
    return folded


def _best_match(
    fact: F, groups: Sequence[list[F]], words: Callable[[F], Words]
) -> list[F] | None:
    """Return the group whose first report says the same in another article."""
    mine, best, best_share = words(fact), None, 0.0
    for group in groups:
        share = dice(mine, words(group[0]))
        if share < _SAME_WORDS or share <= best_share:
            continue
        if article_of(fact) not in {article_of(one) for one in group}:
            best, best_share = group, share
    return best


def _clause_words(event: Event) -> Words:
    """Return the content words of the clause that tells an event."""
    clause = event.evidence[0].exact if event.evidence else ""
    return content_words(f"{clause} {event.trigger}")


def _no_key(_: Statement) -> Hashable:
    """Statements are told apart by their words alone."""
    return None


def _happening_key(event: Event) -> Hashable:
    """Return what reports of one event share; the id where too little is known."""
    day = find_bounds(event.when)
    is_told = event.factuality is Factuality.ASSERTED
    if day is None or not (event.source or event.target) or not is_told:
        return event.id
    return event.event_type, frozenset(event.source), frozenset(event.target), day
