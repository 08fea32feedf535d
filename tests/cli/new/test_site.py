"""`paperatlas new site`: it is valid as it is, and nothing is overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paperatlas.cli.new import site
from paperatlas.cli.new.requirements import Origin
from paperatlas.cli.new.site import FILES, REQUIREMENTS
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def from_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """PaperAtlas is installed from where a workflow can install it as well."""
    monkeypatch.setattr(site, "find_origin", lambda: Origin("paperatlas==0.1.0"))


@pytest.mark.parametrize("folder", [".", "my field", "a/b"])
def test_site(folder: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / folder / ".git").mkdir(parents=True)
    (tmp_path / folder / ".venv").mkdir()
    ran = run({}, "new", "site", folder)
    assert (ran.code, ran.err) == (0, "")
    assert "  pip install --requirement requirements.txt\n" in ran.out
    assert ("cd 'my field'" in ran.out) is (folder == "my field")
    there = {path.relative_to(tmp_path / folder).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert there == {*FILES, REQUIREMENTS}
    assert run({}, "check", folder=folder).out == "No problem found in 3 entries and 1 page.\n"
    assert run({}, "fmt", "--check", folder=folder).code == 0


def test_its_first_direction_has_its_papers(run: Run) -> None:
    run({}, "new", "site")
    run({}, "new", "direction", "diffusion")
    ran = run({}, "check", "--format", "json")
    assert [problem["code"] for problem in json.loads(ran.out)] == ["CFG007"]


def test_a_wheel_goes_into_the_site(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "dist" / "paperatlas-0.1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"a wheel")
    monkeypatch.setattr(site, "find_origin", lambda: Origin(f"./wheels/{wheel.name}", wheel))
    ran = run({}, "new", "site", "mine")
    assert (tmp_path / "mine" / "wheels" / wheel.name).read_bytes() == b"a wheel"
    assert "which is not there" not in ran.out


def test_a_missing_wheel_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "find_origin", lambda: Origin("./wheels/p.whl", clone=tmp_path / "a clone"))
    ran = run({}, "new", "site", "mine")
    assert f"names mine/wheels/p.whl, which is not there: `make wheel` in\n'{tmp_path}/a clone' writes it" in ran.out


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
