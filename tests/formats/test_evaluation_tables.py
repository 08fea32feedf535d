"""The evaluation tables of Papers with Code as published results."""

from __future__ import annotations

import gzip
import io
import json
from typing import Any

import pytest

from paperatlas.exports.results_csv import results_table
from paperatlas.formats.detect import ImportOptions, format_of, read_into
from paperatlas.formats.evaluation_tables import EvaluationTables, KnownPapers
from paperatlas.formats.papers_with_code import Wanted
from paperatlas.results.reader import read_table

KNOWN = KnownPapers({"2010.11929": "vit"}, {"notesonengines": "notes"})


def row(**fields: object) -> dict[str, Any]:
    return {
        "model_name": "ViT-L/16",
        "paper_title": "An Image is Worth 16x16 Words",
        "paper_url": "https://arxiv.org/abs/2010.11929v2",
        "metrics": {"Top 1 Accuracy": "87.76%"},
        **fields,
    }


def task(*rows: dict[str, Any], name: str = "Image Classification", **more: object) -> dict[str, Any]:
    return {"task": name, "datasets": [{"dataset": "ImageNet", "sota": {"rows": list(rows)}}], **more}


def read(tasks: object, wanted: Wanted | None = None, *, packed: bool = False) -> EvaluationTables:
    data = json.dumps(tasks).encode()
    tables = EvaluationTables(KNOWN)
    options = ImportOptions(wanted=wanted or Wanted())
    read_into(tables, io.BytesIO(gzip.compress(data) if packed else data), "t.json", options)
    return tables


def test_a_row_is_a_result_of_the_paper_that_the_library_has() -> None:
    (result,) = read([task(row(uses_additional_data=True))], packed=True).results.values()
    assert (result.key, *result.measure) == ("vit", "image-classification", "ImageNet", "Top 1 Accuracy (%)")
    assert (result.value, result.number, result.kind) == ("87.76", 87.76, "paper")
    assert result.setting == (("data", "additional"), ("model", "ViT-L/16"))
    assert result.source == "https://arxiv.org/abs/2010.11929v2"
    assert result.place == "as listed by Papers with Code: Image Classification on ImageNet"


def test_what_is_written_is_a_table_that_is_read_without_a_problem() -> None:
    rows = [row(model_name='A; "B", C'), row(metrics={"Params": "1,024", "Top 1 Accuracy": "−"}), row()]
    tables = read([task(*rows)])
    results, problems = read_table(results_table(tables.results.values()), "a.csv")
    assert problems == []
    assert [(result.value, result.model) for result in results] == [
        ("87.76", 'A, "B", C'), ("1024", "ViT-L/16"), ("87.76", "ViT-L/16"),
    ]  # fmt: skip
    assert tables.unusable == 1


@pytest.mark.parametrize(
    ("tasks", "results", "others", "unusable"),
    [
        # tables are below datasets, datasets of datasets, tasks of tasks; both names of rows occur
        ([{"task": "A", "subtasks": [task(row())]}], 1, 0, 0),
        ([{"task": "A", "datasets": [{"dataset": "B", "subdatasets": [{"dataset": "C", "sota": {"sota_rows": [row()]}}]}]}], 1, 0, 0),
        ([task(row()), task(row())], 1, 0, 0),
        ([task(row(paper_title="Notes on engines.", paper_url="https://example.org/n"))], 1, 0, 0),
        ([task(row(paper_title="Other", paper_url="https://arxiv.org/abs/2001.00001"))], 0, 1, 0),
        ([task(row(paper_title="Notes on Engines", paper_url=""))], 0, 0, 1),
        ([task(row(metrics={"FID": "3.1 ± 0.2", "IS": None, "": "1"}))], 0, 0, 3),
        ([task(row(metrics=[1])), task(row(), name="")], 0, 0, 2),
        ([{"task": 1, "datasets": 2, "subtasks": [3]}, task(name="A"), {"datasets": [{"sota": []}, None]}], 0, 0, 0),
    ],
)  # fmt: skip
def test_rows_of_all_tables_and_what_is_left_out(tasks: object, results: int, others: int, unusable: int) -> None:
    tables = read(tasks)
    assert (len(tables.results), tables.of_others, tables.unusable, tables.problems) == (results, others, unusable, [])


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(tasks=frozenset({"image-classification"})), 1),
        (Wanted(tasks=frozenset({"object-detection"})), 0),
        (Wanted(arxiv=frozenset({"2010.11929"})), 1),
        (Wanted(arxiv=frozenset({"2010.00001"})), 0),
    ],
)
def test_only_what_is_wanted_is_read(wanted: Wanted, count: int) -> None:
    assert len(read([task(row())], wanted).results) == count


def test_a_file_that_ends_too_early_is_a_problem_and_what_came_before_is_kept() -> None:
    text = json.dumps([task(row()), 1, task(row(model_name="B"))])
    tables = EvaluationTables(KNOWN)
    read_into(tables, io.BytesIO(text[:-20].encode()), "t.json", ImportOptions())
    assert len(tables.results) == 1
    assert [problem.code for problem in tables.problems] == ["IMP002", "IMP001"]


def test_the_format_is_known_by_its_content() -> None:
    assert format_of("t.json", json.dumps([task(row())]).encode()) == "evaluation-tables"
    assert format_of("t.json", b'[{"paper_url": "x", "title": "T"}]') == "papers-with-code"
