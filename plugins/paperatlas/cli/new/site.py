"""`paperatlas new site`: a site that builds as it is, with the workflow that publishes it."""

from __future__ import annotations

import argparse
import shlex
from importlib.resources import files
from pathlib import Path

from paperatlas.cli.new.requirements import WHEELS, Origin, find_origin, requirements
from paperatlas.cli.usage import UsageError, write
from paperatlas.storage.files import make_folder, read_bytes, reason_of, replace
from paperatlas.texts.commands import common
from paperatlas.texts.commands import new as texts

FILES = ("mkdocs.yml", "bib/library.bib", "docs/index.md", ".gitignore", ".github/workflows/site.yml")
"""What a site begins with, below the package's folder `starter` and below the site's own."""
REQUIREMENTS = "requirements.txt"

_NO_CONTENT = frozenset({".git", ".venv"})
"""What may be in a folder that people call empty."""


def new_site(arguments: argparse.Namespace) -> int:
    """Write the files and say what to do next."""
    folder = Path(arguments.folder)
    _refuse_unless_empty(folder)
    origin = find_origin()
    written = {name: files("paperatlas").joinpath("starter", name).read_bytes() for name in FILES}
    written[REQUIREMENTS] = requirements(origin).encode()
    if origin.wheel is not None:
        written[f"{WHEELS}/{origin.wheel.name}"] = read_bytes(origin.wheel)
    for name, content in written.items():
        path = folder / name
        make_folder(path.parent)
        replace(path, content, None)
    write([texts.new_site(((folder / name).as_posix() for name in written), _next_commands(folder))])
    if origin.is_missing:
        write([_missing_wheel(folder, origin)])
    return 0


def _next_commands(folder: Path) -> list[str]:
    return [
        *([f"cd {shlex.quote(str(folder))}"] if folder != Path() else []),
        f"pip install --requirement {REQUIREMENTS}",
        'paperatlas new direction diffusion --title "Diffusion models"',
        "mkdocs serve --livereload",
    ]


def _missing_wheel(folder: Path, origin: Origin) -> str:
    clone = shlex.quote(str(origin.clone)) if origin.clone else ""
    return texts.missing_wheel(REQUIREMENTS, (folder / origin.requirement).as_posix(), clone)


def _refuse_unless_empty(folder: Path) -> None:
    """Return a `UsageError` unless there is nothing in the folder yet, or no folder."""
    try:
        there = sorted(path.name for path in folder.iterdir() if path.name not in _NO_CONTENT)
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(common.cannot_write(folder, reason_of(error))) from error
    if there:
        raise UsageError(texts.folder_not_empty(folder, there[0]))
