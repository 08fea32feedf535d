"""Libraries made of a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paperatlas.bibliography import Library, read_library

ReadText = Callable[[str], Library]


@pytest.fixture
def library_of(tmp_path: Path) -> ReadText:
    """Read the text of a .bib file; what reading it reports is not of interest here."""

    def read(text: str) -> Library:
        path = tmp_path / "a.bib"
        path.write_text(text, encoding="utf-8")
        return read_library([path], tmp_path)[0]

    return read
