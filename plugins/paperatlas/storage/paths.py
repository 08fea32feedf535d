"""Paths as people see them."""

from __future__ import annotations

import os
from pathlib import Path

LONGEST_NAME = 200
"""How many bytes the name of a page may have in its address: names of files have 255 on most systems, and suffixes, and
files that are being written, need some of them."""


def display_path(path: Path, root: Path) -> str:
    """Return a path with forward slashes: relative to `root` if it is below it, else as it is."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def is_below(path: str, folder: str) -> bool:
    """Return whether a path is that of a folder or of something in it; both are as `os.path.realpath` has them."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
