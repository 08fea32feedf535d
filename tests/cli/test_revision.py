"""The files of a git revision, and nothing else of its repository."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from paperatlas.cli.revision import _is_inside, folder_in_repository, write_revision
from paperatlas.cli.usage import UsageError
from tests.cli.git import git

FILES = {
    "a.bib": b"@misc{a}\r\n",
    "bib/流 b.bib": "流\n".encode(),
    "empty.bib": b"",
    "run.sh": b"#!/bin/sh\n",
    "not-text": b"\x00\xff\n\n",
    "docs/picture.png": b"x",
    "docs/font.woff2": b"x",
}
"""What is committed, with a link beside it."""
NOT_WRITTEN = {"docs/picture.png", "docs/font.woff2"}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose first commit has all files, and whose second has none of them."""
    folder = tmp_path / "仓库"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "config", "core.autocrlf", "false")
    for name, data in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "run.sh").chmod(0o755)
    (folder / "link.bib").symlink_to("a.bib")
    for message, change in (("one", ("add", "--all")), ("two", ("rm", "-r", "--quiet", "."))):
        git(folder, *change)
        git(folder, "commit", "--quiet", "--message", message)
        folder.mkdir(exist_ok=True)
    return folder


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("revision", ["HEAD~1", "main^1", "HEAD^{/one}", ":/one"])
def test_regular_files_but_media_are_written_as_they_were_committed(
    repository: Path, tmp_path: Path, revision: str
) -> None:
    target = tmp_path / "target"
    target.mkdir()
    write_revision(repository, revision, target)
    assert written(target) == {name: data for name, data in FILES.items() if name not in NOT_WRITTEN}


def test_a_revision_without_files_is_an_empty_folder(repository: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    write_revision(repository, "HEAD", target)
    assert list(target.iterdir()) == []


@pytest.mark.parametrize("revision", ["none", "", "--all", "HEAD^{tree}", "HEAD~9", "流"])
def test_what_is_no_commit_is_refused(repository: Path, tmp_path: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="is neither a folder nor a revision of"):
        write_revision(repository, revision, tmp_path)
    assert list(tmp_path.iterdir()) == [repository]


@pytest.mark.parametrize("below", ["", "sites", "sites/流 x"])
def test_a_folder_is_found_in_its_repository(repository: Path, below: str) -> None:
    (repository / below).mkdir(parents=True, exist_ok=True)
    assert folder_in_repository(repository / below) == (repository, PurePosixPath(below))


def test_a_folder_in_no_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(tmp_path.parent))
    with pytest.raises(UsageError, match="not a git repository"):
        folder_in_repository(tmp_path)


PATHS = [
    ("a.bib", True),
    ("bib/a b.bib", True),
    ("../a", False),
    ("a/../../b", False),
    ("/a", False),
    ("a//b", False),
    (".git/config", False),
    ("a/.GIT/config", False),
    ("a\\..\\b", False),
    ("C:/a", False),
    ("", False),
]


@pytest.mark.parametrize(("path", "inside"), PATHS)
def test_paths_of_a_revision_stay_in_the_folder(path: str, inside: bool) -> None:
    assert _is_inside(path) is inside
