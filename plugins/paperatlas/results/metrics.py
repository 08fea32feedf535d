"""Which metrics are better when they are lower, and which when they are higher."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from paperatlas.text.folding import folded_words

Better = Literal["higher", "lower"]

_LOWER = (
    "fid", "sfid", "kid", "fvd", "fad", "bits dim", "bpd", "bpc", "nats", "nll", "negative log likelihood",
    "perplexity", "ppl", "error", "error rate", "top 1 error", "top 5 error", "loss", "mse", "rmse", "mae", "lpips",
    "wer", "cer", "eer", "ece", "mean absolute error",
)  # fmt: skip
_HIGHER = (
    "accuracy", "acc", "top 1", "top 5", "ap", "map", "ap50", "ap75", "average precision", "iou", "miou", "dice",
    "inception score", "precision", "recall", "f1", "auc", "auroc", "auprc", "bleu", "rouge", "meteor", "cider",
    "psnr", "ssim", "ms ssim", "log likelihood", "elo", "ndcg", "mrr", "spearman", "pearson", "lds",
    "linear datamodeling score", "r 1", "r 5", "r 10", "average overlap", "hota", "mota", "idf1", "assa", "deta",
)  # fmt: skip
"""Names of metrics, or parts of them, as folded words: of FID-50k and box AP (rare) the part counts."""
_KNOWN: dict[tuple[str, ...], Better] = {
    **{tuple(name.split()): "lower" for name in _LOWER},
    **{tuple(name.split()): "higher" for name in _HIGHER},
}
_LONGEST = max(map(len, _KNOWN))


# A library reports a few dozen metrics, each in hundreds of rows.
@lru_cache(maxsize=256)
def better(metric: str) -> Better | None:
    """Return which values of a metric are better; None where that is not known.

    An arrow in its name says so (`consistency ↑`). Otherwise the longest known name in it counts: "top-1 error" is an
    error, though "top-1" alone is an accuracy.
    """
    up, down = "↑" in metric, "↓" in metric
    if up or down:
        return None if up and down else "higher" if up else "lower"
    words = folded_words(metric)
    for length in range(_LONGEST, 0, -1):
        parts = {words[at : at + length] for at in range(len(words) - length + 1)}
        found = {_KNOWN[part] for part in parts if part in _KNOWN}
        if found:
            return found.pop() if len(found) == 1 else None
    return None
