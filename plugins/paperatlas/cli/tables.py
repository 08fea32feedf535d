"""The tables beside a library that commands write: which file a row belongs into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from paperatlas.cli.site import AskedLibrary
from paperatlas.cli.usage import UsageError
from paperatlas.storage.paths import display_path
from paperatlas.texts.commands import common


@dataclass(frozen=True, slots=True)
class Table:
    """A table beside a library: the name of its file, and what it is a file of, for people."""

    name: str
    what: str


def table_file(
    asked: AskedLibrary, named: str | None, option: Sequence[str], there: Sequence[Path], table: Table
) -> Path | None:
    """Return the file to write: the `named` one, else that of the site, else the one that its `option` or folder names.

    `there` are the files that the site has. None where no place follows. Raises `UsageError` if several do.
    """
    if named:
        return Path.cwd() / named
    if asked.configuration is None:
        return None
    if len(there) > 1:
        files = ", ".join(display_path(file, asked.root) for file in there)
        raise UsageError(common.several_files(table.what, files))
    if there:
        return there[0]
    if option:
        return asked.root / option[0]
    folder = next((name for name in asked.configuration.options.bib if (asked.root / name).is_dir()), None)
    return asked.root / folder / table.name if folder else None
