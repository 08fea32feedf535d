"""The site at hand: that of the `mkdocs.yml` here or above."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from paperatlas.cli.usage import UsageError, libraries

if TYPE_CHECKING:
    from paperatlas.hosts.mkdocs.site import ReadSite


def config_at_hand(otherwise: str) -> Path:
    """The configuration of the site at hand; `otherwise` says what to do where there is none."""
    # MkDocs takes a while to import and is not needed for files that are named.
    from paperatlas.hosts.mkdocs.site import find_config  # noqa: PLC0415

    config_file = find_config(Path.cwd())
    if config_file is None:
        message = f"there is no mkdocs.yml here or in a folder above; {otherwise}"
        raise UsageError(message)
    return config_file


def site_at_hand(otherwise: str) -> ReadSite:
    """The site at hand, read with its notes."""
    from paperatlas.hosts.mkdocs.site import BadSiteError, read_site  # noqa: PLC0415

    try:
        return read_site(config_at_hand(otherwise))
    except BadSiteError as error:
        raise UsageError(str(error)) from error


def asked_library(paths: Sequence[str], otherwise: str) -> tuple[Path, tuple[str, ...]]:
    """What `paths` name, relative to this folder, or without any the library of the site at hand."""
    return (Path.cwd(), libraries(paths)) if paths else library_at_hand(otherwise)


def library_at_hand(otherwise: str) -> tuple[Path, tuple[str, ...]]:
    """The root of the site at hand, and its .bib files and folders relative to it."""
    from paperatlas.hosts.mkdocs.site import BadSiteError, library_of  # noqa: PLC0415

    config_file = config_at_hand(otherwise)
    try:
        return config_file.parent, library_of(config_file)
    except BadSiteError as error:
        raise UsageError(str(error)) from error
