"""The row of the table of sources that says where the record of a new entry is to be seen."""

from __future__ import annotations

from paperatlas.cli.add.target import TargetLibrary
from paperatlas.cli.source_table import with_source_rows
from paperatlas.services.locate import Located, work_page
from paperatlas.storage.files import read_bytes, replace

_WHAT = "record"
"""What the page of a service confirms: authors, title, date, venue."""


def add_source(target_library: TargetLibrary, key: str, located: Located) -> str:
    """Add the row for an entry that was fetched to the site's table, at its place in the order; return its file.

    Empty if the site has no such table. Raises `ReadError` or `WriteError`.
    """
    file = target_library.require.sources
    path = target_library.root / file
    if not file or not path.is_file():
        return ""
    before = read_bytes(path)
    replace(path, with_source_rows(before, [(key, _WHAT, work_page(located))]), before)
    return file
