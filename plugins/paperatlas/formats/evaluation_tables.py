"""The archive of Papers with Code: `evaluation-tables.json` as published results of the papers of a library.

The file is a list of tasks; a task has subtasks and datasets, a dataset has subdatasets and one table. Its data are
under CC BY-SA 4.0.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from paperatlas.bibliography.model import identifiers
from paperatlas.bibliography.model.entry import Entry
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules
from paperatlas.formats.awesome.links import paper_id
from paperatlas.formats.groups import heading_slug
from paperatlas.formats.json_items import Readable, placed_members
from paperatlas.formats.papers_with_code import Wanted
from paperatlas.results import Measure, Result
from paperatlas.text.titles import title_letters

LICENCE = "CC BY-SA 4.0"
"""That of the archive's data, which whoever shows its rows has to name."""
_VALUE = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(%?)", re.ASCII)
_EXTRA_DATA = ("data", "additional")
"""What a row says whose model was trained on more than the dataset's own data."""


@dataclass(frozen=True, slots=True)
class KnownPapers:
    """The papers of a library, by what the tables call them."""

    arxiv: Mapping[str, str]
    titles: Mapping[str, str]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> KnownPapers:
        """Return those of some entries; of two with one identifier or title, the first."""
        arxiv: dict[str, str] = {}
        titles: dict[str, str] = {}
        for entry in entries:
            if entry.arxiv:
                arxiv.setdefault(identifiers.arxiv(entry.arxiv) or entry.arxiv, entry.key)
            if title := title_letters(entry.plain("title")):
                titles.setdefault(title, entry.key)
        return cls(arxiv, titles)

    def key(self, arxiv: str, title: str) -> str | None:
        """Return the citation key of a paper; None if the library does not have it."""
        return self.arxiv.get(arxiv) or self.titles.get(title_letters(title))


@dataclass
class EvaluationTables:
    """What was read of the tables: results of the papers that are `known`, and how many were left out and why."""

    known: KnownPapers
    results: dict[tuple[object, ...], Result] = field(default_factory=dict)
    """Each once, by what it says: a task that stands under two others is there twice."""
    problems: list[Problem] = field(default_factory=list)
    of_others: int = 0
    """Rows of papers that the library does not have."""
    unusable: int = 0
    """Values that are not one number, and rows that do not say where their paper is."""


def read_tables(tables: EvaluationTables, file: Readable, name: str, wanted: Wanted) -> None:
    """Read a file of tables, a task at a time, and keep the rows that are `wanted`."""
    for member, span in placed_members(file, name, tables.problems, "archive"):
        if isinstance(member.value, dict):
            _read_task(tables, member.value, span, wanted)
        else:
            tables.problems.append(rules.UNREADABLE_RECORD.at(span, "archive_member"))


def _read_task(tables: EvaluationTables, outermost: Mapping[str, Any], span: Span, wanted: Wanted) -> None:
    """Read a task with all below it, without recursion: how deep a file is nested is not ours to choose."""
    tasks = [outermost]
    while tasks:
        task = tasks.pop()
        tasks += _objects(task, "subtasks")
        datasets = _objects(task, "datasets")
        while datasets:
            dataset = datasets.pop()
            datasets += _objects(dataset, "subdatasets")
            sota = dataset.get("sota")
            for row in _objects(sota, "rows") + _objects(sota, "sota_rows"):
                _read_row(tables, (_text(task, "task"), _text(dataset, "dataset")), row, span, wanted)


def _read_row(
    tables: EvaluationTables, measured: tuple[str, str], row: Mapping[str, Any], span: Span, wanted: Wanted
) -> None:
    task, dataset = heading_slug(measured[0]), measured[1]
    source = _text(row, "paper_url")
    paper = paper_id(source)
    arxiv = (identifiers.arxiv(paper.value) or "") if paper and paper.archive == "arxiv" else ""
    if not wanted.has(arxiv, {task}, ()):
        return
    key = tables.known.key(arxiv, _text(row, "paper_title"))
    metrics = row.get("metrics")
    if key is None:
        tables.of_others += 1
        return
    if not (task and dataset and isinstance(metrics, dict)) or identifiers.url_state(source) != "good":
        tables.unusable += 1
        return
    setting = dict([_EXTRA_DATA] if row.get("uses_additional_data") is True else [])
    if model := _text(row, "model_name").replace(";", ","):
        setting["model"] = model
    for metric, value in metrics.items():
        match = _VALUE.fullmatch(value.strip()) if isinstance(value, str) else None
        written = match[1].replace(",", "") if match else ""
        if match is None or not metric.strip() or not math.isfinite(float(written)):
            tables.unusable += 1
            continue
        result = Result(
            key=key,
            measure=Measure(task, dataset, _with_unit(metric.strip(), match[2])),
            value=written,
            number=float(written),
            setting=tuple(sorted(setting.items())),
            kind="paper",
            source=source,
            place=f"as listed by Papers with Code: {measured[0]} on {dataset}",
            span=span,
            key_span=span,
        )
        tables.results.setdefault((key, result.measure, result.setting, result.value, source), result)


def _with_unit(metric: str, unit: str) -> str:
    """Return a metric with the unit of its value, which belongs to it."""
    return f"{metric} ({unit})" if unit and unit not in metric else metric


def _objects(value: object, name: str) -> list[Mapping[str, Any]]:
    """Return the objects of a list in an object; none where there is no such list."""
    found = value.get(name) if isinstance(value, dict) else None
    return list(_of_dicts(found)) if isinstance(found, list) else []


def _of_dicts(values: Iterable[object]) -> Iterator[Mapping[str, Any]]:
    return (value for value in values if isinstance(value, dict))


def _text(value: Mapping[str, Any], name: str) -> str:
    """Return a text in one line; empty if there is none."""
    text = value.get(name)
    return " ".join(text.split()) if isinstance(text, str) else ""
