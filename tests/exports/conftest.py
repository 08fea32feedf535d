"""An atlas to export."""

from __future__ import annotations

import pytest

from paperatlas.atlas import Atlas
from tests.conftest import ReadFiles
from tests.pages.conftest import FLOWS, GRAPHS, LIBRARY

SMALL = {
    "bib/library.bib": LIBRARY,
    "docs/index.md": "# Home\n\nStart with [@nice].\n",
    "docs/directions/flows.md": FLOWS,
    "docs/directions/graphs.md": GRAPHS,
}


@pytest.fixture
def atlas(read_files: ReadFiles) -> Atlas:
    """The small atlas."""
    return read_files(SMALL).atlas
