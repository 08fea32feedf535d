from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperatlas.storage.files import (
    ReadError,
    WriteError,
    is_file,
    make_folder,
    read_bytes,
    replace,
    why_not_writable,
    write_output,
    write_whole,
)


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace(path, b"new", b"old")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_written_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    replace(path, b"new", None)
    assert path.read_bytes() == b"new"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.bib", tmp_path / "link.bib"
    real.write_bytes(b"old")
    link.symlink_to(real)
    replace(link, b"new", b"old")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize(("there", "before"), [(b"theirs", b"old"), (b"theirs", None), (None, b"old")])
def test_what_somebody_else_wrote_meanwhile_stays(tmp_path: Path, there: bytes | None, before: bytes | None) -> None:
    path = tmp_path / "a.bib"
    if there is not None:
        path.write_bytes(there)
    with pytest.raises(WriteError, match=r"a\.bib"):
        replace(path, b"new", before)
    assert (path.read_bytes() if path.exists() else None) == there
    assert [file.name for file in tmp_path.iterdir()] == (["a.bib"] if there is not None else [])


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_nothing_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(number, "No room")

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(WriteError, match="no room"):
        replace(path, b"new", b"old")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_protected_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(WriteError, match="write-protected"):
        replace(path, b"new", b"old")
    assert path.read_bytes() == b"old"


def test_an_interruption_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "chmod", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(path, b"new", b"old")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nothing\.bib"):
        read_bytes(tmp_path / "nothing.bib")


@pytest.mark.parametrize(("path", "there"), [("a.bib", True), ("", False), ("b.bib", False), ("x" * 10_000, False)])
def test_whether_a_text_is_the_path_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, there: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.bib").touch()
    assert is_file(path) is there


def test_a_whole_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a/b/c"
    write_whole(path, [b"one ", b"two"])
    write_whole(path, [b"three"])
    assert path.read_bytes() == b"three"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_cannot_be_written_whole_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def parts() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, parts())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(OSError, match="a"):
        write_whole(path / "b", [b""])


def test_a_folder_is_made_with_those_it_is_in(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match=r"cannot make the folder '.*file/b': not a directory"):
        make_folder(tmp_path / "file" / "b")


@pytest.mark.parametrize("data", [b"", "流".encode(), b"x" * 5_000_000])
def test_the_files_of_a_site_are_written_with_their_folders(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "papers" / "a" / "index.html"
    for _ in range(2):
        write_output(str(path), data)
        assert path.read_bytes() == data
    with pytest.raises(WriteError, match=r"^cannot write '.*papers': is a directory"):
        write_output(str(tmp_path / "papers"), data)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(WriteError, match=r"^cannot write '/dev/full': no space left on device$"):
        write_output("/dev/full", b"x")


def test_whether_a_folder_can_be_written_to(tmp_path: Path) -> None:
    assert why_not_writable(tmp_path / "a" / "b") == ""
    assert list((tmp_path / "a").rglob("*")) == [tmp_path / "a" / "b"]
    (tmp_path / "file").touch()
    assert why_not_writable(tmp_path / "file") == "file exists"
    assert why_not_writable(tmp_path / "file" / "below") == "not a directory"
