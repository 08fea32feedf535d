"""A folder as one file to hand on."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from paperatlas.storage.files import write_whole

FIRST_TIME = 315532800
"""The first second that a .zip file can name, the beginning of 1980, since the epoch."""

_MODE = 0o644 << 16


RECORD = ".paperatlas-offline"
"""Names what a build has written into a folder: MkDocs, which empties a folder first, leaves hidden files."""


def record_files(folder: Path) -> None:
    """Write down which files are in a folder that was just built. Raises `OSError`."""
    write_whole(folder / RECORD, ["".join(f"{name}\n" for name in _names(folder)).encode()])


def foreign_file(folder: Path) -> str | None:
    """Return the first file of a folder that no build has written there, which building it anew would delete.

    Empty if nothing is known of the folder, None if there is none. What is hidden stays. Raises `OSError`.
    """
    if not any(folder.iterdir()) or not (names := _names(folder)):
        return None
    try:
        written = set((folder / RECORD).read_text("utf-8").splitlines())
    except FileNotFoundError:
        return ""
    return next((name for name in names if name not in written), None)


def _names(folder: Path) -> list[str]:
    """Return the paths of the files below a folder, in order, without those that are hidden in it."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in paths if not path.parts[0].startswith("."))


def write_archive(folder: Path, archive: Path, seconds: int = FIRST_TIME) -> None:
    """Write a .zip file with a folder in it, which has the folder's name.

    Its bytes depend on the files alone: they are in the order of their names, and all of one time. Raises `OSError`.
    """
    when = time.gmtime(max(seconds, FIRST_TIME))[:6]
    written = BytesIO()
    with ZipFile(written, "w") as file:
        for name in _names(folder):
            entry = ZipInfo(f"{folder.name}/{name}", when)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, also when it is written elsewhere
            entry.external_attr = _MODE
            file.writestr(entry, (folder / name).read_bytes())
    write_whole(archive, [written.getvalue()])
