"""Entries made of a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paperatlas.bibliography import Entry, read_library

ReadEntries = Callable[[str], tuple[Entry, ...]]


@pytest.fixture
def entries_of(tmp_path: Path) -> ReadEntries:
    """Read the text of a .bib file, damaged or not."""

    def read(text: str) -> tuple[Entry, ...]:
        path = tmp_path / "a.bib"
        path.write_text(text, encoding="utf-8")
        return read_library([path], tmp_path)[0].entries

    return read
