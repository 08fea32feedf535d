"""Which Pandoc is used, and what is said where there is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from paperatlas.build.citations import read_style
from paperatlas.build.pandoc import program
from paperatlas.pages.citations.csl import CslStyle

SMALL = Path(__file__).parents[2] / "pages" / "citations" / "small.csl"


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder that programs are found in; the Python package is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(program, "find_spec", lambda _: None)
    return tmp_path


def put(folder: Path, text: str) -> Path:
    """Put a program called pandoc there."""
    file = folder / "pandoc"
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


PROGRAMS = [
    # what it does, version, new enough
    ("echo pandoc 3.1.1", "3.1.1", True),
    ("echo pandoc 3.9", "3.9", True),
    ("echo 'pandoc 10.0.1-nightly'; echo Features: lua", "10.0.1", True),
    ("echo pandoc.exe 3.2", "3.2", True),
    ("echo pandoc 3.1", "3.1", False),
    ("echo pandoc 2.17.1.1", "2.17.1.1", False),
    ("echo no", "", False),
    ("exit 1", "", False),
]


@pytest.mark.parametrize(("does", "version", "new"), PROGRAMS)
def test_versions(on_path: Path, does: str, version: str, new: bool) -> None:
    put(on_path, does)
    found = program.find_pandoc()
    assert found is not None
    assert (found.version, found.is_new_enough) == (version, new)


def test_the_package_is_looked_at_first(on_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    found = program.find_pandoc()
    assert found is not None
    assert "pypandoc" in found.program.parts
    monkeypatch.setenv("PATH", f"{on_path}{os.pathsep}{os.environ['PATH']}")
    put(on_path, "echo pandoc 9.9")
    assert program.find_pandoc() == found


UNUSABLE = [
    (None, "Pandoc is not installed"),
    ("echo pandoc 2.17.1.1", "Pandoc 2.17.1.1 ({0}/pandoc) is older than 3.1.1"),
    ("exit 3", "'{0}/pandoc' does not run as Pandoc"),
]


@pytest.mark.parametrize(("does", "message"), UNUSABLE)
def test_where_there_is_none_that_can_be_used_another_engine_is(on_path: Path, does: str | None, message: str) -> None:
    if does:
        put(on_path, does)
    style, (problem,) = read_style(SMALL.name, SMALL.parent, "pandoc")
    assert isinstance(style, CslStyle)
    assert (problem.code, problem.severity, problem.file) == ("CIT006", "warning", "mkdocs.yml")
    assert problem.message.startswith(message.format(on_path))
    assert "carried out by citeproc-py instead" in problem.message
    assert "3.1.1 or newer" in problem.hint
