"""Reports of one matter found by their words: for claims, linkages and decisions."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from onrecord.model.fact import Fact
from onrecord.resolve.words import WordIndex, Words, dice

F = TypeVar("F", bound=Fact)


def group_by_words(
    facts: Sequence[F],
    *,
    words: Callable[[F], Words],
    least: float,
    block: Callable[[F], Hashable],
    fits: Callable[[F, Sequence[F]], bool],
) -> list[list[F]]:
    """Group reports whose words overlap with those of a group's first report.

    Args:
        facts: In canonical order; each joins the group it overlaps most, the earlier
            one of two alike.
        words: The content words of a report.
        least: Least Dice overlap.
        block: What must be equal besides.
        fits: Whether a report can be of a group (its parties, say).
    """
    texts = [words(fact) for fact in facts]
    index = WordIndex(texts, least=least)
    groups: list[list[F]] = []
    firsts: list[Words] = []
    for fact, mine in zip(facts, texts, strict=True):
        ranked = [
            (-share, number)
            for number in index.find(mine, block=block(fact))
            if (share := dice(mine, firsts[number])) >= least
            and fits(fact, groups[number])
        ]
        if ranked:
            groups[min(ranked)[1]].append(fact)
        else:
            index.add(len(groups), mine, block=block(fact))
            groups.append([fact])
            firsts.append(mine)
    return groups


def share_any(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two lists of actors have one in common, or one of them is empty."""
    one, other = set(mine), set(theirs)
    return not one or not other or bool(one & other)
