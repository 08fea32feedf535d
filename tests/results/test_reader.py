"""Reading a table of results: what stands in it, and what is wrong with which cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.results import Measure, read_results
from paperatlas.results.reader import read_table
from tests.results.tables import HEAD, row, table


def test_a_row_is_read_with_its_place() -> None:
    (result,), problems = read_table(table(row(setting="steps=1000; Model = DDPM (L_simple)")), "a.csv")
    assert problems == []
    assert (result.key, result.measure) == ("ddpm", Measure("image-generation", "CIFAR-10", "FID"))
    assert (result.value, result.number, result.kind) == ("3.17", 3.17, "paper")
    assert result.setting == (("model", "DDPM (L_simple)"), ("steps", "1000"))
    assert (result.source, result.place) == ("https://example.org/ddpm", "table 1")
    assert (result.model, result.part("steps"), result.part("epochs")) == ("DDPM (L_simple)", "1000", "")
    assert (str(result.span), result.span.end_line) == ("a.csv:2:1", 2)


@pytest.mark.parametrize(
    "text",
    [
        "\r\n".join([HEAD, row(), ""]),
        "\r".join([HEAD, row(), ""]),
        f"\n{HEAD}\n\n , ,,\n{row()}",
        f"{HEAD.upper()}\n{row()}\n",
        f"{HEAD.replace(',', ' , ')}\n{row().replace(',', ' ,  ')}\n",
        HEAD + "\n" + row().replace("table 1", '"table\n  1"') + "\n",
        HEAD + ",\n" + row() + ",\n",
        f"{HEAD}\n{row()},,,\n",
        table(row(kind="Paper")),
        "place,source,kind,setting,value,metric,dataset,task,key\n" + ",".join(reversed(row().split(","))) + "\n",
    ],
    ids=["windows", "old mac", "blank", "capitals", "spaces", "lines", "empty column", "commas", "kind", "order"],
)
def test_a_table_is_read_however_it_was_saved(text: str) -> None:
    results, problems = read_table(text, "a.csv")
    assert problems == []
    assert [(result.key, result.number, result.kind, result.place) for result in results] == [
        ("ddpm", 3.17, "paper", "table 1")
    ]


@pytest.mark.parametrize(
    ("value", "number"),
    [("81.9", 81.9), ("-1.5", -1.5), ("−1.5", -1.5), ("+.5", 0.5), ("2e-3", 0.002), ("0", 0.0), ("007", 7.0)],
)
def test_a_value_is_one_number(value: str, number: float) -> None:
    (result,), _ = read_table(table(row(value=value)), "a.csv")
    assert (result.value, result.number) == (value, number)


BAD_ROWS = [
    (row(key=""), "RES005 2:1 The cell 'key' is empty."),
    (row(place=""), "RES005 2:83 The cell 'place' is empty."),
    (row(value="3.17 ± 0.1"), "RES007 2:36 The value '3.17 ± 0.1' is not a number."),
    (row(value="1,000"), "RES007 2:36 The value '1,000' is not a number."),
    (row(value="nan"), "RES007 2:36 The value 'nan' is not a number."),
    (row(value="1e999"), "RES007 2:36 The value '1e999' is not a number."),
    (row(value="３"), "RES007 2:36 The value '３' is not a number."),
    (row(setting="steps"), "RES008 2:41 'steps' in the setting is not of the form `name=value`."),
    (row(setting="steps=; a=1"), "RES008 2:41 'steps=' in the setting is not of the form `name=value`."),
    (row(setting="steps=1; Steps=2"), "RES008 2:41 The setting names 'steps' twice."),
    (row(kind="papre"), "RES009 2:52 'papre' is not a kind of result. Did you mean 'paper'?"),
    (row(kind="blog"), "RES009 2:52 'blog' is not a kind of result. The kinds are paper, repository, rerun."),
    (row(source="table 1"), "RES010 2:58 The source 'table 1' is not an http or https address."),
    (row(source="javascript:alert(1)"), "RES010 2:58 The source 'javascript:alert(1)' is not an http"),
    (row(source="ftp://example.org/"), "RES010 2:58 The source 'ftp://example.org/' is not an http"),
    (row() + ",more", "RES004 2:1 The row has 10 cells where the table has 9 columns."),
    ("ddpm,FID", "RES004 2:1 The row has 2 cells where the table has 9 columns."),
    (row().replace("table", 'the "'), "RES004 2:1 A quotation mark in this row has no other one"),
    (row().replace("CIFAR", '"CIFAR'), "RES004 2:1 A quotation mark in this row has no other one"),
    (row(place="x" * 140_000), "RES004 2:1 The row cannot be read: field larger than field limit (131072)."),
]


@pytest.mark.parametrize(("line", "expected"), BAD_ROWS, ids=[expected[:60] for _, expected in BAD_ROWS])
def test_a_row_with_a_problem_is_left_out_and_the_others_are_read(line: str, expected: str) -> None:
    results, problems = read_table(table(line, row(key="ddim"), row(key="iddpm")), "a.csv")
    assert [result.key for result in results] == ["ddim", "iddpm"]
    (problem,) = problems
    assert f"{problem.code} {problem.line}:{problem.column} {problem.message} {problem.hint}".startswith(expected)


def test_one_comma_in_the_first_line_divides_it() -> None:
    _, (first, *_) = read_table("key;task,value", "a.csv")
    assert first.message == "'key;task' is not a column of a table of results."


def test_a_quoted_cell_ends_where_it_ends() -> None:
    cells = [row(place="a, b"), row(key="ddim", place='c "d"'), row(key="glow", place="a, b"), row(key="x", place="e")]
    results, problems = read_table(table(*cells), "a.csv")
    assert [result.place for result in results] == ["a, b", 'c "d"', "a, b", "e"]
    assert problems == []


def test_two_rows_with_a_stray_quotation_mark_are_told_apart() -> None:
    stray = row().replace("table", 'the "table')
    results, problems = read_table(table(stray, stray, row(key="ddim")), "a.csv")
    assert [result.key for result in results] == ["ddim"]
    assert [(problem.line, problem.variant) for problem in problems] == [(2, "quotes"), (3, "quotes")]


def test_the_place_of_a_cell_is_right_behind_quoted_ones_on_several_lines() -> None:
    text = table(row(dataset='A "fine", b').replace('A ""fine""', 'A\n ""fine""').replace("3.17", "  x"))
    _, (problem,) = read_table(text, "a.csv")
    assert (str(problem.span), problem.span.end_column) == ("a.csv:3:21", 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["RES002 The file is empty."]),
        (row(), ["RES002 The first line does not name the columns."]),
        ("\n\n", ["RES002 The file is empty."]),
        (HEAD.replace(",kind", ""), ["RES002 There is no column 'kind'."]),
        (HEAD.replace("kind", "knd"), ["RES003 'knd' is not a column", "RES002 There is no column 'kind'."]),
        (HEAD.replace("kind", "key"), ["RES002 There are two columns 'key'.", "RES002 There is no column 'kind'."]),
        (HEAD.replace(",", ";"), ["RES002 The columns are divided by semicolons, not by commas."]),
        (HEAD.replace(",", "\t"), ["RES002 The columns are divided by tabs, not by commas."]),
        ("key;task", ["RES002 The columns are divided by semicolons, not by commas."]),
        ("key;notes", ["RES002 The first line does not name the columns."]),
        (f"{HEAD},note\n{row()},x", ["RES003 'note' is not a column"]),
        ("key," * 70_000, ["RES002 The first line names 70001 columns."]),
        (HEAD, []),
    ],
)
def test_the_first_line_names_the_columns(text: str, expected: list[str]) -> None:
    _, problems = read_table(text, "a.csv")
    assert [
        f"{problem.code} {problem.message}"[: len(start)] for problem, start in zip(problems, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (row(value="81,9"), "Write a point before decimals"),
        (row(value="81.9 %"), "Write one number, such as 81.9"),
        (row(setting="epochs: 300"), "Write `epochs=300`: an equals sign"),
        (row(setting="224 px"), "Write `model=ViT-B/16; resolution=224`"),
    ],
)
def test_hints_name_the_slip(line: str, hint: str) -> None:
    _, (problem,) = read_table(table(line), "a.csv")
    assert problem.hint.startswith(hint)


def test_an_unknown_column_costs_nothing_else() -> None:
    results, _ = read_table(f"note,{HEAD}\nx,{row()}\n", "a.csv")
    assert [result.key for result in results] == ["ddpm"]


@pytest.mark.parametrize(
    ("second", "count", "code"),
    [
        ({}, 1, "RES011"),
        ({"value": "3.170", "place": "table 2"}, 1, "RES011"),
        ({"value": "3.2"}, 2, "RES012"),
        ({"value": "3.2", "setting": "steps=100"}, 2, ""),
        ({"value": "3.2", "kind": "rerun"}, 2, ""),
        ({"value": "3.2", "source": "https://example.org/other"}, 2, ""),
        ({"value": "3.2", "metric": "IS"}, 2, ""),
        ({"value": "3.2", "key": "ddim"}, 2, ""),
    ],
)
def test_rows_are_compared_over_all_files(tmp_path: Path, second: dict[str, str], count: int, code: str) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    paths[0].write_text(table(row()), encoding="utf-8-sig")
    paths[1].write_text(table(row(**second)), encoding="utf-8")
    results, problems = read_results(paths, tmp_path)
    assert len(results) == count
    assert [(problem.code, str(problem.span), str(*problem.related)) for problem in problems] == (
        [(code, "b.csv:2:1", "a.csv:2:1")] if code else []
    )


def test_a_file_that_cannot_be_read_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(table(row(place="é")).encode("latin-1"))
    (tmp_path / "b.csv").write_text(table(row()), encoding="utf-8")
    (tmp_path / "c.csv").mkdir()
    results, problems = read_results([tmp_path / name for name in ("a.csv", "b.csv", "c.csv", "d.csv")], tmp_path)
    assert [str(result.span) for result in results] == ["b.csv:2:1"]
    assert [(problem.code, problem.file) for problem in problems] == [
        ("RES001", "a.csv"),
        ("RES001", "c.csv"),
        ("RES001", "d.csv"),
    ]
    assert problems[0].message == "The table of results 'a.csv' cannot be read: it is not UTF-8."


def test_control_characters_are_told_and_left_out() -> None:
    results, problems = read_table(table(row(task="a\x07b\u202ec"), row(place='x\n"y\x1b')), "a.csv")
    assert [(each.measure.task, each.place) for each in results] == [
        ("abc", "table 1"),
        ("image-generation", 'x "y'),
    ]
    assert [(each.code, str(each.span)) for each in problems] == [("ENC005", "a.csv:2:7"), ("ENC005", "a.csv:4:4")]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (f"{row()},more", "Put quotation marks around a cell with a comma in it."),
        (row().replace("table 1", "“table 1, row 2”"), "Put straight quotation marks"),
        (row().replace(",FID", "，FID"), "'，' is a full-width character; write ',' between two cells."),
        ("ddpm,FID", "Write all columns, also an empty one with the comma behind it."),
        (row().replace(",", ";"), "Write ',' between two cells."),
        (row().replace(",", "\t"), "Write ',' between two cells."),
    ],
)
def test_how_a_row_of_another_length_is_mended(line: str, hint: str) -> None:
    (problem,) = read_table(f"{HEAD}\n{line}\n", "a.csv")[1]
    assert problem.hint.startswith(hint)
