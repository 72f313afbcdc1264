"""Scores of pairs of words, W [l; r; l*r] + bias[distance], as the heads learned."""

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.encoder.network import Floats, Network

_POWERS = np.array([2, 4, 8, 16, 32, 64, 128])


def pair_scores(
    network: Network,
    name: str,
    left: Floats,
    right: Floats,
    distance: NDArray[np.int64],
) -> Floats:
    """Scores of every pair, shape (P, W, labels)."""
    table = network.tables
    both = table[f"{name}.both"]
    mixed = left[:, None, :] * both[None]
    scores: Floats = np.swapaxes(mixed @ right.T, 1, 2)
    scores = (
        scores + (left @ table[f"{name}.by_left"].T + table[f"{name}.bias"])[:, None]
    )
    scores = scores + (right @ table[f"{name}.by_right"].T)[None]
    found: Floats = scores + table[f"{name}.near"][bucket(distance)]
    return found


def bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bucket of a signed distance in words: 0-7 before, 8-15 after."""
    size = np.minimum(np.searchsorted(_POWERS, np.abs(distance), side="right"), 7)
    found: NDArray[np.int64] = np.where(distance < 0, size, size + 8)
    return found


def gelu(x: Floats) -> Floats:
    """Return x times the normal distribution function of x.

    By formula 7.1.26 of Abramowitz and Stegun, right to 2e-7.
    """
    z = np.abs(x) / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.3275911 * z)
    poly = t * (
        0.254829592
        + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
    )
    erf = np.sign(x) * (1.0 - poly * np.exp(-z * z))
    found: Floats = (0.5 * x * (1.0 + erf)).astype(np.float32)
    return found
