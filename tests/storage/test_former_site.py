"""Files of the last site come back as they were, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from paperatlas.storage.former_site import FileState, move_back, put_aside, state_of
from tests.conftest import write_files

FILES = {"papers/a/index.html": "a", "papers/b/index.html": "b", "papers/b/b.svg": "<svg/>", "a.bib": "@misc{a}"}


@pytest.fixture
def states(tmp_path: Path) -> dict[str, FileState]:
    """A site that was put aside; the states its files had."""
    write_files(tmp_path / "site", FILES)
    found = {path: state_of(str(tmp_path / "site" / path)) for path in FILES}
    assert put_aside(tmp_path / "site", tmp_path / "cache/former")
    return found


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_hidden_files_stay(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/.git/config": "", "site/.nojekyll": "", "site/index.html": "", "former/old": ""})
    assert put_aside(tmp_path / "site", tmp_path / "former")
    assert files_in(tmp_path / "site") == {".git/config", ".nojekyll"}
    assert files_in(tmp_path / "former") == {"index.html"}


@pytest.mark.parametrize("path", FILES)
def test_a_file_is_moved_back_alone(path: str, tmp_path: Path, states: dict[str, FileState]) -> None:
    assert move_back(tmp_path / "cache/former", tmp_path / "site", path, states[path])
    assert files_in(tmp_path / "site") == {path}
    assert (tmp_path / "site" / path).read_text() == FILES[path]
    assert state_of(str(tmp_path / "site" / path)) == states[path]


def test_into_a_folder_that_is_there(tmp_path: Path, states: dict[str, FileState]) -> None:
    write_files(tmp_path / "site", {"papers/a/picture.svg": ""})
    assert move_back(tmp_path / "cache/former", tmp_path / "site", "papers/a/index.html", states["papers/a/index.html"])
    assert files_in(tmp_path / "site") == {"papers/a/picture.svg", "papers/a/index.html"}


def write_as_many_letters(path: Path) -> None:
    path.write_text("c")
    os.utime(path, ns=(1, 1))


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


TOUCHED: dict[str, Callable[[Path], object]] = {
    "written": lambda path: path.write_text("more"),
    "written with as many letters": write_as_many_letters,
    "gone": Path.unlink,
    "a folder now": make_folder,
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED.keys())
def test_a_file_that_somebody_changed_is_not(
    touch: Callable[[Path], object], tmp_path: Path, states: dict[str, FileState]
) -> None:
    touch(tmp_path / "cache/former/papers/a/index.html")
    path = "papers/a/index.html"
    assert not move_back(tmp_path / "cache/former", tmp_path / "site", path, states[path])


def test_a_site_that_is_not_there(tmp_path: Path) -> None:
    assert not put_aside(tmp_path / "site", tmp_path / "former")


def test_a_cache_that_is_a_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"cache": "", "site/index.html": ""})
    assert not put_aside(tmp_path / "site", tmp_path / "cache/former")
    assert files_in(tmp_path / "site") == {"index.html"}
