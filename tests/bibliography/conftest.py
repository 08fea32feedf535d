"""Small .bib texts, made up, read as libraries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paperatlas.bibliography import Entry, Library, read_library
from paperatlas.diagnostics.problem import Problem

Read = Callable[..., tuple[Library, tuple[Problem, ...]]]
ReadEntry = Callable[[str], Entry]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read texts, or bytes, as the files a.bib, b.bib …"""

    def read_texts(*texts: str | bytes) -> tuple[Library, tuple[Problem, ...]]:
        paths = []
        for name, text in zip("abcdefgh", texts, strict=False):
            path = tmp_path / f"{name}.bib"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        return read_library(paths, tmp_path)

    return read_texts


@pytest.fixture
def read_entry(read: Read) -> ReadEntry:
    """Read a text that holds one entry without a flaw."""

    def read_one(text: str) -> Entry:
        library, problems = read(text)
        assert [str(problem) for problem in problems] == []
        assert len(library.entries) == 1
        return library.entries[0]

    return read_one
