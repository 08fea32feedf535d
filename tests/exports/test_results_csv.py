"""Published results as files: what is written is read again as the same."""

from __future__ import annotations

import csv
import json

from paperatlas.exports.atlas_json import atlas_json
from paperatlas.exports.files import address_problems, export_files
from paperatlas.exports.llms import llms_txt
from paperatlas.exports.results_csv import results_csv
from paperatlas.exports.site import RESULTS, SiteInfo
from paperatlas.results.reader import read_table
from tests.conftest import ReadFiles
from tests.exports.conftest import SMALL
from tests.exports.test_schema import SCHEMA, closed, faults
from tests.results.tables import row, table

ROWS = [
    row(key="realnvp", setting='Steps = 10;model=A, "B"', place='table 1, "row 2"', value="−1.50"),
    row(key="nice", metric="accuracy", kind="rerun", setting=""),
    row(key="nice", metric="apples", value="2e3"),
]
FILES = SMALL | {"bib/results/a.csv": table(*ROWS)}
FORMULAS = row(key="nice", metric="=cmd|' /C calc'!A1", value="-1", setting="a=b; c==1", place="+1;@x\t-y")


def test_results_are_exported_as_they_are_read(read_files: ReadFiles) -> None:
    atlas = read_files(FILES | {"bib/results/b.csv": table(FORMULAS)}).atlas
    read, problems = read_table(results_csv(atlas), "results.csv")
    assert problems == []
    rows = [result for key in atlas.papers for result in atlas.results.get(key, ())]
    assert [(each.key, each.value, each.setting, each.place) for each in read] == [
        (each.key, each.value, each.setting, each.place) for each in rows
    ]
    assert [each.key for each in read] == ["nice", "nice", "nice", "realnvp"]


def test_no_cell_is_a_formula_and_values_are_numbers(read_files: ReadFiles) -> None:
    text = results_csv(read_files(FILES | {"bib/results/a.csv": table(FORMULAS)}).atlas)
    # Some spreadsheets divide cells at semicolons or tabs: what is between quotation marks stays one cell.
    cells = [cell for line in csv.reader(text.splitlines()) for cell in line]
    assert {cell for cell in cells if cell[:1] in tuple("=+-@\t\r")} == {"-1"}
    assert "'=cmd|' /C calc'!A1" in cells
    assert '"\'+1;@x -y"' in text


def test_the_atlas_as_data_has_the_results(read_files: ReadFiles) -> None:
    data = json.loads(atlas_json(read_files(FILES).atlas, "en"))
    assert faults(data, closed(SCHEMA)) == []
    assert [(each["key"], each["better"], each["value"]) for each in data["results"]] == [
        ("nice", "higher", 3.17),
        ("nice", None, 2000.0),
        ("realnvp", "lower", -1.5),
    ]
    assert data["results"][2] == {
        "key": "realnvp",
        "task": "image-generation",
        "dataset": "CIFAR-10",
        "metric": "FID",
        "better": "lower",
        "value": -1.5,
        "setting": {"model": 'A, "B"', "steps": "10"},
        "kind": "paper",
        "source": "https://example.org/ddpm",
        "place": 'table 1, "row 2"',
    }


def test_the_file_is_there_where_there_are_results(read_files: ReadFiles) -> None:
    site = SiteInfo("x")
    with_results = read_files(FILES).atlas
    files = {file.address: file for file in export_files(with_results, site)}
    assert (files[RESULTS].localised, RESULTS in llms_txt(with_results, site)) == (False, True)
    (problem,) = address_problems(with_results, {"results.csv": "docs/results.csv"})
    assert problem.file == "docs/results.csv"
    without = read_files({"bib/results/a.csv": table()}).atlas
    assert "results.csv" not in {file.address for file in export_files(without, site)}
    assert "results.csv" not in llms_txt(without, site)
    assert address_problems(without, {"results.csv": "docs/results.csv"}) == []
