"""`paperatlas new site`: a site of three files, which builds as it is."""

from __future__ import annotations

import argparse
import shlex
from importlib.resources import files
from pathlib import Path

from paperatlas.cli.usage import UsageError, write
from paperatlas.storage.files import make_folder, reason_of, replace
from paperatlas.texts.commands import common
from paperatlas.texts.commands import new as texts

FILES = ("mkdocs.yml", "bib/library.bib", "docs/index.md")
"""What a site begins with, below the package's folder `starter` and below the site's own."""

_VERSION_CONTROL = frozenset({".git"})
"""What may be in a folder that people call empty."""


def new_site(arguments: argparse.Namespace) -> int:
    """Write the files and say what to do next."""
    folder = Path(arguments.folder)
    _refuse_unless_empty(folder)
    for name in FILES:
        path = folder / name
        make_folder(path.parent)
        replace(path, files("paperatlas").joinpath("starter", name).read_bytes(), None)
    commands = [
        "pip install mkdocs-material",
        *([f"cd {shlex.quote(str(folder))}"] if folder != Path() else []),
        'paperatlas new direction diffusion --title "Diffusion models"',
        "mkdocs serve --livereload",
    ]
    write([texts.new_site(((folder / name).as_posix() for name in FILES), commands)])
    return 0


def _refuse_unless_empty(folder: Path) -> None:
    """Return a `UsageError` unless there is nothing in the folder yet, or no folder."""
    try:
        there = sorted(path.name for path in folder.iterdir() if path.name not in _VERSION_CONTROL)
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(common.cannot_write(folder, reason_of(error))) from error
    if there:
        raise UsageError(texts.folder_not_empty(folder, there[0]))
