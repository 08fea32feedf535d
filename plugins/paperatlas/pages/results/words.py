"""Results in words: what was measured, under which setting, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.results import Measure, Result
from paperatlas.texts.results.definition import ResultTexts

_PERCENT = "(%)"


def measure_name(texts: ResultTexts, measure: Measure) -> str:
    """Return what was measured, `Image classification · ImageNet-1k · top-1 accuracy`; a value has the unit."""
    task = texts.tasks.get(measure.task, measure.task.replace("-", " "))
    metric = measure.metric.removesuffix(_PERCENT).rstrip()
    return " · ".join((task[:1].upper() + task[1:], measure.dataset, texts.metrics.get(metric, metric)))


def value_text(result: Result) -> str:
    """Return a value with its unit: `81.9%`."""
    return f"{result.value}%" if result.measure.metric.endswith(_PERCENT) else result.value


def setting_text(texts: ResultTexts, setting: Iterable[tuple[str, str]]) -> str:
    """Return parts of a setting in a row."""
    return texts.separator.join(texts.part(texts.parts.get(name, name), value) for name, value in setting)
