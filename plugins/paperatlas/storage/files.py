"""Read files, and write them so that nobody ever finds half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


class ReadError(Exception):
    """A file that a person named cannot be read; the message says which and why."""


class WriteError(Exception):
    """A file cannot be written, or must not be; the message says which and why."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file that a person named. Raises `ReadError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot read '{path}': {reason_of(error)}") from error


def make_folder(folder: Path) -> None:
    """Make a folder, and those it is in, unless it is there. Raises `WriteError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"cannot make the folder '{folder}': {reason_of(error)}") from error


def why_not_writable(folder: Path) -> str:
    """Return why nothing can be written into a folder, which is made if need be; empty if that can be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(4096))
    except OSError as error:
        return reason_of(error)
    return ""


def is_file(path: str) -> bool:
    """Return whether a text is the path of a file; unlike `Path.is_file`, also of one too long for a path."""
    return os.path.isfile(path)  # noqa: PTH113


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_output(path: str, data: bytes) -> None:
    """Write a file of a built site, and make its folder if need be.

    A site has tens of thousands of small files: Python's own `open` asks the system four things about each of them,
    which costs more than writing it. Raises `WriteError`, and half of the file may be there.
    """
    try:
        try:
            file = os.open(path, _NEW, 0o666)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
            file = os.open(path, _NEW, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)
    except OSError as error:
        raise WriteError(f"cannot write '{path}': {reason_of(error)}") from error


def replace(path: Path, data: bytes, before: bytes | None) -> None:
    """Write the file anew in one step: whoever interrupts this finds the old file or the new one, whole.

    `before` is what the file held when `data` was made from it, None if there was no file. Raises `WriteError` if it
    holds something else by now, or cannot be written.
    """
    path = path.resolve()
    try:
        mode = _new_file_mode() if before is None else path.stat().st_mode
        if not mode & 0o222:
            raise PermissionError(errno.EACCES, "The file is write-protected")
        written = _beside(path, [data], mode)
        try:
            unchanged = (path.read_bytes() if path.exists() else None) == before
            if unchanged:
                written.replace(path)
        finally:
            written.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f"cannot write '{path.name}': {reason_of(error)}; it was not changed") from error
    if not unchanged:
        raise WriteError(f"'{path.name}' has changed meanwhile and was not written; try again")


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file, and the folders it is in, whatever it holds by now. Raises `OSError`."""
    mode = _new_file_mode()
    try:
        written = _beside(path, parts, mode)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        written = _beside(path, parts, mode)
    try:
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def _beside(path: Path, parts: Iterable[bytes], mode: int) -> Path:
    """Write a new file into the folder of `path`; none is left behind if it cannot be written."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(parts)
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def reason_of(error: Exception) -> str:
    """Return what the system says of an error, in lower case: `permission denied`."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def _new_file_mode() -> int:
    """Return the mode that the user's mask gives a new file."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
