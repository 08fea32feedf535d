"""What a digest of the files of a site tells apart."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from paperatlas.storage.input_files import add_to_digest, files_of
from tests.conftest import write_files

FILES = {"a.md": "A", "b/c.md": "C", "site-packages/d.py": "D"}


def digest_of(path: Path, *, by_time: bool = False) -> bytes:
    digest = blake2b()
    add_to_digest(digest, path, by_time=by_time)
    return digest.digest()


def touch(path: str) -> Callable[[Path], None]:
    return lambda folder: os.utime(folder / path, (1, 1))


def write(path: str, text: str) -> Callable[[Path], None]:
    return lambda folder: write_files(folder, {path: text})


@pytest.mark.parametrize(
    ("change", "by_contents", "by_time"),
    [
        (touch("a.md"), False, False),
        (touch("site-packages/d.py"), False, True),
        (write("a.md", "B"), True, True),
        (write("a.md", "AA"), True, True),
        (write("b/new.md", ""), True, True),
        (write(".hidden.yml", ""), True, True),
        (lambda folder: (folder / "a.md").rename(folder / "b.md"), True, True),
        (lambda folder: (folder / "b/c.md").rename(folder / "c.md"), True, True),
        (lambda folder: (folder / "a.md").unlink(), True, True),
        (lambda folder: (folder / ".#a.md").symlink_to("nothing"), False, False),
    ],
)
def test_what_counts_as_a_change(
    change: Callable[[Path], object], by_contents: bool, by_time: bool, tmp_path: Path
) -> None:
    write_files(tmp_path, FILES)
    before = digest_of(tmp_path), digest_of(tmp_path, by_time=True)
    change(tmp_path)
    after = digest_of(tmp_path), digest_of(tmp_path, by_time=True)
    assert (after[0] != before[0], after[1] != before[1]) == (by_contents, by_time)


def test_a_file_that_vanishes_after_it_was_listed_is_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "A"})
    without = digest_of(tmp_path)
    write_files(tmp_path, {"b.md": "B"})
    read = Path.read_bytes

    def lose(path: Path) -> bytes:
        (tmp_path / "b.md").unlink(missing_ok=True)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", lose)
    assert digest_of(tmp_path) == without


def test_where_a_folder_is_does_not_count(tmp_path: Path) -> None:
    write_files(tmp_path, {f"{folder}/{path}": text for folder in ("x", "y/z") for path, text in FILES.items()})
    assert digest_of(tmp_path / "x") == digest_of(tmp_path / "y/z")


@pytest.mark.parametrize(
    ("path", "hidden", "found"),
    [
        ("", True, [".e", "a.md", "b/.f", "b/c.md", "site-packages/d.py"]),
        ("", False, ["a.md", "b/.f", "b/c.md", "site-packages/d.py"]),
        ("a.md", True, ["a.md"]),
        ("a.md/x", True, []),
        ("gone", True, []),
    ],
)
def test_files_of_a_path(path: str, hidden: bool, found: list[str], tmp_path: Path) -> None:
    write_files(tmp_path, FILES | {".e": "", "b/.f": ""})
    assert sorted(os.path.relpath(each, tmp_path) for each, _ in files_of(tmp_path / path, hidden=hidden)) == found


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ({"b/up": ".."}, ["a.md", "b/c.md", "site-packages/d.py"]),
        ({"b/self": "self"}, ["a.md", "b/c.md", "site-packages/d.py"]),
        ({"e": "b"}, ["a.md", "b/c.md", "e/c.md", "site-packages/d.py"]),
        ({"b/x": "../site-packages", "site-packages/x": "../b"}, ["a.md", "b/c.md", "b/x/d.py", "site-packages/d.py"]),
    ],
)
def test_links_that_lead_back_are_not_followed(links: dict[str, str], found: list[str], tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    names = {Path(file).relative_to(tmp_path).as_posix() for file, _ in files_of(tmp_path)}
    assert names >= set(found)
    assert len(names) <= len(found) + 1
