"""What lies between two small sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.changes.compare import changes_between
from tests.changes.versions import Between, version


@pytest.fixture
def between(tmp_path: Path) -> Between:
    """The changes from some files to others."""
    return lambda old, new: changes_between(version(tmp_path / "old", old), version(tmp_path / "new", new))
