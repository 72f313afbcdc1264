"""Scores of heads become one tree."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from onrecord.annotate.encoder.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for i in range(len(heads)):
        seen = set()
        while i >= 0:
            if i in seen:
                return False
            seen.add(i)
            i = heads[i]
    return True


@given(
    st.integers(1, 9).flatmap(
        lambda n: hnp.arrays(
            np.float32, (n, n + 1), elements=st.floats(-9, 9, width=32)
        )
    )
)
def test_any_scores_give_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(best_tree(scores))


@given(st.permutations(range(6)), st.randoms(use_true_random=False))
def test_a_clear_tree_is_found(order: list[int], rng: object) -> None:
    heads = [-1] * 6
    for k, i in enumerate(order[1:], 1):
        heads[i] = order[rng.randrange(k)]  # type: ignore[attr-defined]
    scores = np.full((6, 7), -5.0, dtype=np.float32)
    for i, head in enumerate(heads):
        scores[i, head + 1] = 5.0
    assert best_tree(scores) == heads


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # 0 and 1 prefer each other; 1 would rather be the root than 0.
    scores = np.array([[0, -9, 5, 0], [4, 5, -9, 0], [0, 3, 0, -9]], dtype=np.float32)
    assert best_tree(scores) == [1, -1, 0]
