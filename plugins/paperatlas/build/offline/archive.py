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


def write_archive(folder: Path, archive: Path, seconds: int = FIRST_TIME) -> None:
    """Write a .zip file with a folder in it, which has the folder's name.

    Its bytes depend on the files alone: they are in the order of their names, and all of one time. Raises `OSError`.
    """
    when = time.gmtime(max(seconds, FIRST_TIME))[:6]
    written = BytesIO()
    with ZipFile(written, "w") as file:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", when)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, also when it is written elsewhere
            entry.external_attr = _MODE
            file.writestr(entry, path.read_bytes())
    write_whole(archive, [written.getvalue()])
