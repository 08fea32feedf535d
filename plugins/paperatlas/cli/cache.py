"""The folder where commands keep what they fetched: that of the site at hand, else the user's."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from paperatlas.cli.files import replace
from paperatlas.cli.usage import FailedError


def cache_folder() -> Path | None:
    """The cache of the site of the `mkdocs.yml` here or above; None if that site wants none.

    Where there is no such site, the user's cache folder (XDG Base Directory Specification), so that nothing is left
    beside .bib files that belong to no site. Raises `FailedError` if there is no such folder either.
    """
    # MkDocs takes a while to import.
    from paperatlas.hosts.mkdocs.site import BadSiteError, cache_of, find_config  # noqa: PLC0415

    config_file = find_config(Path.cwd())
    if config_file is not None:
        try:
            return cache_of(config_file)
        except BadSiteError:  # somebody else's site
            pass
    home = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "paperatlas"
    except RuntimeError as error:
        message = "you have no home folder, in which the cache would be; set XDG_CACHE_HOME to another"
        raise FailedError(message) from error


def read_cached(path: Path) -> bytes:
    """What a file of the cache holds; nothing if there is none, or it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def update(path: Path, merged: Callable[[bytes], bytes]) -> None:
    """Write a file of the cache anew, in one step; `merged` makes what it shall hold from what it holds.

    The folder tells git to leave it alone. Raises `FailedError` if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ignored = path.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        before = path.read_bytes() if path.exists() else None
    except OSError as error:
        message = f"cannot write the cache '{path}': {(error.strerror or str(error)).lower()}"
        raise FailedError(message) from error
    replace(path, merged(before or b""), before)
