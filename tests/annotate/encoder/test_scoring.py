"""Pair scores and what they are made of."""

import math

import numpy as np

from onrecord.annotate.encoder.scoring import bucket, gelu


def test_distances_fall_into_buckets_by_powers_of_two() -> None:
    distances = np.array([-200, -4, -3, -1, 0, 1, 2, 3, 4, 127, 128, 9999])
    assert bucket(distances).tolist() == [7, 2, 1, 0, 8, 8, 9, 9, 10, 14, 15, 15]


def test_gelu_is_x_times_the_normal_distribution() -> None:
    x = np.linspace(-6, 6, 101, dtype=np.float32)
    right = [v * 0.5 * (1 + math.erf(v / math.sqrt(2))) for v in x.tolist()]
    assert np.abs(gelu(x) - np.array(right)).max() < 1e-6
