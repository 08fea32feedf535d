"""A folder as one file."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

from paperatlas.build.offline.archive import write_archive
from tests.conftest import write_files

FILES = {"index.html": "<p>家", "papers/b.html": "b", "papers/a.html": "a" * 10_000}


def pack(root: Path, files: dict[str, str], time: float, seconds: int = 0) -> bytes:
    """Write files one after the other, at some time, and pack the folder."""
    for name, text in files.items():
        write_files(root / "atlas", {name: text})
        os.utime(root / "atlas" / name, (time, time))
        (root / "atlas" / name).chmod(0o600 if time else 0o644)
    archive = root / "atlas.zip"
    write_archive(root / "atlas", archive, seconds)
    return archive.read_bytes()


def test_the_same_files_are_the_same_bytes(tmp_path: Path) -> None:
    reversed_files = dict(reversed(FILES.items()))
    assert pack(tmp_path / "one", FILES, 0) == pack(tmp_path / "two", reversed_files, 1_700_000_000)


def test_it_holds_a_folder(tmp_path: Path) -> None:
    pack(tmp_path, FILES, 0, seconds=1_700_000_000)
    with ZipFile(tmp_path / "atlas.zip") as archive:
        assert archive.namelist() == ["atlas/index.html", "atlas/papers/a.html", "atlas/papers/b.html"]
        assert archive.read("atlas/index.html").decode() == "<p>家"
        assert {entry.date_time[0] for entry in archive.infolist()} == {2023}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
