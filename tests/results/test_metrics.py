"""Which values of a metric are better."""

from __future__ import annotations

import pytest

from paperatlas.results import better


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("FID", "lower"),
        ("FID-50k", "lower"),
        ("bits/dim", "lower"),
        ("NLL (bits/dim)", "lower"),
        ("negative log-likelihood", "lower"),
        ("log-likelihood", "higher"),
        ("top-1 accuracy (%)", "higher"),
        ("top-1", "higher"),
        ("Top-1 error (%)", "lower"),
        ("error rate", "lower"),
        ("AP", "higher"),
        ("mask AP (rare)", "higher"),
        ("average overlap (%)", "higher"),
        ("HOTA", "higher"),
        ("MOTA (%)", "higher"),
        ("IDF1", "higher"),
        ("mIoU", "higher"),
        ("Inception Score", "higher"),
        ("LDS", "higher"),
        ("consistency ↑", "higher"),
        ("accuracy ↓", "lower"),
        ("↑↓", None),
        ("precision error", None),
        ("apples", None),
        ("", None),
    ],
)
def test_a_metric_says_which_values_are_better(metric: str, expected: str | None) -> None:
    assert better(metric) == expected
