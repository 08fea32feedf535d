"""Small sites that are built twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.hosts.conftest import BuildSite, Built


@pytest.fixture
def build_site(build_site: BuildSite, tmp_path: Path) -> BuildSite:
    """Build a site again also where nothing has changed: a page of it is gone, so that it cannot stay as it is."""

    def build_it(*files: Any, **settings: Any) -> Built:
        (tmp_path / "site/index.html").unlink(missing_ok=True)
        return build_site(*files, **settings)

    return build_it
