"""How far long work is, on the last line of a terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """Give a function that puts a text in the place of the last one, which is gone at the end.

    It does nothing where no person looks on.
    """
    is_seen = sys.stderr.isatty()

    def show(text: str) -> None:
        if is_seen:
            width = shutil.get_terminal_size((80, 24)).columns - 1
            sys.stderr.write(f"\r\x1b[K{text[:width]}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        show("")
