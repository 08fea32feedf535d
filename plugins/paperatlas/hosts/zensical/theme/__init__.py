"""The theme of staged sites: a site's own overrides, and around them what Zensical's theme has no place for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_OURS = Path(__file__).parent
SERVED_NOTICE = _OURS / "served-notice.js"
"""The script of pages that are served, which tells what is broken."""
MAIN, SITES_MAIN = "main.html", "paperatlas/site.html"
_NO_MAIN = b'{% extends "base.html" %}\n'


def theme_files(theme: Mapping[str, Any], root: Path, *, several: bool) -> dict[str, bytes]:
    """Return the files of the theme of a site whose configuration is in `root`, by their paths.

    Where a site has a file of the same name it counts, but for `main.html`, which ours extends. That of the language
    switch is for sites of `several` languages.
    """
    files = {name: (_OURS / name).read_bytes() for name in (MAIN, "partials/actions.html", "partials/source.html")}
    if several:
        files["partials/alternate.html"] = (_OURS / "partials/alternate.html").read_bytes()
    files[SITES_MAIN] = _NO_MAIN
    if own := theme.get("custom_dir"):
        for name, data in _files_below(root / str(own)):
            files[SITES_MAIN if name == MAIN else name] = data
    return files


def _files_below(folder: Path) -> list[tuple[str, bytes]]:
    found = (Path(here) / name for here, _, names in os.walk(folder, followlinks=True) for name in names)
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in found]
