"""A stage: what is written, what is left as it is, and what somebody wrote by hand."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from paperatlas.hosts.zensical.stage import Stage
from paperatlas.storage.files import WriteError


def staged(root: Path, files: dict[str, str]) -> Stage:
    """Bring the stage in a folder up to date."""
    stage = Stage.open(root, ["docs"])
    stage.begin()
    for path, text in files.items():
        stage.put(path, text.encode())
    stage.finish()
    return stage


def found(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text() for path in (root / "docs").rglob("*") if path.is_file()
    }


FIRST = {"docs/a.md": "a", "docs/b/c.md": "c"}


def test_only_what_changes_is_written_and_what_is_stale_is_removed(tmp_path: Path) -> None:
    staged(tmp_path, FIRST)
    before = {name: (tmp_path / name).stat().st_ino for name in FIRST}
    assert found(tmp_path) == FIRST
    stage = Stage.open(tmp_path, ["docs"])
    stage.begin()
    assert [stage.put("docs/a.md", b"a"), stage.put("docs/b/c.md", b"C"), stage.put("docs/d.md", b"d")] == [
        False,
        True,
        True,
    ]
    stage.finish()
    assert (tmp_path / "docs/a.md").stat().st_ino == before["docs/a.md"]
    assert staged(tmp_path, {"docs/d.md": "d"}).edited == []
    assert found(tmp_path) == {"docs/d.md": "d"}


@pytest.mark.parametrize(
    ("by_hand", "then"),
    [
        ({"docs/a.md": "mine"}, FIRST),  # edited, and to be as it was
        ({"docs/a.md": "mine"}, FIRST | {"docs/a.md": "new"}),  # edited, and changed
        ({"docs/a.md": "mine"}, {"docs/b/c.md": "c"}),  # edited, and stale
        ({"docs/new.md": "mine"}, FIRST),  # added
        ({"docs/new.md": "mine"}, FIRST | {"docs/new.md": "ours"}),  # added where there is to be one
    ],
)
def test_what_was_written_by_hand_is_put_aside_and_named(
    by_hand: dict[str, str], then: dict[str, str], tmp_path: Path
) -> None:
    staged(tmp_path, FIRST)
    for name, text in by_hand.items():
        (tmp_path / name).write_text(text)
    stage = staged(tmp_path, then)
    assert found(tmp_path) == then
    aside = tmp_path / "edited-by-hand"
    assert {path.relative_to(aside).as_posix(): path.read_text() for path in stage.edited} == by_hand
    assert staged(tmp_path, then).edited == []


def test_files_that_are_gone_are_written_again(tmp_path: Path) -> None:
    staged(tmp_path, FIRST)
    (tmp_path / "docs/a.md").unlink()
    assert staged(tmp_path, FIRST).edited == []
    assert found(tmp_path) == FIRST


def test_nothing_changes_before_all_is_made(tmp_path: Path) -> None:
    staged(tmp_path, FIRST)
    stage = Stage.open(tmp_path, ["docs"])
    stage.begin()
    for text in (b"half", b"twice"):
        stage.put("docs/a.md", text)
    stage.put("docs/e.md", b"more")
    assert found(tmp_path) == FIRST
    stage.finish()
    assert found(tmp_path) == {"docs/a.md": "twice", "docs/e.md": "more"}


@pytest.mark.parametrize("text", ["b", "a longer text", ""])
def test_what_changes_is_written_over_because_zensical_takes_a_file_that_replaces_it_for_another(
    tmp_path: Path, text: str
) -> None:
    staged(tmp_path, FIRST | {"docs/a.md": "some text"})
    before = (tmp_path / "docs/a.md").stat().st_ino
    changed = FIRST | {"docs/a.md": text}
    assert staged(tmp_path, changed).edited == []
    assert found(tmp_path) == changed
    assert (tmp_path / "docs/a.md").stat().st_ino == before
    assert not any((tmp_path / ".new").iterdir())
    assert staged(tmp_path, changed).edited == []


@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to])
def test_a_link_to_a_file_of_somebody_else_is_replaced(tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    staged(tmp_path, FIRST)
    (tmp_path / "mine.md").write_text("a")
    (tmp_path / "docs/a.md").unlink()
    link(tmp_path / "docs/a.md", tmp_path / "mine.md")
    stage = staged(tmp_path, FIRST | {"docs/a.md": "new"})
    assert (tmp_path / "docs/a.md").read_text() == "new"
    assert (tmp_path / "mine.md").read_text() == "a"
    assert stage.edited == []


def test_on_a_full_disk_a_new_file_takes_the_place_of_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged(tmp_path, FIRST)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    stage = Stage.open(tmp_path, ["docs"])
    stage.begin()
    stage.put("docs/a.md", b"new")
    with monkeypatch.context() as disk:
        disk.setattr(Path, "open", full)
        stage.add()
    assert found(tmp_path) == FIRST | {"docs/a.md": "new"}


def test_what_an_interrupted_round_wrote_is_nobodys_work(tmp_path: Path) -> None:
    staged(tmp_path, FIRST)
    manifest = json.loads((tmp_path / "stage.json").read_text())
    (tmp_path / "stage.json").write_text(json.dumps({**manifest, "whole": False}))
    (tmp_path / "docs/a.md").write_text("half")
    (tmp_path / "docs/e.md").write_text("more")
    assert staged(tmp_path, FIRST).edited == []
    assert found(tmp_path) == FIRST


def test_a_file_is_kept_by_its_digest(tmp_path: Path) -> None:
    stage = staged(tmp_path, FIRST)
    digest = stage.digest_of("docs/a.md")
    stage.begin()
    assert (stage.keep("docs/a.md", digest), stage.keep("docs/a.md", "other"), stage.keep("docs/x.md", digest)) == (
        True,
        False,
        False,
    )
    (tmp_path / "docs/a.md").write_text("mine")
    assert not stage.keep("docs/a.md", digest)


@pytest.mark.parametrize("manifest", ["", "[]", "{", json.dumps({"format": 0, "whole": True, "files": {}}), "null"])
def test_the_stage_of_another_version_is_not_touched(manifest: str, tmp_path: Path) -> None:
    staged(tmp_path, FIRST)
    (tmp_path / "stage.json").write_text(manifest)
    with pytest.raises(WriteError, match=r"was not written by this version of PaperAtlas.*delete it"):
        Stage.open(tmp_path, ["docs"])
    assert found(tmp_path) == FIRST


def test_a_stage_without_end_is_not_read(tmp_path: Path) -> None:
    staged(tmp_path, FIRST)
    (tmp_path / "stage.json").unlink()
    os.mkfifo(tmp_path / "stage.json")
    with pytest.raises(WriteError, match="delete it"):
        Stage.open(tmp_path, ["docs"])


def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/mine.md").write_text("mine")
    with pytest.raises(WriteError, match="delete it"):
        Stage.open(tmp_path, ["docs"])
