"""The "edit this page" link of a generated page: to the line of the library that the page is made from."""

from __future__ import annotations

import os.path
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from paperatlas.problems import Place

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def edit_uri(place: Place | None, root: Path, config: MkDocsConfig) -> str | None:
    """`place` as MkDocs' `File.edit_uri` wants it: relative to `docs_dir`, to which `edit_uri` of the site leads.

    Hosts of repositories read `#L12` as line 12.
    """
    if place is None:
        return None
    path = PurePath(os.path.relpath(root / place.file, config.docs_dir)).as_posix()
    return f"{path}#L{place.line}" if place.line else path
