"""Reading a library: of files or of bytes, and touching nothing but its result."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from paperatlas.bibliography import parse_library, read_library
from tests.bibliography.conftest import Read

TEXTS = [
    b"",
    b"@misc{a, title = {A}}\n",
    b"@string{x = {X}}\n@misc{a, title = x # { Y}, crossref = {b}}\n@book{b, publisher = {P}}\n",
    b"@misc{a, title = {A}\n@misc{b, title = {\xe9}}\n",
]


@pytest.mark.parametrize("data", TEXTS)
def test_bytes_are_read_as_a_file_of_them(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_bytes(data)
    (library, problems), (expected, found) = parse_library(data, "a.bib"), read_library([tmp_path / "a.bib"], tmp_path)
    assert (problems, library.files) == (found, expected.files)
    read = [{name: field.raw for name, field in entry.fields.items()} for entry in library.entries]
    assert read == [{name: field.raw for name, field in entry.fields.items()} for entry in expected.entries]
    assert [entry.span for entry in library.entries] == [entry.span for entry in expected.entries]


def test_reading_leaves_the_garbage_collector_of_the_process_alone(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("disable", "enable", "freeze", "unfreeze", "set_threshold"):
        monkeypatch.setattr(gc, name, lambda *_, name=name: calls.append(name))
    read("@misc{a, title = {T}}")
    assert calls == []


def test_unreadable_files_are_reported(tmp_path: Path) -> None:
    (tmp_path / "folder.bib").mkdir()
    library, problems = read_library([tmp_path / "missing.bib", tmp_path / "folder.bib"], tmp_path)
    assert library.entries == ()
    assert [(each.code, each.file, each.line) for each in problems] == [
        ("SYN001", "folder.bib", 0),
        ("SYN001", "missing.bib", 0),
    ]
