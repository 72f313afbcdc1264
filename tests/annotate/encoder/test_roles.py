"""Which words an argument covers."""

import numpy as np
import pytest

from onrecord.annotate.encoder.roles import Subtrees

# The heads are numbers from 0, -1 the root: one line a sentence.
CASES = {
    "a phrase is what hangs on its head": (
        "police/1/nsubj arrested/-1/root the/3/det captain/1/obj of/5/case ship/3/nmod",
        (3, 1),
        (2, 5),
    ),
    "what a noun says in a relative clause is not cut into it": (
        "the/1/det man/-1/root who/3/nsubj fled/1/acl:relcl",
        (1, 3),
        (0, 1),
    ),
    "what a copula says stands on its side of the verb": (
        "she/3/nsubj is/3/cop a/3/det judge/-1/root",
        (3, 1),
        (2, 3),
    ),
    "and before a later conjunct is not part of it": (
        "left/-1/root and/2/cc spoke/0/conj",
        (2, 0),
        (2, 2),
    ),
    "marks at the end are left out": (
        "said/-1/root it/2/nsubj rained/0/ccomp ./2/punct",
        (2, 0),
        (1, 2),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_span(name: str) -> None:
    rows, (head, predicate), span = CASES[name]
    cells = [row.split("/") for row in rows.split()]
    above = np.array([int(c[1]) for c in cells])
    tree = Subtrees(0, len(cells), above, [c[2] for c in cells])
    assert tree.span(head, predicate) == span
