"""What the commands share: the paths they are given, and the streams they write to."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from paperatlas.diagnostics.excerpt import printable
from paperatlas.diagnostics.report_text import Style
from paperatlas.storage.files import reason_of
from paperatlas.texts.commands import common

_NO_LIBRARIES = frozenset({".md", ".markdown", ".yml", ".yaml", ".toml", ".json"})


class UsageError(Exception):
    """The command was called in a way that makes no sense; the message says what to do."""


class FailedError(Exception):
    """The command was understood but could not do what it was asked; the message says why, and what is as it was."""


def libraries(paths: Sequence[str]) -> tuple[str, ...]:
    """Return the paths as given, if each is a file or a folder and can be a library."""
    for path in paths:
        if not path:
            raise UsageError(common.EMPTY_PATH)
        try:
            Path(path).stat()
        except (OSError, ValueError) as error:
            raise UsageError(common.cannot_read(path, reason_of(error))) from error
        if is_no_library(path):
            raise UsageError(common.not_a_library(path))
    return tuple(paths)


def is_no_library(path: str) -> bool:
    """Return whether a path is, by its ending, one in which BibTeX would do harm: a page, a configuration."""
    return Path(path).suffix.lower() in _NO_LIBRARIES


def speak_utf8() -> None:
    """Write UTF-8 into files and pipes, and never fail at a character a terminal cannot show.

    A stream that was closed before we began (`>&-`), which Python leaves away, takes and gives nothing.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(text: str) -> None:
    """Write a text for the person who runs the command, apart from the output."""
    print("\n".join(map(printable, text.split("\n"))), file=sys.stderr)  # noqa: T201


def write(pieces: Iterable[str]) -> None:
    """Write a report piece by piece, so that a reader who has seen enough ends it."""
    sys.stdout.writelines(pieces)


def style_of(stream: object) -> Style:
    """Return how a report is written to a stream: in colour on a terminal, unless `NO_COLOR` is set (no-color.org)."""
    terminal = isinstance(stream, io.TextIOBase) and stream.isatty()
    if not terminal:
        return Style()
    dumb = os.environ.get("TERM") == "dumb"
    width = min(max(shutil.get_terminal_size((110, 24)).columns, 40), 160)
    return Style(colour=not dumb and not os.environ.get("NO_COLOR"), width=width)
