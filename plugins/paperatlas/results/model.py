"""A result as it was published: what was measured, under which setting, and where that is to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from paperatlas.diagnostics.problem import Span

RESULT_COLUMNS = ("key", "task", "dataset", "metric", "value", "setting", "kind", "source", "place")
"""The columns of a table of results, as its first line names them."""

ResultKind = Literal["paper", "repository", "rerun"]
"""Who says it: the paper, its repository, or somebody who measured it again."""

RESULT_KINDS: tuple[ResultKind, ...] = get_args(ResultKind)

MODEL_NAMES = ("model", "backbone")
"""The parts of a setting that name which of a paper's models it is."""
SIZE_NAMES = ("params", "flops")
"""The parts of a setting that say how large that model is."""


class Measure(NamedTuple):
    """What values are compared by: nothing else has the same meaning."""

    task: str
    dataset: str
    metric: str


@dataclass(frozen=True, slots=True)
class Result:
    """A row of a table of results: `value` is as published, `number` the same to compute with."""

    key: str
    measure: Measure
    value: str
    number: float
    setting: tuple[tuple[str, str], ...]
    kind: ResultKind
    source: str
    place: str
    span: Span
    key_span: Span
    """Where its key is."""

    @property
    def model(self) -> str:
        """Return which of the paper's models it is, `ViT-B/16`, or empty."""
        return ", ".join(value for name, value in self.setting if name in MODEL_NAMES)

    def part(self, name: str) -> str:
        """Return one part of the setting, or empty."""
        return dict(self.setting).get(name, "")

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """Return the setting but for the model."""
        return tuple(part for part in self.setting if part[0] not in MODEL_NAMES)

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """Return the setting but for the model and its size: results with the same conditions are comparable."""
        return tuple(part for part in self.details if part[0] not in SIZE_NAMES)
