"""Which program runs the plugin: MkDocs, or ProperDocs, whose modules come to whoever imports those of MkDocs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import requires

import mkdocs
from mkdocs.config.base import ValidationError
from packaging.requirements import Requirement

HOST = mkdocs.__name__
"""`mkdocs` or `properdocs`: its distribution, and what the names of its modules and loggers begin with."""
HOST_VERSION = f"{HOST} {mkdocs.__version__}"
"""The same version of both is not the same program."""

_NAMES = {"mkdocs": "MkDocs", "properdocs": "ProperDocs"}


def why_unsupported(host: str, version: str, requirements: Iterable[str]) -> str:
    """Return what to do if `requirements` exclude this version of the host; else an empty text."""
    bounds = {found.name: found.specifier for found in map(Requirement, requirements)}.get(host)
    if bounds is None or bounds.contains(version, prereleases=True):
        return ""
    return (
        f"PaperAtlas does not work with {_NAMES[host]} {version}. Install a version that it is tested with: "
        f"pip install '{host}{bounds}'"
    )


def refuse_unsupported() -> None:
    """Raise the host's own error of a configuration if the host is out of the bounds in our distribution's metadata."""
    if reason := why_unsupported(HOST, mkdocs.__version__, requires("paperatlas") or ()):
        raise ValidationError(reason)


@cache
def installed_programs() -> list[str]:
    """Return what is installed beside this program, each with its version, once in a process.

    Both stand in the names of folders: to read the metadata of two hundred distributions takes 0.1 s.
    """
    return sorted(name for folder in sys.path for name in _distributions_in(folder))


def _distributions_in(folder: str) -> Iterator[str]:
    """Yield the names and versions of the distributions in a folder; where no version is named, when it was written."""
    with suppress(OSError), os.scandir(folder or ".") as found:
        for entry in found:
            name, suffix = os.path.splitext(entry.name)  # noqa: PTH122 - thousands of names
            if suffix in (".dist-info", ".egg-info", ".egg"):
                yield name if "-" in name else f"{name} {entry.stat().st_mtime_ns}"
