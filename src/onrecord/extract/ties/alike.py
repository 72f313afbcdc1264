"""Pairs of statements that can say the same, without looking at every pair.

Two statements that share at least a third of the larger one's content words share one
of each one's rarest words (prefix filtering). So only statements that meet in such a
word are compared: the work grows with the article, not with its square.

Source: Chaudhuri, Ganti and Kaushik 2006, "A primitive operator for similarity joins".
"""

from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from onrecord.extract.ties.overlap import content_words
from onrecord.model.statement import Statement

MOST_HOLDERS = 60
"""Statements kept for a word: in an article that repeats one sentence for ever, each
is compared with so many before it."""


def alike_pairs(statements: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """Return the pairs that can share a third of the larger one's words.

    Args:
        statements: In text order.

    Returns:
        Each pair once, in the order of `itertools.combinations`.
    """
    words = [content_words(statement.content) for statement in statements]
    counts = Counter(word for each in words for word in each)
    holders: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=MOST_HOLDERS))
    pairs: set[tuple[int, int]] = set()
    for number, each in enumerate(words):
        rarest = sorted(each, key=lambda word: (counts[word], word))
        for word in rarest[: len(each) - -(-len(each) // 3) + 1]:
            pairs.update((before, number) for before in holders[word])
            holders[word].append(number)
    return [(statements[one], statements[other]) for one, other in sorted(pairs)]
