"""Files that a site may be made from: a `Link` leads to a path, and a `Pipe` never ends."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from paperatlas.storage.regular_files import find_files, read_regular, work_tree

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links of POSIX")

PIPE = b"pipe"
"""Stands for a pipe that nobody writes to."""


def make(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Make files below `root`: `-> path` is a link, and what is no text a pipe."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is PIPE:
            os.mkfifo(path)
        elif isinstance(text, str) and text.startswith("-> "):
            path.symlink_to(text.removeprefix("-> "))
        else:
            path.write_text(str(text), encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "found", "refused"),
    [
        ({"site/bib/a.bib": "", "site/bib/b.txt": ""}, ["a.bib"], {}),
        ({"site/bib/b/a.bib": "", "site/bib/a.bib": "", "site/bib/a/z.bib": ""}, ["a/z.bib", "a.bib", "b/a.bib"], {}),
        # links
        ({"site/bib/a.bib": "-> ../b.bib", "site/b.bib": ""}, ["a.bib"], {}),
        ({"site/bib/a.bib": "-> b.bib", "site/bib/b.bib": ""}, ["a.bib", "b.bib"], {}),
        ({"site/bib/a.bib": "-> ../../b.bib", "b.bib": ""}, [], {"a.bib": "link"}),
        ({"site/bib/a": "-> ../../other", "other/b.bib": ""}, [], {"a": "link"}),
        ({"site/bib/a": "-> ../other", "site/other/b.bib": ""}, ["a/b.bib"], {}),
        ({"site/bib/a": "-> ../other", "site/other/b.bib": "-> /etc/hostname"}, [], {"a/b.bib": "link"}),
        ({"site/bib/a.txt": "-> /etc/hostname", "site/bib/b.bib": ""}, ["b.bib"], {}),
        ({"site/bib/a.bib": "-> nowhere.bib"}, ["a.bib"], {}),
        # links that lead back
        ({"site/bib/a/b": "-> ..", "site/bib/a/c.bib": ""}, ["a/c.bib"], {}),
        ({"site/bib/a/x": "-> ../b", "site/bib/b/x": "-> ../a", "site/bib/b/c.bib": ""}, ["a/x/c.bib"], {}),
        ({"site/bib/a": "-> a", "site/bib/c.bib": ""}, ["c.bib"], {}),
        # what is no file
        ({"site/bib/a.bib": PIPE, "site/bib/b.bib": ""}, ["b.bib"], {"a.bib": "special"}),
        ({"site/bib/a.bib": "-> /dev/zero"}, [], {"a.bib": "special"}),
        ({"site/bib/a.bib/b.bib": ""}, ["a.bib/b.bib"], {}),
    ],
)
def test_files_of_a_library(
    files: dict[str, str | bytes], found: list[str], refused: dict[str, str], tmp_path: Path
) -> None:
    make(tmp_path, files)
    folder = tmp_path / "site" / "bib"
    result = find_files(folder, ".bib", [tmp_path / "site"])
    assert [path.relative_to(folder).as_posix() for path in result.files] == found
    assert {path.relative_to(folder).as_posix(): why for path, why in result.refused.items()} == refused
    assert not result.unreadable


def test_files_whose_names_end_otherwise(tmp_path: Path) -> None:
    make(tmp_path, dict.fromkeys(["a.bib", "b/c.BIB", "d.bib.txt", "e.bib.bak", "f.txt", "g.Bib.TXT", "h.bibtex"], ""))
    found = find_files(tmp_path, ".bib", [])
    assert [path.name for path in found.files] == ["a.bib"]
    assert [path.name for path in found.misnamed] == ["c.BIB", "d.bib.txt", "g.Bib.TXT", "h.bibtex"]


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, {"a/b.bib": "", "c.bib": ""})
    scan = os.scandir

    def scandir(path: Path) -> os._ScandirIterator[str]:  # root may read every folder
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return scan(str(path))

    monkeypatch.setattr(os, "scandir", scandir)
    found = find_files(tmp_path, ".bib", [])
    assert (found.files, list(found.unreadable)) == ([tmp_path / "c.bib"], [tmp_path / "a"])


def test_only_what_ends_is_read(tmp_path: Path) -> None:
    make(tmp_path, {"a": "A", "b": PIPE, "c": "-> /dev/zero"})
    assert read_regular(tmp_path / "a") == b"A"
    for name in "bc":
        with pytest.raises(OSError, match="not a regular file"):
            read_regular(tmp_path / name)


@pytest.mark.parametrize(
    ("files", "tree"),
    [({"a/b/c.md": ""}, "a/b"), ({".git/HEAD": "", "a/b/c.md": ""}, "."), ({".git": "gitdir: x", "a/b/c.md": ""}, ".")],
)
def test_the_folder_of_the_repository(files: dict[str, str | bytes], tree: str, tmp_path: Path) -> None:
    make(tmp_path, files)
    assert work_tree(tmp_path / "a" / "b") == tmp_path / tree
