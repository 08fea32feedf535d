"""Which tables of results, which citations and which rows of what was looked up belong to a library."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from paperatlas.build.library_files import bib_files, citation_files, results_files, verification_files
from paperatlas.build.options import Options
from paperatlas.build.watched import watched_paths
from tests.conftest import write_files

FILES = {"bib/a.bib": "", "bib/results/a.csv": "", "bib/results/b.txt": "", "other/b.csv": "", "empty/c.txt": ""}


@pytest.mark.parametrize(
    ("results", "bib", "expected", "codes"),
    [
        ((), ("bib",), ["bib/results/a.csv"], []),
        ((), ("bib/",), ["bib/results/a.csv"], []),
        ((), ("bib/a.bib",), [], []),
        ((), ("empty",), [], []),
        ((), ("absent",), [], []),
        (("other",), ("bib",), ["other/b.csv"], []),
        (("other/b.csv", "other"), ("bib",), ["other/b.csv"], []),
        (("bib/*/*.csv",), ("bib",), ["bib/results/a.csv"], []),
        (("empty",), ("bib",), [], ["RES013: 'empty' contains no .csv file."]),
        (("absent",), ("bib",), [], ["RES013: 'absent' does not exist."]),
        (("no*.csv",), ("bib",), [], ["RES013: No file fits the pattern 'no*.csv'."]),
    ],
)
def test_tables_of_results_are_found(
    tmp_path: Path, results: tuple[str, ...], bib: tuple[str, ...], expected: list[str], codes: list[str]
) -> None:
    write_files(tmp_path, FILES)
    paths, problems = results_files(tmp_path, results, bib)
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == expected
    assert [f"{problem.code}: {problem.message}" for problem in problems] == codes


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("bib/results/b.xlsx", "'b.xlsx' is not read: tables of results are text files whose names end with '.csv'."),
        ("bib/results/b.TSV", "'b.TSV' is not read: tables of results are text files whose names end with '.csv'."),
        ("bib/results/~$b.xlsx", None),
        ("bib/results/.b.xlsx", None),
        ("bib/results/b.md", None),
        ("bib/b.ris", "'b.ris' is not read: the library's files are BibTeX, and their names end with '.bib'."),
        ("bib/b.tsv", None),
    ],
)
def test_files_in_other_formats_are_told(tmp_path: Path, file: str, told: str | None) -> None:
    write_files(tmp_path, {"bib/a.bib": "", "bib/results/a.csv": "", file: ""})
    problems = [*bib_files(tmp_path, ("bib",))[1], *results_files(tmp_path, (), ("bib",))[1]]
    expected = [("LIB003", "warning", file, told)] if told else []
    assert [(each.code, each.severity, str(each.span), each.message) for each in problems] == expected


def test_an_empty_folder_that_nobody_named_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "bib/results").mkdir(parents=True)
    assert results_files(tmp_path, (), ("bib",)) == ([], [])


# what the option names, the files that are read, the problems
LINKS = [
    ("bib/results", ["a.csv"], ["CFG005"]),
    ("bib/results/*.csv", ["a.csv"], ["CFG005"]),
    ("bib/*/b.csv", [], ["CFG005"]),
    # What is named is meant, and so is the folder that a pattern names.
    ("bib/results/b.csv", ["b.csv"], []),
    ("../*.csv", ["secret.csv"], []),
]


@pytest.mark.parametrize(("named", "found", "codes"), LINKS)
def test_a_link_out_of_the_site_is_read_only_where_it_is_named(
    tmp_path: Path, named: str, found: list[str], codes: list[str]
) -> None:
    write_files(tmp_path, {"site/bib/results/a.csv": "", "secret.csv": ""})
    (tmp_path / "site/bib/results/b.csv").symlink_to(tmp_path / "secret.csv")
    paths, problems = results_files(tmp_path / "site", (named,), ("bib",))
    assert [path.name for path in paths] == found
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("citations", "bib", "expected", "codes"),
    [
        ((), ("bib", "more/"), ["bib/citations.tsv", "more/citations.tsv"], []),
        ((), ("bib/a.bib", "absent", "other"), [], []),
        (("more",), ("bib",), ["more/citations.tsv"], []),
        (("bib/cit*.tsv",), ("more",), ["bib/citations.tsv"], []),
        (("absent.tsv",), ("bib",), [], ["CBP010: 'absent.tsv' does not exist."]),
        (("other",), ("bib",), [], ["CBP010: 'other' contains no .tsv file."]),
        (("no*.tsv",), ("bib",), [], ["CBP010: No file fits the pattern 'no*.tsv'."]),
    ],
)
def test_files_of_citations_are_found(
    tmp_path: Path, citations: tuple[str, ...], bib: tuple[str, ...], expected: list[str], codes: list[str]
) -> None:
    write_files(tmp_path, FILES | {"bib/citations.tsv": "", "more/citations.tsv": ""})
    paths, problems = citation_files(tmp_path, citations, bib)
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == expected
    assert [f"{problem.code}: {problem.message}" for problem in problems] == codes


def test_citations_outside_of_the_site_are_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/bib/a.bib": "", "secret.tsv": ""})
    (tmp_path / "site/bib/citations.tsv").symlink_to(tmp_path / "secret.tsv")
    paths, problems = citation_files(tmp_path / "site", (), ("bib",))
    assert (paths, [problem.code for problem in problems]) == ([], ["CFG005"])


@pytest.mark.parametrize(
    ("verified", "expected", "codes"),
    [
        ((), ["bib/verified.tsv"], []),
        (("more/v.tsv",), ["more/v.tsv"], []),
        (("absent.tsv",), [], ["VER010: 'absent.tsv' does not exist."]),
    ],
)
def test_files_of_what_was_looked_up_are_found(
    tmp_path: Path, verified: tuple[str, ...], expected: list[str], codes: list[str]
) -> None:
    write_files(tmp_path, FILES | {"bib/verified.tsv": "", "more/v.tsv": ""})
    paths, problems = verification_files(tmp_path, verified, ("bib", "more"))
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == expected
    assert [f"{problem.code}: {problem.message}" for problem in problems] == codes


def test_what_the_option_names_is_watched(tmp_path: Path) -> None:
    found = watched_paths(
        tmp_path, Options(bib=("bib",), results=("tables/*.csv", "more.csv"), citations=("c.tsv",), verified=("v.tsv",))
    )
    assert found[:5] == [tmp_path / name for name in ("bib", "tables", "more.csv", "c.tsv", "v.tsv")]


def test_a_folder_that_cannot_be_read_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, FILES | {"bib/citations.tsv": ""})
    system: dict[str, Callable[..., object]] = {"scandir": os.scandir, "stat": os.stat}

    def refuse(call: str, path: os.PathLike[str] | str, **options: bool) -> object:  # root may read every folder
        if "bib" in Path(path).relative_to(tmp_path).parts[: None if call == "scandir" else -1]:
            raise PermissionError(13, "Permission denied")
        return system[call](path, **options)

    monkeypatch.setattr(os, "scandir", lambda path: refuse("scandir", path))
    monkeypatch.setattr(os, "stat", lambda path, **options: refuse("stat", path, **options))
    found, problems = bib_files(tmp_path, ("bib",))
    others = [files(tmp_path, (), ("bib",)) for files in (results_files, citation_files, verification_files)]
    monkeypatch.undo()
    assert (found, [str(problem) for problem in problems]) == (
        [],
        ["bib: The folder 'bib' of the library cannot be opened: permission denied. Make it readable. [SYN001]"],
    )
    assert others == [([], [])] * 3


def test_a_file_whose_name_ends_otherwise_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"bib/Mine.BIB": "", "bib/a.bib.txt": "", "bib/results/r.csv.txt": ""})
    found = [bib_files(tmp_path, ("bib",)), results_files(tmp_path, (), ("bib",))]
    assert [paths for paths, _ in found] == [[], []]
    assert [f"{problem.file} {problem.message} {problem.hint}" for _, problems in found for problem in problems] == [
        "bib/Mine.BIB 'Mine.BIB' is not read: its name does not end with '.bib'. Rename it to 'Mine.bib'.",
        "bib/a.bib.txt 'a.bib.txt' is not read: its name does not end with '.bib'. Rename it to 'a.bib'.",
        "bib/results/r.csv.txt 'r.csv.txt' is not read: its name does not end with '.csv'. Rename it to 'r.csv'.",
    ]
