"""What of a paper's results stands in a comparison: a value or two."""

from __future__ import annotations

from collections import Counter

from paperatlas.atlas import Atlas, Paper
from paperatlas.pages.results.tables import best_first
from paperatlas.pages.results.words import measure_name, value_text
from paperatlas.results import Measure, Result, better
from paperatlas.texts.results.definition import ResultTexts

_MOST = 2


def headline(atlas: Atlas, paper: Paper, texts: ResultTexts) -> str:
    """Return the paper's own best value of the measures that it has most results of; empty if it has none.

    Values that others measured again stand there only where the paper and its repository have none. Of a metric that
    nobody knows the better values of, the first one stands there.
    """
    results = atlas.results.get(paper.key, ())
    counts = Counter(result.measure for result in results)
    shown = (_best(results, measure) for measure, _ in counts.most_common(_MOST))
    return texts.separator.join(
        texts.headline(measure_name(texts, result.measure), value_text(result)) for result in shown
    )


def _best(results: tuple[Result, ...], measure: Measure) -> Result:
    same = [result for result in results if result.measure == measure]
    own = [result for result in same if result.kind != "rerun"]
    return best_first(own or same, better(measure.metric))[0]
