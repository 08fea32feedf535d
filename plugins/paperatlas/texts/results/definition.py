"""What every language has to say of published results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from paperatlas.results import ResultKind


@dataclass(frozen=True, slots=True)
class ResultTexts:
    """The words of the tables of results.

    What `tasks`, `metrics` and `parts` do not know is shown as the library has it.
    """

    title: str
    page_title: Callable[[str], str]
    """From the title of a direction."""
    intro: str
    count: Callable[[int, int], str]
    """How many values there are, in how many tables."""
    values: Callable[[int], str]
    tasks: Mapping[str, str]
    """The names of tasks, by the words that stand for them in the library."""
    metrics: Mapping[str, str]
    """The names of metrics, without their unit, where a language has words of its own for them."""
    parts: Mapping[str, str]
    """The names of the parts of a setting."""
    part: Callable[[str, str], str]
    """A part of a setting, by its name and its value."""
    separator: str
    """What stands between the parts of a setting, and between two results."""
    headline: Callable[[str, str], str]
    """What was measured, and the value."""
    model: str
    value: str
    source: str
    kinds: Mapping[ResultKind, str]
    best: str
    """Beside the best value of a group."""
    progress: str
    """Above the charts of the best value over time."""
    progress_text: Callable[[int, str, str, str, str], str]
    """The chart in words: how many papers improved the value, the first one with its value, and the last one."""
    no_setting: str
    """At the head of the results whose setting names nothing but the model."""
