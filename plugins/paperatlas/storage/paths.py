"""Paths as people see them."""

from __future__ import annotations

from pathlib import Path


def display_path(path: Path, root: Path) -> str:
    """Return a path with forward slashes: relative to `root` if it is below it, else as it is."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
