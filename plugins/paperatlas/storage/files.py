"""Files that are kept between builds and can be made again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def keep(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file whole or not at all. A folder that cannot be written to is no reason to stop."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
