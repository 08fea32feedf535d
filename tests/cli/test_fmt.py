"""`paperatlas fmt`."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from paperatlas.cli import fix, run_command_line
from paperatlas.storage.files import replace

MESSY = "@Misc{a, title={X},\n author = {A B}}\n"
TIDY = "@misc{a,\n  author       = {A B},\n  title        = {X},\n}\n"
BROKEN = "@misc{a, title = {never closed\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


CASES = [
    ([], MESSY, 0, TIDY, "a.bib was formatted"),
    ([], TIDY, 0, TIDY, "1 file already formatted"),
    ([], BROKEN, 1, BROKEN, "a.bib was not changed"),
    (["--check"], MESSY, 1, MESSY, "a.bib is not formatted"),
    (["--check"], TIDY, 0, TIDY, "1 file already formatted"),
    (["--diff"], MESSY, 1, MESSY, "a.bib is not formatted"),
    (["--diff"], BROKEN, 1, BROKEN, "SYN004"),
]


@pytest.mark.parametrize(("options", "before", "code", "after", "words"), CASES)
def test_a_file(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    before: str,
    code: int,
    after: str,
    words: str,
) -> None:
    (here / "a.bib").write_text(before, encoding="utf-8")
    assert run_command_line(["fmt", *options, "a.bib"]) == code
    assert (here / "a.bib").read_text(encoding="utf-8") == after
    assert words in capsys.readouterr().err
    assert [path.name for path in here.iterdir()] == ["a.bib"]


def test_a_folder_without_libraries(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "empty").mkdir()
    assert run_command_line(["fmt", "--check", "empty"]) == 1
    assert capsys.readouterr().err.endswith("\n0 files already formatted\n")


@pytest.mark.parametrize("options", [[], ["--check"], ["--diff"]])
def test_a_file_whose_encoding_is_a_guess(here: Path, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    (here / "a.bib").write_bytes(TIDY.replace("A B", "Jörg").encode("latin-1"))
    assert run_command_line(["fmt", *options, "a.bib"]) == 1
    said = capsys.readouterr().err
    assert ("\na.bib was not changed" in said, "already formatted" in said) == (True, False)


def test_the_difference_is_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.bib").write_text(MESSY, encoding="utf-8")
    run_command_line(["fmt", "--diff", "a.bib"])
    out = capsys.readouterr().out
    assert "-@Misc{a, title={X}," in out
    assert "+  title        = {X}," in out


def test_each_change_is_named_with_its_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        f"% first\n\n\n{TIDY}\n{MESSY.replace('a,', 'b,')}\n\n\n@string{{x = {{y}}}}\n\n\n{TIDY.replace('a,', 'c,')}\n"
    )
    (here / "a.bib").write_text(text, encoding="utf-8")
    assert run_command_line(["fmt", "--check", "a.bib"]) == 1
    ran = capsys.readouterr()
    gap = "The blank lines or line ends above this are not formatted."
    assert ran.out.splitlines() == [
        f"a.bib:4:1: {gap}",
        "a.bib:9:1: The entry is not formatted from this line on: `paperatlas fmt` writes “@misc{b,” here.",
        f"a.bib:14:1: {gap}",
        f"a.bib:17:1: {gap}",
        "a.bib:20:2: The blank lines or line ends at the end of the file are not formatted.",
    ]
    assert ran.err == "a.bib is not formatted\n"
    assert run_command_line(["fmt", "a.bib"]) == 0
    capsys.readouterr()
    assert run_command_line(["fmt", "--check", "a.bib"]) == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_changes_meanwhile_is_left(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.bib").write_text(MESSY, encoding="utf-8")
    (here / "b.bib").write_text(MESSY, encoding="utf-8")

    def late(file: Path, after: bytes, before: bytes | None) -> None:
        (here / "a.bib").write_text("% by somebody else\n", encoding="utf-8")
        replace(file, after, before)

    monkeypatch.setattr(fix, "replace", late)
    assert run_command_line(["fmt", "a.bib", "b.bib"]) == 1
    assert (here / "a.bib").read_text(encoding="utf-8") == "% by somebody else\n"
    assert (here / "b.bib").read_text(encoding="utf-8") == TIDY
    assert capsys.readouterr().err == (
        "b.bib was formatted\na.bib was not changed: 'a.bib' has changed meanwhile and was not written; try again\n"
    )


def test_the_library_of_a_site(here: Path) -> None:
    (here / "mkdocs.yml").write_text("site_name: x\nplugins:\n- paperatlas:\n    bib: lib\n", encoding="utf-8")
    (here / "lib").mkdir()
    (here / "lib" / "a.bib").write_text(MESSY, encoding="utf-8")
    assert run_command_line(["fmt"]) == 0
    assert (here / "lib" / "a.bib").read_text(encoding="utf-8") == TIDY


def test_permissions_and_links_stay(here: Path) -> None:
    (here / "real.bib").write_text(MESSY, encoding="utf-8")
    (here / "real.bib").chmod(0o640)
    (here / "link.bib").symlink_to("real.bib")
    assert run_command_line(["fmt", "link.bib"]) == 0
    assert (here / "link.bib").is_symlink()
    assert (here / "real.bib").read_text(encoding="utf-8") == TIDY
    assert stat.S_IMODE((here / "real.bib").stat().st_mode) == 0o640


def test_a_failure_to_write_leaves_the_old_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.bib").write_text(MESSY, encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    assert run_command_line(["fmt", "a.bib"]) == 1
    assert (here / "a.bib").read_text(encoding="utf-8") == MESSY
    assert [path.name for path in here.iterdir()] == ["a.bib"]


@pytest.mark.parametrize("arguments", [["fmt", "nowhere.bib"], ["fmt"], ["fmt", "--frobnicate"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = run_command_line(arguments)
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code == 2
    assert "Traceback" not in capsys.readouterr().err
