"""`paperatlas new site`: it is valid as it is, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.cli.new.site import FILES
from tests.cli.conftest import Run


@pytest.mark.parametrize("folder", [".", "my field", "a/b"])
def test_site(folder: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / folder / ".git").mkdir(parents=True)
    ran = run({}, "new", "site", folder)
    assert (ran.code, ran.err) == (0, "")
    assert "  pip install mkdocs-material\n" in ran.out
    assert ("cd 'my field'" in ran.out) is (folder == "my field")
    there = {path.relative_to(tmp_path / folder).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert there == set(FILES)
    assert run({}, "check", folder=folder).out == "No problem found in 3 entries and 1 page.\n"
    assert run({}, "fmt", "--check", folder=folder).code == 0


def test_its_first_direction_has_its_papers(run: Run) -> None:
    run({}, "new", "site")
    run({}, "new", "direction", "diffusion")
    assert run({}, "check").out == "No problem found in 3 entries and 2 pages.\n"


REFUSED = [
    ({"a.txt": ""}, [], "'.' is not empty: it contains 'a.txt'"),
    ({"a.txt": ""}, ["a.txt"], "not a directory"),
    ({"a.txt": ""}, ["a.txt/b"], "not a directory"),
]


@pytest.mark.parametrize(("files", "arguments", "message"), REFUSED)
def test_refused(files: dict[str, str], arguments: list[str], message: str, run: Run, tmp_path: Path) -> None:
    ran = run(files, "new", "site", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == set(files)
