"""`paperatlas export`: entries to standard output, problems to standard error."""

from __future__ import annotations

import json

import pytest
import rispy

from tests.cli.conftest import Run

CASES = [
    ("@misc{a, title = {X}}", ["a"], "", 0),
    ("", [], "", 0),
    ("@misc{a, title = {X}, doi = {nonsense}}", ["a"], "IDN001", 0),
    ("@misc{a, title = {X}\n note = {Y}}", ["a"], "SYN003", 0),
    ("@misc{a, title = {X}}\n@misc{a, title = {Y}}", ["a", "a-2"], "KEY001", 0),
    ("@misc{a, title = {X}}\n@misc{\n", ["a"], "SYN002", 1),
    # what does not concern the text is said by `check`
    ("@misc{a, note = {X}}", ["a"], "", 0),
]


@pytest.mark.parametrize(("text", "keys", "problem", "code"), CASES)
def test_csl_json(text: str, keys: list[str], problem: str, code: int, run: Run) -> None:
    ran = run({"a.bib": text}, "export", "a.bib", "--format", "csl-json")
    assert [item["id"] for item in json.loads(ran.out)] == keys
    assert ran.code == code
    assert problem in ran.err
    assert bool(ran.err) == bool(problem)


@pytest.mark.parametrize(("text", "keys", "problem", "code"), CASES)
def test_bibtex(text: str, keys: list[str], problem: str, code: int, run: Run) -> None:
    ran = run({"a.bib": text}, "export", "a.bib", "--format", "bibtex")
    assert [line for line in ran.out.splitlines() if line.startswith("@")] == [f"@misc{{{key}," for key in keys]
    assert (ran.code, bool(ran.err)) == (code, bool(problem))


@pytest.mark.parametrize(("text", "keys", "problem", "code"), CASES)
def test_ris(text: str, keys: list[str], problem: str, code: int, run: Run) -> None:
    ran = run({"a.bib": text}, "export", "a.bib", "--format", "ris")
    assert [record["id"] for record in rispy.loads(ran.out)] == keys
    assert (ran.code, bool(ran.err)) == (code, bool(problem))


def test_several_files_and_folders(run: Run) -> None:
    files = {"a.bib": "@misc{a, title = {X}}", "more/b.bib": "@misc{b, title = {Y}}"}
    ran = run(files, "export", "a.bib", "more", "--format", "csl-json")
    assert [item["id"] for item in json.loads(ran.out)] == ["a", "b"]


def test_a_folder_without_a_library(run: Run) -> None:
    ran = run({"x/a.txt": ""}, "export", "x", "--format", "csl-json")
    assert (json.loads(ran.out), ran.code) == ([], 1)
    assert "LIB002" in ran.err
