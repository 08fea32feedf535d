"""When notes and entries were last changed, as git has it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from paperatlas.build.history import NO_HISTORY, changes_in, read_history, revision


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    environment = {
        "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": f"{day}T12:00:00+00:00",
        "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_COMMITTER_DATE": "2026-12-31T12:00:00+00:00", "HOME": str(folder), "PATH": "/usr/bin:/bin:/usr/local/bin",
    }  # fmt: skip
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def commit(folder: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "Change", day=day)


A, B, C = ("@misc{{{0},\n  title = {{Of {0}}},\n  note = {{{1}}},\n}}\n".format(key, "x") for key in ("a", "b", "é:c"))


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library below the top of a repository, its notes, and what happened to them."""
    top = tmp_path_factory.mktemp("repository")
    git(top, "init", "-b", "main")
    folder = top / "site"
    folder.mkdir()
    commit(folder, "2026-01-01", a__bib=f"{A}\n{B}", note__md="one\n", other__md="x\n")
    commit(folder, "2026-02-01", a__bib=f"{A}\n{B}\n{C}", note__md="two\n")  # an entry at the end, and a note
    commit(folder, "2026-03-01", a__bib=f"{A.replace('{x}', '{y}')}\n{B}\n{C}")  # a line of the first entry
    commit(folder, "2025-12-01", a__bib=f"{A.replace('{x}', '{z}')}\n{B}\n{C}")  # the clock of somebody was wrong
    return folder


def test_each_note_and_entry_has_the_day_of_its_last_change(repository: Path) -> None:
    history = read_history(repository, None)
    assert history.files == {"a.bib": "2026-03-01", "note.md": "2026-02-01", "other.md": "2026-01-01"}
    assert history.entries == {"a": "2026-03-01", "b": "2026-01-01", "é:c": "2026-02-01"}


def test_an_entry_was_added_on_its_first_day(repository: Path) -> None:
    assert read_history(repository, None).events.entries == {"a": "2026-01-01", "b": "2026-01-01", "é:c": "2026-02-01"}


# The newest commit is of noon on 31 December in Greenwich, when it is New Year's Day in the east.
AUTHORS_DAYS = [
    ("2099-12-31", "2027-01-01"),
    ("2027-01-01", "2027-01-01"),
    ("2026-12-31", "2026-12-31"),
    ("1970-01-01", "1970-01-01"),
]


@pytest.mark.parametrize(("day", "told"), AUTHORS_DAYS)
def test_nothing_changed_later_than_the_newest_commit(tmp_path: Path, day: str, told: str) -> None:
    git(tmp_path, "init", "-b", "main")
    commit(tmp_path, day, a__bib=A, note__md="one\n")
    commit(tmp_path, "2026-05-01", b__bib=B)
    history = read_history(tmp_path, None)
    assert (history.entries["a"], history.files["note.md"]) == (told, told)
    assert history.events.entries == {"a": told, "b": "2026-05-01"}


def test_the_log_is_read_once_for_a_commit(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_history(repository, tmp_path)
    monkeypatch.setattr("paperatlas.build.history._read", lambda *_: NO_HISTORY)
    assert read_history(repository, tmp_path) == first != NO_HISTORY


def test_nothing_is_said_without_a_whole_history(repository: Path, tmp_path: Path) -> None:
    assert read_history(tmp_path, None) == NO_HISTORY
    git(tmp_path, "clone", "--depth", "1", f"file://{repository.parent}", "clone")
    assert revision(tmp_path / "clone" / "site") == ""
    assert read_history(tmp_path / "clone" / "site", None) == NO_HISTORY
    git(tmp_path, "init", "empty")
    assert read_history(tmp_path / "empty", None) == NO_HISTORY


def test_nothing_is_said_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_history(repository, None) == NO_HISTORY


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (["@@ -9 +9 @@ @misc{a,", "-  note = {x},", "+  note = {y},"], {"a": "2026-01-01"}),
        (["@@ -9,0 +9 @@ @misc{a,", "+", "+@misc{b,", "+  title = {X},", "+}"], {"b": "2026-01-01"}),
        (["@@ -9,0 +9 @@ @misc{a,", "+}", "+", "+@Misc( b ,", "+  title = {X},"], {"b": "2026-01-01"}),
        (["@@ -9 +8,0 @@ @misc{a,", "-  note = {x},"], {"a": "2026-01-01"}),
        (["@@ -1 +1 @@", "-% a remark", "+% another"], {}),
        (["@@ -1 +1 @@ @misc{a,", "+--- a/other.bib", "+x"], {"a": "2026-01-01"}),
    ],
)
def test_the_entry_of_a_change(lines: list[str], entries: dict[str, str]) -> None:
    log = ["\x012026-01-01", "", "diff --git a/a.bib b/a.bib", "--- a/a.bib", "+++ b/a.bib", *lines]
    history = changes_in(log, "2026-12-31")
    assert (history.files, history.entries) == ({"a.bib": "2026-01-01"}, entries)
