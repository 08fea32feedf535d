"""Reading and writing files so that nobody ever finds half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from paperatlas.cli.usage import FailedError, UsageError


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that a person named."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"cannot read '{path}': {(error.strerror or str(error)).lower()}"
        raise UsageError(message) from error


def is_file(path: str) -> bool:
    """Whether a text is the path of a file; unlike `Path.is_file`, also of one too long for a path."""
    return os.path.isfile(path)  # noqa: PTH113


def replace(path: Path, data: bytes, before: bytes | None) -> None:
    """Write the file anew in one step: whoever interrupts this finds the old file or the new one, whole.

    `before` is what the file held when `data` was made from it, None if there was no file. Raises `FailedError` if it
    holds something else by now, or cannot be written.
    """
    path = path.resolve()
    try:
        mode = _new_file_mode() if before is None else path.stat().st_mode
        if not mode & 0o222:
            raise PermissionError(errno.EACCES, "The file is write-protected")
        written = _beside(path, data, mode)
        try:
            unchanged = (path.read_bytes() if path.exists() else None) == before
            if unchanged:
                written.replace(path)
        finally:
            written.unlink(missing_ok=True)
    except OSError as error:
        message = f"cannot write '{path.name}': {(error.strerror or str(error)).lower()}; it is left as it was"
        raise FailedError(message) from error
    if not unchanged:
        message = f"'{path.name}' was changed meanwhile and is left as it is now; try again"
        raise FailedError(message)


def _beside(path: Path, data: bytes, mode: int) -> Path:
    """A new file with `data` in the folder of `path`; none is left behind if it cannot be written."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _new_file_mode() -> int:
    """The mode that the user's mask gives a new file."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
