"""The files that a command is given to read, of which one may be standard input."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import BinaryIO

from paperatlas.cli.usage import UsageError
from paperatlas.formats.detect import Format, UnknownFormatError, format_of
from paperatlas.formats.packed import unpacked_head
from paperatlas.storage.files import reason_of
from paperatlas.texts.commands import common

_HEAD = 1 << 16


def opened(name: str, given: bytes) -> BinaryIO:
    """Return a file opened for reading, or what was `given` on standard input. Raises `UsageError`."""
    if name == "-":
        return io.BytesIO(given)
    if not name:
        raise UsageError(common.EMPTY_PATH)
    try:
        return Path(name).open("rb")
    except (OSError, ValueError) as error:
        raise UsageError(common.cannot_read(name, reason_of(error))) from error


def given_format(name: str, given: bytes) -> Format:
    """Return the format of a file, by its name and how it begins. Raises `UsageError` if it is not clear."""
    try:
        with opened(name, given) as stream:
            head = stream.read(_HEAD)
        return format_of(name, unpacked_head(head))
    except (UnknownFormatError, zlib.error) as error:
        raise UsageError(str(error)) from error
